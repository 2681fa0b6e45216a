// Sealed bytes as a text that survives mail programs.

const ARMOUR_COLUMNS = 64;

function armoured(bytes) {
  const lines = base64(bytes).replace(/=+$/, "").match(new RegExp(`.{1,${ARMOUR_COLUMNS}}`, "g"));
  return ["-----BEGIN VIVA SUBMISSION-----", ...lines, "-----END VIVA SUBMISSION-----", ""].join("\n");
}

function base64(bytes) {
  // Arguments of a call are limited, so in stretches.
  const stretch = 0x8000;
  let binary = "";
  for (let at = 0; at < bytes.length; at += stretch) {
    binary += String.fromCharCode(...bytes.subarray(at, at + stretch));
  }
  return btoa(binary);
}

function fromBase64url(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function fromHex(text) {
  return Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
}
