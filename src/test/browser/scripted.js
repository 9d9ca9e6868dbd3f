/**
 * A server that stands between browser and service. It passes everything on, except that it can answer the chat's API by a
 * script (`play`, see play.js) and can do to any answer what networks and broken servers do (`faults`).
 */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { setTimeout as later } from 'node:timers/promises';
import { Play } from './play.js';

const HTML = '<!DOCTYPE html><html lang="en"><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1><script>globalThis.__owned("html")</script></html>';
const PROBLEMS = {
  429: { type: '/problems/too-many-requests', title: 'Du skickar för många frågor på kort tid. Vänta en minut och försök igen.' },
  500: { type: '/problems/fault', title: 'Något gick fel hos oss. Försök igen, eller ring kontaktcenter.' },
};

/**
 * `service` is {address}. In the result:
 * - `play`: null to have the service itself answer, or a Play.
 * - `faults`: what happens to the requests to come, one each: {at: /part of the path/, method} says to which (default: the
 *   streams of a question), and one of `status` (429 and 500 with their problem details, others with a page in HTML),
 *   `html` (status 200 and HTML), `drop` (the connection ends before the request is passed on), `cut` (after so many bytes
 *   of the body; with `inside`, at the next place inside a character), `double`, `swap` or `gap` (the event of that index comes twice, after the next one, not at all),
 *   `slow` (milliseconds between pieces of `piece` bytes), `split` (pieces end inside each character of several bytes).
 *   With `always` it stays.
 * - `seen`: the requests so far, {method, path, body}; the body of what the chat's API was sent, as text.
 */
export async function startScripted(service, { play = null } = {}) {
  const target = new URL(service.address);
  const scripted = { play, faults: [], seen: [], onCut: () => {}, onBytes: () => {} };
  const server = createServer((from, to) => {
    handle(scripted, target, from, to).catch((fault) => {
      to.destroy();
      if (!['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR', 'EPIPE'].includes(fault.code)) {
        console.error('The service behind the scripted server:', fault);
      }
    });
  });
  const listen = (port) => new Promise((done) => server.listen(port, '127.0.0.1', done));
  const close = () => new Promise((done) => { server.close(done); server.closeAllConnections(); });
  await listen(0);
  const { port } = server.address();
  scripted.port = port;
  scripted.address = `http://127.0.0.1:${port}`;
  /** Connections are refused until `back`. */
  scripted.gone = close;
  scripted.back = () => listen(port);
  scripted.stop = async () => {
    if (server.listening) {
      await close();
    }
  };
  return scripted;
}

async function handle(scripted, target, from, to) {
  const path = from.url;
  // A connection for each request: browsers repeat a request themselves when a kept one turns out to be closed.
  to.setHeader('Connection', 'close');
  const fault = take(scripted.faults, from);
  if (fault.drop) {
    scripted.onCut(path, fault);
    from.socket.destroy();
    return;
  }
  const api = path.startsWith('/api/');
  const body = api || scripted.play ? await whole(from) : null;
  if (api) {
    scripted.seen.push({ method: from.method, path, body: body.toString(), headers: from.headers });
  }
  if (fault.status || fault.html) {
    refuse(to, fault);
    return;
  }
  const answer = api && scripted.play ? scripted.play.answer(from, body.toString()) : path === '/scripted/expected' ? expectation(scripted) : null;
  const gone = new AbortController();
  to.on('close', () => gone.abort());
  const { status, headers, chunks } = answer ? opened(answer, gone.signal) : await passOn(target, from, body, gone.signal);
  to.writeHead(status, headers);
  to.flushHeaders();
  await deliver(scripted, path, chunks, to, fault);
}

/** What a test wants to compare with inside the page, where no driver has changed a character of it. */
const expectation = (scripted) => ({ status: 200, json: scripted.expected });

function take(faults, { method, url }) {
  const at = faults.findIndex((one) => (one.at ?? /\/(questions|events)$/).test(url) && (one.method ?? method) === method);
  if (at < 0) {
    return {};
  }
  return faults[at].always ? faults[at] : faults.splice(at, 1)[0];
}

function refuse(to, { status = 200, problem = PROBLEMS[status] }) {
  if (problem) {
    to.writeHead(status, { 'Content-Type': 'application/problem+json', ...(status === 429 && { 'Retry-After': '60' }) });
    to.end(JSON.stringify({ ...problem, status }));
  } else {
    to.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
    to.end(HTML);
  }
}

async function whole(from) {
  const parts = [];
  for await (const part of from) {
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function opened({ status, json, stream }, signal) {
  if (stream) {
    return { status, headers: { 'Content-Type': 'text/event-stream;charset=UTF-8', 'Cache-Control': 'no-store' }, chunks: stream(signal) };
  }
  const text = json === undefined ? '' : JSON.stringify(json);
  return { status, headers: { 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json' }, chunks: [Buffer.from(text)] };
}

async function passOn(target, from, body, signal) {
  const onward = request({ host: target.hostname, port: target.port, path: from.url, method: from.method, signal,
    headers: { ...from.headers, connection: 'close' } });
  if (body) {
    onward.end(body);
  } else {
    from.pipe(onward);
  }
  const [answer] = await once(onward, 'response');
  const { connection, 'transfer-encoding': coding, 'keep-alive': kept, ...headers } = answer.headers;
  return { status: answer.statusCode, headers, chunks: answer };
}

async function deliver(scripted, path, chunks, to, fault) {
  let left = fault.cut ?? Infinity;
  const shaped = fault.double ?? fault.swap ?? fault.gap;
  for await (const chunk of pieces(shaped === undefined ? chunks : rearranged(chunks, fault), fault)) {
    if (fault.inside && left <= chunk.length) {
      left = insideFrom(chunk, left);
    }
    const part = chunk.subarray(0, left);
    left -= part.length;
    if (part.length > 0) {
      scripted.onBytes(path, part);
      await new Promise((done) => to.write(part, done));
    }
    if (left <= 0) {
      scripted.onCut(path, fault);
      to.destroy();
      return;
    }
    if (fault.slow) {
      await later(fault.slow);
    }
  }
  to.end();
}

/** The first place from `at` on that is inside a character of several bytes; past the chunk when there is none. */
function insideFrom(chunk, at) {
  const found = chunk.findIndex((byte, index) => index >= at && (byte & 0xc0) === 0x80);
  return found < 0 ? chunk.length + 1 : found;
}

async function* pieces(chunks, { slow, piece = 7, split }) {
  for await (const chunk of chunks) {
    const size = slow ? piece : chunk.length;
    let begin = 0;
    for (let at = 1; at <= chunk.length; at++) {
      const inside = split && at < chunk.length && (chunk[at] & 0xc0) === 0x80;
      if (at === chunk.length || at - begin >= size || inside) {
        yield chunk.subarray(begin, at);
        begin = at;
        if (inside) {
          // Two writes at once would arrive as one.
          await later(2);
        }
      }
    }
  }
}

/** Whole events, one of them doubled, late or left out. */
async function* rearranged(chunks, { double, swap, gap }) {
  let index = -1;
  let held = null;
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    const frames = rest.split(/(?<=\n\n)/);
    rest = /\n\n$/.test(frames.at(-1)) ? '' : frames.pop();
    for (const frame of frames) {
      index += 1;
      if (index === gap) {
        continue;
      }
      if (index === swap) {
        held = frame;
        continue;
      }
      yield Buffer.from(index === double ? frame + frame : frame);
      if (held !== null) {
        yield Buffer.from(held);
        held = null;
      }
    }
  }
  yield Buffer.from((held ?? '') + rest);
}
export { Play };
