// Holds the page's sealing to RFC 9180, appendix A.3, and to another implementation of HPKE, in Node.js:
// node seal.mjs
import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { Aes128Gcm, Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";

const source = readFileSync(new URL("../src/takehome/page/seal.js", import.meta.url), "utf8");
const page = new Function(`"use strict"; ${source}; return { seal, ephemeralPair, AES_128_GCM, AES_256_GCM };`)();
const bytes = (hex) => new Uint8Array(Buffer.from(hex, "hex"));
const hex = (array) => Buffer.from(array).toString("hex");

// RFC 9180, A.3.1: base mode, sequence number 0.
const RFC = {
  info: "4f6465206f6e2061204772656369616e2055726e",
  pkEm: "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4",
  skEm: "4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb",
  pkRm: "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0",
  skRm: "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2",
  pt: "4265617574792069732074727574682c20747275746820626561757479",
  aad: "436f756e742d30",
  ct: "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434",
};

async function rfcPair() {
  const base64url = (part) => Buffer.from(part).toString("base64url");
  const point = bytes(RFC.pkEm);
  const key = { kty: "EC", crv: "P-256", x: base64url(point.slice(1, 33)), y: base64url(point.slice(33)), ext: true };
  const curve = { name: "ECDH", namedCurve: "P-256" };
  return {
    publicKey: await webcrypto.subtle.importKey("jwk", key, curve, true, []),
    privateKey: await webcrypto.subtle.importKey("jwk", { ...key, d: base64url(bytes(RFC.skEm)) }, curve, true, ["deriveBits"]),
  };
}

function sealed(aead, ephemeral) {
  return page.seal({
    recipient: bytes(RFC.pkRm), ephemeral, aead,
    info: bytes(RFC.info), aad: bytes(RFC.aad), plaintext: bytes(RFC.pt),
  });
}

async function sealedByAnother(aead, ephemeral) {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead });
  const recipientPublicKey = await suite.kem.importKey("raw", bytes(RFC.pkRm));
  const sender = await suite.createSenderContext({ recipientPublicKey, info: bytes(RFC.info), ekm: ephemeral });
  const ciphertext = new Uint8Array(await sender.seal(bytes(RFC.pt), bytes(RFC.aad)));
  return { encapsulated: new Uint8Array(sender.enc), ciphertext };
}

async function opened(aead, { encapsulated, ciphertext }) {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead });
  const recipientKey = await suite.kem.importKey("raw", bytes(RFC.skRm), false);
  const recipient = await suite.createRecipientContext({ recipientKey, enc: encapsulated, info: bytes(RFC.info) });
  return hex(new Uint8Array(await recipient.open(ciphertext, bytes(RFC.aad))));
}

const vector = await sealed(page.AES_128_GCM, await rfcPair());
assert.equal(hex(vector.encapsulated), RFC.pkEm);
assert.equal(hex(vector.ciphertext), RFC.ct);

assert.equal(await opened(new Aes128Gcm(), vector), RFC.pt);

// The suite in use has no vector in the RFC: the other implementation makes one with the same pair.
const theirs = await sealedByAnother(new Aes256Gcm(), await rfcPair());
const ours = await sealed(page.AES_256_GCM, await rfcPair());
assert.equal(hex(ours.encapsulated), hex(theirs.encapsulated));
assert.equal(hex(ours.ciphertext), hex(theirs.ciphertext));
const fresh = await sealed(page.AES_256_GCM, await page.ephemeralPair());
assert.notEqual(hex(fresh.encapsulated), RFC.pkEm);
assert.equal(await opened(new Aes256Gcm(), fresh), RFC.pt);
console.log("the page seals as RFC 9180 says, and another implementation opens it");
