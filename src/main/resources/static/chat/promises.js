import { Refused, requestKey } from './conversation.js';
import { byId, example, reason } from './dom.js';

/**
 * What the citizen is promised, and the form for it: folded out where nobody can be reached. The structure is that of
 * templates/promise.html. What is typed or chosen stays while the offers are read anew, and focus stays where it is.
 */
export class PromisePanel {
  #section = byId('lofte');
  #made = byId('lofte-lovat');
  #more = byId('lofte-mer');
  #form = byId('lofte-form');
  #choices = byId('lofte-val');
  #promise = example(this.#made);
  #choice = example(this.#choices);
  #conversation;
  #announce;
  #reachable = true;
  #stale = true;
  #busy = false;
  #attempt = null;
  /** Whether somebody is still to get back to the citizen. */
  pending = false;

  constructor(conversation, announce) {
    this.#conversation = conversation;
    this.#announce = announce;
    this.#more.addEventListener('toggle', () => this.#more.open && this.#stale && this.refresh());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  /** Reads any event of the conversation; `past` when it comes from the transcript, after which all is read anew at once. */
  read({ type, data }, past) {
    if (type === 'handover-offer') {
      this.#reachable = data.openNow;
    }
    if (type === 'handover-offer' || type === 'state') {
      this.#stale = true;
      if (!past && !(this.#reachable && type === 'handover-offer')) {
        this.refresh();
      }
    }
  }

  /** There is no conversation any more; what was typed about somebody goes with it. */
  forget() {
    this.#reachable = true;
    this.#attempt = null;
    this.pending = false;
    this.#form.reset();
    this.#more.open = false;
    this.#section.hidden = true;
  }

  /** Nobody will come: here is the other way. */
  async instead() {
    this.#reachable = false;
    await this.refresh();
    this.#section.scrollIntoView({ block: 'start' });
  }

  /** Reads what was promised and what can be. */
  async refresh() {
    try {
      const { promised, offers } = await this.#conversation.callJson('GET', '/promises');
      this.#stale = false;
      this.#show(promised, offers);
    } catch {
      // The telephone number stands on the page; the next answer tries again.
    }
  }

  #show(promised, offers) {
    this.#made.replaceChildren(...promised.map(({ text: said, receipt, kept, said: asked }) => {
      const item = this.#promise.cloneNode(true);
      const [what, number, when, own] = item.children;
      what.textContent = `${said}.`;
      number.textContent = number.textContent.replace('{0}', () => receipt);
      when.hidden = !kept;
      own.hidden = !asked;
      own.lastElementChild.textContent = asked;
      return item;
    }));
    this.#made.hidden = promised.length === 0;
    this.pending = promised.some((one) => !one.kept);
    this.#offer(offers);
    this.#more.hidden = offers.length === 0 && !this.#more.contains(document.activeElement);
    const { more, instead, ask } = this.#section.dataset;
    this.#more.firstElementChild.textContent = promised.length > 0 ? more : this.#reachable ? instead : ask;
    if (!this.#reachable && promised.length === 0) {
      this.#more.open = true;
    }
    this.#section.hidden = this.#made.hidden && this.#more.hidden;
  }

  /** The radio buttons; what was chosen stays chosen while it is offered, and what has the focus keeps it. */
  #offer(offers) {
    const focused = this.#choices.contains(document.activeElement);
    const chosen = this.#chosen()?.value;
    this.#choices.replaceChildren(...offers.map(({ kind, due, text: said }) => {
      const choice = this.#choice.cloneNode(true);
      const [button, label] = choice.children;
      button.value = `${kind} ${due}`;
      button.dataset.kind = kind;
      button.checked = button.value === chosen;
      label.textContent = said;
      return choice;
    }));
    if (focused) {
      (this.#chosen() ?? this.#choices.querySelector('input'))?.focus({ preventScroll: true });
    }
  }

  #chosen() {
    return this.#choices.querySelector('input:checked');
  }

  async #send() {
    if (this.#busy) {
      return;
    }
    this.#form.querySelectorAll('.error').forEach((fault) => { fault.textContent = ''; });
    this.#form.querySelectorAll('[aria-invalid]').forEach((field) => field.removeAttribute('aria-invalid'));
    const chosen = this.#chosen();
    if (!chosen) {
      this.#fault('val', this.#section.dataset.choose);
      return;
    }
    const [kind, due] = chosen.value.split(' ');
    const fields = this.#form.elements;
    const contact = { 'call-back': fields.telefon.value, email: fields.epost.value }[kind] ?? null;
    const wanted = { kind, due, contact, text: fields.gallande.value };
    const all = JSON.stringify(wanted);
    if (this.#attempt?.all !== all) {
      this.#attempt = { all, key: requestKey() };
    }
    this.#busy = true;
    try {
      const { text: said, receipt } = await this.#conversation.callJson('POST', '/promises', wanted, this.#attempt.key);
      this.#attempt = null;
      this.#form.reset();
      this.#more.open = false;
      this.#announce(`${said}. ${this.#promise.children[1].textContent.replace('{0}', () => receipt)}`);
      await this.refresh();
      this.#section.focus();
    } catch (fault) {
      await this.#failed(fault, kind);
    } finally {
      this.#busy = false;
    }
  }

  async #failed(fault, kind) {
    if (!(fault instanceof Refused)) {
      this.#fault('', reason(fault));
      return;
    }
    this.#attempt = null;
    const said = fault.problem.detail ?? reason(fault);
    if (fault.type === 'slot-gone') {
      this.#offer(fault.problem.offers);
    }
    const at = { 'contact-refused': kind === 'email' ? 'epost' : 'telefon', 'message-empty': 'gallande',
      'message-too-long': 'gallande', 'slot-gone': 'val', 'request-invalid': 'val' }[fault.type] ?? '';
    this.#fault(at, said);
  }

  /** Names what is wrong beside its field, and leads there: the form was sent by whoever is to read it. */
  #fault(at, said) {
    byId(at === '' ? 'lofte-fel' : `lofte-${at}-fel`).textContent = said;
    const field = at === 'val' ? this.#choices.querySelector('input') : byId(`lofte-${at}`);
    if (at !== 'val') {
      field?.setAttribute('aria-invalid', 'true');
    }
    field?.focus();
  }
}
