/**
 * An agent's day in a browser, by keys: the service, its cases and its accounts are DeskInBrowserTests' own. Arguments: the
 * service's address, and where to put a picture of the desk.
 */
import assert from 'node:assert/strict';
import { axe, BROWSERS, visitor } from './browsers.js';
import { PATIENCE as LONG } from './patience.js';

const [address, picture] = process.argv.slice(2);
const PASSWORD = process.env.LOTSEN_DESK_PASSWORD;
const PATIENCE = { timeout: LONG };

async function signIn(page, name) {
  await page.goto(`${address}/staff/sign-in`);
  await page.type('#userName', name);
  await page.type('#password', PASSWORD);
  await Promise.all([page.waitForNavigation(PATIENCE), page.click('main button.primary')]);
}

/** Presses keys one after another and counts them; a chord counts each of its keys. */
function keyboard(page) {
  const press = async (...keys) => {
    press.count += keys.length;
    for (const key of keys.slice(0, -1)) {
      await page.keyboard.down(key);
    }
    await page.keyboard.press(keys.at(-1));
    for (const key of keys.slice(0, -1)) {
      await page.keyboard.up(key);
    }
  };
  press.count = 0;
  return press;
}

const turning = (page, work) => Promise.all([page.waitForNavigation(PATIENCE), work()]);
const says = (page, text) => page.waitForFunction((wanted) => document.body.textContent.includes(wanted), PATIENCE, text);
const value = (page) => page.$eval('#svar-text', (field) => field.value);
const focused = (page) => page.evaluate(() => document.activeElement?.id);

async function fine(page, state) {
  assert.deepEqual(await axe(page), [], `axe: ${state}`);
  const small = await page.$$eval('button, input:not([type=hidden], [type=checkbox]), select, textarea, summary, nav a, .desk-list a, .desk-sources a',
    (targets) => targets.filter((target) => target.checkVisibility()).map((target) => [target.outerHTML.slice(0, 80), target.getBoundingClientRect()])
      .filter(([, box]) => box.height > 0 && box.height < 43.9).map(([html, box]) => `${html} ${box.height}`));
  assert.deepEqual(small, [], `too small: ${state}`);
}

const browser = await BROWSERS.chromium();
try {
  const anna = await visitor(browser, { width: 1280, height: 1000 });
  const { page } = anna;
  await signIn(page, 'anna');
  await page.goto(`${address}/desk`);
  await fine(page, 'waiting');
  assert.match(await page.title(), /^\(2\) /);

  const press = keyboard(page);
  await turning(page, () => press('t'));
  await says(page, 'Du har ärendet.');
  assert.match(await page.title(), /^\(1\) /);
  await fine(page, 'own case');
  await press('u');
  assert.match(await value(page), /Det kostar 100 kr\./);
  assert.equal(await focused(page), 'svar-text');
  await turning(page, () => press('Control', 'Enter'));
  await says(page, 'Test anna skrev till invånaren');
  assert.equal(await value(page), '', 'a sent draft does not come back');

  // A colleague writes a note meanwhile: neither focus nor draft nor caret moves, and it is spoken once.
  await page.keyboard.press('s');
  await page.keyboard.type('Hej och/eller ');
  await page.evaluate(() => {
    globalThis.spoken = [];
    new MutationObserver(() => {
      const text = document.getElementById('besked').textContent;
      if (text) {
        globalThis.spoken.push(text);
      }
    }).observe(document.getElementById('besked'), { childList: true });
  });
  const boss = await visitor(browser);
  await signIn(boss.page, 'chefen');
  await boss.page.goto(page.url().split('#')[0]);
  await boss.page.type('#anteckning-text', 'Tänk på avgiftstaket');
  await turning(boss.page, () => boss.page.click('.desk-note button'));
  await says(page, 'Tänk på avgiftstaket');
  assert.equal(await focused(page), 'svar-text');
  assert.equal(await value(page), 'Hej och/eller ');
  await page.waitForFunction(() => globalThis.spoken.length > 0, PATIENCE);
  assert.deepEqual(await page.evaluate(() => globalThis.spoken), ['Nytt i ärendet.']);
  await fine(boss.page, 'a supervisor');

  // Canned replies are put at the caret.
  await page.keyboard.press('/');
  assert.equal(await focused(page), 'fardiga-sok');
  await fine(page, 'canned replies');
  await page.keyboard.type('tack');
  await page.keyboard.press('Enter');
  assert.match(await value(page), /^Hej och\/eller Tack för att/);
  assert.equal(await focused(page), 'svar-text');
  await page.keyboard.type(' /');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'svar-text');
  await page.reload();
  assert.match(await value(page), /^Hej och\/eller Tack för att/, 'a draft outlives a reload');
  if (picture) {
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: picture, fullPage: true });
  }

  // Single keys are switched off, and on again.
  await page.click('.desk-keys summary');
  await page.click('#tangenter');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('n');
  assert.notEqual(await focused(page), 'anteckning-text');
  await page.click('#tangenter');
  await fine(page, 'keys shown');
  await page.evaluate(() => document.activeElement.blur());

  await press('a');
  assert.equal(await focused(page), 'orsak');
  await press('F');
  await turning(page, () => press('Control', 'Enter'));
  await says(page, 'Ärendet är avslutat.');
  await fine(page, 'closed');
  assert.ok(press.count <= 15, `${press.count} keys`);

  const plain = await visitor(browser, { script: false });
  await signIn(plain.page, 'bo');
  await plain.page.goto(`${address}/desk`);
  // A supervisor reads a table meanwhile: it is fetched anew, and focus stays where it is.
  await boss.page.goto(`${address}/desk/lage`);
  await fine(boss.page, 'the picture');
  await boss.page.focus('#lage-dag');
  await boss.page.evaluate(() => { document.getElementById('lage').dataset.old = '1'; });
  await turning(plain.page, () => plain.page.click('.desk-claim button'));
  await fine(plain.page, 'without scripts');
  await boss.page.waitForFunction(() => !document.getElementById('lage').dataset.old, PATIENCE);
  assert.equal(await focused(boss.page), 'lage-dag');
  if (picture) {
    await boss.page.screenshot({ path: picture.replace('.png', '-lage.png'), fullPage: true });
  }

  // A secret case: its mark, and the way to a queue that more people see.
  const sara = await visitor(browser);
  await signIn(sara.page, 'sara');
  await sara.page.goto(`${address}/desk`);
  await turning(sara.page, () => sara.page.locator('.desk-claim button').click());
  await says(sara.page, 'Flytta till en kö som fler ser');
  await fine(sara.page, 'a secret case');
  if (picture) {
    await sara.page.screenshot({ path: picture.replace('.png', '-sekretess.png'), fullPage: true });
  }
  await boss.page.goto(plain.page.url());
  await fine(boss.page, 'of a colleague');
  assert.deepEqual([...anna.faults, ...boss.faults], []);
  console.log(`${press.count} keys`);
} finally {
  await browser.close();
}
