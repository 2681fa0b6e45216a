// Every question with what became of it, and the way to the end.

function showOverview() {
  const rows = pack.questions.map((question, place) => {
    const state = sitting.isAnswered(question) ? "answered" : sitting.state.seen.includes(question.id) ? "skipped" : "unseen";
    const marked = sitting.state.marked.includes(question.id) ? `, ${say.marked}` : "";
    const prompt = prose(question.prompt);
    prompt.querySelectorAll("[data-gap]").forEach((gap) => gap.replaceWith("____"));
    const start = prompt.textContent.trim().replace(/\s+/g, " ");
    return element("li", {}, element("button", { type: "button", onclick: () => go(place) },
      element("span", { className: "number" }, `${place + 1}.`),
      element("span", { className: "start", dir: "auto", lang: pack.language }, start.length > 80 ? `${start.slice(0, 80)} …` : start),
      element("span", { className: state === "answered" ? "answered" : "open" }, say.state[state] + marked)));
  });
  const done = pack.questions.filter(sitting.isAnswered).length;
  show(say.overview, element("p", {}, say.counts(done, pack.questions.length)),
    element("ol", { className: "overview" }, ...rows),
    element("p", { className: "soft" }, sitting.state.over ? say.finishingLate : say.finishing), deadline(),
    element("div", { className: "actions" }, button(say.finish, showFinish, { className: "main" })));
}
