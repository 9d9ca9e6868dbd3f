/**
 * Makes the desk quick: follows the service's signals and fetches the lists and the transcript anew. What somebody is
 * typing in, and where their focus is, stays as it is. Without this file everything works by forms.
 */
import { canned } from './canned.js';
import { grading } from './grading.js';
import { compare, notifications } from './notify.js';
import { promises } from './promises.js';
import { shortcuts } from './shortcuts.js';
import { heard, signs } from './typing.js';

const desk = document.body.dataset;
const status = document.getElementById('besked');
const plainTitle = document.querySelector('title').dataset.title;

/** Speaks once, politely; the same text again is spoken again because the region was empty in between. */
function say(text) {
  status.textContent = '';
  requestAnimationFrame(() => { status.textContent = text; });
}

/** A part of the page; null when it cannot be had now: the next signal, or the stream's own reconnection, tries again. */
async function part(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: 'text/html' }, redirect: 'error' });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  } catch {
    return null;
  }
}

let letGo = Promise.resolve();

/** A button that is put anew while it is pressed is not clicked; what is fetched meanwhile waits until it has been let go. */
addEventListener('pointerdown', () => {
  letGo = new Promise((go) => {
    const after = () => setTimeout(go);
    ['pointerup', 'pointercancel', 'dragend', 'blur'].forEach((end) => addEventListener(end, after, { once: true }));
  });
}, true);

/** One fetch at a time; what is asked for meanwhile is one more fetch afterwards. A fault of ours is not caught. */
function fetching(address, place) {
  let busy = false;
  let again = false;
  return async function refresh() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      do {
        again = false;
        const fresh = await part(address());
        await letGo;
        if (fresh) {
          place(fresh);
        }
      } while (again);
    } finally {
      busy = false;
    }
  };
}

/** Puts the new part in place of the old one; what had focus has it again, or its list's heading when it is gone. */
function replace(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const open = new Set([...old.querySelectorAll('details[open]')].map((node) => order(node)));
  old.replaceWith(fresh);
  [...fresh.querySelectorAll('details')].forEach((node) => { node.open = open.has(order(node)); });
  if (focused) {
    const same = focused.id ? document.getElementById(focused.id) : null;
    (same ?? fresh.querySelector('[tabindex="-1"]') ?? document.getElementById('innehall')).focus({ preventScroll: true });
  }
}

/** What an opened part belongs to: entries are only ever added, so their headings keep their ids. */
function order(node) {
  return node.closest('article')?.getAttribute('aria-labelledby') ?? '';
}

const waiting = (root) => new Set([...root.querySelectorAll('[data-waiting]')].map((node) => node.dataset.waiting));

/** Whether what is fetched is before somebody's eyes. */
const seen = () => document.visibilityState === 'visible';

const promised = promises(fetching, replace, say);

const refreshQueue = fetching(() => `/desk/queue?seen=${seen()}${desk.open ? `&open=${desk.open}` : ''}`, (page) => {
  const fresh = page.getElementById('listor');
  const old = document.getElementById('listor');
  if (!fresh || !old) {
    return;
  }
  const before = waiting(old);
  replace(old, fresh);
  promised.count(Number(fresh.dataset.atRisk));
  const count = Number(fresh.dataset.count);
  document.title = count > 0 ? `(${count}) ${plainTitle}` : plainTitle;
  compare(fresh);
  if ([...waiting(fresh)].some((id) => !before.has(id))) {
    say(desk.waiting);
  }
});

const refreshCase = fetching(() => `/desk/cases/${desk.open}/transcript?seen=${seen()}`, (page) => {
  const fresh = page.getElementById('samtal');
  const old = document.getElementById('samtal');
  if (!fresh || !old) {
    return;
  }
  if (fresh.dataset.mark !== old.dataset.mark) {
    replace(old, fresh);
  }
  if (Number(fresh.dataset.entries) > Number(old.dataset.entries)) {
    say(desk.message);
  }
  // Forms of another state would be refused; they stay, because somebody may be writing in them.
  if (fresh.dataset.version !== desk.version) {
    document.getElementById('andrat').hidden = false;
  }
});

const refreshAlerts = fetching(() => '/desk/alerts', (page) => {
  const fresh = page.getElementById('larm');
  const old = document.getElementById('larm');
  if (fresh && old) {
    const more = Number(fresh.dataset.count) > Number(old.dataset.count);
    replace(old, fresh);
    if (more) {
      say(fresh.dataset.alert);
    }
  }
});

const pause = (duration) => new Promise((resolve) => { setTimeout(resolve, duration); });

/** A proxy without a service behind it ends a stream for good in browsers' eyes; it is asked until somebody is there again. */
async function comeBack() {
  for (let wait = 1000; ; wait = Math.min(wait * 2, 15_000)) {
    await pause(wait);
    const answer = await fetch('/api/desk/here').catch(() => null);
    if (answer && answer.status < 500) {
      if (answer.ok) {
        follow();
      }
      return;
    }
  }
}

function follow() {
  const address = desk.open ? `/api/desk/events?case=${desk.open}&after=${desk.last}` : '/api/desk/events';
  const stream = new EventSource(address);
  stream.addEventListener('queue', () => {
    refreshQueue();
    document.dispatchEvent(new CustomEvent('desk-queue'));
    promised.refresh();
    if (desk.open) {
      // A note is no event of the conversation, but it changes what its queue shows.
      refreshCase();
    }
  });
  stream.addEventListener('case', refreshCase);
  stream.addEventListener('alert', refreshAlerts);
  stream.addEventListener('promise', () => {
    refreshQueue();
    promised.alarm();
  });
  // Only the answer says that somebody is there: an open connection may have lost its other end.
  stream.addEventListener('beat', () => { fetch(`/api/desk/here${desk.open ? `?case=${desk.open}` : ''}`).catch(() => {}); });
  stream.addEventListener('typing', heard);
  // The service stops, on purpose: whoever takes over goes on. Not all desks at the same moment.
  stream.addEventListener('resume', () => {
    stream.close();
    setTimeout(follow, 100 + 900 * Math.random());
  });
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) {
      say(desk.lost);
      comeBack();
    }
  });
  addEventListener('pagehide', () => stream.close(), { once: true });
}

/** What is typed outlives a reload, in this tab, until it is sent. */
function keepDrafts() {
  for (const field of document.querySelectorAll('#svar-text, #anteckning-text')) {
    const name = `lotsen-desk-${desk.open}-${field.id}`;
    const refused = document.querySelector('.error-summary') !== null;
    const kept = sessionStorage.getItem(name);
    if (kept && field.value === '' && !refused) {
      field.value = kept;
    } else if (field.value !== '') {
      // Taken back, or not sent: the server does not show it a second time.
      sessionStorage.setItem(name, field.value);
    }
    field.addEventListener('input', () => sessionStorage.setItem(name, field.value));
    field.form.addEventListener('submit', () => sessionStorage.removeItem(name));
  }
}

/** Puts a text where the caret is; nothing that is there goes away. */
function insert(field, text) {
  const at = field.selectionEnd;
  const gap = at > 0 && !/\s$/.test(field.value.slice(0, at)) ? ' ' : '';
  field.setRangeText(gap + text, at, at, 'end');
  field.focus();
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function draft() {
  const button = document.getElementById('infoga');
  const field = document.getElementById('svar-text');
  button?.addEventListener('click', (click) => {
    click.preventDefault();
    insert(field, document.getElementById('utkast-text').textContent);
    field.form.elements.utkast.value = '1';
    document.getElementById('utkast-med').hidden = false;
  });
}

if (desk.open) {
  keepDrafts();
  signs();
  draft();
  canned(insert);
}
shortcuts();
grading(say);
notifications();
follow();
document.addEventListener('visibilitychange', () => {
  if (seen()) {
    refreshQueue();
    if (desk.open) {
      refreshCase();
    }
  }
});
// Minutes go by without a signal.
setInterval(refreshQueue, 60_000);
