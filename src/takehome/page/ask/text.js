function askText({ value, locked, change }) {
  const error = problem("problem");
  const field = element("textarea", { id: "answer", rows: 8, "aria-describedby": "prompt problem" });
  writing(field, error, value, locked, change);
  return element("div", {}, element("label", { for: "answer" }, say.yourAnswer), field, error);
}
