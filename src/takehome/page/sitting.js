// One candidate taking the quiz: answers, the question on the screen, the time, and what happened. All of
// it is in the store before the next key is pressed.

const MOST_EVENTS = 20_000;
const ALWAYS_KEPT = ["answered", "time_up", "submitted"];
// What was last seen is written this often, in milliseconds.
const SIGN_OF_LIFE = 5000;

function openSitting(store, whenTaken, whenUnsaved) {
  const answers = Object.fromEntries(pack.questions.map(({ id }) => [id, store.read(`answer:${id}`)]));
  const events = store.read("events") ?? [];
  const state = store.read("state") ?? {
    name: null, elapsed: 0, lastSeen: Date.now(), place: 0, shownAt: null, changed: null, changedAt: null, over: false,
    spent: {}, touched: [], seen: [], marked: [],
  };
  let now = () => 0;
  let written = 0;
  const unwritten = new Set();

  const write = (name, value) => {
    if (!store.isMine()) return whenTaken();
    try {
      store.write(name, value);
      unwritten.delete(name);
    } catch {
      unwritten.add(name);
    }
    whenUnsaved(unwritten.size > 0);
  };
  const save = () => {
    [state.elapsed, state.lastSeen] = [now(), Date.now()];
    written = state.elapsed;
    write("state", state);
  };
  const record = (event, more = {}, at = now(), clock = Date.now()) => {
    if (events.length >= MOST_EVENTS && !ALWAYS_KEPT.includes(event)) return;
    events.push({ at, clock, event, ...more });
    write("events", events);
  };
  const settle = (at, clock) => {
    // When it is left may be late though it was written in time: a machine sleeps, a tab in the background waits.
    if (state.changed !== null) record("answered", { question: state.changed, changed: state.changedAt }, at, clock);
    state.changed = null;
  };
  const current = () => pack.questions[state.place];
  const spent = (id) => {
    const open = state.shownAt !== null && current().id === id ? now() - state.shownAt : 0;
    return (state.spent[id] ?? 0) + open;
  };
  const isOver = () => state.over || (pack.time_limit !== null && now() >= pack.time_limit);
  const isLocked = ({ id, time_limit }) => isOver() || (time_limit !== null && spent(id) >= time_limit);

  return {
    state, answers, current, spent, isOver, isLocked, save,
    now: () => now(),
    hasStarted: () => state.name !== null,
    isAnswered: ({ id }) => !isBlank(answers[id]),
    start(name) {
      state.name = name;
      now = runningClock(0, Date.now());
      record("started", {}, 0);
      save();
    },
    resume() {
      const { elapsed, lastSeen } = state;
      now = runningClock(elapsed, lastSeen);
      settle(elapsed, lastSeen);
      record("resumed", { last_seen: elapsed });
      save();
    },
    open(place) {
      settle();
      if (state.shownAt !== null) state.spent[current().id] = spent(current().id);
      state.place = place;
      state.shownAt = now();
      const { id } = current();
      if (!state.seen.includes(id)) state.seen.push(id);
      record("shown", { question: id });
      save();
    },
    change(id, value) {
      if (!state.touched.includes(id)) {
        state.touched.push(id);
        record("first_key", { question: id });
      }
      answers[id] = value;
      [state.changed, state.changedAt] = [id, now()];
      write(`answer:${id}`, value);
      save();
    },
    mark(id, marked) {
      state.marked = state.marked.filter((other) => other !== id).concat(marked ? [id] : []);
      save();
    },
    happened(event, more) {
      record(event, more);
      save();
    },
    settle() {
      settle();
      save();
    },
    end() {
      settle();
      state.over = true;
      record("time_up");
      save();
    },
    signOfLife() {
      if (now() - written >= SIGN_OF_LIFE) save();
    },
    // Gives nothing where it is too long to be handed in.
    async sealed() {
      settle();
      save();
      const end = { at: now(), clock: Date.now(), event: "submitted" };
      const given = Object.entries(answers).filter(([, value]) => !isBlank(value));
      const { manifest, mac } = pack;
      const submission = {
        version: 1, manifest, mac, candidate: state.name, taken_in: "browser",
        answers: Object.fromEntries(given), events: [...events, end],
      };
      const text = await sealedText(JSON.stringify(submission, (key, value) => (typeof value === "string" ? wellFormed(value) : value)));
      if (text.length > pack.limits.submission) return null;
      record("submitted");
      save();
      return text;
    },
  };
}

function isBlank(value) {
  if (Array.isArray(value)) return value.every((part) => part.trim() === "");
  return value === null || (typeof value === "string" && value.trim() === "");
}

// Half of an emoji, as a cut leaves it, is no text in other languages.
function wellFormed(text) {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}

async function sealedText(submission) {
  const header = joined(new Uint8Array([1]), fromHex(pack.key.fingerprint));
  const { encapsulated, ciphertext } = await seal({
    recipient: fromBase64url(pack.key.point),
    ephemeral: await ephemeralPair(),
    aead: AES_256_GCM,
    info: ascii("vivavoce take-home v1 submission"),
    aad: header,
    plaintext: new TextEncoder().encode(submission),
  });
  return armoured(joined(header, encapsulated, ciphertext));
}
