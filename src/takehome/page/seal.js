// HPKE (RFC 9180) with WebCrypto alone: base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES in
// Galois/Counter Mode. It seals one message; opening it is the recruiter's.

const AES_128_GCM = { id: 1, keyBytes: 16 };
const AES_256_GCM = { id: 2, keyBytes: 32 };

const KEM_ID = 0x0010;
const KDF_ID = 0x0001;
const HASH_BYTES = 32;
const NONCE_BYTES = 12;
const P_256 = { name: "ECDH", namedCurve: "P-256" };

// A pair of keys for one message.
function ephemeralPair() {
  return crypto.subtle.generateKey(P_256, true, ["deriveBits"]);
}

// Seals `plaintext` for `recipient`, the 65 bytes of an uncompressed point. Gives the encapsulated key and
// the ciphertext with its tag. `ephemeral` must never serve for a second message.
async function seal({ recipient, ephemeral, aead, info, aad, plaintext }) {
  const { shared, encapsulated } = await encapsulate(recipient, ephemeral);
  const { key, nonce } = await schedule(shared, aead, info);
  const cipher = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  const how = { name: "AES-GCM", iv: nonce, additionalData: aad };
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt(how, cipher, plaintext));
  return { encapsulated, ciphertext };
}

async function encapsulate(recipient, ephemeral) {
  const theirs = await crypto.subtle.importKey("raw", recipient, P_256, false, []);
  const point = { name: "ECDH", public: theirs };
  const secret = new Uint8Array(await crypto.subtle.deriveBits(point, ephemeral.privateKey, 256));
  const encapsulated = new Uint8Array(await crypto.subtle.exportKey("raw", ephemeral.publicKey));
  const suite = joined(ascii("KEM"), twoBytes(KEM_ID));
  const extracted = await labeledExtract(suite, new Uint8Array(0), "eae_prk", secret);
  const context = joined(encapsulated, recipient);
  const shared = await labeledExpand(suite, extracted, "shared_secret", context, HASH_BYTES);
  return { shared, encapsulated };
}

async function schedule(shared, aead, info) {
  const none = new Uint8Array(0);
  const suite = joined(ascii("HPKE"), twoBytes(KEM_ID), twoBytes(KDF_ID), twoBytes(aead.id));
  const noKeyId = await labeledExtract(suite, none, "psk_id_hash", none);
  const about = await labeledExtract(suite, none, "info_hash", info);
  const baseMode = new Uint8Array([0]);
  const context = joined(baseMode, noKeyId, about);
  const secret = await labeledExtract(suite, shared, "secret", none);
  const key = await labeledExpand(suite, secret, "key", context, aead.keyBytes);
  const nonce = await labeledExpand(suite, secret, "base_nonce", context, NONCE_BYTES);
  return { key, nonce };
}

function labeledExtract(suite, salt, label, material) {
  // WebCrypto refuses an empty key; HMAC pads it with zeros, so that this is the same one.
  const key = salt.length === 0 ? new Uint8Array(HASH_BYTES) : salt;
  return hmac(key, joined(ascii("HPKE-v1"), suite, ascii(label), material));
}

// `length` is at most one hash, so that HKDF's expansion is its first block.
async function labeledExpand(suite, secret, label, context, length) {
  const info = joined(twoBytes(length), ascii("HPKE-v1"), suite, ascii(label), context);
  const block = await hmac(secret, joined(info, new Uint8Array([1])));
  return block.slice(0, length);
}

async function hmac(key, message) {
  const how = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", key, how, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, message));
}

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function ascii(text) {
  return new TextEncoder().encode(text);
}

function twoBytes(number) {
  return new Uint8Array([number >> 8, number & 0xff]);
}
