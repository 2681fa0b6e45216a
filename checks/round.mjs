// The whole way: keys and a pack by the program, the quiz taken in a browser and by the program, both
// submissions graded by the program: node round.mjs CHROMIUM FOLDER VIVA. Every answer is right, so that all
// points must come back, and the same answers tell the same of both ways.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { webcrypto } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { opened } from "./pack.mjs";

const [chromium, folder, viva] = process.argv.slice(2);
const quiz = fileURLToPath(new URL("every.toml", import.meta.url));
const home = resolve(folder, "round");
rmSync(home, { recursive: true, force: true });
mkdirSync(`${home}/back`, { recursive: true });
const run = (...words) => execFileSync(viva, words, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
// Answers on stdin, one a line.
const take = (lines, ...words) => execFileSync(viva, ["take", ...words], { input: lines.join("\n"), stdio: ["pipe", "ignore", "inherit"] });

run("keygen", "--output", `${home}/key.pem`);
run("pack", quiz, "--key", `${home}/key.pem`, "--output", `${home}/quiz.html`, "--time-limit", "1h", "--shuffle");

// What is right, whatever the order in which it is asked: words of the prompt, the line for the program, and
// what is done in the page.
const RIGHT = [
  ["What are signals", "pre_delete and post_delete", typing],
  ["attribute", "#[test]", typing],
  ["light", "8,3", typing],
  ["around saving", "pre_save | post_save", picking],
  ["sent first", "pre_save", picking],
  ["another process", "False", picking],
  ["steps of a request", "middleware | URL resolver | view | response", arranging],
  ["is called", "path | urlpatterns", filling],
];
const parts = (line) => line.split(" | ");

async function typing(page, line) {
  await page.type("#answer", line);
}

async function picking(page, line) {
  for (const label of await page.$$("label.pick")) {
    if (parts(line).includes(await label.evaluate((it) => it.textContent))) await label.click();
  }
}

async function filling(page, line) {
  const fields = await page.$$(".prompt input");
  for (const [at, text] of parts(line).entries()) await fields[at].type(text);
}

async function arranging(page, line) {
  for (const [place, text] of parts(line).entries()) {
    const at = async () => (await page.$$eval(".what", (all) => all.map((it) => it.textContent))).indexOf(text);
    while (await at() > place) await (await page.$$("button.up"))[await at()].click();
  }
  // It may have come in the right order.
  if (await page.$eval("button.main", (it) => it.textContent) !== "Next") await page.click("fieldset > button");
}

const running = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
const page = await running.newPage();
const wrong = [];
page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
page.on("pageerror", (error) => wrong.push(error.message));
page.on("request", (request) => request.url().startsWith("file:") || wrong.push(`asks for ${request.url()}`));
await page.goto(`file://${home}/quiz.html`);
await page.waitForFunction(() => document.activeElement.matches("h1"));
await page.type("#name", "Ann Lee");
await page.click("#consent");
await page.click("button.main");
const lines = [];
for (let asked = 1; asked <= RIGHT.length; asked += 1) {
  const prompt = await page.$eval("#prompt", (it) => it.textContent);
  const [, line, act] = RIGHT.find(([words]) => prompt.includes(words));
  await act(page, line);
  lines.push(line);
  await page.click("button.main");
}
await page.click("button.main");
await page.waitForSelector("#sealed");
const text = await page.$eval("#sealed", (it) => it.value);
await running.close();
assert.deepEqual(wrong, []);

// As a mail program may send it on.
writeFileSync(`${home}/back/ann.txt`, `Hello,\n\n${text.replaceAll("\n", "\r\n> ")}\r\nBest, Ann\n`);
take(lines, `${home}/quiz.html`, "--agree", "--name", "Bob Ray", "--output", `${home}/back/bob.txt`, "--data-dir", `${home}/data`);
const reports = run("grade", quiz, `${home}/back`, "--key", `${home}/key.pem`, "--format", "jsonl").trim().split("\n").map((line) => JSON.parse(line));
assert.deepEqual(reports.map(({ candidate, sitting }) => [candidate, sitting.home.taken_in]), [["Ann Lee", "browser"], ["Bob Ray", "terminal"]]);
for (const { questions, total, sitting } of reports) {
  for (const { id, earned, possible } of questions) assert.equal(earned, possible, id);
  assert.deepEqual([total.earned, sitting.end, sitting.home.foreign], [8, "finished", 0]);
}

// Side by side: the same grades for the same reasons, and the same events but for what a terminal cannot see.
const [browser, terminal] = reports.map(({ questions }) => questions.map(({ observed, spent, ...graded }) => {
  assert.ok(observed.first_key >= 0 && spent >= observed.first_key, graded.id);
  return graded;
}));
assert.deepEqual(terminal, browser);
const pem = Buffer.from(readFileSync(`${home}/key.pem`, "utf8").replace(/-----[^-]+-----/g, ""), "base64");
const pair = { privateKey: await webcrypto.subtle.importKey("pkcs8", pem, { name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]) };
const [seen, told] = await Promise.all([text, readFileSync(`${home}/back/bob.txt`, "utf8")].map(async (sealed) => {
  const { events } = await opened(sealed, { pair });
  return events.filter(({ event }) => !event.startsWith("focus")).map(({ event, question }) => `${event} ${question ?? ""}`);
}));
assert.deepEqual(told, seen);
assert.equal(seen.length, 2 + 3 * RIGHT.length);
console.log("a packed quiz was taken in a browser and in a terminal, with the same grades and events");
