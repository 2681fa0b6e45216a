// Packs made as docs/submission-format.md says, from the page's own parts, and their submissions opened
// with another implementation of HPKE.
import { createHash, webcrypto } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";

const part = (path) => readFileSync(new URL(`../src/takehome/${path}`, import.meta.url), "utf8");
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

export async function newKey() {
  const pair = await webcrypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  const spki = Buffer.from(await webcrypto.subtle.exportKey("spki", pair.publicKey));
  const point = Buffer.from(await webcrypto.subtle.exportKey("raw", pair.publicKey)).toString("base64url");
  return { pair, point, fingerprint: createHash("sha256").update(spki).digest("hex") };
}

const option = (html, at) => ({ handle: `handle-${at}-${"x".repeat(3)}`, html });
const question = (id, type, prompt, more = {}) => ({
  id, type, topic: "Signals", level: null, points: "1", time_limit: null, prompt, ...more,
});

// One question of every type.
export const QUESTIONS = [
  question("q-text", "text", "<p>What are <strong>signals</strong>? Name those around deleting a row.</p>\n<pre><code>post.delete()\n</code></pre>", { points: "2.5", level: "junior" }),
  question("q-short", "short", "<p>Which attribute makes a function a test?</p>"),
  question("q-choice", "choice", "<p>Which is sent first?</p>", { options: ["<code>pre_save</code>", "<code>post_save</code>", "<p>neither</p><p>of both</p>"].map(option) }),
  question("q-multi", "multi", "<p>Which of these are sent around saving?</p>", { options: ["<code>pre_save</code>", "<code>post_save</code>", "<code>pre_delete</code>"].map(option) }),
  question("q-boolean", "boolean", "<p>Receivers run in another process.</p>"),
  question("q-number", "number", "<p>How long does light take from the sun to here?</p>", { unit: "min" }),
  question("q-order", "order", "<p>Put the steps of a request in order.</p>", { items: ["view", "middleware", "response", "URL resolver"].map(option) }),
  question("q-cloze", "cloze", "<p>A list of <code><span data-gap=\"1\"></span>()</code> calls is called <span data-gap=\"2\"></span>.</p>", { gaps: 2 }),
];

// Writes a pack to `path`; `changes` replaces what it has by default.
export function writePack(path, key, changes = {}) {
  const id = Buffer.from(webcrypto.getRandomValues(new Uint8Array(16))).toString("base64url");
  const pack = {
    version: 1, manifest: `{"version":1,"pack":"${id}","candidate":null}`, mac: "mac", pack: id, candidate: null,
    time_limit: null, deadline: null, title: "Django signals", language: "en",
    message: "<p>Thank you for taking the time. It takes about <strong>half an hour</strong>.</p>",
    key: { point: key.point, fingerprint: key.fingerprint }, limits: { answer: 65536, submission: 1 << 24 },
    questions: QUESTIONS, ...changes,
  };
  const rust = part("page.rs");
  const files = [...rust.matchAll(/include_str!\("(page\/[^"]+\.js)"\)/g)].map(([, file]) => part(file));
  const style = part("page/page.css");
  const script = `(() => {\n"use strict";\n${files.join("")}})();\n`;
  const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
  const data = JSON.stringify(pack).replaceAll("<", "\\u003c");
  writeFileSync(path, `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Django signals</title><style>${style}</style></head>
<body>${part("page/page.html")}<script type="application/json" id="pack">${data}</script><script>${script}</script></body></html>`);
  return pack;
}

// What the armoured text holds.
export async function opened(text, key) {
  const [, body] = text.match(/-----BEGIN VIVA SUBMISSION-----\n([^-]*)\n-----END VIVA SUBMISSION-----/);
  const bytes = new Uint8Array(Buffer.from(body, "base64"));
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const info = new TextEncoder().encode("vivavoce take-home v1 submission");
  const recipient = await suite.createRecipientContext({ recipientKey: key.pair.privateKey, enc: bytes.slice(33, 98), info });
  return JSON.parse(Buffer.from(await recipient.open(bytes.slice(98), bytes.slice(0, 33))).toString("utf8"));
}
