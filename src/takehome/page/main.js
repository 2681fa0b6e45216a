// From the file's data to the first view, and the way between views.

const pack = JSON.parse(document.getElementById("pack").textContent);
// Time left, in minutes, at which it is told.
const TOLD = [10, 5, 1];
let store;
let sitting;
let ticking;
let view = () => {};

async function open() {
  const title = document.getElementById("title");
  title.textContent = pack.title;
  title.lang = pack.language;
  if (!globalThis.crypto?.subtle) return cannot(say.noCrypto);
  if (!storageWorks()) return cannot(say.noStorage);
  store = openStore(pack.pack, await openBackup(pack.pack));
  store.take();
  store.whenTaken(taken);
  sitting = openSitting(store, taken, unsaved);
  if (!sitting.hasStarted()) return showStart();
  sitting.resume();
  begin(sitting.state.place);
  if (!sitting.state.over) warn(say.wasAway);
}

function cannot(why) {
  show(say.cannot, element("p", { className: "warning" }, why), button(say.reload, () => location.reload(), { className: "main" }));
}

function begin(place) {
  addEventListener("blur", lost);
  addEventListener("focus", regained);
  addEventListener("pagehide", sitting.save);
  ticking = setInterval(tick, 1000);
  if (sitting.state.over) goOverview();
  else if (sitting.isOver()) timeUp();
  else go(place);
  tick();
}

function stop() {
  clearInterval(ticking);
  removeEventListener("blur", lost);
  removeEventListener("focus", regained);
  removeEventListener("pagehide", sitting.save);
  for (const id of ["timer", "saved"]) document.getElementById(id).textContent = "";
  warn("");
}

function go(place) {
  warn("");
  sitting.open(place);
  view = () => showQuestion(place);
  view();
  tick();
}

function goOverview() {
  warn("");
  sitting.settle();
  view = showOverview;
  view();
}

let away = false;

function lost() {
  if (!away) sitting.happened("focus_lost");
  away = true;
}

function regained() {
  if (away) sitting.happened("focus_regained");
  away = false;
}

// Another tab has the pack now; this one keeps its hands off.
function taken() {
  if (sitting.hasStarted()) stop();
  show(say.otherTab, element("p", {}, say.otherTabWhy), button(say.goOnHere, () => location.reload(), { className: "main" }));
}

function unsaved(failed) {
  const saved = document.getElementById("saved");
  saved.textContent = failed ? say.unsaved : say.saved;
  saved.className = failed ? "failed" : "";
  if (failed) warn(say.full);
}

function timeUp() {
  sitting.end();
  // What is sealed already stays where it can be saved.
  if (document.getElementById("sealed") === null) goOverview();
  warn(say.timeUp);
}

function tick() {
  if (!sitting.state.over && sitting.isOver()) timeUp();
  const timer = document.getElementById("timer");
  const left = pack.time_limit === null ? null : Math.max(0, pack.time_limit - sitting.now());
  timer.textContent = left === null ? say.used(duration(sitting.now())) : say.left(duration(left));
  timer.className = left !== null && left <= 60_000 ? "short" : "";
  if (left !== null) tellMinutes(left);
  ownLimit();
  sitting.signOfLife();
}

let told = Infinity;

function tellMinutes(left) {
  const minutes = TOLD.filter((minutes) => left <= minutes * 60_000 && left > 0).at(-1);
  if (minutes === undefined || minutes >= told) return;
  // What is under already when the page opens was told by another visit.
  if (left > minutes * 60_000 - 5000) tell(say.remaining(minutes));
  told = minutes;
}

function ownLimit() {
  const shown = document.getElementById("own-limit");
  if (shown === null) return;
  const question = sitting.current();
  const left = question.time_limit - sitting.spent(question.id);
  shown.textContent = say.leftHere(duration(left));
  if (left > 0 || shown.dataset.over) return;
  sitting.settle();
  view();
  document.getElementById("own-limit").dataset.over = "yes";
  warn(say.timeUpHere);
}

open();
