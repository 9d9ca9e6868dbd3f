import { Refused, requestKey } from './conversation.js';
import { element } from './elements.js';
import { text } from './texts.js';

/**
 * What the citizen is promised, and the form for it: folded out where nobody can be reached. The structure is that of
 * templates/promise.html. What is typed or chosen stays while the offers are read anew, and focus stays where it is.
 */
export class PromisePanel {
  #section = document.getElementById('lofte');
  #made = document.getElementById('lofte-lovat');
  #more = document.getElementById('lofte-mer');
  #form = document.getElementById('lofte-form');
  #choices = document.getElementById('lofte-val');
  #conversation;
  #announce;
  #offered = false;
  #reachable = true;
  #stale = true;
  #busy = false;
  #attempt = null;
  #state = 'with_assistant';
  /** Whether somebody is still to get back to the citizen. */
  pending = false;

  constructor(conversation, announce) {
    this.#conversation = conversation;
    this.#announce = announce;
    this.#more.addEventListener('toggle', () => this.#more.open && this.#stale && this.#refresh());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  /** Reads any event of the conversation, live or from the transcript. */
  read({ type, data }) {
    if (type === 'handover-offer') {
      this.#offered = true;
      this.#reachable = data.openNow;
      this.#stale = true;
    } else if (type === 'state') {
      this.#state = data.to;
      this.#stale = true;
      this.settled();
    }
  }

  /** After an answer, or a whole transcript: what was promised is always shown, what can be where nobody is there. */
  settled() {
    if (this.#offered || this.#state !== 'with_assistant') {
      this.#refresh();
    }
  }

  /** Nobody will come: here is the other way. */
  refused(refusal) {
    if (refusal instanceof Refused && refusal.type === 'nobody-on-duty') {
      this.#offered = true;
      this.#reachable = false;
      this.#refresh();
    }
  }

  async #refresh() {
    try {
      const { promised, offers } = await this.#conversation.promises();
      this.#stale = false;
      this.#show(promised, offers);
    } catch {
      // The telephone number stands on the page; the next answer tries again.
    }
  }

  #show(promised, offers) {
    const { receipt, kept, you, more, instead, ask } = this.#section.dataset;
    this.#made.replaceChildren(...promised.map((one) => element('li', {}, element('strong', {}, `${one.text}.`), ' ',
      receipt.replace('{0}', one.receipt), one.kept ? ` ${kept}` : '',
      one.said ? element('span', { class: 'promise-said' }, `${you} `, element('bdi', {}, one.said)) : null)));
    this.#made.hidden = promised.length === 0;
    this.pending = promised.some((one) => !one.kept);
    this.#offer(offers);
    this.#more.hidden = offers.length === 0 && !this.#more.contains(document.activeElement);
    this.#more.querySelector('summary').textContent = promised.length > 0 ? more : this.#reachable ? instead : ask;
    if (!this.#reachable && promised.length === 0) {
      this.#more.open = true;
    }
    this.#section.hidden = this.#made.hidden && this.#more.hidden;
  }

  /** The radio buttons; what was chosen stays chosen while it is offered. */
  #offer(offers) {
    const focused = this.#choices.contains(document.activeElement) ? document.activeElement.value : null;
    const chosen = this.#form.elements.val ? this.#chosen()?.value : undefined;
    this.#choices.replaceChildren(...offers.map(({ kind, due, text: said }) => {
      const value = `${kind} ${due}`;
      return element('label', { class: 'choice' },
        element('input', { type: 'radio', name: 'val', value, 'data-kind': kind, checked: value === chosen }), ' ',
        element('span', {}, said));
    }));
    if (focused !== null) {
      const all = [...this.#choices.querySelectorAll('input')];
      (all.find((one) => one.value === focused) ?? all[0])?.focus({ preventScroll: true });
    }
  }

  #chosen() {
    return this.#choices.querySelector('input:checked');
  }

  async #send() {
    if (this.#busy) {
      return;
    }
    this.#faults();
    const chosen = this.#chosen();
    if (!chosen) {
      this.#fault('val', this.#section.dataset.choose);
      return;
    }
    const [kind, due] = chosen.value.split(' ');
    const fields = this.#form.elements;
    const contact = { 'call-back': fields.telefon.value, email: fields.epost.value }[kind] ?? null;
    const wanted = { kind, due, contact, text: fields.gallande.value };
    const said = JSON.stringify(wanted);
    if (this.#attempt?.said !== said) {
      this.#attempt = { said, key: requestKey() };
    }
    this.#busy = true;
    try {
      const made = await this.#conversation.promise(wanted, this.#attempt.key);
      this.#attempt = null;
      this.#form.reset();
      this.#more.open = false;
      await this.#refresh();
      this.#section.focus();
      this.#announce(this.#section.dataset.made.replace('{0}', `${made.text}. ${this.#section.dataset.receipt.replace('{0}', made.receipt)}`));
    } catch (fault) {
      await this.#failed(fault, kind);
    } finally {
      this.#busy = false;
    }
  }

  async #failed(fault, kind) {
    if (!(fault instanceof Refused)) {
      this.#fault('', text('ask.unreachable'));
      return;
    }
    this.#attempt = null;
    const said = fault.problem.detail ?? fault.title ?? text('problem.fault');
    if (fault.type === 'slot-gone') {
      this.#offer(fault.problem.offers);
    }
    const at = { 'contact-refused': kind === 'email' ? 'epost' : 'telefon', 'message-empty': 'gallande',
      'message-too-long': 'gallande', 'slot-gone': 'val', 'request-invalid': 'val' }[fault.type] ?? '';
    this.#fault(at, said);
  }

  #faults() {
    for (const fault of this.#form.querySelectorAll('.error')) {
      fault.textContent = '';
    }
    for (const field of this.#form.querySelectorAll('[aria-invalid]')) {
      field.removeAttribute('aria-invalid');
    }
  }

  /** Names what is wrong beside its field, and leads there: the form was sent by whoever is to read it. */
  #fault(at, said) {
    document.getElementById(at === '' ? 'lofte-fel' : `lofte-${at}-fel`).textContent = said;
    const field = at === 'val' ? this.#choices.querySelector('input') : document.getElementById(`lofte-${at}`);
    if (at !== 'val') {
      field?.setAttribute('aria-invalid', 'true');
    }
    field?.focus();
  }
}
