/**
 * Fetches the supervisors' tables anew after a queue has changed, at most once in five seconds. Nothing is spoken, and
 * focus and scrolling stay where they are. Without this file the button does it.
 */
const PAUSE = 5_000;
let waiting = false;

async function refresh() {
  waiting = false;
  const answer = await fetch('/desk/lage/tabeller', { headers: { Accept: 'text/html' }, redirect: 'error' });
  const old = document.getElementById('lage');
  const fresh = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('lage') : null;
  if (!fresh) {
    return;
  }
  const focused = old.contains(document.activeElement) ? document.activeElement.id : '';
  const scrolled = [...old.querySelectorAll('.staff-table')].map((table) => [table.id, table.scrollLeft]);
  old.replaceWith(fresh);
  scrolled.forEach(([id, left]) => { document.getElementById(id)?.scrollTo({ left }); });
  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

document.addEventListener('desk-queue', () => {
  if (!waiting) {
    waiting = true;
    // What fails is tried again after the next change.
    setTimeout(() => { refresh().catch(() => {}); }, PAUSE);
  }
});
