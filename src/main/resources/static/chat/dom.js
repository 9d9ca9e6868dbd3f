/* The page's texts come with the page, from the files of its language; no text for people is written in a script. */
const texts = new Map([...document.getElementById('lotsen-texter').content.querySelectorAll('[data-code]')]
  .map((entry) => [entry.dataset.code, entry.textContent]));

/** The page's language, as a BCP 47 tag. */
export const language = document.documentElement.lang;

export const byId = (id) => document.getElementById(id);

/**
 * The text of a code, with {0}, {1} … filled in.
 * @param {string} code
 * @param {...(string|number)} values
 * @returns {string}
 */
export function text(code, ...values) {
  return (texts.get(code) ?? code).replace(/\{(\d)\}/g, (whole, index) => values[index] ?? '');
}

/**
 * A new element; children are nodes or texts and never markup. Attributes that are null or false are left out.
 * @param {string} name
 * @param {Record<string, string|boolean|null|undefined>} attributes
 * @param {...(Node|string|null)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Gives a link of a prototype its page. Only our own addresses and http(s) become links. */
export function setLink(link, url, name) {
  const address = safeAddress(url);
  if (address !== null) {
    link.href = address;
  }
  (link.querySelector('span') ?? link).textContent = name;
  return link;
}

/** An address that may stand in a link: our own, or http(s); else null. Browsers read a backslash, and leave out line breaks. */
export function safeAddress(address) {
  return /^(https?:\/\/|\/(?![/\\\t\n\r]))/.test(address) ? address : null;
}

/** Takes the example out of a list, to be copied. */
export function example(list) {
  const item = list.firstElementChild;
  item.remove();
  return item;
}

/** A date in words in the page's language, with the digits that all its readers know. */
export function dateInWords(date, options) {
  return new Intl.DateTimeFormat([language === 'ar' ? 'ar-u-nu-latn' : language, 'sv'], options).format(date);
}

/** What a refusal says, or that there was no reaching anybody. */
export function reason(fault) {
  const { title, phone, email } = fault.problem ?? { title: text('ask.unreachable') };
  return phone ? text(email ? 'person.call' : 'person.call.phone', title, phone, email) : title ?? text('problem.fault');
}
