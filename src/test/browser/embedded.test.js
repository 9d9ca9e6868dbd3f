/**
 * A resident on a municipality's own site: the chat is embedded by its one tag on an origin of its own, and everything behind
 * it is real: the service, the desk, the agent's browser.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { enrolAgent, enrolSupervisor, startContactCentre } from './contact-centre.js';
import { sitePage, startHost } from './host.js';
import { PATIENCE, START } from './patience.js';

const QUESTION = 'vad kostar förskolan för två barn';

let centre;
let host;
let near;
let browser;
let anna;

before(async () => {
  const tag = () => `<script src="${centre.address}/loader.js" async></script>`;
  const pages = () => ({ '/': sitePage(tag()), '/andra': sitePage(tag(), { title: 'Andra sidan' }) });
  host = await startHost(pages);
  // Another origin on the same site, as www.kommun.example is beside chatt.kommun.example.
  near = await startHost(pages, '127.0.0.1');
  centre = await startContactCentre({ LOTSEN_WIDGET_SITES: `${host.address},${near.address}` });
  browser = await chromium.launch({ executablePath: process.env.LOTSEN_CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  const supervisor = await person();
  anna = await person();
  await enrolSupervisor(supervisor, centre, 'chefen');
  await enrolAgent(supervisor, anna, centre, { userName: 'anna', name: 'Anna Ek' });
}, { timeout: 2 * START });

after(async () => {
  await browser?.close();
  const errors = centre?.service.errors;
  await Promise.all([host?.stop(), near?.stop(), centre?.stop()]);
  assert.deepEqual(errors, [], 'the service logged errors');
});

async function person() {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1200, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.faults = [];
  page.on('pageerror', (fault) => page.faults.push(String(fault)));
  return page;
}

const chat = (page) => page.frameLocator('lotsen-chat iframe');
/** Opens the panel and waits until it can be written in. */
async function open(page) {
  await page.getByRole('button', { name: 'Fråga' }).click();
  await chat(page).locator('#chatt[data-ready]').waitFor();
}

const sees = (scope, where, text) => scope.locator(where).filter({ hasText: text }).first().waitFor();

describe('embedded', () => {
  test('a resident asks, reads the source, talks with an agent, reloads midway and keeps the conversation as a file', async () => {
    const eva = await person();
    await eva.goto(near.address);
    await open(eva);
    const panel = chat(eva);
    await panel.locator('#fraga').fill(QUESTION);
    await panel.locator('#fraga').press('Enter');
    await panel.locator('.feedback').waitFor();

    const [source] = await Promise.all([eva.waitForEvent('popup'), panel.locator('.citation').first().click()]);
    await source.waitForLoadState();
    assert.match(source.url(), /\/knowledge\/forskola-avgift(\?revision=\w+)?#/);
    assert.ok(await source.locator(':target').count() === 1, 'the passage is marked');
    await source.close();

    await panel.locator('#person-knapp').click();
    await sees(panel, '#person-lage', 'Du är nummer 1 i kön.');
    await anna.locator('[id^="ta-"]').first().click();
    await sees(anna, '.desk-state', 'Du har ärendet.');
    await sees(anna, '.desk-packet', QUESTION);
    await sees(panel, '#samtal', 'Nu skriver du med Anna Ek.');

    // Midway: the page is loaded anew, and the panel is open again with everything in it and the same person behind it.
    await panel.locator('#fraga').fill('Påbörjat men inte skickat');
    await eva.reload();
    await sees(chat(eva), '#samtal', 'Nu skriver du med Anna Ek.');
    assert.equal(await chat(eva).locator('.turn').count(), 1);
    assert.equal(await chat(eva).locator('#fraga').inputValue(), 'Påbörjat men inte skickat');
    await chat(eva).locator('#fraga').fill('Gäller det även i sommar?');
    await chat(eva).locator('#fraga').press('Enter');
    await sees(anna, '#samtal', 'Gäller det även i sommar?');
    await anna.waitForLoadState('load');
    await anna.fill('#svar-text', 'Ja, det gäller hela året.');
    await anna.keyboard.press('Control+Enter');
    await sees(chat(eva), '#samtal .line', 'Ja, det gäller hela året.');

    await chat(eva).locator('#meny summary').click();
    const [file] = await Promise.all([eva.waitForEvent('download'), chat(eva).locator('#spara').click()]);
    assert.match(file.suggestedFilename(), /^samtal-\d{4}-\d\d-\d\d\.txt$/);
    const saved = readFileSync(await file.path(), 'utf8');
    const shown = await chat(eva).locator('#samtal').evaluate((log) => ({
      said: [...log.querySelectorAll('.said')].map((one) => one.textContent),
      sources: [...log.querySelectorAll('.sources a')].map((one) => one.href),
    }));
    for (const part of [...shown.said, ...shown.sources, 'Förskolan kostar', 'Anna Ek skrev:\r\nJa, det gäller hela året.', 'Du skrev:\r\nGäller det även i sommar?']) {
      assert.ok(saved.includes(part), `${part} is not in the file:\n${saved}`);
    }
    assert.deepEqual(eva.faults.concat(anna.faults), []);

    await anna.selectOption('#orsak', { index: 1 });
    await anna.locator('form[action$="/close"] button').click();
    await sees(anna, '.desk-state', 'Ärendet är avslutat.');
    await anna.goto(`${centre.address}/desk`);
  });

  test('who begins anew while a person writes can reach a person again, and reads what the next one writes', async () => {
    const eva = await person();
    await eva.goto(near.address);
    await open(eva);
    for (const round of [1, 2]) {
      await chat(eva).locator('#person-knapp').click();
      await sees(chat(eva), '#person-lage', 'Du är nummer 1 i kön.');
      await anna.locator('[id^="ta-"]').first().click();
      await sees(anna, '.desk-state', 'Du har ärendet.');
      await sees(chat(eva), '#samtal', 'Nu skriver du med Anna Ek.');
      if (round === 1) {
        await chat(eva).locator('#meny summary').click();
        await chat(eva).locator('#borja-om').click();
        await chat(eva).locator('#fraga-om button[value=ja]').click();
        await chat(eva).locator('.line').first().waitFor({ state: 'detached' });
        await anna.goto(`${centre.address}/desk`);
      }
    }
    await anna.waitForLoadState('load');
    await anna.fill('#svar-text', 'Hej igen.');
    await anna.keyboard.press('Control+Enter');
    await sees(chat(eva), '#samtal .line', 'Hej igen.');
    assert.deepEqual(eva.faults, []);
  });

  test('no link in the panel leads to a page that refuses to be framed', async () => {
    const eva = await person();
    await eva.goto(near.address);
    await open(eva);
    const inside = await chat(eva).locator('a[href^="/"]').evaluateAll((links) => links
      .filter((link) => link.target !== '_blank' && !link.getAttribute('href').startsWith('/chat')).map((link) => link.outerHTML));
    assert.deepEqual(inside, []);
    const [page] = await Promise.all([eva.waitForEvent('popup'), chat(eva).locator('.notice a').first().click()]);
    await page.waitForLoadState();
    assert.match(page.url(), /\/knowledge\//);
  });

  test('the panel follows its reader to the next page, and a closed one counts what comes', async () => {
    const eva = await person();
    await eva.goto(near.address);
    await open(eva);
    await chat(eva).locator('#fraga').fill(QUESTION);
    await chat(eva).locator('#fraga').press('Enter');
    await chat(eva).locator('.feedback').waitFor();
    await eva.goto(`${near.address}/andra`);
    await chat(eva).locator('.feedback').waitFor();
    assert.equal(await eva.evaluate(() => document.activeElement === document.body), true, 'the focus stays where it was');

    await chat(eva).locator('#person-knapp').click();
    await sees(chat(eva), '#samtal', 'Nu väntar du på en människa.');
    await chat(eva).locator('#fraga').press('Escape');
    await eva.locator('lotsen-chat #panel').waitFor({ state: 'hidden' });
    assert.equal(await eva.evaluate(() => document.activeElement.shadowRoot.activeElement.getAttribute('aria-expanded')), 'false');
    await anna.locator('[id^="ta-"]').first().click();
    await sees(anna, '.desk-state', 'Du har ärendet.');
    await eva.waitForFunction(() => document.title.startsWith('(1) '));
    await sees(eva, 'lotsen-chat p', '1');
    await anna.selectOption('#orsak', { index: 1 });
    await anna.locator('form[action$="/close"] button').click();
    await sees(anna, '.desk-state', 'Ärendet är avslutat.');
    await anna.goto(`${centre.address}/desk`);
  });

  test('on a site of quite another name, where the browser keeps nothing for the frame, the chat works in memory', async () => {
    const eva = await person();
    await eva.goto(host.address);
    await open(eva);
    for (const question of [QUESTION, 'när är återvinningscentralen öppen']) {
      await chat(eva).locator('#fraga').fill(question);
      await chat(eva).locator('#fraga').press('Enter');
      await chat(eva).locator('.said').filter({ hasText: question }).waitFor();
      await chat(eva).locator('.turn').last().locator('.feedback').waitFor();
    }
    assert.equal(await chat(eva).locator('.turn').count(), 2);
    assert.deepEqual(eva.faults, []);
  });
});
