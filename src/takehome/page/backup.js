// A second copy of what the store keeps, in IndexedDB: a browser may write the store to disk only once a
// minute, which a crash of the whole browser would lose. Without IndexedDB there is no second copy.

const NO_BACKUP = { kept: {}, write: () => {}, clear: () => {} };
// A browser that does not even answer must not keep the page from opening, in milliseconds.
const PATIENCE = 2000;

function openBackup(id) {
  const opening = connected().then((database) => backup(database, id)).catch(() => NO_BACKUP);
  const giveUp = new Promise((resolve) => setTimeout(() => resolve(NO_BACKUP), PATIENCE));
  return Promise.race([opening, giveUp]);
}

async function connected() {
  const request = indexedDB.open("viva", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("kept");
  return settled(request);
}

async function backup(database, id) {
  const mine = IDBKeyRange.bound([id], [id, []]);
  const entries = () => database.transaction("kept", "readwrite", { durability: "strict" }).objectStore("kept");
  const before = database.transaction("kept").objectStore("kept");
  const [keys, values] = await Promise.all([settled(before.getAllKeys(mine)), settled(before.getAll(mine))]);
  const kept = Object.fromEntries(keys.map(([, name], at) => [name, values[at]]));
  let waiting = new Map();
  let busy = false;
  // What comes while a write is on its way goes with the next.
  const flush = () => {
    if (busy || waiting.size === 0) return;
    const going = entries();
    for (const [name, text] of waiting) going.put(text, [id, name]);
    waiting = new Map();
    busy = true;
    const done = () => { busy = false; flush(); };
    going.transaction.oncomplete = done;
    going.transaction.onabort = done;
  };
  return {
    kept,
    write: (name, text) => { waiting.set(name, text); flush(); },
    clear: () => { waiting = new Map(); entries().delete(mine); },
  };
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
