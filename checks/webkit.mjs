// The same page in WebKit, which Safari is made of: node webkit.mjs DRIVER BROWSER FOLDER. Needs a display.
// Answers, a reload, and what was sealed.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { newKey, opened, writePack } from "./pack.mjs";

const [driver, binary, folder] = process.argv.slice(2);
const key = await newKey();
const path = resolve(folder, "webkit.html");
writePack(path, key);

const port = 4711;
const running = spawn(driver, [`--port=${port}`], { stdio: "ignore" });

// One command of the WebDriver protocol.
async function command(method, way, body) {
  const answer = await fetch(`http://127.0.0.1:${port}${way}`, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${way}: ${value.error}: ${value.message}`);
  return value;
}

// What a page comes to; tried again until it does.
async function until(act) {
  for (let tries = 0; ; tries += 1) {
    try {
      const value = await act();
      if (value) return value;
    } catch (error) {
      if (tries > 100) throw error;
    }
    assert.ok(tries < 200, `it does not come: ${act}`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

try {
  const browser = { binary, args: ["--automation"] };
  const wanted = { capabilities: { alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": browser } } };
  const { sessionId, capabilities } = await until(() => command("POST", "/session", wanted));
  const session = `/session/${sessionId}`;
  const found = async (selector) => Object.values(await command("POST", `${session}/element`, { using: "css selector", value: selector }))[0];
  const run = (script) => command("POST", `${session}/execute/sync`, { script, args: [] });
  const type = async (selector, text) => command("POST", `${session}/element/${await found(selector)}/value`, { text });
  const press = (text) => run(`[...document.querySelectorAll("main button")].find((it) => it.textContent === ${JSON.stringify(text)}).click()`);
  const heading = (text) => until(() => run(`return document.querySelector("h1").textContent === ${JSON.stringify(text)}`));
  const opens = () => until(() => run("return document.activeElement.matches('h1')"));

  await command("POST", `${session}/url`, { url: `file://${path}` });
  await opens();
  await type("#name", "Ann Lee");
  await run("document.querySelector('#consent').click()");
  await press("Start");
  await heading("Question 1 of 8");
  await type("#answer", "pre_delete, naïve");
  await press("Next");
  await heading("Question 2 of 8");
  await type("#answer", "#[test]");
  await command("POST", `${session}/refresh`, {});
  await opens();
  await heading("Question 2 of 8");
  assert.equal(await run("return document.querySelector('#answer').value"), "#[test]");
  await press("Overview");
  await press("Seal my answers");
  const text = await until(() => run("return document.querySelector('#sealed')?.value"));
  const { answers, candidate } = await opened(text, key);
  assert.deepEqual({ answers, candidate }, { answers: { "q-text": "pre_delete, naïve", "q-short": "#[test]" }, candidate: "Ann Lee" });
  await command("DELETE", session);
  console.log(`the take-home page works in WebKit ${capabilities.browserVersion}`);
} finally {
  running.kill();
}
