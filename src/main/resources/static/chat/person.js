import { Refused, requestKey } from './conversation.js';
import { byId, reason, text } from './dom.js';

const ASSISTANT = 'with_assistant';
/** How long "… skriver" stays after a sign, and how long the citizen's own signs are apart; in milliseconds. */
const TYPING_SHOWN = 6_000;
const TYPING_EVERY = 4_000;

/**
 * The way to a person: one button, always in the same place, that asks for one or leaves the queue, and one line about where
 * things stand. The field beside it is the page's own and writes to whoever has the conversation. Focus stays where it is:
 * nothing that has it is hidden.
 */
export class PersonPanel {
  #section = byId('person');
  #line = byId('person-lage');
  #fault = byId('person-fel');
  #button = byId('person-knapp');
  #shared = byId('person-delas');
  #typing = byId('person-skriver');
  #typingEnds = null;
  #typingSaid = 0;
  #conversation;
  #onState;
  #onRefused;
  #onLine;
  #onBegin;
  #listening = null;
  #busy = false;
  #key = null;
  state = ASSISTANT;

  /**
   * `onBegin` is called before a person is asked for, `onState` after each change, `onRefused` is given what the server did
   * not do, `onLine` whether it is reached.
   */
  constructor(conversation, { onBegin, onState, onRefused, onLine }) {
    this.#conversation = conversation;
    this.#onBegin = onBegin;
    this.#onState = onState;
    this.#onRefused = onRefused;
    this.#onLine = onLine;
    this.#button.addEventListener('click', () => this.#press());
    // It stays while it has the focus, see #show.
    this.#button.addEventListener('blur', () => this.#show());
    this.#show();
  }

  /** Whether what is typed is a question for the assistant. */
  get isAssistants() {
    return this.state === ASSISTANT;
  }

  /** Reads any event of the conversation, live or from the transcript. */
  read({ type, data }) {
    if (type === 'state') {
      this.#key = null;
      this.#become(data.to);
    } else if (type === 'typing') {
      this.#showTyping(text('person.typing'));
    } else if (type === 'message' && data.author === 'agent') {
      this.#showTyping('');
    } else if (type === 'queue' && this.state === 'waiting') {
      this.#line.textContent = data.estimateMinutes === null ? text('person.place', data.position)
        : text('person.place-estimate', data.position, data.estimateMinutes);
    }
  }

  /** There is no conversation any more. */
  forget() {
    this.#listening = null;
    this.#become(ASSISTANT);
  }

  /** Follows the stream while a person is awaited or has the conversation; does nothing while it is followed. */
  async follow() {
    const done = () => this.state === ASSISTANT || this.state === 'closed';
    if (this.#listening === null && !done()) {
      const listening = this.#conversation.listen(done, this.#onLine);
      this.#listening = listening;
      await listening;
      if (this.#listening === listening) {
        this.#listening = null;
      }
    }
  }

  /** Sends a message; what is stored comes back in the stream. Throws what the server refuses. */
  async write(typed, key) {
    await this.#conversation.call('POST', '/messages', { text: typed }, key);
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
      this.#conversation.call('POST', '/typing').catch(() => {});
    }
  }

  #become(state) {
    this.state = state;
    const code = { waiting: 'person.waiting', with_agent: 'person.with-agent', closed: 'person.closed' }[state];
    this.#line.textContent = code ? text(code) : '';
    this.#fault.textContent = '';
    this.#showTyping('');
    this.#show();
    this.#onState();
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
        this.#onBegin();
        await this.#conversation.begin();
        await this.#conversation.call('POST', '/handover', { consent: true }, this.#key);
        this.state = 'waiting';
        this.follow();
      } else {
        await this.#conversation.call('DELETE', '/handover', null, this.#key);
      }
      this.#key = null;
    } catch (fault) {
      this.#fault.textContent = reason(fault);
      if (fault instanceof Refused) {
        this.#key = null;
        this.#onRefused(fault);
      }
    } finally {
      this.#busy = false;
    }
  }

  #show() {
    const canPress = this.isAssistants || this.state === 'waiting';
    this.#shared.hidden = !this.isAssistants;
    this.#section.hidden = this.isAssistants;
    this.#button.textContent = text(this.isAssistants ? 'person.short' : 'person.leave');
    this.#button.setAttribute('aria-disabled', String(!canPress));
    this.#button.hidden = !canPress && document.activeElement !== this.#button;
  }
}
