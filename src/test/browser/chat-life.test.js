/** The life of a conversation on /chat: kept, shared with another tab, saved, deleted, begun anew, left alone; opinions through an outage. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { startLine, startService } from './service.js';
import { PATIENCE, START } from './patience.js';

const QUESTION = 'vad kostar förskolan för två barn';
const HALF_AN_HOUR = 30 * 60;
const EXAMPLE = fileURLToPath(new URL('../../../docs/examples/chat-client.mjs', import.meta.url));

let service;
let line;
let browser;

before(async () => {
  service = await startService();
  line = await startLine(service);
  browser = await chromium.launch({ executablePath: process.env.LOTSEN_CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
}, { timeout: 2 * START });

after(async () => {
  await browser?.close();
  const errors = service?.errors;
  await line?.stop();
  await service?.stop();
  assert.deepEqual(errors, [], 'the service logged errors');
});

async function visitor(options = {}) {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 400, height: 760 }, acceptDownloads: true, ...options });
  context.setDefaultTimeout(PATIENCE);
  return context;
}

async function open(context, path = '/chat', origin = service.address) {
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', (fault) => page.faults.push(String(fault)));
  await page.goto(origin + path);
  await page.locator('#chatt[data-ready]').waitFor();
  return page;
}

async function ask(page, question = QUESTION) {
  const before = await page.locator('.feedback').count();
  await page.fill('#fraga', question);
  await page.press('#fraga', 'Enter');
  await page.locator('.feedback').nth(before).waitFor();
}

const status = (page, kept) => page.evaluate(async ({ id, token }) =>
  (await fetch(`/api/conversations/${id}`, { headers: { 'X-Conversation-Token': token } })).status, kept);
const conversation = (page) => page.evaluate(() => JSON.parse(sessionStorage.getItem('lotsen-samtal')));
const sees = (page, where, text) => page.locator(where).filter({ hasText: text }).first().waitFor();
const agree = (page) => page.locator('#fraga-om button[value=ja]').click();

describe('tabs', () => {
  test('a new tab has the conversation of the first, and each reads what the other asks; nothing is stored for it', async () => {
    const context = await visitor();
    const first = await open(context);
    await ask(first);
    const second = await open(context);
    await second.locator('.feedback').waitFor();
    assert.deepEqual(await conversation(second), await conversation(first));
    assert.equal(await second.evaluate(() => localStorage.length), 0);
    await ask(second, 'när är återvinningscentralen öppen');
    await first.locator('.feedback').nth(1).waitFor();
    assert.equal(await first.locator('.turn').count(), 2);
    await ask(first, 'behöver jag bygglov för en altan');
    await second.locator('.feedback').nth(2).waitFor();
    const events = await first.evaluate(async () => {
      const { id, token } = JSON.parse(sessionStorage.getItem('lotsen-samtal'));
      return (await (await fetch(`/api/conversations/${id}`, { headers: { 'X-Conversation-Token': token } })).json()).events;
    });
    assert.equal(events.filter(({ type }) => type === 'question').length, 3);
    assert.deepEqual(first.faults.concat(second.faults), []);
    await context.close();
  });

  test('what is begun anew in one tab is gone from the other', async () => {
    const context = await visitor();
    const first = await open(context);
    await ask(first);
    const second = await open(context);
    await second.locator('.feedback').waitFor();
    await first.locator('#meny summary').click();
    await first.locator('#borja-om').click();
    await agree(first);
    await second.locator('.turn').waitFor({ state: 'detached' });
    assert.equal(await conversation(second), null);
    await context.close();
  });

  test('somebody else on the same device, after the last tab is closed, finds nothing', async () => {
    const context = await visitor();
    const first = await open(context);
    await ask(first);
    await first.close();
    const next = await open(context);
    await next.waitForTimeout(300);
    assert.equal(await next.locator('.turn').count(), 0);
    await context.close();
  });
});

describe('the whole conversation', () => {
  test('it is saved as the text that stands on the page', async () => {
    const context = await visitor();
    const page = await open(context, '/chat?lang=en');
    await ask(page);
    await page.locator('#meny summary').click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#spara').click()]);
    assert.match(file.suggestedFilename(), /^conversation-\d{4}-\d\d-\d\d\.txt$/);
    const saved = readFileSync(await file.path(), 'utf8');
    assert.match(saved, /^Conversation with Lindåkra kommun\r\n/);
    const sentences = await page.$$eval('.answer .text [lang]', (all) => all.map((one) => one.firstChild.textContent.replace(/\u00a0/g, ' ')));
    assert.ok(sentences.length > 3);
    sentences.forEach((sentence) => assert.ok(saved.includes(sentence), `${sentence} is missing in\n${saved}`));
    await context.close();
  });

  test('it is deleted when the citizen confirms it, and kept when not; the focus is where it was', async () => {
    const context = await visitor();
    const page = await open(context);
    await ask(page);
    const kept = await conversation(page);
    await page.locator('#meny summary').click();
    await page.locator('#radera').click();
    await page.locator('#fraga-om button[value=nej]').click();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'radera');
    assert.equal(await status(page, kept), 200);
    await page.locator('#radera').click();
    await agree(page);
    await sees(page, '#utfort', 'raderat');
    assert.equal(await status(page, kept), 404);
    assert.equal(await page.locator('.turn').count(), 0);
    assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), []);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
    await ask(page);
    assert.notEqual((await conversation(page)).id, kept.id);
    assert.deepEqual(page.faults, []);
    await context.close();
  });
});

describe('what is on its way', () => {
  test('a question that is thrown away while the server is not reached is asked nowhere, and the next one is asked at once', async () => {
    const context = await visitor();
    const page = await open(context, '/chat', line.address);
    await ask(page);
    const first = await conversation(page);
    line.cuts = new Array(12).fill(-1);
    await page.fill('#fraga', 'när öppnar simhallen');
    await page.press('#fraga', 'Enter');
    await page.locator('#skicka[aria-disabled=true]').waitFor();
    await page.locator('#meny summary').click();
    await page.locator('#borja-om').click();
    await agree(page);
    await page.locator('.turn').waitFor({ state: 'detached' });
    line.cuts = [];
    await page.fill('#fraga', '');
    await ask(page, 'behöver jag bygglov för en altan');
    const now = await conversation(page);
    assert.notEqual(now.id, first.id);
    const asked = await page.evaluate(async ({ id, token }) => {
      const { events } = await (await fetch(`/api/conversations/${id}`, { headers: { 'X-Conversation-Token': token } })).json();
      return events.filter(({ type }) => type === 'question').map(({ data }) => data.text);
    }, now);
    assert.deepEqual(asked, ['behöver jag bygglov för en altan']);
    assert.deepEqual(page.faults, []);
    await context.close();
  });

  test('after a reload that did not reach the server the conversation comes back with one press, and nothing of it is spoken', async () => {
    const context = await visitor();
    const page = await open(context, '/chat', line.address);
    await ask(page);
    await context.addInitScript(() => {
      const whole = globalThis.fetch;
      let left = 1;
      globalThis.fetch = (...request) => (left-- > 0 ? Promise.reject(new TypeError('gone')) : whole(...request));
      globalThis.spoken = [];
      document.addEventListener('DOMContentLoaded', () => new MutationObserver(() => globalThis.spoken.push(document.getElementById('besked').textContent))
        .observe(document.getElementById('besked'), { childList: true }));
    });
    await page.reload();
    await page.locator('#forsok-igen').click();
    await page.locator('.feedback').waitFor();
    await page.waitForTimeout(1_200);
    assert.deepEqual(await page.evaluate(() => globalThis.spoken), []);
    await context.close();
  });
});

describe('what is typed', () => {
  test('it survives a reload before the first question, without being stored, and after it', async () => {
    const context = await visitor();
    const page = await open(context);
    await page.fill('#fraga', 'Halvfärdig fråga');
    assert.deepEqual(await page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie]), [0, 0, '']);
    await page.reload();
    await page.locator('#chatt[data-ready]').waitFor();
    assert.equal(await page.inputValue('#fraga'), 'Halvfärdig fråga');
    await ask(page);
    await page.fill('#fraga', 'En till');
    await page.reload();
    await page.locator('.feedback').waitFor();
    assert.equal(await page.inputValue('#fraga'), 'En till');
    await context.close();
  });
});

describe('an outage', () => {
  test('an opinion is kept while the server is gone, also over a reload, and is there once afterwards', async () => {
    const context = await visitor();
    const page = await open(context, '/chat', line.address);
    await ask(page);
    await page.context().setOffline(true);
    await page.locator('.feedback summary').click();
    await page.fill('.feedback textarea', 'Beloppet för tredje barnet saknas');
    await page.click('.feedback button[value=nej]');
    await sees(page, '.feedback .thanks', 'försöker igen');
    await page.context().setOffline(false);
    await sees(page, '.feedback .thanks', 'inte hjälpte');
    assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), ['lotsen-samtal']);
    await page.context().setOffline(true);
    await page.click('.feedback button[value=ja]');
    await sees(page, '.feedback .thanks', 'försöker igen');
    await page.click('.feedback button[value=nej]');
    await page.context().setOffline(false);
    await sees(page, '.feedback .thanks', 'inte hjälpte');
    await page.waitForTimeout(500);
    assert.equal(await page.getAttribute('.feedback button[value=nej]', 'aria-pressed'), 'true', 'the one that was taken over says nothing');
    await page.context().setOffline(true);
    await page.click('.feedback button[value=ja]');
    await sees(page, '.feedback .thanks', 'försöker igen');
    await page.context().setOffline(false);
    await page.reload();
    await page.waitForFunction(() => !sessionStorage.getItem('lotsen-omdomen'));
    await page.goto(`${line.address}/chat`);
    assert.deepEqual(page.faults, []);
    await context.close();
  });
});

describe('nobody there', () => {
  test('a warning stays a minute and one touch takes it back; then the conversation ends here and can still be saved', async () => {
    const context = await visitor();
    await context.clock.install();
    const page = await open(context);
    await ask(page);
    const kept = await conversation(page);
    await context.clock.fastForward((HALF_AN_HOUR - 59) * 1000);
    await page.locator('#vila').waitFor();
    assert.match(await page.innerText('#vila'), /60 sekunder/);
    // As assistive technology does it: without a pointer and without a key.
    await page.locator('#vila button').evaluate((button) => button.click());
    await page.locator('#vila').waitFor({ state: 'hidden' });
    await context.clock.fastForward((HALF_AN_HOUR - 59) * 1000);
    await page.locator('#vila').waitFor();
    assert.deepEqual(await conversation(page), kept);
    await context.clock.fastForward(61_000);
    await sees(page, '#utfort', 'avslutat på den här enheten');
    assert.equal(await conversation(page), null);
    assert.equal(await page.locator('.turn').count(), 1);
    await page.locator('#meny summary').click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#spara').click()]);
    assert.match(readFileSync(await file.path(), 'utf8'), /Förskolan kostar/);
    assert.equal(await status(page, kept), 200, 'the record keeps it');
    await page.fill('#fraga', 'när är återvinningscentralen öppen');
    await page.press('#fraga', 'Enter');
    await sees(page, '.said', 'återvinningscentralen');
    await page.locator('.feedback').waitFor();
    assert.equal(await page.locator('.turn').count(), 1, 'a new one begins');
    assert.notEqual((await conversation(page)).id, kept.id);
    await context.close();
  });
});

describe('anybody', () => {
  test('does the same with the example client of thirty lines', async () => {
    assert.ok(readFileSync(EXAMPLE, 'utf8').trimEnd().split('\n').length <= 30);
    const { stdout } = await promisify(execFile)(process.execPath, [EXAMPLE, service.address, QUESTION]);
    assert.match(stdout, /^Förskolan kostar .+ http:\/\/127\.0\.0\.1:\d+\/knowledge\/forskola-avgift\?revision=\w+#/m);
    assert.match(stdout, /^Du når /m);
  });

  test('is told by the example client what the service refuses', async () => {
    const refused = await promisify(execFile)(process.execPath, [EXAMPLE, service.address, ' ']).catch((fault) => fault);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /Frågan är tom/);
  });
});
