// What is kept in the browser. All pages on disk may share one storage, so every key begins with the pack's
// id. The tab that opened the pack last holds it; another must not write over its answers.

function openStore(id, backup) {
  const prefix = `viva:${id}:`;
  const holder = `${prefix}tab`;
  const me = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join("");
  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  // Whichever copy was written last.
  const elapsed = (text) => JSON.parse(text ?? null)?.elapsed ?? -1;
  const isNewer = elapsed(backup.kept.state) > elapsed(localStorage.getItem(`${prefix}state`));
  const restored = isNewer ? backup.kept : {};
  for (const [name, text] of Object.entries(restored)) {
    // Where there is no room any more, what was read from the backup still stands in this visit.
    try { localStorage.setItem(prefix + name, text); } catch { break; }
  }
  // A page that was closed in the middle of a write left the backup behind; it catches up.
  for (const key of isNewer ? [] : keys()) backup.write(key.slice(prefix.length), localStorage.getItem(key));
  return {
    take: () => localStorage.setItem(holder, me),
    isMine: () => localStorage.getItem(holder) === me,
    whenTaken: (act) => addEventListener("storage", (event) => event.key === holder && event.newValue !== me && act()),
    read: (name) => JSON.parse(restored[name] ?? localStorage.getItem(prefix + name)),
    write(name, value) {
      const text = JSON.stringify(value);
      backup.write(name, text);
      localStorage.setItem(prefix + name, text);
    },
    clear() {
      backup.clear();
      keys().forEach((key) => localStorage.removeItem(key));
    },
  };
}

function storageWorks() {
  try {
    localStorage.setItem("viva:check", "1");
    const works = localStorage.getItem("viva:check") === "1";
    localStorage.removeItem("viva:check");
    return works;
  } catch {
    return false;
  }
}
