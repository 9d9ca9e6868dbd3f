/** A new element; children are nodes or texts and never markup. Attributes that are null or false are left out. */
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

/** An address that may stand in a link: our own, or http(s). */
export function safeAddress(address) {
  return /^(https?:\/\/|\/(?!\/))/.test(address) ? address : null;
}
