import { language } from './dom.js';
import { forget, recall, remember } from './memory.js';

const GONE = 'conversation-not-found';
/** Between tries; whoever awaits a person or an answer of one that stops goes on to the longer ones. */
const PAUSES = [400, 1200, 4000, 10_000];
/** The server sends a comment every 15 seconds; after this long in silence the connection is taken to be dead. */
const SILENCE = 40_000;

/** The server understood and said no; `type` is the problem's. Whatever else is thrown means that it was not reached. */
export class Refused extends Error {
  constructor(problem) {
    super(problem.type);
    this.type = (problem.type ?? '').split('/').pop();
    this.problem = problem;
  }
}

/** A random UUID that names one request; crypto.randomUUID is missing where the page has no TLS. */
export const requestKey = () => '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
  (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16));

const pause = (duration) => new Promise((resolve) => { setTimeout(resolve, duration); });

/**
 * One conversation with the server: begins with the first question or the wish for a person, and goes on where a cut
 * connection stopped. Hands every event to `onEvent` exactly once and in order, whichever request brings it.
 */
export class Conversation {
  #opened = recall();
  #startKey = requestKey();
  #last = 0;
  /** So often a question is tried. */
  #most;
  #leaving = new AbortController();
  #onEvent;
  #onLeave;

  /** `onLeave` is called whenever there is no conversation any more; with true when the question goes on in a new one. */
  constructor(onEvent, onLeave) {
    this.#onEvent = onEvent;
    this.#onLeave = onLeave;
  }

  /** `{id, token}`, or null before the first question. */
  get opened() {
    return this.#opened;
  }

  /** The last event that was handed on. */
  get last() {
    return this.#last;
  }

  /** Goes on with a conversation that another tab has begun. */
  adopt(opened) {
    this.#opened = opened;
    remember(opened);
  }

  /**
   * Asks, and is done with the answer's end. `question` is {text, key}; after a failure the same object can be given again
   * and goes on where it stopped. `at` is the number of its event, once the server has it.
   */
  async ask(question) {
    let tries = 0;
    this.#most = 3;
    let { signal } = this.#leaving;
    while (!signal.aborted) {
      const before = this.#last;
      try {
        await this.begin();
        await this.#follow(question);
        return;
      } catch (fault) {
        if (signal.aborted) {
          return;
        }
        const gone = fault.type === GONE && !question.at;
        tries = this.#last > before ? 1 : tries + 1;
        if (tries >= this.#most || (fault instanceof Refused && !gone)) {
          throw fault;
        }
        if (gone) {
          this.leave(true);
          ({ signal } = this.#leaving);
        } else {
          await pause(PAUSES[tries - 1]);
        }
      }
    }
  }

  /** Forgets the conversation at once; what is on its way finds nobody. */
  leave(renewing = false) {
    this.#leaving.abort();
    this.#leaving = new AbortController();
    forget();
    this.#opened = null;
    this.#startKey = requestKey();
    this.#last = 0;
    this.#onLeave(renewing);
  }

  /** Hands on what has come since, up to the event `until`. Leaves a conversation that is gone. */
  async news(until = Infinity) {
    const opened = this.#opened;
    try {
      const { events: kept } = await json(this.#send('GET', ''));
      kept.filter((event) => event.id <= until && opened === this.#opened).forEach((event) => this.#hand(event));
    } catch (fault) {
      if (fault.type === GONE) {
        this.leave();
      } else {
        throw fault;
      }
    }
  }

  /**
   * One request about the conversation; throws what the server refuses, and that it is not reached.
   * @param {string} method
   * @param {string} path below the conversation's
   * @param {object} [body]
   * @param {string} [key] names the attempt: sent twice, it is done once
   */
  call(method, path, body, key = requestKey()) {
    return this.#send(method, path, { key, body });
  }

  /** The same for what is answered in JSON. */
  callJson(method, path, body, key) {
    return json(this.call(method, path, body, key));
  }

  /**
   * Follows what a person writes and where the conversation stands, until `done()`; a cut connection goes on where it
   * stopped. `onLine` is told whether there is one. Ends when the conversation is gone.
   */
  async listen(done, onLine) {
    const { signal } = this.#leaving;
    for (let tries = 0; !done() && !signal.aborted; tries = Math.min(tries + 1, PAUSES.length - 1)) {
      try {
        await this.#stream('GET', '/events', {}, () => {
          tries = 0;
          return done();
        }, () => onLine(true));
      } catch (fault) {
        if (fault instanceof Refused) {
          return;
        }
        onLine(tries === 0);
      }
      if (!done()) {
        await pause(PAUSES[tries]);
      }
    }
  }

  /** Has the server begin one, unless it has. */
  async begin() {
    if (this.#opened === null) {
      const { signal } = this.#leaving;
      const { id, token } = await json(request('POST', '/api/conversations', { 'Idempotency-Key': this.#startKey }));
      if (signal.aborted) {
        throw new Error();
      }
      this.adopt({ id, token });
    }
  }

  async #follow(question) {
    const [method, path, sent] = question.at ? ['GET', '/events', {}]
      : ['POST', '/questions', { key: question.key, body: { question: question.text } }];
    const ended = await this.#stream(method, path, sent, ({ id, type }) => {
      // The stream of a question begins with it.
      question.at ??= id;
      return type === 'completed' && id > question.at;
    });
    if (!ended) {
      throw new Error();
    }
  }

  /** Hands on every event, until `isLast(event)`; false when the stream ended before. */
  async #stream(method, path, { key, body }, isLast, onOpen) {
    const cut = new AbortController();
    this.#leaving.signal.addEventListener('abort', () => cut.abort(), { signal: cut.signal });
    let silence;
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(() => cut.abort(), SILENCE);
    };
    alive();
    try {
      const response = await this.#send(method, path, { signal: cut.signal, key, body, last: method === 'GET' ? this.#last : undefined });
      if (!/event-stream/.test(response.headers.get('Content-Type'))) {
        throw new Error();
      }
      onOpen?.();
      for await (const event of eventsOf(response.body, alive)) {
        if (event.type === 'resume') {
          // Whoever takes over may have to start first.
          this.#most = 5;
          continue;
        }
        if (event.id > this.#last + 1) {
          await this.news(event.id - 1);
        }
        this.#hand(event);
        if (event.id > this.#last) {
          // What lies between is not there, either.
          throw new Error();
        }
        if (isLast(event)) {
          return true;
        }
      }
      return false;
    } finally {
      clearTimeout(silence);
      cut.abort();
    }
  }

  /** What has been handed on already is not again; what is passing has no number. */
  #hand(event) {
    if (event.id === null) {
      this.#onEvent(event);
    } else if (event.id === this.#last + 1) {
      this.#last = event.id;
      this.#onEvent(event);
    }
  }

  async #send(method, path, { key, last, body, signal } = {}) {
    if (this.#opened === null) {
      throw new Refused({ type: GONE });
    }
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

/**
 * The server-sent events of a response body, as {id, type, data}; comments are left out. Ends with the body and throws when the
 * connection is cut. `alive` is called for whatever arrives. Our server ends lines with a line feed and writes data on one line.
 */
async function* eventsOf(body, alive) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) {
        return;
      }
      alive();
      const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = blocks.pop();
      for (const block of blocks) {
        const { id, event, data } = Object.fromEntries(block.split('\n').map((row) => /^(\w*): ?(.*)$/s.exec(row) ?? []).map(([, ...field]) => field));
        if (data) {
          yield { id: id ? Number(id) : null, type: event, data: JSON.parse(data) };
        }
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** The answer's JSON. */
const json = async (response) => (await response).json();

async function request(method, path, headers, body, signal) {
  const sent = { method, headers, signal, cache: 'no-store', credentials: 'omit' };
  headers['Accept-Language'] = language;
  if (body) {
    sent.body = JSON.stringify(body);
    headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(path, sent);
  if (response.ok) {
    return response;
  }
  const problem = response.status >= 500 ? null : await response.json().catch(() => null);
  throw problem ? new Refused(problem) : new Error();
}
