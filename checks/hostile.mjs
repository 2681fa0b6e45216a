// Text that would like to be more than text, in every field of a report:
// node hostile.mjs rows > rows.jsonl: answers to checks/every.toml, a candidate for each text;
// node hostile.mjs reports < reports.json: the same reports with the texts wherever a quiz's author
// can write, and the first candidate twice.
import { readFileSync } from "node:fs";

const texts = [
  "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>\"'><a href=javascript:alert(4)>x</a>",
  "</title></style></textarea></details><!-- --><![CDATA[ ]]> &amp; &#60;b&#62;",
  "=HYPERLINK(\"http://127.0.0.1/\",\"click\")", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1:A9)", "\t=1+1", "\r=1+1", "＝1+1", "{=1+1}",
  "a,b;c\td\"e\"\r\n\"=1+1\"", "\u001b]0;title\u0007\u001b[2J\u001b[31mred\u009b5m\u0000\b\u007f",
  "\u202egnp.exe\u202c \u2066isolated\u2069 \u200fright \u061c",
  "zero\u200bwidth\u2060and\ufeffmarks\u00ad", "\u3164", " ", "\ufffe\uffff\u{1fffe}\ue000",
  "# heading\n- [x] list\n| a | b |\n|---|---|\n[click](javascript:alert(5)) ![i](http://127.0.0.1/i.png) @everyone #1 www.example.org",
  "``` ~~~ ` `` ````\n</details>", "https://example.org/?q=\"><script>alert(6)</script>", "javascript:alert(7)",
  "👩‍💻🏳️‍🌈 e\u0301 Z\u0351\u036f\u0321a\u0334\u0352l\u0338\u031bgo", "ا".repeat(500), "n".repeat(500),
  "w".repeat(100_000), "line\n".repeat(10_000), "{{7*7}} ${7*7} %s %n \\ \\u0041 _x001B_ #{x}",
];

if (process.argv[2] === "rows") {
  const questions = ["signals", "attribute", "first", "saving", "process", "light", "request", "routes"];
  for (const text of texts) {
    for (const question of questions) {
      const answer = question === "first" ? "2" : question === "saving" ? "1|3" : question === "request" ? "2|1|3|4"
        : question === "routes" ? `path|${text.replaceAll("|", "/")}` : text;
      console.log(JSON.stringify({ candidate: text, question, answer }));
    }
  }
} else {
  const document = JSON.parse(readFileSync(0, "utf8"));
  // What the program itself says, and names that refer to each other.
  const own = new Set(["digest", "started", "mode", "end", "kind", "type", "status", "state", "level", "id", "topic", "question", "flags", "audience", "cause", "candidate", "text", "quotes"]);
  const fill = (value, text, key) => {
    if (own.has(key)) return key === "text" && typeof value === "string" && value === "" ? text : value;
    if (typeof value === "string") return text;
    if (Array.isArray(value)) return value.map((part) => fill(part, text, key));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fill(part, text, key)]));
  };
  const reports = document.reports.map((report, at) => fill(report, texts[at % texts.length]));
  for (const report of reports) {
    for (const question of report.questions) question.sources = [texts[0], "https://example.org/", texts[19], texts[20]];
  }
  console.log(JSON.stringify({ version: document.version, reports: [...reports, reports[0]] }));
}
