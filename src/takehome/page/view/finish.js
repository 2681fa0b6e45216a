// Sealed: save or copy, go back and change, and in the end delete what is in the browser.

async function showFinish() {
  let text;
  tell(say.sealing);
  try {
    text = await sitting.sealed();
  } catch {
    return warn(say.sealFailed);
  }
  if (text === null) return warn(say.tooLarge);
  const name = `viva-answers-${pack.pack.slice(0, 8)}.txt`;
  const area = element("textarea", { id: "sealed", className: "code sealed", readOnly: true, value: text, spellcheck: false });
  const result = element("p", { role: "status" });
  const select = () => { area.focus(); area.select(); };
  const copy = async () => {
    select();
    const copied = await navigator.clipboard.writeText(text).then(() => true, () => document.execCommand("copy"));
    result.textContent = copied ? say.copied : say.notCopied;
  };
  show(say.sealed, element("p", {}, say.sendNow), deadline(),
    element("h2", {}, say.byFile), element("p", { className: "soft" }, say.saving(name)),
    button(say.save, () => download(name, text), { className: "main" }),
    element("h2", {}, say.byText), element("label", { for: "sealed" }, say.text), area,
    element("div", { className: "actions" }, button(say.copy, copy), button(say.select, select)), result,
    element("div", { className: "actions" }, button(say.change, goOverview)),
    element("h2", {}, say.after), removal());
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  element("a", { href: address, download: name }).click();
  // Some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function removal() {
  const place = element("div", {}, element("p", { className: "soft" }, say.removing));
  const ask = button(say.remove, () => {
    const keep = button(say.keep, () => { sure.replaceWith(ask); ask.focus(); });
    const sure = element("div", { className: "actions" }, button(say.really, remove), keep);
    ask.replaceWith(sure);
    keep.focus();
  });
  place.append(ask);
  return place;
}

function remove() {
  stop();
  store.clear();
  show(say.removed, element("p", {}, say.removedWhy));
}
