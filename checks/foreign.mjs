// Reads reports with other people's readers and looks for text that became more than text:
// node foreign.mjs SCHEMA FILE... takes .json, .csv, .xml, .md and .txt.
import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import MarkdownIt from "markdown-it";
import { SaxesParser } from "saxes";

const [schemaFile, ...files] = process.argv.slice(2);
const ajv = new Ajv({ strict: false, validateFormats: false });
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));
const wrong = [];
// What a terminal obeys, reorders text, or stands in for it.
const OBEYED = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/u;

const readers = {
  ".json": (text, say) => {
    if (!validate(JSON.parse(text))) say(ajv.errorsText(validate.errors).slice(0, 500));
  },
  ".csv": (text, say) => {
    const rows = parse(text, { bom: true, record_delimiter: "\r\n" });
    for (const [at, row] of rows.entries()) {
      for (const field of row) {
        if (/^[=+\-@\t\r\n＝＋－＠]/u.test(field) && Number.isNaN(Number(field))) say(`row ${at}: a formula: ${field.slice(0, 40)}`);
        if (OBEYED.test(field)) say(`row ${at}: a character that is obeyed: ${JSON.stringify(field.slice(0, 40))}`);
      }
    }
  },
  ".xml": (text, say) => {
    const known = new Set(["testsuites", "testsuite", "testcase", "failure", "skipped", "system-out"]);
    const parser = new SaxesParser();
    parser.on("error", (error) => say(error.message));
    parser.on("opentag", ({ name }) => known.has(name) || say(`an element ${name}`));
    parser.write(text).close();
  },
  ".md": (text, say) => {
    const allowed = /^(<details>|<\/details>|<summary>(Questions)<\/summary>|<!-- -->|\s)*$/;
    const look = (tokens) => {
      for (const token of tokens) {
        if (token.type.startsWith("html_") && !allowed.test(token.content)) say(`markup: ${token.content.slice(0, 80)}`);
        if (token.type === "image") say(`a picture: ${token.attrGet("src")}`);
        if (token.type === "link_open" && token.attrGet("href") !== "#comparison") say(`a link: ${token.attrGet("href")}`);
        if (token.children) look(token.children);
      }
    };
    look(new MarkdownIt({ html: true, linkify: true }).parse(text, {}));
    if (OBEYED.test(text)) say("a character that is obeyed");
  },
  ".txt": (text, say) => OBEYED.test(text) && say("a character that is obeyed"),
};

for (const file of files) {
  const before = wrong.length;
  readers[extname(file)](readFileSync(file, "utf8"), (what) => wrong.push(`${basename(file)}: ${what}`));
  if (wrong.length === before) console.log(`${basename(file)}: read`);
}
if (wrong.length > 0) {
  console.error(wrong.slice(0, 40).join("\n"));
  process.exit(1);
}
