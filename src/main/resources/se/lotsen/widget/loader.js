/**
 * The one tag that another site puts on its pages: a button in the corner that opens the chat in a frame of our origin.
 * Nothing is fetched, and nothing is kept, before somebody opens it. Served with its settings in place of SETTINGS,
 * without these comments and the indentation (LoaderScript.java), at most 2,000 bytes gzipped. What the outer page's style
 * sheets say does not reach in, and its content security policy need not allow inline styles.
 *
 * @typedef {{side: string, brand: string, onBrand: string, texts: Record<string, string[]>}} Settings
 * side: start or end; texts by language: the button's, the same while open, the frame's title, and how many answers are
 * new, with {0} for the number.
 */
(() => {
  const script = document.currentScript;
  const name = 'lotsen-chat';
  // A browser without these shows no button, and no fault either; a page that has the tag twice shows one.
  if (!script || !window.customElements || customElements.get(name)) return;
  customElements.define(name, class extends HTMLElement {});
  /** @type {Settings} */
  const { side, brand, onBrand, texts } = SETTINGS;
  const { origin } = new URL(script.src);
  const tag = script.dataset.lang || document.documentElement.lang;
  const lang = [tag, tag.split('-')[0]].find((known) => texts[known]) || 'sv';
  const [ask, close, title, unread] = texts[lang];
  const place = script.dataset.position || side;

  /** Makes an element with these set, at the end of another one if there is one. */
  const make = (tag, set, to) => {
    const made = document.createElement(tag);
    for (const key in set) made.setAttribute(key, set[key]);
    return to ? to.appendChild(made) : made;
  };
  const host = make(name, { lang, dir: lang === 'ar' ? 'rtl' : 'ltr', role: 'region', 'aria-label': title });
  const root = host.attachShadow({ mode: 'open' });
  const button = make('button', { 'aria-controls': 'panel' }, root);
  const count = make('p', { role: 'status' }, root);
  const panel = make('div', { id: 'panel' }, root);
  const corner = `all:initial;direction:${host.dir};position:fixed;inset-block-end:max(16px,env(safe-area-inset-bottom));inset-inline-${place}:16px;z-index:2147483647;display:flex;flex-direction:column-reverse;align-items:flex-${place};gap:8px;max-width:calc(100vw - 32px);font:600 medium system-ui;`;
  // On the host, !important wins over the outer page's own !important.
  const css = `:host{${corner.replaceAll(';', '!important;')}}
*{box-sizing:border-box;font:inherit}
[hidden],p:empty{display:none}
button,p{z-index:1;margin:0;padding:12px 16px;border:2px solid ${onBrand};border-radius:16px;background:${brand};color:${onBrand}}
button:focus-visible{outline:3px solid ${onBrand};outline-offset:-8px}
div{width:400px;height:min(640px,100vh - 100px);border:2px solid ${brand};background:#fff}
iframe{width:100%;height:100%;border:0}
@media (max-width:480px),(max-height:500px){
:host{inset-block-end:env(safe-area-inset-bottom)!important}
div{position:fixed;inset:0;width:auto;height:auto;border:0;padding-bottom:calc(49px + env(safe-area-inset-bottom))}
}
@media print{:host{display:none!important}}`;
  if (root.adoptedStyleSheets) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } else make('style', {}, root).textContent = css;

  let frame, loaded, focus, mark = '';
  /** Tells the chat whether it is seen, and once whether it shall take the focus. */
  const tell = () => {
    if (loaded) {
      frame.contentWindow.postMessage({ lotsen: panel.hidden ? 'close' : 'open', focus }, origin);
      focus = false;
    }
  };
  /** How many answers nobody has seen: beside the button and in the page's title. */
  const tally = (number) => {
    const before = mark;
    mark = number > 0 ? `(${number}) ` : '';
    if (mark !== before) document.title = mark + document.title.replace(before, '');
    count.textContent = mark && unread.replace('{0}', number);
  };
  // Where the site's own storage is blocked, the chat is closed on its next page.
  const store = (how) => {
    try {
      return sessionStorage[how + 'Item'](name, 1);
    } catch {}
  };
  const show = (open, byHand) => {
    panel.hidden = !open;
    button.textContent = open ? close : ask;
    button.setAttribute('aria-expanded', !!open);
    tally(0);
    focus = open && byHand;
    if (open && !frame) {
      frame = make('iframe', { title, src: `${origin}/chat?lang=${lang}` }, panel);
      frame.onload = () => tell(loaded = true);
    }
    tell();
    if (byHand) {
      (open ? frame : button).focus();
      store(open ? 'set' : 'remove');
    }
  };

  button.onclick = () => show(panel.hidden, true);
  button.onkeydown = ({ key }) => { if (key === 'Escape' && !panel.hidden) show(false, true); };
  addEventListener('message', ({ data, source, origin: from }) => {
    if (frame && source === frame.contentWindow && from === origin && data) {
      if (data.lotsen === 'close') show(false, !panel.hidden);
      if (data.lotsen === 'unread' && panel.hidden) tally(data.count);
    }
  });
  // Where the chat takes the whole screen, it would cover the page that somebody has just gone to.
  show(innerWidth > 480 && innerHeight > 500 && store('get'), false);
  const start = () => document.body.append(host);
  document.body ? start() : addEventListener('DOMContentLoaded', start);
})();
