// One question at a time.

function showQuestion(place) {
  const question = pack.questions[place];
  const { id } = question;
  const locked = sitting.isLocked(question);
  const next = element("button", { className: "main" });
  const name = () => { next.textContent = sitting.isAnswered(question) ? say.next : say.skip; };
  const change = (value) => {
    if (sitting.isLocked(question)) return;
    sitting.change(id, value);
    name();
  };
  name();
  const prompt = prose(question.prompt, { id: "prompt", className: "prompt" });
  const asked = ASK[question.type]({ question, prompt, value: sitting.answers[id], locked, change });
  const mark = element("input", { type: "checkbox", checked: sitting.state.marked.includes(id), onchange: () => sitting.mark(id, mark.checked) });
  const form = element("form", {
    onsubmit: (event) => {
      event.preventDefault();
      if (place + 1 < pack.questions.length) go(place + 1);
      else goOverview();
    },
    onpaste: (event) => {
      const text = event.clipboardData?.getData("text") ?? "";
      if (!locked) sitting.happened("pasted", { question: id, characters: Array.from(text).length });
    },
  }, prompt, asked, element("label", { className: "mark" }, mark, say.mark));
  const back = button(say.back, () => go(place - 1));
  form.append(element("div", { className: "actions" }, ...(place > 0 ? [back] : []), next, button(say.overview, goOverview)));
  show(say.question(place + 1, pack.questions.length), about(question), form);
}

function about(question) {
  const parts = [question.topic, question.level === null ? null : say.level[question.level], say.points(question.points)];
  const line = element("p", { className: "soft", id: "about" }, parts.filter((part) => part !== null).join(" · "));
  if (question.time_limit === null) return line;
  return element("div", {}, line, element("p", { id: "own-limit", role: "timer", "aria-live": "off" }));
}
