/* The page's texts come with the page, from messages_sv.properties; no text for people is written here. */
const byCode = new Map();
for (const entry of document.getElementById('lotsen-texter').content.querySelectorAll('[data-code]')) {
  byCode.set(entry.dataset.code, entry.textContent);
}

/** The text of a code, with {0}, {1} … filled in. */
export function text(code, ...values) {
  const form = byCode.get(code) ?? code;
  return form.replace(/\{(\d)\}/g, (whole, index) => values[index] ?? '');
}
