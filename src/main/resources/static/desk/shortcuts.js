/** Keys for what is done all day. Single keys can be switched off: who speaks to the machine would press them by speaking. */
const NAME = 'lotsen-desk-tangenter';

export function shortcuts() {
  const choice = document.getElementById('tangenter');
  document.getElementById('tangenter-val').hidden = false;
  choice.checked = localStorage.getItem(NAME) !== 'av';
  choice.addEventListener('change', () => localStorage.setItem(NAME, choice.checked ? 'på' : 'av'));

  const focus = (id) => document.getElementById(id)?.focus();
  const keys = {
    t: () => (document.querySelector('#ta button') ?? document.querySelector('.desk-claim button'))?.click(),
    u: () => document.getElementById('infoga')?.click(),
    s: () => focus('svar-text'),
    n: () => focus('anteckning-text'),
    a: () => focus('orsak'),
    k: () => focus('vantar-rubrik'),
  };

  document.addEventListener('keydown', (key) => {
    if (key.isComposing) {
      return;
    }
    if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) {
      const form = document.activeElement?.closest('form');
      if (form) {
        key.preventDefault();
        form.requestSubmit();
      }
      return;
    }
    const plain = !key.ctrlKey && !key.metaKey && !key.altKey && !key.repeat;
    const typing = document.activeElement?.closest('input, textarea, select, [contenteditable]');
    if (choice.checked && plain && !typing && Object.hasOwn(keys, key.key)) {
      key.preventDefault();
      keys[key.key]();
    }
  });
}
