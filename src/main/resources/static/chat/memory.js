/**
 * What this tab remembers of its conversation, so that it survives a reload. Nothing is stored before the first question;
 * where storage is refused (a cross-site frame, a strict browser) it is kept in memory alone.
 */
const KEY = 'lotsen-samtal';

function storage() {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

export function recall() {
  try {
    const kept = JSON.parse(storage()?.getItem(KEY) ?? 'null');
    return kept?.id && kept?.token ? kept : null;
  } catch {
    return null;
  }
}

export function remember(conversation) {
  try {
    storage()?.setItem(KEY, JSON.stringify(conversation));
  } catch {
    // Memory is enough for this page.
  }
}

export function forget() {
  try {
    storage()?.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
