/**
 * The chat's API played from a script: conversations in memory, with consecutive ids as the contract has them. A question is
 * answered by what `script(question, number)` returns, a list of {type, data}. Beside stored events it may hold
 * {type: 'hold'}: nothing more comes until `release()`.
 */
import { randomUUID } from 'node:crypto';

/** Passing: they have no id and are not kept. */
const PASSING = ['queue', 'typing'];
const NOT_FOUND = { status: 404, json: { type: '/problems/conversation-not-found', title: 'Samtalet finns inte, eller så är det inte ditt.', status: 404 } };

export class Play {
  #conversations = new Map();
  #held = [];
  script = () => [];
  /** What GET …/promises says. */
  promises = { promised: [], offers: [] };
  /** What POST …/promises and …/code say, where no fault says otherwise. */
  promised = null;
  code = { code: '482913', expiresAt: '2026-11-29T11:43:00Z' };
  /** Called when the citizen does something: 'handover', 'leave', 'messages', …; the state events are the test's own to push. */
  on = {};

  /** The answer to a request of the chat's API: {status, json} or {status, stream}. */
  answer({ method, url, headers }, body) {
    if (url === '/api/conversations' && method === 'POST') {
      const kept = [...this.#conversations.values()].find(({ startKey }) => startKey === headers['idempotency-key']);
      const { id, token } = kept ?? this.begin(headers['idempotency-key']);
      return { status: 201, json: { id, token } };
    }
    const [, id, rest = ''] = /^\/api\/conversations\/([^/?]+)(.*)$/.exec(url) ?? [];
    const conversation = this.#conversations.get(id);
    if (!conversation || conversation.token !== headers['x-conversation-token']) {
      return NOT_FOUND;
    }
    const route = `${method} ${rest.replace(/\d+/, '#')}`;
    switch (route) {
      case 'GET ': return { status: 200, json: { id, startedAt: '2026-11-29T10:00:00Z', events: conversation.events } };
      case 'POST /questions': return this.#asked(conversation, headers['idempotency-key'], JSON.parse(body));
      case 'GET /events': return { status: 200, stream: (signal) => follow(conversation, Number(headers['last-event-id'] ?? 0), signal) };
      case 'GET /promises': return { status: 200, json: this.promises };
      case 'POST /promises': return this.#did('promises', conversation, body, { status: 201, json: this.promised });
      case 'POST /code': return { status: 200, json: this.code };
      case 'POST /handover': return this.#did('handover', conversation, body, { status: 202, json: { state: 'waiting' } });
      case 'DELETE /handover': return this.#did('leave', conversation, body, { status: 200, json: { state: 'with_assistant' } });
      case 'POST /messages': return this.#did('messages', conversation, body, { status: 201, json: {} });
      case 'DELETE ':
        this.#conversations.delete(id);
        return { status: 204 };
      case 'POST /answers/#/feedback': return { status: 200, json: { answer: 1, helpful: true } };
      case 'POST /satisfaction': return { status: 200, json: {} };
      default: return { status: 204 };
    }
  }

  /** A conversation that is there already, for a page that restores one. */
  begin(startKey = randomUUID()) {
    const conversation = { id: randomUUID(), token: 'ett-hemligt-ord', startKey, events: [], asked: new Map(), listeners: new Set(), questions: 0 };
    this.#conversations.set(conversation.id, conversation);
    return conversation;
  }

  /** The conversation that was begun last. */
  get latest() {
    return [...this.#conversations.values()].at(-1);
  }

  push(conversation, ...events) {
    for (const { type, data } of events) {
      const event = { type, data };
      if (!PASSING.includes(type)) {
        event.id = conversation.events.length + 1;
        event.at = '2026-11-29T10:00:00Z';
        conversation.events.push(event);
      }
      conversation.listeners.forEach((hear) => hear(event));
    }
  }

  /** What was held comes now. */
  release() {
    this.#held.splice(0).forEach((go) => go());
  }

  #did(what, conversation, body, answer) {
    this.on[what]?.(conversation, body && JSON.parse(body));
    return answer;
  }

  #asked(conversation, key, { question }) {
    if (!conversation.asked.has(key)) {
      const after = conversation.events.length;
      const number = conversation.questions += 1;
      const [first, ...rest] = [...this.script(question, number)];
      const own = first?.type === 'question';
      conversation.asked.set(key, after);
      this.push(conversation, own ? first : { type: 'question', data: { text: question, hidden: [], language: 'sv' } });
      this.#tell(conversation, own ? rest : [first, ...rest].filter(Boolean));
    }
    const after = conversation.asked.get(key);
    return { status: 200, stream: (signal) => follow(conversation, after, signal, (event) => event.type === 'completed') };
  }

  async #tell(conversation, events) {
    for (const event of events) {
      if (event.type === 'hold') {
        await new Promise((go) => this.#held.push(go));
      } else {
        this.push(conversation, event);
      }
    }
  }
}

async function* follow(conversation, after, signal, last = () => false) {
  const news = [];
  let wake = () => {};
  const hear = (event) => { news.push(event); wake(); };
  conversation.listeners.add(hear);
  news.push(...conversation.events.slice(after));
  try {
    while (!signal.aborted) {
      while (news.length > 0) {
        const event = news.shift();
        yield Buffer.from(`${event.id ? `id:${event.id}\n` : ''}event:${event.type}\ndata:${JSON.stringify(event.data)}\n\n`);
        if (last(event)) {
          return;
        }
      }
      await new Promise((done) => {
        wake = done;
        signal.addEventListener('abort', done, { once: true });
      });
    }
  } finally {
    conversation.listeners.delete(hear);
  }
}
