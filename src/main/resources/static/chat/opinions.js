import { Refused, requestKey } from './conversation.js';
import { reason, text } from './dom.js';
import { recallOpinions, rememberOpinions } from './memory.js';

const AGAIN_AFTER = 10_000;

/** Opinions on their way to the server: tried until they are there, also after a reload. A later one on the same matter takes over. */
export class Opinions {
  #waiting = new Map();
  #conversation;
  #say;

  /** `say` reads one line aloud. */
  constructor(conversation, say) {
    this.#conversation = conversation;
    this.#say = say;
    recallOpinions().forEach((one) => this.#send(one, () => {}).catch(() => {}));
  }

  /**
   * Sends what one of the two forms holds: whether an answer helped, or how satisfied somebody is with the assistant or with
   * a person. What is kept, sent or refused stands in the form.
   * @param {HTMLFormElement} form
   * @param {HTMLButtonElement | null} submitter
   */
  async submit(form, submitter) {
    const [fault, thanks] = [form.querySelector('.error'), form.querySelector('.thanks')];
    const fields = new FormData(form);
    const [comment, score, { answer }] = [fields.get('kommentar'), fields.get('betyg'), form.dataset];
    const buttons = [...form.querySelectorAll('[name=hjalpte]')];
    const chosen = submitter ?? buttons[0];
    const show = (refused, said) => {
      fault.textContent = refused;
      thanks.textContent = said;
      if (said) {
        buttons.forEach((button) => button.setAttribute('aria-pressed', String(button === chosen)));
      }
      if (!answer) {
        this.#say(refused + said);
      }
    };
    if (!answer && !score) {
      show(thanks.dataset.choose, '');
      return;
    }
    thanks.textContent = '';
    const [path, body, said] = answer
      ? [`/answers/${answer}/feedback`, { helpful: chosen.value === 'ja', comment }, thanks.dataset[chosen.value]]
      : ['/satisfaction', { after: fields.get('efter'), score: Number(score), comment }, thanks.dataset.thanks];
    try {
      if (await this.#send({ path, body, key: requestKey() }, () => show('', text('feedback.kept')))) {
        show('', said);
      }
    } catch (refusal) {
      show(reason(refusal), '');
    }
  }

  /** There is no conversation any more that they are about. */
  forget() {
    this.#waiting.clear();
  }

  /** True when the server has it, false when another one has taken over; throws what it refuses. */
  async #send(opinion, onKept) {
    const { path, body, key } = opinion;
    this.#waiting.set(path, opinion);
    const done = () => {
      if (this.#waiting.get(path) === opinion) {
        this.#waiting.delete(path);
      }
      this.#remember();
    };
    while (this.#waiting.get(path) === opinion) {
      try {
        await this.#conversation.call('POST', path, body, key);
        done();
        return true;
      } catch (fault) {
        if (fault instanceof Refused) {
          done();
          throw fault;
        }
        this.#remember();
        onKept();
        await new Promise((again) => {
          setTimeout(again, AGAIN_AFTER);
          addEventListener('online', again, { once: true });
        });
      }
    }
    return false;
  }

  #remember() {
    rememberOpinions([...this.#waiting.values()]);
  }
}
