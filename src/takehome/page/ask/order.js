function askOrder({ question, value, locked, change }) {
  const place = new Map((value ?? []).map((handle, at) => [handle, at]));
  const order = [...question.items].sort((a, b) => (place.get(a.handle) ?? 0) - (place.get(b.handle) ?? 0));
  const list = element("ol", { className: "items" });
  const state = element("p", { id: "arranging", className: "soft" });
  // The order in which the items came may be right already, so it can be made the answer as it stands.
  let counts = (value ?? []).length > 0;
  const settle = (whether) => {
    counts = whether;
    change(counts ? order.map(({ handle }) => handle) : null);
    refresh();
  };
  const toggle = button("", () => { settle(!counts); tell(state.textContent); }, { className: "plain", disabled: locked });
  const move = (row, by) => {
    const from = [...list.children].indexOf(row);
    const to = from + by;
    if (locked || to < 0 || to >= order.length) return;
    if (by < 0) row.previousElementSibling.before(row);
    else row.nextElementSibling.after(row);
    order.splice(to, 0, ...order.splice(from, 1));
    settle(true);
    tell(say.moved(row.querySelector(".what").textContent, to + 1, order.length));
  };
  const refresh = () => {
    state.textContent = counts ? say.orderCounts : say.arranging;
    toggle.textContent = counts ? say.clear : say.keepOrder;
    [...list.children].forEach((row, at) => {
      row.querySelector(".place").textContent = `${at + 1}.`;
      row.querySelector(".up").setAttribute("aria-disabled", String(locked || at === 0));
      row.querySelector(".down").setAttribute("aria-disabled", String(locked || at === order.length - 1));
    });
  };
  for (const { html } of order) {
    const what = line(html, { className: "what" });
    const step = (way, sign, by) => {
      // Moving an element takes the focus off it.
      const act = () => { move(row, by); press.focus(); };
      const press = button(sign, act, { className: `small ${by < 0 ? "up" : "down"}`, "aria-label": say.move(way, what.textContent) });
      return press;
    };
    const row = element("li", {}, element("span", { className: "place", "aria-hidden": "true" }), what);
    row.append(step(say.up, "↑", -1), step(say.down, "↓", 1));
    list.append(row);
  }
  refresh();
  return element("fieldset", { "aria-describedby": "prompt arranging" }, element("legend", {}, say.arrange), state, list, toggle);
}
