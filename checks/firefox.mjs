// The same page in another browser: node firefox.mjs FIREFOX FOLDER. Answers, a reload, a second tab, and
// what was sealed.
import assert from "node:assert/strict";
import { resolve } from "node:path";
import puppeteer from "puppeteer-core";
import { newKey, opened, writePack } from "./pack.mjs";

const [firefox, folder] = process.argv.slice(2);
const key = await newKey();
const path = resolve(folder, "firefox.html");
const wrong = [];
writePack(path, key);
const running = await puppeteer.launch({ browser: "firefox", executablePath: firefox });

async function visit() {
  const page = await running.newPage();
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(error.message));
  await page.goto(`file://${path}`);
  await opens(page);
  return page;
}
const opens = (page) => page.waitForFunction(() => document.activeElement.matches("h1"));
const heading = (page) => page.$eval("h1", (found) => found.textContent);
const press = (page, text) => page.evaluate((text) => [...document.querySelectorAll("main button")].find((it) => it.textContent === text).click(), text);

const page = await visit();
await page.type("#name", "Ann Lee");
await page.click("#consent");
await press(page, "Start");
await page.type("#answer", "pre_delete, naïve");
await press(page, "Next");
await page.type("#answer", "#[test]");
await page.reload();
await opens(page);
assert.equal(await page.$eval("#answer", (it) => it.value), "#[test]");
const second = await visit();
await page.waitForFunction(() => document.querySelector("h1").textContent.includes("another tab"));
assert.equal(await heading(second), "Question 2 of 8");
await press(second, "Overview");
await press(second, "Seal my answers");
await second.waitForSelector("#sealed");
const { answers, candidate } = await opened(await second.$eval("#sealed", (it) => it.value), key);
assert.deepEqual({ answers, candidate }, { answers: { "q-text": "pre_delete, naïve", "q-short": "#[test]" }, candidate: "Ann Lee" });
await running.close();
assert.deepEqual(wrong, []);
console.log("the take-home page works in Firefox");
