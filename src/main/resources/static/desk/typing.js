/**
 * Tells the citizen that the agent writes, and the agent that the citizen does: signs only, never a word. What is shown is
 * no live region, so that nothing ticks in anybody's ears.
 */
const FIRST = 2_000;
const AGAIN = 4_000;
const SHOWN_FOR = 6_000;

let hiding = null;

/** The citizen writes. */
export function heard() {
  const line = document.querySelector('#skriver span');
  if (line) {
    line.hidden = false;
    clearTimeout(hiding);
    hiding = setTimeout(() => { line.hidden = true; }, SHOWN_FOR);
  }
}

/** Who writes for two seconds says so, and again every few seconds while it goes on. */
export function signs() {
  const field = document.getElementById('svar-text');
  if (!field) {
    return;
  }
  let begun = null;
  let last = 0;
  let said = 0;
  field.addEventListener('input', () => {
    const now = Date.now();
    if (begun === null || now - last > SHOWN_FOR) {
      begun = now;
    }
    last = now;
    if (field.value !== '' && now - begun >= FIRST && now - said >= AGAIN) {
      said = now;
      fetch(`/api/desk/typing?case=${document.body.dataset.open}`, { method: 'POST', body: new URLSearchParams({ _csrf: field.form.elements._csrf.value }) }).catch(() => {});
    }
  });
}
