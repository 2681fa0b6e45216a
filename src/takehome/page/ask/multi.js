function askMulti({ question, value, locked, change }) {
  const picked = new Set(value ?? []);
  const picks = question.options.map(({ handle, html }) => {
    const input = element("input", {
      type: "checkbox", disabled: locked, checked: picked.has(handle),
      onchange: () => {
        if (input.checked) picked.add(handle);
        else picked.delete(handle);
        change([...picked]);
      },
    });
    return element("label", { className: "pick" }, input, line(html));
  });
  return element("fieldset", { "aria-describedby": "prompt" }, element("legend", {}, say.pickAll), ...picks);
}
