/** Follows the look at a draft until it is done; the page says the same by its own link. */
const EVERY = 700;

async function follow() {
  const part = document.getElementById('granskning');
  if (part.dataset.state !== 'RUNNING') {
    return;
  }
  try {
    const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' }, redirect: 'error' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('granskning');
    if (fresh.dataset.state !== 'RUNNING') {
      location.reload();
      return;
    }
    document.getElementById('framsteg-text').textContent = page.getElementById('framsteg-text').textContent;
    const bar = page.getElementById('framsteg');
    Object.assign(document.getElementById('framsteg'), { max: bar.max, value: bar.value });
  } catch {
    // The next look tries again.
  }
  setTimeout(follow, EVERY);
}

setTimeout(follow, EVERY);
