/** What networks, servers and people do wrong: the chat loses no text, shows nothing twice, and says beside its field what is the matter. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, afterEach, before, describe, test } from 'node:test';
import { citation, completed, offer, source, sources, text } from './answers.js';
import { START } from './patience.js';
import { ask, COMPLETE, launchChromium, OTHER_SITE, PAGE, send, visit, withChat } from './harness.js';

const QUESTION = 'vad kostar förskolan för två barn';
const SENTENCES = ['Förskolan kostar högst 900 kr för två barn.', 'Räkna själv: åäö ÅÄÖ.', 'Fråga oss gärna.'];
const ANSWER = [sources(source('forskola-avgift', 'Avgift')), ...SENTENCES.map((said) => text(said, [citation('forskola-avgift', 'Avgift')])), offer(), completed('answered', 'ANSWERED')];
/** Three tries, and more for browsers that try again by themselves. */
const EACH_TRY = 12;

let chat;
let stop;

before(async () => {
  await new Promise((ready, failed) => {
    withChat((opened) => { chat = opened; ready(); return new Promise((done) => { stop = done; }); }, { launch: launchChromium }).catch(failed);
  });
}, { timeout: 2 * START });
after(() => stop?.());

const claim = (name, options, steps = options) => test(name, async () => {
  const { scripted, browser } = chat;
  scripted.play ??= chat.play;
  chat.play = scripted.play;
  scripted.play.script = () => ANSWER;
  const visited = await visit(browser, scripted, { init: [COMPLETE], ...(steps === options ? {} : options) });
  try {
    await steps(visited.page, scripted, visited);
    assert.deepEqual(visited.foreign, [], 'nobody else is asked for anything');
    assert.deepEqual(await visited.page.evaluate(() => globalThis.watched?.owned ?? []), [], 'no script of others runs');
  } finally {
    await visited.leave();
  }
});
afterEach(() => {
  chat.scripted.faults = [];
  chat.scripted.seen = [];
});

const field = (page) => page.inputValue('#fraga');
const problem = (page) => page.locator('#fraga-fel').filter({ hasText: /\S/ }).textContent();
const sentences = (page, turn = -1) => page.evaluate((at) => [...[...document.querySelectorAll('.turn')].at(at).querySelectorAll('.text > p > span, .text li > span')].map((node) => {
  const copy = node.cloneNode(true);
  copy.querySelectorAll('.citation').forEach((mark) => mark.remove());
  return copy.textContent.replaceAll('\u00a0', ' ');
}), turn);
const asked = (scripted) => scripted.seen.filter(({ method, path }) => method === 'POST' && path.endsWith('/questions'));

async function failsAndIsTriedAgain(page, mend) {
  await send(page, QUESTION);
  await page.locator('#forsok-igen').waitFor();
  assert.equal(await field(page), QUESTION, 'the text is kept');
  assert.match(await problem(page), /\S/);
  assert.equal(await page.getAttribute('#fraga', 'aria-invalid'), 'true');
  assert.match(await page.getAttribute('#fraga', 'aria-describedby'), /(^| )fraga-fel( |$)/);
  await mend();
  await page.click('#forsok-igen');
  await page.locator('.feedback').waitFor();
  assert.deepEqual(await sentences(page), SENTENCES);
  assert.equal(await page.locator('.turn').count(), 1);
  assert.equal(await field(page), '');
  assert.equal(await page.locator('#fraga-fel').textContent(), '');
}

const always = (scripted, fault) => { scripted.faults = Array.from({ length: EACH_TRY }, () => ({ ...fault })); };
const mended = (scripted) => async () => { scripted.faults = []; };

describe('servers', () => {
  claim('a server that is gone: the text stays, and another try succeeds', async (page, scripted) => {
    await scripted.gone();
    await failsAndIsTriedAgain(page, () => scripted.back());
  });
  for (const status of [500, 503]) {
    claim(`status ${status}: the text stays, and another try succeeds`, async (page, scripted) => {
      always(scripted, { status });
      await failsAndIsTriedAgain(page, mended(scripted));
    });
  }
  claim('a page in HTML instead of events: nothing of it is shown or run', async (page, scripted) => {
    always(scripted, { html: true });
    await failsAndIsTriedAgain(page, mended(scripted));
    assert.doesNotMatch(await page.locator('main').innerText(), /Bad Gateway/);
  });
  claim('a page in HTML instead of JSON when a conversation begins: the text stays, and another try succeeds', async (page, scripted) => {
    always(scripted, { at: /conversations$/, html: true });
    await failsAndIsTriedAgain(page, mended(scripted));
  });
  claim('a refusal in HTML, as from a proxy: the text stays, what is said is ours, and another try succeeds', async (page, scripted) => {
    always(scripted, { status: 403 });
    await failsAndIsTriedAgain(page, mended(scripted));
    assert.doesNotMatch(await page.locator('main').innerText(), /Bad Gateway/);
  });
  claim('status 429: says to wait, keeps the text and does not try by itself', async (page, scripted) => {
    scripted.faults = [{ status: 429 }];
    await send(page, QUESTION);
    assert.match(await problem(page), /Vänta en minut/);
    assert.equal(await field(page), QUESTION);
    assert.equal(asked(scripted).length, 1);
    await page.press('#fraga', 'Enter');
    await page.locator('.feedback').waitFor();
    assert.deepEqual(await sentences(page), SENTENCES);
  });
  claim('status 429 when a conversation begins: says to wait and keeps the text', async (page, scripted) => {
    scripted.faults = [{ at: /conversations$/, status: 429 }];
    await send(page, QUESTION);
    assert.match(await problem(page), /Vänta en minut/);
    assert.equal(await field(page), QUESTION);
  });
});

describe('streams', () => {
  const frames = ANSWER.length + 1;
  for (const [what, shape] of [['twice', 'double'], ['late', 'swap'], ['not at all', 'gap']]) {
    claim(`each event of an answer that comes ${what}: the answer is whole, each sentence there once`, async (page, scripted) => {
      for (let index = 0; index < frames; index++) {
        scripted.faults = [{ [shape]: index }];
        await ask(page, QUESTION);
        assert.deepEqual(await sentences(page), SENTENCES, `event ${index}`);
        assert.equal(await page.locator('.turn').count(), index + 1, `event ${index}`);
      }
    });
  }
  claim('characters that are split between two pieces arrive whole', async (page, scripted) => {
    scripted.faults = [{ split: true }];
    await ask(page, QUESTION);
    assert.deepEqual(await sentences(page), SENTENCES);
  });
  claim('an answer that comes a few bytes at a time is shown sentence by sentence, never half of one', async (page, scripted) => {
    scripted.faults = [{ slow: 3, piece: 11 }];
    await page.evaluate(() => {
      globalThis.halves = [];
      new MutationObserver(() => {
        for (const span of document.querySelectorAll('.turn .text > p > span')) {
          globalThis.halves.push(span.textContent);
        }
      }).observe(document.getElementById('samtal'), { childList: true, subtree: true });
    });
    await ask(page, QUESTION);
    assert.deepEqual(await sentences(page), SENTENCES);
    const seen = new Set((await page.evaluate(() => globalThis.halves)).map((half) => half.replaceAll('\u00a0', ' ').replace(/\d$/, '')));
    assert.deepEqual([...seen], SENTENCES);
  });
});

describe('people', () => {
  claim('50,000 characters pasted: the text stays, the error stands beside the field, nothing is sent', async (page, scripted) => {
    const pasted = 'lång text med åäö '.repeat(3_000).slice(0, 50_000);
    await page.focus('#fraga');
    await page.keyboard.insertText(pasted);
    await page.keyboard.press('Enter');
    assert.match(await problem(page), /för lång/);
    assert.equal(await field(page), pasted);
    assert.equal(await page.getAttribute('#fraga', 'aria-invalid'), 'true');
    assert.match(await page.locator('#fraga-antal').textContent(), /49[  ]?000 tecken för mycket/);
    assert.deepEqual(scripted.seen, []);
  });
  claim('no single key outside a field does anything', async (page, scripted) => {
    await ask(page, QUESTION);
    await page.evaluate(() => document.activeElement.blur());
    const shown = await page.locator('main').innerHTML();
    const before = scripted.seen.length;
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789?/.,-+') {
      await page.keyboard.press(key);
    }
    assert.equal(await page.locator('main').innerHTML(), shown);
    assert.equal(scripted.seen.length, before);
  });
  for (const [what, typed] of Object.entries({
    emoji: '🙂🙃 🇸🇪 👍🏽', 'joined emoji': '👨‍👩‍👧‍👦 👩🏽‍🚒 🏳️‍🌈', 'marks of direction': '\u200fكم تكلف\u200e الروضة\u061c?', 'combined letters': 'a\u030aa\u0308o\u0308 e\u0301 ﷺ',
    'zero width': 'för\u200bskola\u200c \u2060plats', 'lines and blanks': 'rad ett\n\n  rad två\t slut',
  })) {
    claim(`${what}: sent byte for byte, and what comes back shown byte for byte`, async (page, scripted) => {
      await ask(page, typed);
      assert.equal(JSON.parse(asked(scripted)[0].body).question, typed, 'as it is sent');
      assert.equal(await page.locator('.question .said').textContent(), typed, 'as it is shown');
    });
  }
  claim('the service keeps all that can be seen; what cannot is taken out before masking (ADR 0008)', async (page, scripted) => {
    scripted.play = null;
    await ask(page, 'vad kostar\u200b förskolan 🙂 för \u202etvå\u202c barn? åäö');
    assert.equal(await page.locator('.question .said').textContent(), 'vad kostar förskolan 🙂 för två barn? åäö');
  });
});

describe('browsers', () => {
  claim('no JavaScript: the page leads to /fraga, which answers with sources', { javaScriptEnabled: false, open: false }, async (page, scripted) => {
    scripted.play = null;
    await page.goto(scripted.address + PAGE);
    const fields = page.locator('form[action="/fraga"] #fraga');
    if (await fields.count() === 0 || !(await fields.isVisible())) {
      await page.locator('a[href^="/fraga"]').first().click();
    }
    await page.fill('#fraga', QUESTION);
    await page.click('#fraga-form button.primary');
    await page.locator('.sources a').first().waitFor();
    assert.match(page.url(), /\/fraga/);
  });
  const throwing = () => {
    for (const kind of ['sessionStorage', 'localStorage', 'indexedDB']) {
      Object.defineProperty(globalThis, kind, { get() { throw new DOMException('denied', 'SecurityError'); } });
    }
  };
  claim('storage that throws: questions are asked and answered, in memory', { init: [COMPLETE, throwing] }, async (page, scripted, { faults }) => {
    await ask(page, QUESTION);
    await ask(page, 'och för tre');
    assert.equal(await page.locator('.turn').count(), 2);
    assert.equal(new Set(asked(scripted).map(({ path }) => path)).size, 1, 'one conversation');
    assert.deepEqual(faults, []);
  });
  claim('320 by 256 pixels: nothing sticks out, and the field, the answer and its end can be scrolled to', { viewport: { width: 320, height: 256 } }, async (page) => {
    await ask(page, QUESTION);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    for (const where of ['#fraga', '.turn .text > p', '.feedback', '.sources a']) {
      await page.locator(where).first().scrollIntoViewIfNeeded();
      assert.ok(await page.locator(where).first().evaluate((node) => {
        const box = node.getBoundingClientRect();
        const hit = document.elementFromPoint(box.left + Math.min(box.width, innerWidth) / 2, Math.max(box.top, 0) + Math.min(box.height, 20) / 2);
        return hit !== null && (node.contains(hit) || hit.contains(node));
      }), where);
    }
  });
  test('a frame of another site, where storage may be refused: questions are asked and answered', { skip: PAGE === '/' ? 'the town\'s page is never framed' : process.env.LOTSEN_ADDRESS ? 'a service of others has its own list of sites' : false }, async () => {
    const { scripted, browser } = chat;
    scripted.play = chat.play;
    scripted.play.script = () => ANSWER;
    const { page, leave } = await visit(browser, scripted, { init: [COMPLETE], open: false });
    // Another site for the browser, as the service is at 127.0.0.1.
    const host = createServer((from, to) => to.setHeader('Content-Type', 'text/html')
      .end(`<!DOCTYPE html><title>Värd</title><iframe title="Chatt" width="400" height="640" src="${scripted.address}${PAGE}"></iframe>`));
    await new Promise((done) => host.listen(new URL(OTHER_SITE).port, done));
    await page.goto(`${OTHER_SITE}/`);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame.fill('#fraga', QUESTION);
    await frame.press('#fraga', 'Enter');
    await frame.locator('.feedback').waitFor();
    assert.equal(await frame.locator('.turn').count(), 1);
    await leave();
    host.close();
  });
});
