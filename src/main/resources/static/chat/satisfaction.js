import { Refused } from './conversation.js';
import { text } from './texts.js';

/**
 * How satisfied the citizen is: the forms lie in the page, hidden until the part that they ask of is over. They are shown
 * once, below the conversation, and take neither focus nor voice.
 */
export class SatisfactionForms {
  #places = document.getElementById('nojdhet');
  #send;
  #say;

  /** `send(part, score, comment)` stores; `say` reads one line aloud. */
  constructor(send, say) {
    this.#send = send;
    this.#say = say;
    this.#places?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit(event.target);
    });
  }

  /** Reads any event of the conversation. */
  read({ type, data }) {
    if (type === 'completed' && data.kind !== 'emergency') {
      this.#show('assistant', true);
    } else if (type === 'completed') {
      this.#show('assistant', false);
    } else if (type === 'state') {
      this.#show('agent', ['resolved', 'returned'].includes(data.change));
    }
  }

  #show(part, shown) {
    const place = this.#places?.querySelector(`[data-part=${part}]`);
    if (place && !place.contains(document.activeElement)) {
      place.hidden = !shown;
    }
  }

  async #submit(form) {
    const fields = new FormData(form);
    const fault = form.querySelector('.error');
    const thanks = form.querySelector('.thanks');
    fault.textContent = '';
    thanks.textContent = '';
    if (!fields.get('betyg')) {
      fault.textContent = thanks.dataset.choose;
      this.#say(fault.textContent);
      return;
    }
    try {
      await this.#send(fields.get('efter'), Number(fields.get('betyg')), fields.get('kommentar'));
      thanks.textContent = thanks.dataset.thanks;
      this.#say(thanks.textContent);
    } catch (refusal) {
      fault.textContent = refusal instanceof Refused ? refusal.title ?? text('problem.fault') : thanks.dataset.failed;
      this.#say(fault.textContent);
    }
  }
}
