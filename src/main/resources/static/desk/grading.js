/** Grades of answers without leaving the page, and by one key: 1 to 4 for the answer that has the focus in it, or the last. */
export function grading(say) {
  document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (!form.matches('form.desk-grades')) {
      return;
    }
    event.preventDefault();
    const texts = document.getElementById('betyg-besked').dataset;
    const pressed = event.submitter ?? form.querySelector('button');
    const taken = pressed.value === 'none';
    const fields = new URLSearchParams(new FormData(form));
    fields.set('betyg', pressed.value);
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields, headers: { Accept: 'text/html' } });
      const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(form.id);
      if (!fresh) {
        throw new Error(`status ${answer.status}`);
      }
      // The lists may have been fetched anew meanwhile.
      const old = document.getElementById(form.id) ?? form;
      const focused = old.contains(document.activeElement) ? document.activeElement.id : null;
      old.replaceWith(fresh);
      if (focused) {
        document.getElementById(focused)?.focus({ preventScroll: true });
      }
      say(taken ? texts.undone : `${pressed.textContent}. ${texts.saved}`);
    } catch {
      say(texts.failed);
    }
  });

  document.addEventListener('keydown', (key) => {
    const plain = !key.ctrlKey && !key.metaKey && !key.altKey && !key.repeat && !key.isComposing;
    const typing = document.activeElement?.closest('input, textarea, select, [contenteditable]');
    if (!plain || typing || !/^[1-4]$/.test(key.key) || !document.getElementById('tangenter')?.checked) {
      return;
    }
    const here = document.activeElement?.closest('article')?.querySelector('form.desk-grades');
    const form = here ?? [...document.querySelectorAll('form.desk-grades')].at(-1);
    if (form) {
      key.preventDefault();
      form.querySelectorAll('button')[Number(key.key) - 1].click();
    }
  });
}
