// Takes a quiz in a browser as a candidate would: node takehome.mjs CHROMIUM FOLDER. Every question type is
// answered, the page reloaded and the browser killed in the middle; by mouse in a wide window, by keyboard
// alone in a narrow one; axe-core looks at each view in light and dark; nothing may be asked of the network.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import puppeteer from "puppeteer-core";
import { QUESTIONS, newKey, opened, writePack } from "./pack.mjs";

const [chromium, folder] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const key = await newKey();
const wrong = [];
mkdirSync(folder, { recursive: true });

// A browser that keeps its storage between starts, as a candidate's does.
async function browser(profile, fresh = true) {
  const home = resolve(folder, profile);
  if (fresh) rmSync(home, { recursive: true, force: true });
  return puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"], userDataDir: home });
}

async function visit(from, path, width) {
  const page = await from.newPage();
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("request", (request) => /^(file|blob|data):/.test(request.url()) || wrong.push(`asks for ${request.url()}`));
  await page.setViewport({ width, height: 900 });
  await page.goto(`file://${resolve(path)}`, { waitUntil: "load" });
  await opens(page);
  return page;
}

// The page is there when its heading has the focus.
const opens = (page) => page.waitForFunction(() => document.activeElement.matches("h1"));
const heading = (page) => page.$eval("h1", (found) => found.textContent);
const press = async (page, text) => {
  const found = await page.evaluateHandle((text) => [...document.querySelectorAll("main button")].find((it) => it.textContent === text && it.offsetParent), text);
  assert.ok(found.asElement(), `no button ${text} on ${await heading(page)}`);
  await found.click();
};

// Tab until `selector` has the focus.
async function tabTo(page, selector) {
  for (let step = 0; step < 40; step += 1) {
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the keyboard does not reach ${selector} on ${await heading(page)}`);
}

async function look(page, name) {
  const width = page.viewport().width;
  for (const scheme of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }, { name: "prefers-reduced-motion", value: "reduce" }]);
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"], preload: false, iframes: false }));
    for (const rule of found.violations) {
      wrong.push(`${name} ${width} ${scheme}: ${rule.id}: ${rule.help}: ${rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`);
    }
    await page.screenshot({ path: `${folder}/take-${name}-${width}-${scheme}.png`, fullPage: true });
  }
  for (const narrow of width === 360 ? [360, 320] : [width]) {
    await page.setViewport({ ...page.viewport(), width: narrow });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > narrow) wrong.push(`${name} ${narrow}: is ${wide} pixels wide`);
  }
  await page.setViewport({ ...page.viewport(), width });
}

const WRITTEN = "pre_delete 👩‍💻 and post_delete, قاعدة البيانات";

// What a candidate does on each question, in both ways.
const BY_MOUSE = {
  text: async (page) => page.type("#answer", WRITTEN),
  short: async (page) => page.type("#answer", "#[test]"),
  choice: async (page) => (await page.$$("label.pick"))[1].click(),
  multi: async (page) => { for (const at of [0, 2]) await (await page.$$("label.pick"))[at].click(); },
  boolean: async (page) => (await page.$$("label.pick"))[1].click(),
  number: async (page) => page.type("#answer", "8,3"),
  order: async (page) => (await page.$$("button.up"))[1].click(),
  cloze: async (page) => { for (const [at, text] of ["path", "urlpatterns"].entries()) await (await page.$$(".prompt input"))[at].type(text); },
};
const typed = (selector, text) => async (page) => { await tabTo(page, selector); await page.keyboard.type(text); };
const BY_KEYBOARD = {
  text: typed("textarea", WRITTEN),
  short: typed("#answer", "#[test]"),
  choice: async (page) => { await tabTo(page, "input[type=radio]"); await page.keyboard.press("Space"); await page.keyboard.press("ArrowDown"); },
  multi: async (page) => { await tabTo(page, ".pick input"); await page.keyboard.press("Space"); await page.keyboard.press("Tab"); await page.keyboard.press("Tab"); await page.keyboard.press("Space"); },
  boolean: async (page) => { await tabTo(page, "input[type=radio]"); await page.keyboard.press("Space"); await page.keyboard.press("ArrowDown"); },
  number: typed("#answer", "8,3"),
  order: async (page) => { await tabTo(page, "li:nth-child(2) button.up"); await page.keyboard.press("Enter"); },
  cloze: async (page) => { await tabTo(page, ".prompt input"); await page.keyboard.type("path"); await page.keyboard.press("Tab"); await page.keyboard.type("urlpatterns"); },
};
const picks = (of, ...places) => places.map((at) => QUESTIONS.find(({ id }) => id === of)[of === "q-order" ? "items" : "options"][at].handle);
const EXPECTED = {
  "q-text": WRITTEN, "q-short": "#[test]", "q-choice": picks("q-choice", 1)[0], "q-multi": picks("q-multi", 0, 2),
  "q-boolean": false, "q-number": "8,3", "q-order": picks("q-order", 1, 0, 2, 3), "q-cloze": ["path", "urlpatterns"],
};

function holds(submission, pack, name) {
  assert.deepEqual(submission.answers, EXPECTED);
  assert.equal(submission.manifest, pack.manifest);
  assert.equal(submission.candidate, name);
  assert.equal(submission.taken_in, "browser");
  const events = submission.events.map(({ event }) => event);
  assert.equal(events[0], "started");
  assert.equal(events.at(-1), "submitted");
  for (const { id } of QUESTIONS) {
    for (const event of ["shown", "first_key", "answered"]) {
      assert.ok(submission.events.some((it) => it.event === event && it.question === id), `${event} of ${id}`);
    }
  }
  const times = submission.events.map(({ at }) => at);
  assert.ok(times.every((at, place) => Number.isInteger(at) && (place === 0 || times[place - 1] <= at)), "times go back");
}

// By mouse in a wide window: reload after the second question, kill after the fourth.
{
  const path = `${folder}/wide.html`;
  const pack = writePack(path, key);
  let running = await browser("wide");
  let page = await visit(running, path, 1200);
  await look(page, "start");
  await press(page, "Start");
  assert.match(await page.$eval("#name-problem", (it) => it.textContent), /name/);
  await page.type("#name", "Ann Lee");
  await page.click("#consent");
  await press(page, "Start");
  for (const [place, { type }] of QUESTIONS.entries()) {
    assert.equal(await heading(page), `Question ${place + 1} of ${QUESTIONS.length}`);
    await BY_MOUSE[type](page);
    if (place === 1) {
      await page.reload();
      await opens(page);
      assert.equal(await page.$eval("#answer", (it) => it.value), "#[test]");
    }
    if (place === 3) {
      await new Promise((wake) => setTimeout(wake, 1000));
      running.process().kill("SIGKILL");
      await new Promise((wake) => setTimeout(wake, 500));
      running = await browser("wide", false);
      page = await visit(running, path, 1200);
      assert.equal(await heading(page), "Question 4 of 8");
      assert.deepEqual(await page.$$eval(".pick input", (all) => all.map((it) => it.checked)), [true, false, true]);
    }
    await look(page, type);
    await press(page, "Next");
  }
  await look(page, "overview");
  await press(page, "Seal my answers");
  await page.waitForSelector("#sealed");
  await look(page, "finish");
  const text = await page.$eval("#sealed", (it) => it.value);
  holds(await opened(text, key), pack, "Ann Lee");

  await press(page, "Select all");
  assert.equal(await page.evaluate(() => getSelection().toString()), text);
  await press(page, "Copy the text");
  await page.waitForFunction(() => document.querySelector("main [role=status]").textContent === "Copied.");
  const session = await page.createCDPSession();
  const downloads = resolve(folder, "downloads");
  rmSync(downloads, { recursive: true, force: true });
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  await press(page, "Save the file");
  const name = `viva-answers-${pack.pack.slice(0, 8)}.txt`;
  for (let waited = 0; waited < 50 && !safeList(downloads).includes(name); waited += 1) await new Promise((wake) => setTimeout(wake, 100));
  assert.equal(readFileSync(`${downloads}/${name}`, "utf8"), text);

  // A second tab takes over, and the first keeps its hands off.
  const second = await visit(running, path, 1200);
  await page.waitForFunction(() => document.querySelector("h1").textContent.includes("another tab"));
  await look(page, "other-tab");
  await press(second, "Overview");
  await press(second, "Seal my answers");
  await second.waitForSelector("#sealed");
  const again = await opened(await second.$eval("#sealed", (it) => it.value), key);
  holds(again, pack, "Ann Lee");
  assert.ok(again.events.filter(({ event }) => event === "submitted").length === 2);
  await press(second, "Delete my answers from this browser");
  await press(second, "Yes, delete them");
  assert.deepEqual(await second.evaluate(() => Object.keys(localStorage)), []);
  await look(second, "removed");
  await running.close();
}

// The clock set back by an hour, in the page and before it is opened again; a paste; a character under way;
// letters twice as large.
{
  const running = await browser("clock");
  const path = `${folder}/clock.html`;
  writePack(path, key, { candidate: "Ann", time_limit: 600_000 });
  const page = await visit(running, path, 360);
  await page.click("#consent");
  await press(page, "Start");
  const back = () => { const real = Date.now.bind(Date); Date.now = () => real() - 3_600_000; };
  await page.evaluate(back);
  const input = await page.createCDPSession();
  await page.focus("#answer");
  await input.send("Input.imeSetComposition", { text: "データ", selectionStart: 3, selectionEnd: 3 });
  await input.send("Input.insertText", { text: "データベース" });
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", "👩‍💻 x");
    document.querySelector("#answer").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  });
  await page.evaluateOnNewDocument(back);
  await page.reload();
  await opens(page);
  assert.equal(await page.$eval("#answer", (it) => it.value), "データベース");
  assert.match(await page.$eval("#alarm", (it) => it.textContent), /Welcome back/);
  for (const view of ["question", "overview"]) {
    await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > 360) wrong.push(`${view} in large letters: is ${wide} pixels wide`);
    await page.screenshot({ path: `${folder}/take-large-${view}.png`, fullPage: true });
    if (view === "question") await press(page, "Overview");
  }
  await press(page, "Seal my answers");
  await page.waitForSelector("#sealed");
  const { answers, events } = await opened(await page.$eval("#sealed", (it) => it.value), key);
  assert.equal(answers["q-text"], "データベース");
  assert.ok(events.every(({ at }, place) => place === 0 || events[place - 1].at <= at), "times go back");
  assert.ok(events.at(-1).at < 60_000 && events.at(-1).clock < events[0].clock, "the clock does not show that it was set back");
  assert.equal(events.find(({ event }) => event === "pasted").characters, 5);
  const resumed = events.findIndex(({ event }) => event === "resumed");
  assert.deepEqual([events[resumed - 1].event, events[resumed - 1].at], ["answered", events[resumed].last_seen]);
  await running.close();
}

// By keyboard alone, 360 pixels wide.
{
  const path = `${folder}/narrow.html`;
  const pack = writePack(path, key, { candidate: "Грета 🦊", time_limit: 3_600_000, deadline: Date.now() + 86_400_000 });
  const running = await browser("narrow");
  const page = await visit(running, path, 360);
  await look(page, "start");
  await tabTo(page, "#consent");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  for (const { type } of QUESTIONS) {
    await BY_KEYBOARD[type](page);
    await look(page, type);
    await tabTo(page, "button.main");
    await page.keyboard.press("Enter");
  }
  assert.equal(await heading(page), "Overview");
  await look(page, "overview");
  await tabTo(page, "button.main");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#sealed");
  await look(page, "finish");
  holds(await opened(await page.$eval("#sealed", (it) => it.value), key), pack, pack.candidate);
  await running.close();
}

// In German, with the same words to say as in English.
{
  const words = ["en", "de"].map((language) => {
    const source = readFileSync(new URL(`../src/takehome/page/words/${language}.js`, import.meta.url), "utf8");
    return new Function(`${source}; return ${language.toUpperCase()};`)();
  });
  const form = (table) => JSON.stringify(table, (_, value) => (["string", "function"].includes(typeof value) ? typeof value : value));
  assert.equal(form(words[1]), form(words[0]));
  const running = await browser("german");
  const page = await running.newPage();
  page.on("pageerror", (error) => wrong.push(error.message));
  await page.setViewport({ width: 360, height: 900 });
  await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, "language", { get: () => "de-AT" }));
  writePack(`${folder}/german.html`, key, { candidate: "Änne", time_limit: 600_000 });
  await page.goto(`file://${resolve(folder, "german.html")}`);
  await opens(page);
  assert.equal(await page.$eval("html", (it) => it.lang), "de");
  await look(page, "german-start");
  await page.click("#consent");
  await press(page, "Start");
  await page.type("#answer", "x");
  await press(page, "Weiter");
  await look(page, "german-question");
  await press(page, "Übersicht");
  await look(page, "german-overview");
  await running.close();
}

// An order that is right as it came; a deadline that passes meanwhile.
{
  const running = await browser("order");
  const path = `${folder}/order.html`;
  const asked = QUESTIONS.find(({ type }) => type === "order");
  const deadline = Date.now() + 3_600_000;
  writePack(path, key, { candidate: "Bob", deadline, questions: [asked] });
  const page = await visit(running, path, 360);
  assert.doesNotMatch(await page.$eval(".facts", (it) => it.textContent), /is over/);
  await page.click("#consent");
  await press(page, "Start");
  assert.equal(await page.$eval("button.main", (it) => it.textContent), "Skip for now");
  await press(page, "It is right as it stands");
  await press(page, "Clear my answer");
  assert.equal(await page.$eval("button.main", (it) => it.textContent), "Skip for now");
  await press(page, "It is right as it stands");
  await page.reload();
  await opens(page);
  assert.match(await page.$eval("#arranging", (it) => it.textContent), /is your answer/);
  await page.evaluate(() => { const real = Date.now.bind(Date); Date.now = () => real() + 7_200_000; });
  await press(page, "Next");
  assert.match(await page.$eval("main", (it) => it.textContent), /This moment is over. You can still hand in/);
  await press(page, "Seal my answers");
  await page.waitForSelector("#sealed");
  const { answers, events } = await opened(await page.$eval("#sealed", (it) => it.value), key);
  assert.deepEqual(answers, { "q-order": asked.items.map(({ handle }) => handle) });
  assert.ok(events.at(-1).clock > deadline);
  await running.close();
}

// Time over, text too long, storage full or forbidden.
{
  const running = await browser("limits");
  const path = `${folder}/limits.html`;
  const own = { ...QUESTIONS[0], time_limit: 2500 };
  writePack(path, key, { candidate: "Bob", time_limit: 9000, questions: [own, QUESTIONS[1]] });
  const page = await visit(running, path, 1200);
  await page.click("#consent");
  await press(page, "Start");
  await page.type("#answer", "in time");
  await page.waitForFunction(() => document.querySelector("#answer").readOnly);
  assert.match(await page.$eval("#alarm", (it) => it.textContent), /this question is up/);
  await press(page, "Next");
  const long = `${"é".repeat(40_000)}`;
  await page.evaluate((long) => { const field = document.querySelector("#answer"); field.value = long; field.dispatchEvent(new Event("input")); }, long);
  assert.equal(await page.$eval("#answer", (it) => it.value.length), 32_768);
  assert.match(await page.$eval("#problem", (it) => it.textContent), /too long/);
  await page.waitForFunction(() => document.querySelector("h1").textContent === "Overview", { timeout: 15_000 });
  assert.match(await page.$eval("#alarm", (it) => it.textContent), /time is up/);
  await look(page, "time-up");
  // Printed, a page is dark on light whatever the screen is like, and shows what is on the screen.
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  await page.emulateMediaType("print");
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  assert.deepEqual(await page.$$eval("ol.overview button, main button.main", (all) => all.map((it) => it.checkVisibility())), [true, true, false]);
  await page.emulateMediaType("screen");
  await press(page, "Seal my answers");
  await page.waitForSelector("#sealed");
  const late = await opened(await page.$eval("#sealed", (it) => it.value), key);
  assert.equal(late.answers["q-text"], "in time");
  assert.equal(late.answers["q-short"].length, 32_768);
  const up = late.events.findIndex(({ event }) => event === "time_up");
  assert.ok(late.events.findLastIndex(({ event }) => event === "answered") < up);

  // A machine that slept over the end: what was there before counts, what is typed after it does not.
  writePack(path, key, { candidate: "Bob", time_limit: 600_000 });
  const slept = await visit(running, path, 1200);
  await slept.click("#consent");
  await press(slept, "Start");
  await slept.type("#answer", "before");
  await slept.evaluate(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + 3_600_000;
    const field = document.querySelector("#answer");
    field.value = "after";
    field.dispatchEvent(new Event("input"));
  });
  await slept.waitForFunction(() => document.querySelector("h1").textContent === "Overview");
  await press(slept, "Seal my answers");
  await slept.waitForSelector("#sealed");
  const woken = await opened(await slept.$eval("#sealed", (it) => it.value), key);
  assert.equal(woken.answers["q-text"], "before");
  const left = woken.events.find(({ event }) => event === "answered");
  assert.ok(left.at > 3_600_000 && left.changed < 600_000, JSON.stringify(left));

  // The time left is told to those who do not see it.
  writePack(path, key, { candidate: "Bob", time_limit: 62_000 });
  const heard = await visit(running, path, 1200);
  await heard.click("#consent");
  await press(heard, "Start");
  await heard.waitForFunction(() => document.querySelector("#say").textContent === "One minute left.", { timeout: 10_000 });
  assert.match(await heard.$eval("#timer", (it) => it.textContent), /^(1 min|5. s) left$/);

  const full = await running.newPage();
  writePack(path, key, { candidate: "Bob" });
  await full.goto(`file://${resolve(path)}`);
  await opens(full);
  await full.click("#consent");
  await press(full, "Start");
  await full.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; });
  await full.type("#answer", "still here");
  assert.match(await full.$eval("#alarm", (it) => it.textContent), /no longer be saved/);
  assert.equal(await full.$eval("#saved", (it) => it.textContent), "Not saved");
  await press(full, "Overview");
  await press(full, "Seal my answers");
  await full.waitForSelector("#sealed");
  assert.equal((await opened(await full.$eval("#sealed", (it) => it.value), key)).answers["q-text"], "still here");

  for (const [take, told] of [["localStorage", "keep your answers"], ["crypto", "seal your answers"]]) {
    const barred = await running.newPage();
    await barred.evaluateOnNewDocument((take) => Object.defineProperty(window, take, { get: () => { if (take === "crypto") return undefined; throw new DOMException("no", "SecurityError"); } }), take);
    await barred.goto(`file://${resolve(path)}`);
    await opens(barred);
    assert.match(await barred.$eval("main", (it) => it.textContent), new RegExp(told));
  }
  const bare = await running.newPage();
  await bare.setJavaScriptEnabled(false);
  await bare.goto(`file://${resolve(path)}`);
  assert.match(await bare.$eval("body", (it) => it.innerText), /Scripts are switched off/);
  await running.close();
}

assert.deepEqual(wrong, []);
console.log("the take-home page was taken by mouse and by keyboard, and its submissions opened");

function safeList(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
