/** Follows a run until it ends; without it the page says the same by its own link. */
const EVERY = 1500;

async function follow() {
  const part = document.getElementById('lage');
  if (part.dataset.state !== 'LISTING' && part.dataset.state !== 'RUNNING') {
    return;
  }
  try {
    const answer = await fetch(`${location.pathname.replace(/\/$/, '')}/lage`, { headers: { Accept: 'text/html' }, redirect: 'error' });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('lage');
      if (fresh.dataset.state !== part.dataset.state && fresh.dataset.state !== 'RUNNING') {
        document.getElementById('besked').textContent = part.dataset.done;
        location.reload();
        return;
      }
      part.dataset.state = fresh.dataset.state;
      update(part, fresh);
    }
  } catch {
    // The next look tries again.
  }
  setTimeout(follow, EVERY);
}

/** Only what has changed, so that nobody who stands on a button loses it. */
function update(part, fresh) {
  const text = part.querySelector('#framsteg-text');
  const freshText = fresh.querySelector('#framsteg-text');
  if (text && freshText) {
    text.textContent = freshText.textContent;
  }
  const bar = part.querySelector('progress');
  const freshBar = fresh.querySelector('progress');
  if (bar && freshBar && freshBar.hasAttribute('value')) {
    Object.assign(bar, { max: freshBar.max, value: freshBar.value });
  }
  const figures = fresh.querySelector('.figures');
  if (figures) {
    part.querySelector('.figures')?.remove();
    part.append(figures);
  }
}

setTimeout(follow, EVERY);
