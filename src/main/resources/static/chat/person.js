import { Refused, requestKey } from './conversation.js';
import { text } from './texts.js';

const ASSISTANT = 'with_assistant';
/** How long "… skriver" stays after a sign, and how long the citizen's own signs are apart; in milliseconds. */
const TYPING_SHOWN = 6_000;
const TYPING_EVERY = 4_000;

/**
 * The way to a person: one button that asks for one or leaves the queue, one line about where things stand. The field below
 * is the page's own and writes to whoever has the conversation. Focus stays where it is: nothing that has it is hidden.
 */
export class PersonPanel {
  #section = document.getElementById('person');
  #line = document.getElementById('person-lage');
  #fault = document.getElementById('person-fel');
  #button = document.getElementById('person-knapp');
  #shared = document.getElementById('person-delas');
  #typing = document.getElementById('person-skriver');
  #typingEnds = null;
  #typingSaid = 0;
  #conversation;
  #onEvent;
  #onState;
  #onRefused;
  #offered = false;
  #listening = false;
  #busy = false;
  #key = null;
  state = ASSISTANT;

  /**
   * `onEvent` is given what a person's part of the stream holds, `onState` is called after each change, `onRefused` is given
   * what the server did not do.
   */
  constructor(conversation, onEvent, onState, onRefused) {
    this.#conversation = conversation;
    this.#onEvent = onEvent;
    this.#onState = onState;
    this.#onRefused = onRefused;
    this.#button?.addEventListener('click', () => this.#press());
    // It stays while it has the focus, see #show.
    this.#button?.addEventListener('blur', () => this.#show());
  }

  /** Whether what is typed is a question for the assistant. */
  get isAssistants() {
    return this.state === ASSISTANT;
  }

  /** Reads any event of the conversation, live or from the transcript. */
  read({ type, data }) {
    if (type === 'state') {
      this.state = data.to;
      this.#key = null;
      this.#say({ waiting: 'person.waiting', with_agent: 'person.with-agent', closed: 'person.closed' }[data.to]);
      this.#fault.textContent = '';
      this.#show();
      this.#onState();
    } else if (type === 'typing') {
      this.#showTyping(text('person.typing'));
    } else if (type === 'message' && data.author === 'agent') {
      this.#showTyping('');
    } else if (type === 'handover-offer') {
      this.#offered = data.openNow;
      this.#show();
    } else if (type === 'queue' && this.state === 'waiting') {
      this.#line.textContent = data.estimateMinutes === null ? text('person.place', data.position)
        : text('person.place-estimate', data.position, data.estimateMinutes);
    }
  }

  /** Follows the stream while a person is awaited or has the conversation; does nothing while it is followed. */
  async follow() {
    const done = () => this.state === ASSISTANT || this.state === 'closed';
    if (!this.#listening && !done()) {
      this.#listening = true;
      await this.#conversation.listen((event) => this.#onEvent(event), done);
      this.#listening = false;
    }
  }

  /** Sends a message; what is stored comes back in the stream. Throws what the server refuses. */
  async write(typed, key) {
    await this.#conversation.write(typed, key);
    if (this.state === 'closed') {
      // Reopened: who writes now is heard again.
      this.state = 'waiting';
    }
    this.follow();
  }

  /** The citizen types: the person is told that, at most every few seconds, and never what. */
  types() {
    const heard = this.state === 'waiting' || this.state === 'with_agent';
    if (heard && Date.now() - this.#typingSaid >= TYPING_EVERY) {
      this.#typingSaid = Date.now();
      this.#conversation.types().catch(() => {});
    }
  }

  /** No live region: what comes and goes every few seconds is not for the ears. */
  #showTyping(said) {
    clearTimeout(this.#typingEnds);
    this.#typing.textContent = said;
    if (said !== '') {
      this.#typingEnds = setTimeout(() => this.#showTyping(''), TYPING_SHOWN);
    }
  }

  async #press() {
    if (this.#busy || this.#button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    this.#busy = true;
    this.#fault.textContent = '';
    this.#key ??= requestKey();
    try {
      if (this.isAssistants) {
        await this.#conversation.requestPerson(this.#key);
        this.state = 'waiting';
        this.follow();
      } else {
        await this.#conversation.leaveQueue(this.#key);
      }
      this.#key = null;
    } catch (fault) {
      this.#fault.textContent = this.#reason(fault);
      if (fault instanceof Refused) {
        this.#key = null;
        this.#onRefused(fault);
      }
    } finally {
      this.#busy = false;
    }
  }

  #reason(fault) {
    if (!(fault instanceof Refused)) {
      return text('ask.unreachable');
    }
    const { title, phone, email } = fault.problem;
    return phone ? text('person.call', title, phone, email ?? '–') : title ?? text('problem.fault');
  }

  #say(code) {
    this.#line.textContent = code ? text(code) : '';
  }

  #show() {
    const canPress = this.state === 'waiting' || (this.isAssistants && this.#offered);
    this.#shared.hidden = !this.isAssistants;
    this.#button.textContent = text(this.isAssistants ? 'person.ask' : 'person.leave');
    this.#button.setAttribute('aria-disabled', String(!canPress));
    this.#section.hidden = this.isAssistants && !this.#offered && document.activeElement !== this.#button;
    this.#button.hidden = !canPress && document.activeElement !== this.#button;
  }
}
