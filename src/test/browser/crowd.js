/**
 * How long a new case takes to every desk: 50 agents, two of them in browsers, the others as the desk's script does it, a
 * stream each and the list fetched anew at each signal. Cases arrive at a fixed rate, whatever the desks do. Prints figures;
 * arguments: agents, cases, milliseconds between two.
 */
import { Agent, request as send } from 'node:http';
import { chromium, request } from 'playwright-core';
import { enrolSupervisor, PASSWORD, signIn, startContactCentre } from './contact-centre.js';

const [agents = 50, cases = 40, apart = 2000] = process.argv.slice(2).map(Number);
const BROWSERS = 2;
const SEEN_WITHIN = 10_000;
const now = () => performance.timeOrigin + performance.now();
const later = (ms) => new Promise((done) => setTimeout(done, ms));

/** When each case was asked for, and for each kind of desk how many milliseconds it took to every one of them. */
const asked = new Map();
const took = { streams: [], browsers: [] };
/** What fails after this fails because the service is stopped. */
let over = false;

const centre = await startContactCentre({ LOTSEN_CHAT_WRITES_PER_MINUTE: '100000' });
const browser = await chromium.launch({ executablePath: process.env.LOTSEN_CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const supervisor = await (await browser.newContext()).newPage();
  await enrolSupervisor(supervisor, centre, 'chefen');
  const office = await signedIn('chefen');
  for (let n = 0; n < agents; n++) {
    await enrol(office, `agent${n}`);
    if ((n + 1) % 10 === 0) {
      console.error(`${n + 1} of ${agents} agents`);
    }
  }
  for (let n = 0; n < BROWSERS; n++) {
    await watch(`agent${n}`);
  }
  for (let n = BROWSERS; n < agents; n++) {
    await follow(await signedIn(`agent${n}`));
  }
  await later(2_000);
  for (let n = 0; n < cases; n++) {
    arrive();
    await later(apart);
  }
  await later(SEEN_WITHIN);
  console.log(`${agents} agents, ${cases} cases, one each ${apart} ms`);
  report('lists by stream', took.streams, (agents - BROWSERS) * cases);
  report('rows in a browser', took.browsers, BROWSERS * cases);
} finally {
  over = true;
  await browser.close();
  await centre.stop();
}

function report(what, times, expected) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
  console.log(`${what}: ${sorted.length} of ${expected}, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
}

/** A citizen asks for a person, and has left again when every desk has had time to show it. */
async function arrive() {
  const key = () => crypto.randomUUID();
  const json = { 'Content-Type': 'application/json' };
  const start = await fetch(`${centre.address}/api/conversations`, { method: 'POST', headers: { 'Idempotency-Key': key() } });
  const { id, token } = await start.json();
  const headers = { 'X-Conversation-Token': token, ...json };
  asked.set(id, now());
  const answer = await fetch(`${centre.address}/api/conversations/${id}/handover`,
    { method: 'POST', headers: { ...headers, 'Idempotency-Key': key() }, body: '{"queue":"kontaktcenter"}' });
  if (answer.status !== 202) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
  await later(SEEN_WITHIN / 2);
  await fetch(`${centre.address}/api/conversations/${id}/handover`, { method: 'DELETE', headers: { ...headers, 'Idempotency-Key': key() } });
}

async function token(context, path) {
  return (await (await context.get(path)).text()).match(/name="_csrf" value="([^"]+)"/)[1];
}

async function signedIn(userName) {
  const context = await request.newContext({ baseURL: centre.address });
  await context.post('/staff/sign-in', { form: { userName, password: PASSWORD, _csrf: await token(context, '/staff/sign-in') } });
  return context;
}

async function enrol(office, userName) {
  const made = await office.post('/desk/accounts', { form: { userName, displayName: userName, roles: 'AGENT', queues: '', languages: '',
    capacity: '3', _csrf: await token(office, '/desk/accounts') } });
  const link = (await made.text()).match(/\/staff\/[a-z]+\?token=([^"&]+)/);
  const own = await request.newContext({ baseURL: centre.address });
  const path = link[0];
  await own.post('/staff/welcome', { form: { token: link[1], password: PASSWORD, _csrf: await token(own, path) } });
  await own.dispose();
}

/** A desk in a browser: notes when the row of a case is in the page. */
async function watch(userName) {
  const page = await (await browser.newContext({ locale: 'sv-SE' })).newPage();
  await page.exposeFunction('seen', (id, at) => { if (asked.has(id)) { took.browsers.push(at - asked.get(id)); } });
  await signIn(page, centre, userName);
  await page.goto(`${centre.address}/desk`);
  await page.evaluate(() => {
    const known = new Set();
    new MutationObserver(() => {
      for (const row of document.querySelectorAll('[data-waiting]')) {
        if (!known.has(row.dataset.waiting)) {
          known.add(row.dataset.waiting);
          globalThis.seen(row.dataset.waiting, performance.timeOrigin + performance.now());
        }
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
}

/** A desk as its script works: one stream, and one list at a time for whatever was signalled. */
async function follow(context) {
  const cookie = (await context.storageState()).cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const line = new Agent({ keepAlive: true });
  const known = new Set();
  let busy = false;
  let again = false;
  const get = (path, read) => new Promise((done, failed) => {
    send(centre.address + path, { agent: line, headers: { Cookie: cookie, Accept: 'text/html' } }, (answer) => read(answer, done)).on('error', failed).end();
  });
  const list = () => get('/desk/queue', (answer, done) => {
    let body = '';
    answer.setEncoding('utf8').on('data', (part) => { body += part; }).on('end', () => done(body));
  });
  const refresh = async () => {
    again = busy;
    if (busy) {
      return;
    }
    busy = true;
    do {
      again = false;
      const body = await list().catch((fault) => {
        if (over) {
          return '';
        }
        throw fault;
      });
      for (const [, id] of body.matchAll(/data-waiting="([^"]+)"/g)) {
        if (!known.has(id)) {
          known.add(id);
          if (asked.has(id)) {
            took.streams.push(now() - asked.get(id));
          }
        }
      }
    } while (again);
    busy = false;
  };
  await get('/desk', (answer, done) => answer.resume().on('end', done));
  await new Promise((opened, failed) => {
    send(`${centre.address}/api/desk/events`, { headers: { Cookie: cookie, Accept: 'text/event-stream' } }, (stream) => {
      opened();
      stream.setEncoding('utf8').on('data', (part) => {
        if (/^event:\s*queue/m.test(part)) {
          refresh();
        }
        if (/^event:\s*beat/m.test(part)) {
          get('/api/desk/here', (answer, done) => answer.resume().on('end', done)).catch(() => {});
        }
      }).on('error', () => {});
    }).on('error', failed).end();
  });
}
