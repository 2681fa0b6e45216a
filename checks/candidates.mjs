// Rows of answers to the Django quiz by any number of made-up candidates, always the same ones:
// node candidates.mjs 40 > rows.jsonl. The answers are those of tests/answers/django.jsonl.
import { readFileSync } from "node:fs";

const judged = readFileSync(new URL("../tests/answers/django.jsonl", import.meta.url), "utf8")
  .trim().split("\n").map((line) => JSON.parse(line));
const names = ["Ada Lovelace", "Grace Hopper", "محمد الخوارزمي", "山田 太郎", "Дмитрий Иванов", "Zoë Müller"];
const good = new Set(["expert", "good", "typos"]);
let state = 42;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const lines = [];
for (let number = 0; number < Number(process.argv[2]); number += 1) {
  const skill = random();
  const candidate = names[number] ?? `Candidate ${String(number + 1).padStart(5, "0")}`;
  for (const question of new Set(judged.map((row) => row.question))) {
    const wanted = random() < skill;
    const rows = judged.filter((row) => row.question === question && good.has(row.kind) === wanted);
    const { answer } = rows[Math.floor(random() * rows.length)];
    if (random() > 0.05) lines.push(JSON.stringify({ candidate, question, answer }));
  }
}
console.log(lines.join("\n"));
