import { events } from './sse.js';
import { forget, recall, remember } from './memory.js';

const TRIES = 3;
const PAUSES = [400, 1200];
/** While a person is awaited nobody gives up. */
const LISTENING_PAUSES = [400, 1200, 4000, 10_000];
/** The server sends a comment every 15 seconds; after this long in silence the connection is taken to be dead. */
const SILENCE = 40_000;

/** The server understood and said no; `type` and `title` are the problem's. */
export class Refused extends Error {
  constructor(problem) {
    super(problem.type);
    this.type = (problem.type ?? '').split('/').pop();
    this.title = problem.title;
    this.problem = problem;
  }
}

/** The connection failed, or the server did. */
export class Unreachable extends Error {}

/** A random name for one request, also where the page has no TLS and crypto.randomUUID is missing. */
export function requestKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** One conversation with the server: begins with the first question, and goes on where a cut connection stopped. */
export class Conversation {
  #opened = recall();
  #startKey = requestKey();
  #last = 0;

  get isBegun() {
    return this.#opened !== null;
  }

  /**
   * Asks and hands every event to `onEvent` exactly once, in order. `question` is {text, key, stored}; after a failure the
   * same object can be given again and goes on where it stopped.
   */
  async ask(question, onEvent) {
    let tries = 0;
    for (;;) {
      const before = this.#last;
      try {
        await this.#begin();
        await this.#follow(question, onEvent);
        return;
      } catch (fault) {
        if (fault instanceof Refused) {
          if (fault.type !== 'conversation-not-found' || question.stored || question.renewed) {
            throw fault;
          }
          question.renewed = true;
          this.#startAnew();
          continue;
        }
        tries = this.#last > before ? 1 : tries + 1;
        if (tries >= TRIES) {
          throw fault;
        }
        await new Promise((resolve) => setTimeout(resolve, PAUSES[tries - 1]));
      }
    }
  }

  /** Forgets the conversation at once; the answer that is on its way, if any, finds nobody. */
  leave() {
    this.#startAnew();
  }

  /** The events so far; empty when there is no conversation any more. */
  async transcript() {
    try {
      const { events: kept } = await (await this.#send('GET', '')).json();
      this.#last = kept.length > 0 ? kept[kept.length - 1].id : 0;
      return kept;
    } catch (fault) {
      if (fault instanceof Refused) {
        this.#startAnew();
        return [];
      }
      throw fault;
    }
  }

  /** Hands on what has come since, unless `stale()` says that somebody else reads by now; for when nobody follows a stream. */
  async news(onEvent, stale) {
    const { events: kept } = await (await this.#send('GET', '')).json();
    for (const event of kept) {
      if (event.id > this.#last && !stale()) {
        this.#last = event.id;
        onEvent(event);
      }
    }
  }

  /** Asks for a person; `key` names the attempt. */
  async requestPerson(key) {
    await this.#send('POST', '/handover', { key, body: { consent: true } });
  }

  /** A code for the citizen to read out: `{code, expiresAt}`. */
  async showCode() {
    return (await this.#send('POST', '/code', { key: requestKey() })).json();
  }

  async leaveQueue(key) {
    await this.#send('DELETE', '/handover', { key });
  }

  /** What was promised, and what can be. */
  async promises() {
    return (await this.#send('GET', '/promises')).json();
  }

  /** Has an offer promised: `{kind, due, contact, text}`; `key` names the attempt. */
  async promise(wanted, key) {
    return (await this.#send('POST', '/promises', { key, body: wanted })).json();
  }

  /** Writes to the person; what is stored comes back in the stream, as everything else does. */
  async write(typed, key) {
    await this.#send('POST', '/messages', { key, body: { text: typed } });
  }

  /** The citizen is writing to the person; says nothing of what. */
  async types() {
    await this.#send('POST', '/typing');
  }

  /**
   * Follows what a person writes and where the conversation stands, until `done()`; a cut connection goes on where it
   * stopped. Ends when the conversation is gone.
   */
  async listen(onEvent, done) {
    for (let pause = 0; !done(); pause = Math.min(pause + 1, LISTENING_PAUSES.length - 1)) {
      try {
        await this.#stream('GET', '/events', { last: () => this.#last }, (event) => {
          pause = 0;
          onEvent(event);
          return done();
        });
      } catch (fault) {
        if (fault instanceof Refused) {
          return;
        }
      }
      if (!done()) {
        await new Promise((resolve) => setTimeout(resolve, LISTENING_PAUSES[pause]));
      }
    }
  }

  async rate(answer, helpful, comment) {
    await this.#send('POST', `/answers/${answer}/feedback`, { key: requestKey(), body: { helpful, comment } });
  }

  /** How satisfied the citizen is with the `assistant` or the `agent`: 1 to 5. */
  async score(after, score, comment) {
    await this.#send('POST', '/satisfaction', { key: requestKey(), body: { after, score, comment } });
  }

  async #begin() {
    if (this.#opened === null) {
      const started = await request('POST', '/api/conversations', { 'Idempotency-Key': this.#startKey });
      const { id, token } = await started.json();
      this.#opened = { id, token };
      remember(this.#opened);
    }
  }

  #startAnew() {
    forget();
    this.#opened = null;
    this.#startKey = requestKey();
    this.#last = 0;
  }

  async #follow(question, onEvent) {
    const [method, path, sent] = question.stored
      ? ['GET', '/events', { last: () => this.#last }]
      : ['POST', '/questions', { key: question.key, body: { question: question.text } }];
    const ended = await this.#stream(method, path, sent, (event) => {
      question.stored ||= event.type === 'question';
      onEvent(event);
      return event.type === 'completed';
    });
    if (!ended) {
      throw new Unreachable('the stream ended before the answer did');
    }
  }

  /** Every event once and in order, until `onEvent` says that it was the last; false when the stream ended before. */
  async #stream(method, path, { key, body, last }, onEvent) {
    const cut = new AbortController();
    let silence = setTimeout(() => cut.abort(), SILENCE);
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(() => cut.abort(), SILENCE);
    };
    try {
      const response = await this.#send(method, path, { signal: cut.signal, key, body, last: last?.() });
      for await (const event of events(response.body, alive)) {
        if (event.id === null || event.id > this.#last) {
          this.#last = event.id ?? this.#last;
          if (onEvent(event)) {
            return true;
          }
        }
      }
      return false;
    } catch (fault) {
      throw fault instanceof Refused ? fault : new Unreachable(fault.message);
    } finally {
      clearTimeout(silence);
      cut.abort();
    }
  }

  #send(method, path, { key, last, body, signal } = {}) {
    const headers = { 'X-Conversation-Token': this.#opened.token };
    if (key) {
      headers['Idempotency-Key'] = key;
    }
    if (last !== undefined) {
      headers['Last-Event-ID'] = String(last);
    }
    return request(method, `/api/conversations/${this.#opened.id}${path}`, headers, body, signal);
  }
}

async function request(method, path, headers, body, signal) {
  const sent = { method, headers, signal, cache: 'no-store', credentials: 'omit' };
  if (body) {
    sent.body = JSON.stringify(body);
    headers['Content-Type'] = 'application/json';
  }
  let response;
  try {
    response = await fetch(path, sent);
  } catch (fault) {
    throw new Unreachable(fault.message);
  }
  if (response.ok) {
    return response;
  }
  if (response.status >= 500) {
    throw new Unreachable(`status ${response.status}`);
  }
  throw new Refused(await response.json().catch(() => ({ type: 'fault' })));
}
