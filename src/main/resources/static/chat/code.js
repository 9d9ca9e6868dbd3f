import { Refused } from './conversation.js';
import { text } from './texts.js';

/** A code for the citizen to read out on the phone: one button, and the code where it stays until the next one. */
export class CodePanel {
  #section = document.getElementById('kod');
  #shown = document.getElementById('kod-visad');
  #fault = document.getElementById('kod-fel');
  #button = document.getElementById('kod-knapp');
  #conversation;
  #busy = false;

  constructor(conversation) {
    this.#conversation = conversation;
    this.#button?.addEventListener('click', () => this.#press());
  }

  /** There is something to read now. */
  offer() {
    if (this.#section !== null) {
      this.#section.hidden = false;
    }
  }

  async #press() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    this.#fault.textContent = '';
    try {
      const { code, expiresAt } = await this.#conversation.showCode();
      const until = new Date(expiresAt).toLocaleTimeString('sv', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Stockholm' });
      const spaced = `${code.slice(0, 3)}\u00a0${code.slice(3)}`;
      this.#shown.textContent = this.#shown.dataset.form.replace('{0}', spaced).replace('{1}', until.replace(':', '.'));
    } catch (fault) {
      this.#fault.textContent = fault instanceof Refused ? fault.title ?? text('problem.fault') : text('ask.unreachable');
    } finally {
      this.#busy = false;
    }
  }
}
