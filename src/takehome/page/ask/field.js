// A field to write in, for the types that have one: cut to what can be handed in, never while a character
// is being composed.

function writing(field, error, value, locked, change) {
  field.value = value ?? "";
  field.readOnly = locked;
  field.autocomplete = "off";
  field.dir = "auto";
  const cut = () => {
    const most = pack.limits.answer;
    const { read } = new TextEncoder().encodeInto(field.value, new Uint8Array(most));
    error.textContent = read < field.value.length ? say.tooLong(most) : "";
    if (read < field.value.length) field.value = field.value.slice(0, read);
  };
  field.addEventListener("input", (event) => {
    if (!event.isComposing) cut();
    change(field.value);
  });
  field.addEventListener("compositionend", () => {
    cut();
    change(field.value);
  });
  return field;
}

function problem(id) {
  return element("p", { id, className: "error", role: "status" });
}
