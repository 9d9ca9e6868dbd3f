/**
 * Calls somebody who looks elsewhere: a tone and a notification of the system, each off until it is chosen and kept in this
 * browser. What is told is queue and topic, never a citizen's words.
 */
const TONE = 'lotsen-desk-ljud';
const NOTICE = 'lotsen-desk-avisering';
const KNOWN = 'lotsen-desk-kanda';
/** How often a tone is repeated for a case that nobody has taken and nobody has looked at; milliseconds. */
const AGAIN = 30_000;

let sound = null;
let unseen = new Set();
let repeating = null;

/** Browsers let a page sound only after a press in it, so each page waits for the first. */
function unlock() {
  sound ??= new AudioContext();
  sound.resume().catch(() => {});
}

/** Two short tones, quiet, made here: no file is fetched. */
function ring() {
  document.body.dataset.rung = String(Number(document.body.dataset.rung ?? 0) + 1);
  if (sound?.state !== 'running') {
    return;
  }
  const now = sound.currentTime;
  for (const [start, pitch] of [[0, 660], [0.18, 880]]) {
    const tone = sound.createOscillator();
    const loudness = sound.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, now + start);
    loudness.gain.linearRampToValueAtTime(0.15, now + start + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.001, now + start + 0.16);
    tone.connect(loudness).connect(sound.destination);
    tone.start(now + start);
    tone.stop(now + start + 0.17);
  }
}

const chosen = (name) => localStorage.getItem(name) === 'på';

/** A choice that stays; `press` may refuse it. */
function choice(id, name, press) {
  const box = document.getElementById(id);
  box.checked = chosen(name);
  box.addEventListener('change', async () => {
    if (box.checked && !await press()) {
      box.checked = false;
    }
    localStorage.setItem(name, box.checked ? 'på' : 'av');
  });
}

async function allowed() {
  const answer = 'Notification' in globalThis ? await Notification.requestPermission() : 'denied';
  document.getElementById('avisering-nekad').hidden = answer === 'granted';
  return answer === 'granted';
}

function notify(title, about, tag) {
  if (chosen(NOTICE) && 'Notification' in globalThis && Notification.permission === 'granted' && !document.hasFocus()) {
    const notice = new Notification(title, { body: about, tag });
    notice.addEventListener('click', () => {
      focus();
      notice.close();
    });
  }
}

/** Until somebody has looked, or the cases are taken. */
function repeat() {
  clearInterval(repeating);
  repeating = unseen.size > 0 ? setInterval(() => {
    if (chosen(TONE)) {
      ring();
    }
  }, AGAIN) : null;
}

/** What the lists hold: the waiting cases, and of own cases how much is new. */
function read(lists) {
  const of = (nodes, key, value) => new Map([...nodes].map((node) => [key(node), value(node)]));
  return {
    waiting: of(lists.querySelectorAll('[data-waiting]'), (node) => node.dataset.waiting, (node) => node.dataset.about),
    unread: of(lists.querySelectorAll('[data-mine]'), (node) => node.dataset.mine, (node) => Number(node.dataset.unread)),
    about: of(lists.querySelectorAll('[data-mine]'), (node) => node.dataset.mine, (node) => node.dataset.about),
  };
}

/** Compares the lists with what was known before, also on an earlier page of this tab. */
export function compare(lists) {
  const now = read(lists);
  const kept = sessionStorage.getItem(KNOWN);
  sessionStorage.setItem(KNOWN, JSON.stringify({ waiting: [...now.waiting.keys()], unread: [...now.unread] }));
  if (kept === null) {
    return;
  }
  const before = JSON.parse(kept);
  const texts = document.body.dataset;
  const arrived = [...now.waiting.keys()].filter((id) => !before.waiting.includes(id));
  const earlier = new Map(before.unread);
  const written = [...now.unread].filter(([id, count]) => count > (earlier.get(id) ?? 0)).map(([id]) => id);
  arrived.forEach((id) => notify(texts.waiting, now.waiting.get(id), id));
  written.forEach((id) => notify(texts.written, now.about.get(id), id));
  if (arrived.length + written.length > 0 && chosen(TONE)) {
    ring();
  }
  unseen = new Set([...unseen, ...arrived].filter((id) => now.waiting.has(id) && !document.hasFocus()));
  repeat();
}

export function notifications() {
  document.getElementById('avisering').hidden = false;
  choice('ljud', TONE, () => {
    unlock();
    ring();
    return true;
  });
  choice('system', NOTICE, allowed);
  if (chosen(TONE)) {
    for (const press of ['pointerdown', 'keydown']) {
      addEventListener(press, unlock, { once: true });
    }
  }
  addEventListener('focus', () => {
    unseen = new Set();
    repeat();
  });
  compare(document.getElementById('listor'));
}
