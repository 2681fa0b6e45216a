function askChoice({ question, value, locked, change }) {
  const options = question.options.map(({ handle, html }) => ({ value: handle, shown: line(html) }));
  return askOne(options, value, locked, change);
}

// One of several. What was picked can be taken back, which a radio button alone cannot.
function askOne(options, value, locked, change) {
  const inputs = options.map((option) => element("input", {
    type: "radio", name: "answer", disabled: locked, checked: option.value === value, onchange: () => change(option.value),
  }));
  const clear = button(say.clear, () => {
    inputs.forEach((input) => { input.checked = false; });
    change(null);
    inputs[0].focus();
  }, { className: "plain", disabled: locked });
  const picks = options.map((option, at) => element("label", { className: "pick" }, inputs[at], option.shown));
  return element("fieldset", { "aria-describedby": "prompt" }, element("legend", {}, say.pickOne), ...picks, clear);
}
