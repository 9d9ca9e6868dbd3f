/**
 * The list of canned replies. A / at the beginning of a word in the reply opens it, a second / writes one after all; arrows
 * choose, Enter inserts where the caret was, Escape closes.
 */
export function canned(insert) {
  const field = document.getElementById('svar-text');
  const panel = document.getElementById('fardiga');
  if (!field || !panel) {
    return;
  }
  const search = document.getElementById('fardiga-sok');
  const options = [...panel.querySelectorAll('[role=option]')];
  const status = document.getElementById('besked');
  let chosen = null;

  const shown = () => options.filter((option) => !option.hidden);

  function choose(option) {
    chosen?.setAttribute('aria-selected', 'false');
    chosen = option ?? null;
    chosen?.setAttribute('aria-selected', 'true');
    chosen?.scrollIntoView({ block: 'nearest' });
    if (chosen) {
      search.setAttribute('aria-activedescendant', chosen.id);
    } else {
      search.removeAttribute('aria-activedescendant');
    }
  }

  function filter() {
    const words = search.value.toLocaleLowerCase('sv').split(/\s+/);
    for (const option of options) {
      const text = option.textContent.toLocaleLowerCase('sv');
      option.hidden = !words.every((word) => text.includes(word));
    }
    choose(shown()[0]);
    if (!chosen) {
      status.textContent = document.body.dataset.none;
    }
  }

  function close() {
    panel.hidden = true;
    field.focus();
  }

  field.addEventListener('keydown', (key) => {
    const before = field.value.slice(0, field.selectionStart);
    if (key.key === '/' && !key.isComposing && /(^|\s)$/.test(before)) {
      key.preventDefault();
      panel.hidden = false;
      search.value = '';
      filter();
      search.focus();
    }
  });

  search.addEventListener('input', filter);
  search.addEventListener('keydown', (key) => {
    const list = shown();
    const at = list.indexOf(chosen);
    if (key.key === 'ArrowDown' && list.length > 0) {
      choose(list[(at + 1) % list.length]);
    } else if (key.key === 'ArrowUp' && list.length > 0) {
      choose(list[(at - 1 + list.length) % list.length]);
    } else if (key.key === 'Enter') {
      if (chosen) {
        panel.hidden = true;
        insert(field, chosen.dataset.text);
      }
    } else if (key.key === 'Escape') {
      close();
    } else if (key.key === '/' && search.value === '') {
      close();
      insert(field, '/');
    } else {
      return;
    }
    key.preventDefault();
  });

  panel.addEventListener('click', (click) => {
    const option = click.target.closest('[role=option]');
    if (option) {
      panel.hidden = true;
      insert(field, option.dataset.text);
    }
  });
}
