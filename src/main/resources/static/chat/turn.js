import { element, safeAddress } from './elements.js';
import { text } from './texts.js';

/** Endings that quote nothing, but whose pages may help; TurnReader has the same. */
const LINKS_PAGES = ['NOT_ANSWERED_LANGUAGE', 'DECLINED_BY_RULE', 'REFERRED_TO_AUTHORITY', 'NOT_ANSWERED_PAGE_OVERDUE',
  'NOT_ANSWERED_SOURCES_DISAGREE'];
const RELATED = 3;
const PATIENCE = 1500;
/** No line breaks inside an amount such as 1 800 kronor. */
const AMOUNT = /(\d) (?=\d{3}|%|kr)/g;
const DATE = new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A message or one line of ours, as it stands between answers; null for any other event. Turn.Line has the same. */
export function line({ type, data }) {
  const agent = () => (data.approved ? text('line.approved', data.name) : data.name ? text('line.agent', data.name) : text('line.person'));
  const who = { citizen: () => text('line.you'), agent };
  const source = ({ heading, url }) => element('a', { class: 'line-source', href: url, target: '_blank', rel: 'noopener' }, heading,
    ' ', element('span', { class: 'for-ears' }, text('turn.new-tab')));
  switch (type) {
    case 'message': return element('p', { class: 'line', dir: 'auto' }, element('span', { class: 'who' }, who[data.author]()), ' ', data.text,
      ...(data.sources ?? []).filter(({ url }) => url.startsWith('/knowledge/')).flatMap((one) => [' ', source(one)]));
    case 'state':
    case 'notice': return data.text ? element('p', { class: 'line', dir: 'auto' }, data.text) : null;
    default: return null;
  }
}

/**
 * One question and its answer while it arrives. The same structure is rendered by templates/turn.html and the same rules
 * are TurnReader's: change both.
 */
export class Turn {
  #found = new Map();
  #cited = new Map();
  #services = new Map();
  #spoken = [];
  #block = null;
  #pending = element('p', { class: 'pending', hidden: true }, text('turn.pending'));
  #body = element('div', { class: 'text', dir: 'auto' });
  #exit = element('form', { class: 'quick-exit', method: 'post', action: '/fraga/lamna', hidden: true },
    element('button', {}, text('turn.quick-exit')));
  #choices = element('form', { class: 'choices', 'data-ask': true, hidden: true, 'aria-label': text('turn.choices') });
  #serviceList = element('ul');
  #serviceBox = element('div', { class: 'services', hidden: true }, element('h5', {}, text('turn.services')), this.#serviceList);
  #sourceList = element('ol');
  #sourceBox = element('div', { class: 'sources', hidden: true }, element('h5', {}, text('turn.sources')), this.#sourceList);
  #handover = element('p', { class: 'handover', dir: 'auto', hidden: true }, element('strong', {}, text('turn.handover')), ' ');
  #question = element('span', { class: 'said', dir: 'auto' });
  #hidden = element('p', { class: 'hidden-data', hidden: true });
  #rate;

  constructor(number, typed, rate) {
    this.number = number;
    this.finished = false;
    this.#rate = rate;
    this.#question.textContent = typed;
    const heading = element('h3', { class: 'question', id: `fragan-${number}` },
      element('span', { class: 'who' }, text('turn.you')), ' ', this.#question);
    this.node = element('article', { class: 'turn', id: `svar-${number}`, 'aria-labelledby': heading.id, tabindex: '-1' },
      heading, this.#hidden,
      element('div', { class: 'answer' }, element('h4', { class: 'who' }, text('turn.assistant')),
        this.#exit, this.#body, this.#pending, this.#choices, this.#serviceBox, this.#sourceBox, this.#handover));
    setTimeout(() => { this.#pending.hidden = this.finished || this.#spoken.length > 0; }, PATIENCE);
  }

  read({ type, data }) {
    switch (type) {
      case 'question': return this.#asked(data);
      case 'sources': return data.sources.forEach((source) => this.#found.set(source.page, source));
      case 'text': return this.#say(data);
      case 'choices': return this.#offer(data.choices);
      case 'handover-offer': return this.#offerPerson(data);
      case 'completed': return this.#end(data);
      default: return undefined;
    }
  }

  /** What is read aloud once, when all of it is there: without numbers and marks. */
  get announcement() {
    const end = (line) => (/[.!?:…]$/.test(line) ? line : `${line}.`);
    const lines = [this.#hidden.textContent, text('turn.announce', this.#spoken.map(end).join(' '))];
    return lines.filter((line) => line !== '').join(' ');
  }

  #asked({ text: stored, hidden }) {
    this.#question.textContent = stored;
    if (hidden.length > 0) {
      const kinds = hidden.map((kind) => text(`hidden.${kind}`)).reduce((first, next) => text('hidden.and', first, next));
      this.#hidden.textContent = text('hidden.notice', kinds);
      this.#hidden.hidden = false;
    }
  }

  #say({ text: sentence, sources, lang }) {
    this.#pending.hidden = true;
    this.#spoken.push(sentence);
    const list = !/[.!?:…”"]$/.test(sentence);
    const cited = sources.map((citation) => this.#cite(citation));
    const key = `${list} ${cited.map(({ number }) => number)}`;
    if (this.#block?.key !== key) {
      this.#block = { key, node: element(list ? 'ul' : 'p') };
      this.#body.append(this.#block.node);
    }
    const marks = cited.map(({ number, url, name }) => element('a', {
      class: 'citation', href: safeAddress(url), target: '_blank', rel: 'noopener',
      'aria-label': text('turn.citation', number, name),
    }, String(number)));
    const line = element('span', lang ? { lang, dir: 'auto' } : {}, sentence.replace(AMOUNT, '$1\u00a0'), ...marks);
    this.#block.node.append(list ? element('li', {}, line) : line, ' ');
  }

  #cite({ page, heading, url }) {
    if (!this.#cited.has(url)) {
      const source = this.#found.get(page);
      const title = source?.title ?? heading;
      const cited = { number: this.#cited.size + 1, url, name: title === heading ? title : `${title}: ${heading}` };
      this.#cited.set(url, cited);
      this.#list(cited, source?.reviewed);
      this.#serve(source?.eService);
    }
    return this.#cited.get(url);
  }

  #list({ url, name }, reviewed) {
    const checked = reviewed ? text('turn.reviewed', DATE.format(new Date(reviewed))) : '';
    this.#sourceList.append(element('li', {},
      element('a', { href: safeAddress(url), target: '_blank', rel: 'noopener' },
        element('span', {}, name), ' ', element('span', { class: 'for-ears' }, text('turn.new-tab'))), ' ',
      element('span', { class: 'meta' }, checked)));
    this.#sourceBox.hidden = false;
  }

  #serve(service) {
    if (!service || this.#services.has(service.url)) {
      return;
    }
    this.#services.set(service.url, service);
    const flags = [service.eId && 'turn.e-id', service.signing && 'turn.signing', service.payment && 'turn.payment',
      !service.eId && !service.signing && 'turn.no-login'].filter(Boolean);
    this.#serviceList.append(element('li', {}, element('a', { class: 'button', href: safeAddress(service.url) }, service.name), ' ',
      element('span', { class: 'meta' }, ...flags.map((flag) => element('span', {}, text(flag))))));
    this.#serviceBox.hidden = false;
  }

  #offer(choices) {
    this.#choices.append(element('ul', { class: 'chips' },
      ...choices.map(({ label }) => element('li', {}, element('button', { name: 'fraga', value: label }, label)))));
    this.#choices.hidden = false;
  }

  #offerPerson({ text: sentence, phone, email }) {
    const links = [[phone, `tel:${phone.replace(/[^0-9+]/g, '')}`], [email, `mailto:${email}`]]
      .filter(([shown]) => shown && sentence.includes(shown))
      .sort(([one], [other]) => sentence.indexOf(one) - sentence.indexOf(other));
    let rest = sentence;
    for (const [shown, href] of links) {
      const [before, ...after] = rest.split(shown);
      this.#handover.append(before, element('a', { href }, shown));
      rest = after.join(shown);
    }
    this.#handover.append(rest);
    this.#handover.hidden = false;
  }

  #end({ answer, kind, outcome }) {
    this.finished = true;
    this.#pending.hidden = true;
    if (LINKS_PAGES.includes(outcome) && this.#found.size > 0) {
      this.#handover.before(this.#related());
    }
    if (kind === 'emergency') {
      this.node.classList.add('emergency');
      this.#exit.hidden = false;
    } else {
      this.node.append(this.#feedback(answer));
    }
  }

  #related() {
    return element('div', { class: 'related' }, element('h5', {}, text('turn.related')),
      element('ul', {}, ...[...this.#found.values()].slice(0, RELATED).map(({ url, title }) => element('li', {},
        element('a', { href: safeAddress(url), target: '_blank', rel: 'noopener' },
          element('span', {}, title), ' ', element('span', { class: 'for-ears' }, text('turn.new-tab')))))));
  }

  #feedback(number) {
    const fault = element('p', { class: 'error', id: `omdome-fel-${number}`, role: 'alert' });
    const thanks = element('p', { class: 'thanks', role: 'status' });
    const comment = element('textarea', { rows: '2', name: 'kommentar', id: `kommentar-${number}`, 'aria-describedby': fault.id });
    const buttons = [['ja', 'feedback.yes'], ['nej', 'feedback.no']].map(([value, code]) =>
      element('button', { name: 'hjalpte', value, 'aria-pressed': 'false' }, text(code)));
    const form = element('form', { class: 'feedback' },
      element('fieldset', {}, element('legend', {}, text('feedback.question')), fault, ...buttons,
        element('details', {}, element('summary', {}, text('feedback.more')),
          element('label', { for: comment.id }, text('feedback.comment')), comment)), thanks);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const chosen = event.submitter ?? buttons[0];
      fault.textContent = '';
      thanks.textContent = '';
      try {
        await this.#rate(number, chosen.value === 'ja', comment.value);
        buttons.forEach((button) => button.setAttribute('aria-pressed', String(button === chosen)));
        thanks.textContent = text(chosen.value === 'ja' ? 'feedback.thanks.yes' : 'feedback.thanks.no');
      } catch (refusal) {
        fault.textContent = refusal.title ?? text('feedback.failed');
      }
    });
    return form;
  }
}
