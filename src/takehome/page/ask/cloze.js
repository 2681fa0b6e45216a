// The fields stand in the prompt itself.
function askCloze({ question, prompt, value, locked, change }) {
  const filled = Array.from({ length: question.gaps }, (_, at) => value?.[at] ?? "");
  const error = problem("problem");
  for (const span of prompt.querySelectorAll("span[data-gap]")) {
    const at = Number(span.dataset.gap) - 1;
    const field = element("input", {
      type: "text", className: "code", size: 14, spellcheck: false, autocapitalize: "none",
      "aria-label": say.gap(at + 1, question.gaps), "aria-describedby": "problem",
    });
    writing(field, error, filled[at], locked, (text) => {
      filled[at] = text;
      change([...filled]);
    });
    span.replaceWith(field);
  }
  return error;
}
