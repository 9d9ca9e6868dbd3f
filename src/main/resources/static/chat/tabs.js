import { requestKey } from './conversation.js';

/**
 * Other tabs with the same chat: a new one is given the conversation by one that has it, and all are told when there is
 * something new. Nothing is stored for it; when the last tab closes, nothing remains.
 */
export class Tabs {
  #channel = null;
  #name = requestKey();

  /**
   * @param {object} page
   * @param {() => {id: string, token: string} | null} page.opened the conversation of this tab
   * @param {(opened: {id: string, token: string}) => void} page.onFound another tab has one, and this has none
   * @param {(last: number) => void} page.onNews another tab has read so far in the same one
   * @param {() => void} page.onGone it was ended in another tab
   */
  constructor({ opened, onFound, onNews, onGone }) {
    try {
      this.#channel = new BroadcastChannel('lotsen-samtal');
    } catch {
      // Old browsers, and frames that may share nothing: each tab for itself.
      return;
    }
    this.#channel.addEventListener('message', ({ data }) => {
      const mine = opened();
      if (data.wanted && mine) {
        this.#tell({ found: mine, by: data.wanted });
      } else if (data.found && data.by === this.#name) {
        onFound(data.found);
      } else if (mine && data.id === mine.id) {
        if (data.gone) {
          onGone();
        } else {
          onNews(data.last);
        }
      }
    });
    if (!opened()) {
      this.#tell({ wanted: this.#name });
    }
  }

  news(id, last) {
    this.#tell({ id, last });
  }

  gone(id) {
    this.#tell({ id, gone: true });
  }

  #tell(message) {
    this.#channel?.postMessage(message);
  }
}
