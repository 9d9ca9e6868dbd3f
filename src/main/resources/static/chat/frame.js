import { byId } from './dom.js';

/**
 * The page as a panel on another site: it tells the loader around it to close, and how many answers are unread, and is told
 * when it is opened. No message holds anything else, so that it does not matter which of the allowed sites hears it.
 */
const FRAMED = window.parent !== window;
const TITLE = document.title;

let shown = !FRAMED;
let unread = 0;

/** @param {() => void} onOpen the citizen has opened the panel and wants to write */
export function enterFrame(onOpen) {
  if (!FRAMED) {
    return;
  }
  const close = byId('stang');
  close.hidden = false;
  close.addEventListener('click', leave);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) {
      leave();
    }
  });
  window.addEventListener('message', ({ source, data }) => {
    if (source === window.parent && data?.lotsen) {
      shown = data.lotsen === 'open';
      if (shown) {
        read();
      }
      if (data.focus) {
        onOpen();
      }
    }
  });
}

document.addEventListener('visibilitychange', () => {
  if (shown && document.visibilityState === 'visible') {
    read();
  }
});

/** Something has come; whoever does not see it is told by a number. */
export function arrived() {
  if (!shown || document.visibilityState === 'hidden') {
    unread += 1;
    say();
  }
}

function read() {
  unread = 0;
  say();
}

function say() {
  document.title = unread > 0 ? `(${unread}) ${TITLE}` : TITLE;
  tell({ lotsen: 'unread', count: unread });
}

function leave() {
  shown = false;
  tell({ lotsen: 'close' });
}

function tell(message) {
  if (FRAMED) {
    window.parent.postMessage(message, '*');
  }
}
