/**
 * Keeps what is typed while it is typed, and shows how it will look. Without this file the buttons do the same.
 */
const form = document.getElementById('redigera');
const state = document.getElementById('autospar');
const version = form.elements.version;
const PAUSE = 1_500;

let waiting = null;
let dirty = false;
let busy = false;
let clashed = false;

const body = () => new URLSearchParams(new FormData(form));
const send = (path) => fetch(`/editor/sidor/${path}`, { method: 'POST', body: body(), redirect: 'error' });

/** One at a time: what is typed meanwhile is kept by the next. */
async function keep() {
  if (busy || clashed) {
    return;
  }
  busy = true;
  dirty = false;
  try {
    const answer = await send('autospara');
    if (answer.status === 409) {
      clashed = true;
      state.textContent = form.dataset.clash.replace('{0}', (await answer.json()).writer);
      return;
    }
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const kept = (await answer.json()).version;
    const begun = version.value === '0' && kept > 0;
    version.value = String(kept);
    state.textContent = form.dataset.kept;
    await look();
    if (begun) {
      // The buttons for a draft are there from now on; what is typed is kept, so nothing is lost.
      state.dataset.begun = 'true';
    }
  } catch {
    dirty = true;
    state.textContent = form.dataset.lost;
  } finally {
    busy = false;
    if (dirty && !clashed) {
      later();
    }
  }
}

/** The preview alone is put anew; focus is never in it while somebody types. */
async function look() {
  const answer = await send('forhandsgranska');
  if (answer.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('forhandsvisning');
    document.getElementById('forhandsvisning').replaceWith(fresh);
  }
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(keep, PAUSE);
}

form.addEventListener('input', (event) => {
  if (event.target.name !== 'anteckning') {
    dirty = true;
    later();
  }
});
form.addEventListener('submit', () => {
  clearTimeout(waiting);
  dirty = false;
});
addEventListener('beforeunload', (event) => {
  if (dirty || clashed) {
    event.preventDefault();
  }
});
