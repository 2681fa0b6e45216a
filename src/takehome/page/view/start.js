// Before the start: what is asked, what is recorded, and consent.

function showStart() {
  const heading = pack.title;
  const form = element("form", { noValidate: true });
  const needed = pack.candidate === null;
  const name = element("input", { id: "name", type: "text", autocomplete: "name", maxLength: 200, "aria-describedby": "name-problem" });
  const nameProblem = element("p", { id: "name-problem", className: "error", role: "alert" });
  const consent = element("input", { id: "consent", type: "checkbox", "aria-describedby": "consent-problem" });
  const consentProblem = element("p", { id: "consent-problem", className: "error", role: "alert" });
  if (needed) form.append(element("label", { for: "name" }, say.name), name, nameProblem);
  form.append(
    element("label", { className: "pick consent" }, consent, element("span", {}, say.consent)), consentProblem,
    element("div", { className: "actions" }, element("button", { className: "main" }, say.start), element("span", { className: "soft" }, say.starting)),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = needed ? name.value.trim() : pack.candidate;
    nameProblem.textContent = given === "" ? say.nameNeeded : "";
    consentProblem.textContent = consent.checked ? "" : say.consentNeeded;
    if (given === "") return name.focus();
    if (!consent.checked) return consent.focus();
    sitting.start(given);
    begin(0);
  });
  show(heading, facts(), pack.message === null ? null : prose(pack.message, { className: "message" }),
    element("h2", {}, say.howItWorks), list(say.how),
    element("h2", {}, say.recorded), list(say.records), element("p", {}, say.notRecorded), form);
  document.querySelector("h1").lang = pack.language;
}

function list(lines) {
  return element("ul", {}, ...lines.map((text) => element("li", {}, text)));
}

function facts() {
  const rows = [];
  const total = pack.questions.reduce((sum, { points }) => sum + Math.round(Number(points) * 1000), 0) / 1000;
  if (pack.candidate !== null) rows.push([say.forWhom, element("bdi", {}, pack.candidate)]);
  rows.push([say.asks, `${say.questions(pack.questions.length)}, ${say.points(String(total))}`]);
  const own = pack.questions.some(({ time_limit }) => time_limit !== null) ? `; ${say.someLimits}` : "";
  rows.push([say.limit, (pack.time_limit === null ? say.noLimit : say.limitOf(duration(pack.time_limit))) + own]);
  if (pack.deadline !== null) rows.push([say.deadline, handInBy()]);
  return element("dl", { className: "facts" }, ...rows.flatMap(([term, what]) => [element("dt", {}, term), element("dd", {}, what)]));
}

// The deadline, which may pass while the page is open.
function handInBy() {
  const moment = new Date(pack.deadline).toLocaleString(undefined, { dateStyle: "full", timeStyle: "short" });
  return Date.now() > pack.deadline ? `${moment}. ${say.past}` : moment;
}

function deadline() {
  return pack.deadline === null ? null : element("p", { className: "soft" }, `${say.deadline}: ${handInBy()}`);
}
