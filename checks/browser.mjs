// Opens pages in a browser that is not ours and looks at them with axe-core: light, dark, 320 pixels
// wide, without scripts, and on paper. Of pages of more than LARGE bytes, which axe-core would take
// minutes for, it sees the first rows of each table and the first two candidates.
// Usage: node browser.mjs CHROMIUM FOLDER PAGE...
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { readFileSync, statSync } from "node:fs";
import puppeteer from "puppeteer-core";

const [chromium, folder, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
const looks = [
  { name: "light", width: 1200, scheme: "light" },
  { name: "dark", width: 1200, scheme: "dark" },
  { name: "narrow", width: 320, scheme: "light" },
  { name: "print", width: 720, scheme: "light", media: "print" },
  { name: "no-script", width: 1200, scheme: "light", script: false },
];
const LARGE = 1_000_000;
const wrong = [];
for (const path of pages) {
  const large = statSync(path).size > LARGE;
  for (const look of looks) {
    const where = `${basename(path)} ${look.name}`;
    const say = (what) => wrong.push(`${where}: ${what}`);
    const page = await browser.newPage();
    // The page's policy forbids every script but its own, and axe-core must run beside it.
    page.on("console", (message) => message.type() === "error" && say(message.text()));
    page.on("pageerror", (error) => say(error.message));
    page.on("request", (request) => request.url().startsWith("file:") || say(`asks for ${request.url()}`));
    page.on("dialog", async (dialog) => { say(`a dialog: ${dialog.message()}`); await dialog.dismiss(); });
    await page.setJavaScriptEnabled(look.script ?? true);
    await page.setViewport({ width: look.width, height: 1000 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: look.scheme }]);
    if (look.media) await page.emulateMediaType(look.media);
    const started = Date.now();
    await page.goto(`file://${resolve(path)}`, { waitUntil: "load", timeout: 120_000 });
    const loaded = Date.now() - started;
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > look.width && look.media !== "print") say(`is ${width} pixels wide`);
    for (const what of await page.evaluate(foreign)) say(what);
    if (look.script !== false) {
      if (await page.$("table.compare")) await sorts(page, say);
    }
    if (look.script !== false) {
      if (large) await page.evaluate(shorten);
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"], preload: false, iframes: false }));
      for (const rule of found.violations) {
        say(`${rule.id}: ${rule.help}: ${rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`);
      }
    }
    const name = `${folder}/${basename(path, ".html")}-${look.name}`;
    await page.screenshot({ path: `${name}.png`, clip: { x: 0, y: 0, width: look.width, height: 2600 } });
    if (look.media === "print" && !large) {
      await page.pdf({ path: `${name}.pdf`, format: "A4", preferCSSPageSize: true, timeout: 120_000 });
    }
    console.log(`${where}: opened in ${loaded} ms`);
    await page.close();
  }
}
await browser.close();
if (wrong.length > 0) {
  console.error(wrong.join("\n"));
  process.exit(1);
}

// Elements that no report has, and links that do more than open a page.
function foreign() {
  const own = "html head meta title style body header main footer script section h1 h2 h3 h4 p div span a code pre strong em del q bdi br hr sup mark " +
    "svg rect line text table thead tbody tfoot tr th td button ul ol li dl dt dd blockquote";
  const known = new Set(own.split(" "));
  const all = [...document.getElementsByTagName("*")];
  const wrong = all.filter((element) => !known.has(element.localName)).map((element) => `has an element ${element.localName}`);
  wrong.push(...all.flatMap((element) => element.getAttributeNames().filter((name) => /^on|^style$/.test(name)).map((name) => `has an attribute ${name}`)));
  wrong.push(...[...document.links].filter((link) => !/^https?:|^file:[^?]*#c/.test(link.href)).map((link) => `links to ${link.href.slice(0, 80)}`));
  return wrong.slice(0, 10);
}

// Leaves the first rows of each table and the first two candidates, and no link to one that is gone.
function shorten() {
  for (const page of [...document.querySelectorAll("section.page")].slice(2)) page.remove();
  for (const table of document.querySelectorAll("table.compare")) {
    for (const row of [...table.tBodies[0].rows].slice(20)) row.remove();
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    if (!document.querySelector(link.getAttribute("href"))) link.replaceWith(...link.childNodes);
  }
}

// A click on a heading orders the rows by that column, and says so.
async function sorts(page, say) {
  const sorted = await page.evaluate(() => {
    const table = document.querySelector("table.compare");
    const totals = () => [...table.tBodies[0].rows].map((row) => Number(row.cells[2].dataset.value));
    const head = table.tHead.rows[0].cells[2];
    const button = head.querySelector("button");
    if (!button) return "has no buttons to sort with";
    button.click();
    const down = totals().every((value, at, all) => at === 0 || all[at - 1] >= value);
    button.click();
    const up = totals().every((value, at, all) => at === 0 || all[at - 1] <= value);
    button.click();
    return down && up && head.ariaSort === "descending" ? "" : "does not sort by total";
  });
  if (sorted) say(sorted);
}
