import { byId, text } from './dom.js';

const WARN_BEFORE = 60_000;

/**
 * Ends a conversation on a device that somebody may have left, such as a library's: after a warning that stays a minute, and
 * that one touch of anything takes back (WCAG 2.2.1). Only while the assistant has the conversation; a person takes the time
 * that it takes.
 * @param {number} after seconds without a sign of anybody until the end; 0 for never
 * @param {{counts: () => boolean, onWarn: (said: string) => void, onEnd: () => void}} page
 */
export function watchIdle(after, { counts, onWarn, onEnd }) {
  const warning = byId('vila');
  let timer;
  function begin() {
    clearTimeout(timer);
    warning.hidden = true;
    timer = setTimeout(warn, after * 1000 - WARN_BEFORE);
  }
  function warn() {
    begin();
    if (counts()) {
      clearTimeout(timer);
      const said = text('chat.idle', WARN_BEFORE / 1000);
      byId('vila-text').textContent = said;
      warning.hidden = false;
      onWarn(said);
      timer = setTimeout(() => {
        begin();
        onEnd();
      }, WARN_BEFORE);
    }
  }
  if (after > 0) {
    ['keydown', 'pointerdown', 'wheel', 'click', 'focusin'].forEach((sign) => document.addEventListener(sign, begin, { passive: true }));
    begin();
  }
}
