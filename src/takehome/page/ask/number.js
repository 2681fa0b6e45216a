function askNumber({ question, value, locked, change }) {
  const error = problem("problem");
  const field = element("input", { id: "answer", type: "text", inputMode: "decimal", spellcheck: false, "aria-describedby": "prompt problem" });
  writing(field, error, value, locked, change);
  field.addEventListener("change", () => {
    if (field.value.trim() !== "" && !/[0-9\uff10-\uff19]/.test(field.value)) error.textContent = say.noNumber;
  });
  const label = question.unit === null ? say.aNumber : say.numberIn(question.unit);
  const unit = question.unit === null ? null : element("span", { "aria-hidden": "true" }, question.unit);
  return element("div", {}, element("label", { for: "answer" }, label), element("div", { className: "unit" }, field, ...(unit ? [unit] : [])), error);
}
