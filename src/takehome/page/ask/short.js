function askShort({ value, locked, change }) {
  const error = problem("problem");
  const field = element("input", { id: "answer", type: "text", spellcheck: false, autocapitalize: "none", "aria-describedby": "prompt problem" });
  writing(field, error, value, locked, change);
  return element("div", {}, element("label", { for: "answer" }, say.yourAnswer), field, error);
}
