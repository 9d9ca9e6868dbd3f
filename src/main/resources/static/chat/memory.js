/**
 * What this tab remembers, so that it survives a reload: its conversation, what is typed, and opinions that wait for the
 * server. Nothing is stored before the first question; where storage is refused (a frame on another site, a strict browser) memory alone has to do.
 */
const CONVERSATION = 'lotsen-samtal';
const DRAFT = 'lotsen-utkast';
const OPINIONS = 'lotsen-omdomen';

/** The value of a name, or null; with `value` it is stored, with null removed. */
function kept(name, value) {
  try {
    if (value === undefined) {
      return JSON.parse(sessionStorage.getItem(name));
    }
    if (value === null) {
      sessionStorage.removeItem(name);
    } else {
      sessionStorage.setItem(name, JSON.stringify(value));
    }
  } catch {
    // Memory is enough for this page.
  }
  return null;
}

/** @returns {{id: string, token: string} | null} */
export function recall() {
  const found = kept(CONVERSATION);
  return found?.id && found?.token ? found : null;
}

export function remember(conversation) {
  kept(CONVERSATION, conversation);
}

export function forget() {
  kept(CONVERSATION, null);
  kept(DRAFT, null);
  kept(OPINIONS, null);
}

/** What was typed and not sent. Before the first question it lies in the history entry, which ends with the tab and is no storage. */
export function recallDraft() {
  return kept(DRAFT) ?? history.state?.draft ?? '';
}

export function rememberDraft(typed) {
  const begun = recall() !== null;
  kept(DRAFT, begun && typed ? typed : null);
  try {
    history.replaceState(begun || !typed ? null : { draft: typed }, '');
  } catch {
    // Too often for this browser; the next letter tries again.
  }
}

/** Opinions that the server has not got yet. */
export const recallOpinions = () => kept(OPINIONS) ?? [];

export function rememberOpinions(waiting) {
  kept(OPINIONS, waiting.length > 0 ? waiting : null);
}
