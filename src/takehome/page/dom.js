// Elements made without markup, so that no text can become any.

function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made && !name.startsWith("aria")) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

function button(text, onclick, properties) {
  return element("button", { type: "button", onclick, ...properties }, text);
}

// What the quiz's author wrote, which was made harmless before it came into the page.
function prose(html, properties) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return element("div", { dir: "auto", lang: pack.language, ...properties }, ...parsed.body.childNodes);
}

function line(html, properties) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return element("span", { dir: "auto", lang: pack.language, ...properties }, ...parsed.body.childNodes);
}

// Shows a view: its heading gets the focus, so that a screen reader reads on from there.
function show(heading, ...children) {
  const title = element("h1", { tabIndex: -1 }, heading);
  document.getElementById("view").replaceChildren(title, ...children.filter((child) => child !== null));
  document.title = `${heading} · ${pack.title}`;
  window.scrollTo(0, 0);
  title.focus({ preventScroll: true });
}

// Tells a screen reader, and nobody else.
function tell(text) {
  document.getElementById("say").textContent = text;
}

// Tells everybody; an empty text takes it back.
function warn(text) {
  const alarm = document.getElementById("alarm");
  if (alarm.textContent !== text) alarm.textContent = text;
}
