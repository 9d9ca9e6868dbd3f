import { byId, dateInWords, element, example, safeAddress, setLink, text } from './dom.js';

const RELATED = 3;
const PATIENCE = 1500;
/** No line breaks inside an amount such as 1 800 kronor. */
const AMOUNT = /(\d) (?=\d{3}|%|kr)/g;
const DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
/** The language of the pages, and of whatever says of no other. */
const PAGES = 'sv';
/** What our own lines are written in that belong to a question; see LanguageLinks. */
const ours = (language) => (/^(en|fi|ar|so)$/.test(language) ? language : PAGES);
const PROTOTYPE = byId('mall').content.firstElementChild;

/**
 * A message or one line of ours, as it stands between answers; null for any other event. Turn.Line has the same.
 * @param {object} event
 * @param {string} [language] of the last question: who answers, and what we say, keeps to it
 */
export function line({ type, data }, language) {
  const shown = (who, ...more) => element('p', { class: 'line', dir: 'auto' }, element('span', { class: 'who' }, who), ' ',
    element('span', { class: 'said', dir: 'auto', lang: data.language ?? ours(language) }, data.text), ...more);
  if (type === 'message') {
    return shown(author(data), ...(data.sources ?? []).filter(({ url }) => url.startsWith('/knowledge/')).flatMap(({ heading, url }) => {
      const source = PROTOTYPE.querySelector('.sources a').cloneNode(true);
      source.className = 'line-source';
      return [' ', setLink(source, url, heading)];
    }));
  }
  return (type === 'state' || type === 'notice') && data.text ? shown(text('line.service')) : null;
}

/** Who has written a message. */
export function author({ author: who, approved, name }) {
  if (who === 'citizen') {
    return text('line.you');
  }
  return approved ? text('line.approved', name) : name ? text('line.agent', name) : text('line.person');
}

/** One question and its answer while it arrives: the prototype of templates/turn.html, filled by the rules of TurnReader. */
export class Turn {
  node = PROTOTYPE.cloneNode(true);
  finished = false;
  #part = (selector) => this.node.querySelector(selector);
  #source = example(this.#part('.sources :is(ul, ol)'));
  #service = example(this.#part('.services :is(ul, ol)'));
  #choice = example(this.#part('.choices :is(ul, ol)'));
  #feedback = this.#part('.feedback');
  #found = new Map();
  #cited = new Map();
  #served = new Set();
  #spoken = [];
  #block = null;
  #language;

  /** @param {number} number the answer's, from 1 */
  constructor(number) {
    this.#feedback.remove();
    this.node.id = `svar-${number}`;
    this.#part('.question').id = `fragan-${number}`;
    this.node.setAttribute('aria-labelledby', `fragan-${number}`);
    setTimeout(() => { this.#part('.pending').hidden = this.finished || this.#spoken.length > 0; }, PATIENCE);
  }

  read({ type, data }) {
    switch (type) {
      case 'question': return this.#asked(data);
      case 'sources': return data.sources.forEach((source) => this.#found.set(source.page, source));
      case 'text': return this.#say(data);
      case 'choices': return data.choices.forEach(({ label }) => {
        const button = this.#add(this.#choice, '.choices').querySelector('button');
        button.value = label;
        button.textContent = label;
      });
      case 'handover-offer': return this.#offerPerson(data);
      case 'completed': return this.#end(data);
      default: return undefined;
    }
  }

  /** What is read aloud once, when all of it is there: without numbers and marks. */
  get announcement() {
    const end = (said) => (/[.!?:…]$/.test(said) ? said : `${said}.`);
    const hidden = this.#part('.hidden-data').textContent;
    return `${hidden} ${text('turn.announce', this.#spoken.map(end).join(' '))}`.trim();
  }

  /** Shows a list with one more item, and returns that. */
  #add(item, list) {
    const added = item.cloneNode(true);
    this.#part(`${list} :is(ul, ol)`).append(added);
    this.#part(list).hidden = false;
    return added;
  }

  #asked({ text: stored, hidden, language }) {
    const said = this.#part('.said');
    said.textContent = stored;
    this.#language = language;
    said.lang = language ?? PAGES;
    if (hidden.length > 0) {
      const kinds = hidden.map((kind) => text(`hidden.${kind}`)).reduce((first, next) => text('hidden.and', first, next));
      this.#part('.hidden-data').textContent = text('hidden.notice', kinds);
      this.#part('.hidden-data').hidden = false;
    }
  }

  #say({ text: sentence, sources, lang }) {
    this.#part('.pending').hidden = true;
    this.#spoken.push(sentence);
    const list = !/[.!?:…”"]$/.test(sentence);
    const cited = sources.map((citation) => this.#cite(citation));
    const key = `${list} ${cited.map(({ number }) => number)}`;
    if (this.#block?.key !== key) {
      this.#block = { key, node: element(list ? 'ul' : 'p') };
      this.#part('.text').append(this.#block.node);
    }
    const marks = cited.map(({ number, url, name }) => element('a', {
      class: 'citation', href: safeAddress(url), target: '_blank', rel: 'noopener', 'aria-label': text('turn.citation', number, name),
    }, String(number)));
    const shown = element('span', { lang: lang ?? PAGES, dir: 'auto' }, sentence.replace(AMOUNT, '$1\u00a0'), ...marks);
    this.#block.node.append(list ? element('li', {}, shown) : shown, ' ');
  }

  #cite({ page, heading, href: url }) {
    if (!this.#cited.has(url)) {
      const { title = heading, reviewed, eService } = this.#found.get(page) ?? {};
      const name = title === heading ? title : `${title}: ${heading}`;
      this.#cited.set(url, { number: this.#cited.size + 1, url, name });
      const item = this.#add(this.#source, '.sources');
      setLink(item.querySelector('a'), url, name);
      item.querySelector('.meta').textContent = reviewed ? text('turn.reviewed', dateInWords(new Date(reviewed), DAY)) : '';
      this.#serve(eService);
    }
    return this.#cited.get(url);
  }

  #serve(service) {
    if (!service || this.#served.has(service.url)) {
      return;
    }
    this.#served.add(service.url);
    const item = this.#add(this.#service, '.services');
    setLink(item.querySelector('a'), service.url, service.name);
    const needs = { ...service, none: !service.eId && !service.signing };
    item.querySelectorAll('[data-needs]').forEach((flag) => needs[flag.dataset.needs] || flag.remove());
  }

  /** The sentence, with the phone number and the address in it to be touched. */
  #offerPerson({ text: sentence, phone, email }) {
    const place = this.#part('.offer');
    place.lang = ours(this.#language);
    let rest = sentence;
    for (const [shown, href] of [[phone, `tel:${phone.replace(/[^0-9+]/g, '')}`], [email, `mailto:${email}`]]) {
      const at = shown ? rest.indexOf(shown) : -1;
      if (at >= 0) {
        place.append(rest.slice(0, at), element('a', { href, dir: 'ltr' }, shown));
        rest = rest.slice(at + shown.length);
      }
    }
    place.append(rest);
    place.parentElement.hidden = false;
  }

  #end({ answer, kind, related }) {
    this.finished = true;
    this.#part('.pending').hidden = true;
    if (this.#cited.size === 0) {
      const origin = this.#part('.answer .who');
      origin.textContent = origin.dataset.editor;
    }
    if (related) {
      [...this.#found.values()].slice(0, RELATED).forEach(({ url, title }) =>
        setLink(this.#add(this.#source, '.related').querySelector('a'), url, title));
    }
    if (kind === 'emergency') {
      this.node.classList.add('emergency');
      this.#part('.quick-exit').hidden = false;
    } else {
      this.#askOpinion(answer);
    }
  }

  /** What is sent with the form is opinions.js's. */
  #askOpinion(number) {
    const form = this.#feedback;
    const fault = form.querySelector('.error');
    const comment = form.querySelector('textarea');
    form.dataset.answer = number;
    fault.id = `omdome-fel-${number}`;
    comment.id = `kommentar-${number}`;
    comment.setAttribute('aria-describedby', fault.id);
    form.querySelector('label').htmlFor = comment.id;
    this.node.append(form);
  }
}
