import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axe, BROWSERS, canSwitchScriptsOff, visitor } from './browsers.js';
import { startLine, startService } from './service.js';
import { PATIENCE as LONG, START } from './patience.js';

const QUESTION = 'vad kostar förskolan för två barn';
const UNCLEAR = ['sopor', 'skola', 'avlopp', 'boka bad', 'tillstånd', 'ansökan', 'hjälp med pengar'];
/** Looked at every fifty milliseconds rather than with each frame that is drawn. */
const PATIENCE = { timeout: LONG, polling: 50 };
const SEED = Number(process.env.LOTSEN_SEED ?? 20261122);

let service;
let line;

before(async () => {
  service = await startService();
  line = await startLine(service);
}, { timeout: 2 * START });

after(async () => {
  const errors = service?.errors;
  await line?.stop();
  await service?.stop();
  assert.deepEqual(errors, [], 'the service logged errors');
});

async function open(page, path = '/', origin = service.address) {
  await page.goto(origin + path, { waitUntil: 'load' });
}

/**
 * Types a text in the place of what the field holds; a long one is put there as if it were pasted. A locator's `fill` does the
 * same, but waits for the page to draw frames first, and on a busy machine a browser without a screen now and then draws none.
 */
async function fill(page, value) {
  await page.focus('#fraga');
  await page.$eval('#fraga', (field) => field.select());
  if (value.length < 100) {
    await page.keyboard.type(value);
  } else {
    await page.$eval('#fraga', (field, text) => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, value);
  }
  assert.equal(await page.$eval('#fraga', (field) => field.value), value);
}

/** Asks in the page with scripts and waits for the answer's end. */
async function ask(page, question) {
  const before = await count(page, '.feedback');
  await fill(page, question);
  await page.keyboard.press('Enter');
  await page.waitForFunction((known) => document.querySelectorAll('.feedback').length > known, PATIENCE, before);
}

/** Asks with the plain form and waits for the next page. */
async function askPlainly(page, question) {
  await page.focus('#fraga');
  await page.keyboard.type(question);
  await Promise.all([page.waitForNavigation(PATIENCE), page.click('#fraga-form button.primary')]);
}

const count = (page, selector) => page.$$eval(selector, (found) => found.length);
const texts = (page, selector) => page.$$eval(selector, (found) => found.map((node) => node.textContent.replace(/\s+/g, ' ').trim()));
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What the visitor's conversation holds on the server. */
function transcript(page) {
  return page.evaluate(async () => {
    const { id, token } = JSON.parse(sessionStorage.getItem('lotsen-samtal'));
    return (await fetch(`/api/conversations/${id}`, { headers: { 'X-Conversation-Token': token } })).json();
  });
}

/** Notes every text that the status region speaks. */
function listen(page) {
  return page.evaluateOnNewDocument(() => {
    globalThis.spoken = [];
    document.addEventListener('DOMContentLoaded', () => {
      const region = document.getElementById('besked');
      new MutationObserver(() => { if (region.textContent) { globalThis.spoken.push(region.textContent); } })
        .observe(region, { childList: true, characterData: true, subtree: true });
    });
  });
}

function random(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

for (const [name, launch] of Object.entries(BROWSERS)) {
  describe(name, () => {
    let browser;
    before(async () => { browser = await launch(); }, { timeout: START });
    after(() => browser?.close());

    async function visit({ script = true, ...size }, steps) {
      const off = canSwitchScriptsOff(name);
      const { page, requests, faults, leave } = await visitor(browser, { script: script || !off, ...size });
      line.scripts = script || off;
      try {
        await steps(page, requests, line.scripts ? service.address : line.address);
        assert.deepEqual(line.scripts ? faults : [], [], 'the page reported faults');
      } finally {
        line.scripts = true;
        line.cuts = [];
        await leave();
      }
    }

    test('says before the first input that it is an AI and what is kept', () => visit({}, async (page) => {
      await open(page);
      const before = await page.evaluate(() => {
        const notice = document.querySelector('.notice');
        const first = notice.compareDocumentPosition(document.getElementById('fraga'));
        return first & Node.DOCUMENT_POSITION_FOLLOWING ? notice.textContent : '';
      });
      assert.match(before, /AI-assistent, inte en människa/);
      assert.match(before, /90 dagar/);
      assert.match(before, /Personnummer/);
      assert.ok(await count(page, '.examples button') >= 3);
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'sv');
    }));

    test('asks nothing of other origins and stores nothing before the first question', () => visit({}, async (page, requests) => {
      await open(page);
      const stored = () => page.evaluate(() => {
        return { session: sessionStorage.length, local: localStorage.length, cookies: document.cookie };
      });
      assert.deepEqual(await stored(), { session: 0, local: 0, cookies: '' });
      assert.deepEqual(await page.browserContext().cookies(), []);
      await ask(page, QUESTION);
      assert.deepEqual(await stored(), { session: 1, local: 0, cookies: '' });
      assert.deepEqual(await page.browserContext().cookies(), []);
      assert.deepEqual(requests.filter((url) => !url.startsWith('data:') && new URL(url).origin !== service.address), []);
    }));

    test('streams an answer whose citations open the passage', () => visit({}, async (page) => {
      await open(page);
      await ask(page, QUESTION);
      const cited = await page.$$eval('.citation', (links) => links.map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('aria-label')]));
      assert.ok(cited.length >= 2);
      const sources = await page.$$eval('.sources a', (links) => links.map((link) => link.getAttribute('href')));
      assert.deepEqual([...new Set(cited.map(([, href]) => href))], sources);
      for (const [number, href, label] of cited) {
        assert.equal(sources[number - 1], href);
        assert.match(label, new RegExp(`^Källa ${number}: .*ny flik`));
      }
      assert.match((await texts(page, '.sources .meta'))[0], /^Kontrollerad \d{1,2} [a-z]+ 20\d\d$/);
      assert.match((await texts(page, '.services'))[0], /kräver e-legitimation/);
      assert.match((await texts(page, '.handover'))[0], /031-390 06 00/);
      for (const href of sources) {
        const response = await page.goto(service.address + href);
        assert.ok([200, 304].includes(response?.status() ?? 200), href);
        const marked = await page.evaluate(() => {
          const target = document.querySelector(':target');
          return target && getComputedStyle(target.closest('section')).backgroundColor;
        });
        assert.equal(marked, 'rgb(255, 243, 205)', `${href} is not marked`);
      }
    }));

    test('speaks once for each answer and never moves the focus', () => visit({}, async (page) => {
      await listen(page);
      await open(page);
      for (const [index, question] of [QUESTION, 'När är återvinningscentralen öppen?', UNCLEAR[0]].entries()) {
        await ask(page, question);
        assert.equal(await page.evaluate(() => document.activeElement.id), 'fraga');
        await page.waitForFunction((said) => globalThis.spoken.length > said, PATIENCE, index);
        const spoken = await page.evaluate(() => globalThis.spoken);
        assert.equal(spoken.length, index + 1);
        const sentences = (await transcript(page)).events.filter(({ type }) => type === 'text').map(({ data }) => data.text);
        assert.ok(spoken[index].endsWith(sentences.at(-1)) || spoken[index].endsWith(`${sentences.at(-1)}.`));
        assert.doesNotMatch(spoken[index], /\[|\]/);
      }
      assert.equal(await count(page, '.turn[aria-live], .turn [aria-live]'), 0);
    }));

    test('works by keyboard alone', () => visit({}, async (page) => {
      await open(page);
      const reach = async (matches, back) => {
        for (let presses = 1; presses <= 30; presses++) {
          if (back) { await page.keyboard.down('Shift'); }
          await page.keyboard.press('Tab');
          if (back) { await page.keyboard.up('Shift'); }
          const seen = await page.evaluate((selector) => {
            const { activeElement: active } = document;
            return active.matches(selector) && getComputedStyle(active).outlineStyle !== 'none';
          }, matches);
          if (seen) { return presses; }
        }
        return assert.fail(`${matches} is not reached`);
      };
      await reach('#fraga', false);
      await page.keyboard.type(QUESTION);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.feedback', PATIENCE);
      await reach('.feedback button[value=ja]', true);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('.thanks').textContent !== '', PATIENCE);
      await reach('.citation', true);
    }));

    test('offers what may be meant and asks the chosen page', () => visit({}, async (page) => {
      await open(page);
      await askUnclear(page, ask);
      assert.deepEqual(await axe(page), []);
      const chosen = await page.$eval('.choices button', (button) => button.textContent);
      const turns = await count(page, '.feedback');
      await page.click('.choices button');
      await page.waitForFunction((known) => document.querySelectorAll('.feedback').length > known, PATIENCE, turns);
      assert.equal((await texts(page, '.said')).at(-1), chosen);
    }));

    test('takes feedback and lets it be changed', () => visit({}, async (page) => {
      await open(page);
      await ask(page, QUESTION);
      for (const [value, thanks] of [['ja', /svaret hjälpte/], ['nej', /inte hjälpte/]]) {
        await page.click(`.feedback button[value=${value}]`);
        await page.waitForSelector(`.feedback button[value=${value}][aria-pressed=true]`, PATIENCE);
        assert.match((await texts(page, '.thanks'))[0], thanks);
      }
      assert.deepEqual(await axe(page), []);
    }));

    test('names an error next to the field and keeps the text', () => visit({}, async (page) => {
      await open(page);
      await page.click('#fraga-form button.primary');
      assert.match(await page.$eval('#fraga-fel', (node) => node.textContent), /tom/);
      assert.equal(await page.$eval('#fraga', (node) => node.getAttribute('aria-invalid')), 'true');
      const long = 'lång '.repeat(201);
      await fill(page, long);
      assert.match(await page.$eval('#fraga-antal', (node) => node.textContent), /5 tecken för mycket/);
      await page.click('#fraga-form button.primary');
      assert.match(await page.$eval('#fraga-fel', (node) => node.textContent), /för lång/);
      assert.equal(await page.$eval('#fraga', (node) => node.value), long);
      assert.deepEqual(await axe(page), []);
    }));

    test('says what it has hidden', () => visit({}, async (page) => {
      await open(page);
      await ask(page, 'mitt nummer är 19121212-1212, vad kostar förskolan?');
      assert.deepEqual(await texts(page, '.hidden-data'), ['Vi har dolt ditt personnummer. Det sparas inte.']);
      assert.doesNotMatch((await texts(page, '.said'))[0], /1212/);
    }));

    test('keeps the conversation over a reload', () => visit({}, async (page) => {
      await open(page);
      await ask(page, QUESTION);
      await ask(page, 'När är återvinningscentralen öppen?');
      const shown = await texts(page, '.turn');
      await page.reload();
      await page.waitForFunction(() => document.querySelectorAll('.feedback').length === 2, PATIENCE);
      assert.deepEqual(await texts(page, '.turn'), shown);
      await ask(page, 'Behöver jag bygglov för en altan?');
      assert.equal(await count(page, '.turn'), 3);
    }));

    test('works where storage is refused', () => visit({}, async (page) => {
      await page.evaluateOnNewDocument(() => {
        for (const kind of ['sessionStorage', 'localStorage']) {
          Object.defineProperty(window, kind, { get() { throw new DOMException('denied', 'SecurityError'); } });
        }
      });
      await open(page);
      await ask(page, QUESTION);
      await ask(page, 'När är återvinningscentralen öppen?');
      assert.equal(await count(page, '.turn'), 2);
    }));

    test('goes on after a cut connection without loss or double', () => visit({}, async (page) => {
      const at = random(SEED);
      await open(page, '/', line.address);
      await ask(page, QUESTION);
      const whole = (await texts(page, '.text'))[0];
      for (let round = 2; round <= 9; round++) {
        const cuts = [at(4) === 0 ? -1 : at(2_500), at(2) === 0 ? at(1_500) : -1];
        line.cuts = [...cuts];
        await ask(page, QUESTION);
        line.cuts = [];
        const seen = `seed ${SEED}, round ${round}, cut at ${cuts}`;
        assert.equal((await texts(page, '.text')).at(-1), whole, seen);
        assert.equal(await count(page, '.turn'), round, seen);
      }
      const kept = (await transcript(page)).events;
      assert.deepEqual(kept.map(({ id }) => id), kept.map((event, index) => index + 1));
      assert.equal(kept.filter(({ type }) => type === 'question').length, 9);
    }));

    test('offers another try after three and loses nothing', () => visit({}, async (page) => {
      await open(page, '/', line.address);
      // More than three: browsers repeat a request themselves when a kept connection turns out to be closed.
      line.cuts = new Array(12).fill(-1);
      await page.type('#fraga', QUESTION);
      await page.click('#fraga-form button.primary');
      await page.waitForFunction(() => !document.getElementById('forsok-igen').hidden, PATIENCE);
      assert.equal(await page.$eval('#fraga', (node) => node.value), QUESTION);
      assert.match(await page.$eval('#fraga-fel', (node) => node.textContent), /Texten är kvar/);
      assert.deepEqual(await axe(page), []);
      line.cuts = [];
      await page.click('#forsok-igen');
      await page.waitForSelector('.feedback', PATIENCE);
      assert.equal((await transcript(page)).events.filter(({ type }) => type === 'question').length, 1);
      assert.equal(await page.$eval('#fraga', (node) => node.value), '');
    }));

    test('asks, shows sources and takes feedback without JavaScript', () => visit({ script: false }, async (page, requests, origin) => {
      await open(page, '/', origin);
      assert.deepEqual(await page.browserContext().cookies(), []);
      await askPlainly(page, QUESTION);
      assert.equal(new URL(page.url()).pathname + new URL(page.url()).hash, '/fraga#svar-1');
      assert.ok(await count(page, '.citation') >= 2);
      assert.match((await texts(page, '.sources .meta'))[0], /^Kontrollerad \d/);
      const [cookie, ...others] = await page.browserContext().cookies();
      assert.deepEqual([others.length, cookie.httpOnly, cookie.sameSite, cookie.path], [0, true, 'Lax', '/fraga']);
      await Promise.all([page.waitForNavigation(PATIENCE), page.click('.feedback button[value=nej]')]);
      assert.match((await texts(page, '.thanks'))[0], /inte hjälpte/);
      await open(page, '/fraga', origin);
      assert.equal(await count(page, '.turn'), 1);
      await askUnclear(page, askPlainly);
      const choice = await page.$eval('.choices button', (button) => button.textContent);
      await Promise.all([page.waitForNavigation(PATIENCE), page.click('.choices button')]);
      assert.equal((await texts(page, '.said')).at(-1), choice);
    }));

    for (const script of [true, false]) {
      test(`axe finds nothing ${script ? 'with' : 'without'} JavaScript`, () => visit({ script }, async (page, requests, origin) => {
        for (const path of ['/', '/fraga', '/knowledge/forskola-avgift', '/knowledge/finns-inte', '/finns-inte', '/fraga?lang=ar', '/fraga?lang=sv-x-lattlast']) {
          await open(page, path, origin);
          assert.deepEqual(await axe(page), [], path);
        }
        if (script) {
          await open(page, '/', origin);
          await ask(page, QUESTION);
        } else {
          await open(page, '/', origin);
          await askPlainly(page, QUESTION);
          assert.deepEqual(await axe(page), [], 'answered');
          await open(page, '/fraga?lang=ar', origin);
          assert.equal(await page.$eval('html', (node) => getComputedStyle(node).direction), 'rtl');
          assert.equal(await page.$eval('.sources li > a > span', (node) => node.lang), 'sv');
          assert.deepEqual(await axe(page), [], 'answered, read in Arabic');
          await open(page, '/fraga', origin);
          await Promise.all([page.waitForNavigation(PATIENCE), page.click('#fraga-form button.primary')]);
          assert.match(await page.title(), /^Fel:/);
        }
        assert.deepEqual(await axe(page), [], 'at the end');
      }));
    }

    for (const [width, height] of [[320, 256], [360, 740]]) {
      test(`fits ${width} by ${height} with targets to hit`, () => visit({ width, height }, async (page) => {
        await open(page, '/knowledge/forskola-avgift');
        assert.ok(await overflow(page) <= 0, 'source page');
        await open(page);
        await ask(page, QUESTION);
        assert.ok(await overflow(page) <= 0, 'answer');
        const small = () => page.$$eval('button, textarea, summary, .button, nav a, .sources a, .contact-line a, .notice a',
          (targets) => targets.filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 43.9).map((target) => target.outerHTML));
        assert.deepEqual(await small(), []);
        const marks = await page.$$eval('.citation', (links) => links.map((link) => link.getClientRects()[0]).filter(({ width: w, height: h }) => w < 24 || h < 24).length);
        assert.equal(marks, 0, 'citations below 24 px');
        await open(page, '/fraga?lang=ar');
        assert.deepEqual(await small(), [], 'in Arabic');
      }));
    }
  });
}

/** Which question is unclear depends on the knowledge base; one of these must be. */
async function askUnclear(page, how) {
  for (const question of UNCLEAR) {
    await how(page, question);
    if (await count(page, '.choices button:not([hidden] *)') > 0) {
      return;
    }
  }
  assert.fail('no question led to choices');
}
