/**
 * What axe does not see, checked inside the page; each returns what is wrong, in words. Sizes are CSS pixels.
 */

/** Runs in the page before anything else. */
export function checks() {
  const FOCUSABLE = 'a[href], button:not([disabled]), input:not([type=hidden], [disabled]), textarea, select, summary, iframe, [tabindex]:not([tabindex^="-"])';
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const name = (node) => `${node.tagName.toLowerCase()}${node.id ? `#${node.id}` : node.className && typeof node.className === 'string' ? `.${node.className.split(' ')[0]}` : ''} "${node.textContent.trim().slice(0, 30)}"`;
  const seen = (node) => node.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && node.getClientRects().length > 0;
  const scope = () => document.querySelector('dialog[open]') ?? document;

  /** What Tab stops at, in order: of a group of radio buttons the chosen one, or the first. */
  const stops = () => all(FOCUSABLE, scope()).filter(seen).filter((node) => {
    const group = node.type === 'radio' ? all(`input[name="${node.name}"]`, node.form) : [node];
    return node === (group.find((one) => one.checked) ?? group[0]);
  });

  /** In the middle of a sentence, where WCAG 2.5.8 makes an exception. */
  const inSentence = (node) => node.tagName === 'A' && getComputedStyle(node).display.startsWith('inline') && !getComputedStyle(node).display.includes('flex')
    && [...node.parentElement.childNodes].some((other) => other !== node && other.textContent.trim() !== '');

  const focusOf = (node) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(node);
    const points = [...node.getClientRects()].flatMap(({ left, top, width, height }) => [0.02, 0.15, 0.3, 0.5, 0.7, 0.85, 0.98]
      .flatMap((y) => [0.1, 0.5, 0.9].map((x) => [left + x * width, top + y * height])));
    return {
      marked: (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
      hit: points.some(([x, y]) => { const at = document.elementFromPoint(x, y); return at !== null && (node.contains(at) || at.closest('label')?.control === node); }),
    };
  };

  const check = {
    'nothing sticks out sideways': () => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth > clientWidth ? [`${scrollWidth} px in ${clientWidth} px: ${all('body *').filter((node) => seen(node) && !node.matches('.for-ears, .for-ears *') && (node.getBoundingClientRect().right > clientWidth + 1 || node.getBoundingClientRect().left < -1)).slice(0, 3).map(name)}`] : [];
    },
    'targets are 44 px, citations 24 px': () => stops().filter((node) => !node.matches('.skip')).flatMap((node) => {
      const box = (node.closest('label.choice') ?? node).getBoundingClientRect();
      const least = node.matches('.citation') ? 24 : inSentence(node) ? 0 : 44;
      const small = [...node.getClientRects()].length > 1 ? box.height < least : box.height < least - 0.1 || box.width < least - 0.1;
      return small ? [`${name(node)} ${Math.round(box.width)} x ${Math.round(box.height)}`] : [];
    }),
    'no text is cut off': () => all('body *').filter((node) => seen(node) && !node.matches('.for-ears, .for-ears *, textarea, script, template'))
      .filter((node) => [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim() !== ''))
      .filter((node) => {
        for (let box = node; box && box !== document.body; box = box.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(box);
          if ((/hidden|clip/.test(overflowX) && box.scrollWidth > box.clientWidth + 1) || (/hidden|clip/.test(overflowY) && box.scrollHeight > box.clientHeight + 1)) {
            return true;
          }
        }
        return false;
      }).map(name),
    'the page says its language and direction': ([lang]) => {
      const { lang: said, dir } = document.documentElement;
      return said === lang && (lang === 'ar' ? dir === 'rtl' : dir !== 'rtl') ? [] : [`lang="${said}" dir="${dir}"`];
    },
    'each message has a language and a direction': () => all('#samtal .said, #samtal .text > p > span, #samtal .text li > span').filter((node) => !node.closest('#samtal [lang]') || !node.closest('[dir]')).map(name),
    'each answer has its headings': () => all('.turn').filter((turn) => {
      const [question, answer] = [turn.querySelector('h2.question, h3.question'), turn.querySelector('.answer > h3, .answer > h4')];
      return !question?.textContent.trim() || !answer?.textContent.trim() || turn.getAttribute('aria-labelledby') !== question.id;
    }).map(name),
    'a person is at most three Tab stops from the field': ([, away]) => {
      const order = stops();
      const at = order.findIndex(({ id }) => id === 'fraga');
      if (away || at < 0) {
        return [];
      }
      const near = order.slice(Math.max(0, at - 3), at + 4);
      return near.some((node) => node.id === 'person-knapp' || node.matches('a[href^="tel:"]')) ? [] : [near.map(name).join(', ')];
    },
    'errors are tied to their fields': () => all('[aria-invalid=true]').filter((field) => !(field.getAttribute('aria-describedby') ?? '').split(' ')
      .some((id) => document.getElementById(id)?.matches('.error:not(:empty)'))).map(name),
    'names begin with what can be seen': () => all('[aria-label]', scope()).filter((node) => node.matches('a, button, summary') && node.textContent.trim() !== ''
      && !node.getAttribute('aria-label').toLowerCase().includes(node.textContent.trim().toLowerCase())).map(name),
    'the page has a title and a way past its head': () => (document.title.trim() && document.querySelector(document.querySelector('a.skip').hash) ? [] : ['no title, or no way']),
    'help stands in the same place, before all else': () => {
      const phone = document.querySelector('.contact-line a[href^="tel:"]');
      return phone && seen(phone) && phone.compareDocumentPosition(document.querySelector('main')) & Node.DOCUMENT_POSITION_FOLLOWING ? [] : ['no telephone number before the content'];
    },
    'nothing plays, moves or is asked by a picture': () => [...all('audio, video, canvas, object, embed, marquee, area, input[type=image], input[type=password]'),
      ...all('img').filter((image) => image.alt !== '' || !image.closest('header')),
      ...document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime === Infinity).map(({ effect }) => effect.target)].map(name),
    'nothing appears only on hover': () => all('body [title]:not(iframe)').map(name),
  };
  /** `given`: the language that the page was asked for; whether a person has the conversation. */
  globalThis.checked = (given) => Object.entries(check).flatMap(([claim, find]) => find(given).map((wrong) => `${claim}: ${wrong}`));
  /** What Tab must stop at, by numbers, and where it is. */
  globalThis.numbered = () => {
    const order = stops();
    order.forEach((node, n) => { node.stop = n; });
    document.activeElement?.blur();
    getSelection().removeAllRanges();
    scrollTo(0, 0);
    // Where the next Tab begins.
    const start = document.querySelector('dialog[open]') ?? document.body;
    start.tabIndex = -1;
    start.focus({ preventScroll: true });
    return order.length;
  };
  globalThis.stopNow = async () => {
    // Firefox scrolls to what has the focus a frame later.
    await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
    const { activeElement: node } = document;
    const { marked, hit } = focusOf(node);
    return { stop: node.stop ?? -1, wrong: [...(marked ? [] : [`${name(node)}: no focus is shown`]), ...(hit ? [] : [`${name(node)}: covered or out of sight`])] };
  };
}
