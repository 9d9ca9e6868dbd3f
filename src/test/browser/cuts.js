/**
 * The service answers over a line that is cut at random bytes: before the request is passed on, before the first byte, between
 * and inside characters, once or twice in an answer. The page goes on by itself: the text is that of an uncut answer, no
 * event is lost or doubled, the question is stored once. Measures, at the line, from each cut to the next event; of cuts in a row,
 * with no event between them, from the last.
 */
import assert from 'node:assert/strict';
import { ask, COMPLETE, visit } from './harness.js';
import { random, SEED } from './random.js';

const QUESTION = 'vad kostar förskolan för två barn';
const PAGES = 4;
const PER_CONVERSATION = 20;
const TWICE = 0.3;
const RESUMED_WITHIN = 2_000;

export async function cuts({ browser, scripted }, count) {
  console.error(`cuts: seed ${SEED}`);
  const { play } = scripted;
  scripted.play = null;
  const run = { browser, scripted, chance: random(SEED), wanted: count, at: new Map(), took: [], cuts: 0, inside: 0, questions: 0, bytes: 0 };
  scripted.onCut = (path, { inside }) => {
    run.at.set(conversationOf(path), performance.now());
    run.inside += inside ? 1 : 0;
    run.cuts += 1;
  };
  scripted.onBytes = (path, part) => {
    const cutAt = run.at.get(conversationOf(path));
    if (cutAt !== undefined && part.includes('data:')) {
      run.took.push(performance.now() - cutAt);
      run.at.delete(conversationOf(path));
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(PAGES, count) }, () => citizen(run)));
  } finally {
    Object.assign(scripted, { play, onCut: () => {}, onBytes: () => {} });
  }
  const sorted = run.took.toSorted((one, other) => one - other);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
  console.log(`cuts: ${run.cuts} cuts in ${run.questions} answers (${run.inside} inside a character), 0 lost, 0 doubled, `
    + `resumed after p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms, seed ${SEED}`);
  assert.ok(run.cuts >= count, 'as many cuts as were asked for');
  assert.deepEqual([...run.at.keys()], [], 'an event followed each cut');
  assert.ok(at(1) <= RESUMED_WITHIN, 'resumed in time');
}

const conversationOf = (path) => /\/api\/conversations\/([^/]+)\/(questions|events)/.exec(path)?.[1];

async function citizen(run) {
  while (run.cuts < run.wanted) {
    await conversation(run);
  }
}

async function conversation(run) {
  const { browser, scripted, chance } = run;
  const { page, faults, leave } = await visit(browser, scripted, { init: [COMPLETE] });
  const sent = new Promise((done) => {
    page.on('request', (request) => conversationOf(request.url()) && done(request));
  });
  await ask(page, QUESTION);
  const request = await sent;
  const id = conversationOf(request.url());
  const token = request.headers()['x-conversation-token'];
  const whole = await shown(page);
  run.bytes ||= await bytesOf(scripted, id, token);
  let asked = 1;
  while (run.cuts < run.wanted && asked < PER_CONVERSATION) {
    const planned = Array.from({ length: chance.chance(TWICE) ? 2 : 1 }, () => place(run));
    const waiting = planned.map((fault) => ({ ...fault, at: new RegExp(`${id}/(questions|events)$`) }));
    scripted.faults.push(...waiting);
    await ask(page, QUESTION);
    asked += 1;
    // A cut that was to come after the last byte of what was left has not happened.
    const unused = waiting.filter((fault) => scripted.faults.includes(fault));
    scripted.faults = scripted.faults.filter((fault) => !unused.includes(fault));
    const seen = `seed ${SEED}, conversation ${id}, answer ${asked}, ${JSON.stringify(planned)}`;
    assert.equal(await shown(page), whole, seen);
    assert.equal(await page.locator('.turn').count(), asked, seen);
  }
  const { events } = await transcript(scripted, id, token);
  assert.deepEqual(events.map((event) => event.id), events.map((event, index) => index + 1), `seed ${SEED}, ${id}`);
  assert.equal(events.filter(({ type }) => type === 'question').length, asked, `seed ${SEED}, ${id}: questions stored`);
  assert.deepEqual(faults, []);
  run.questions += asked - 1;
  await leave();
}

/** Where the next cut is: one in eight before the request is passed on, one in eight before the first byte of the answer. */
function place(run) {
  const { chance, bytes } = run;
  switch (chance.below(8)) {
    case 0: return { drop: true };
    case 1: return { cut: 0 };
    case 2: return { cut: chance.between(1, bytes - 1), inside: true };
    default: return { cut: chance.between(1, bytes - 1) };
  }
}

const shown = (page) => page.evaluate(() => [...document.querySelectorAll('.turn')].at(-1).querySelector('.answer').innerText);

const transcript = async (scripted, id, token) =>
  (await fetch(`${scripted.address}/api/conversations/${id}`, { headers: { 'X-Conversation-Token': token } })).json();

/** How many bytes the stream of the first answer had. */
async function bytesOf(scripted, id, token) {
  const { events } = await transcript(scripted, id, token);
  return Buffer.byteLength(events.map(({ id: n, type, data }) => `id:${n}\nevent:${type}\ndata:${JSON.stringify(data)}\n\n`).join(''));
}
