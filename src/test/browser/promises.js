/**
 * A promise in a browser while the contact centre is closed: with scripts, without, and at the desk. The service and its
 * accounts are PromiseInBrowserTests' own. Arguments: the service's address, and a folder for pictures.
 */
import assert from 'node:assert/strict';
import { axe, BROWSERS, visitor } from './browsers.js';
import { PATIENCE as LONG } from './patience.js';

const [address, pictures] = process.argv.slice(2);
const PATIENCE = { timeout: LONG };
const QUESTION = 'vad kostar förskolan för två barn';

const turning = (page, work) => Promise.all([page.waitForNavigation(PATIENCE), work()]);
const says = (page, text) => page.waitForFunction((wanted) => document.body.innerText.includes(wanted), PATIENCE, text);
const still = (page) => page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
const focused = (page) => page.evaluate(() => document.activeElement?.id);

async function fine(page, state) {
  assert.deepEqual(await axe(page), [], `axe: ${state}`);
  const small = await page.$$eval('.promise button, .promise summary, .promise label.choice, .promise input:not([type=hidden], [type=radio]), .desk-list button, .desk-list a',
    (targets) => targets.filter((target) => target.checkVisibility()).map((target) => [target.outerHTML.slice(0, 80), target.getBoundingClientRect()])
      .filter(([, box]) => box.height > 0 && box.height < 43.9).map(([html, box]) => `${html} ${box.height}`));
  assert.deepEqual(small, [], `too small: ${state}`);
  if (pictures) {
    await page.screenshot({ path: `${pictures}/${state.replaceAll(' ', '-')}.png`, fullPage: true });
  }
}

const browser = await BROWSERS.chromium();
try {
  const kim = await visitor(browser);
  const { page } = kim;
  // A page that is still scrolling smoothly is clicked beside its button.
  await still(page);
  await page.goto(address);
  assert.equal(await page.$eval('#lofte', (section) => section.hidden), true, 'nothing is promised before anything is asked');
  await page.type('#fraga', QUESTION);
  await page.keyboard.press('Enter');
  await says(page, 'Be oss höra av oss');
  await page.waitForSelector('#lofte-val input', PATIENCE);
  assert.equal(await focused(page), 'fraga', 'what folds out takes no focus');
  await fine(page, 'closed with scripts');

  await page.click('#lofte-form button.primary');
  await says(page, 'Välj hur vi ska höra av oss.');
  await page.click('[data-kind="call-back"]');
  await page.type('#lofte-telefon', '0900-123');
  await page.type('#lofte-gallande', 'Mitt barns plats');
  await page.click('#lofte-form button.primary');
  await says(page, 'Det är inget telefonnummer.');
  assert.equal(await focused(page), 'lofte-telefon');
  assert.equal(await page.$eval('#lofte-gallande', (field) => field.value), 'Mitt barns plats');
  assert.ok(await page.$('[data-kind="call-back"]:checked'), 'the choice is kept');
  await fine(page, 'refused with scripts');
  await page.$eval('#lofte-telefon', (field) => { field.value = ''; });
  await page.type('#lofte-telefon', '070-174 06 05');
  await page.click('#lofte-form button.primary');
  await says(page, 'Kvittonummer: LK-26-');
  // It is spoken before what was promised is read anew, and shown and focused after that.
  await page.waitForFunction(() => document.activeElement?.id === 'lofte', PATIENCE);
  await fine(page, 'promised with scripts');
  await page.reload();
  await says(page, 'Kvittonummer: LK-26-');
  assert.equal(await page.$eval('#lofte-mer', (details) => details.open), false);
  assert.deepEqual(kim.faults.filter((fault) => !/422/.test(fault)), []);

  const plain = await visitor(browser, { script: false, width: 400 });
  await still(plain.page);
  await plain.page.goto(address);
  await plain.page.type('#fraga', QUESTION);
  await turning(plain.page, () => plain.page.click('#fraga-form button.primary'));
  await fine(plain.page, 'closed without scripts');
  await plain.page.click('[data-kind="email"]');
  await plain.page.type('#lofte-epost', 'kim@exempel');
  await turning(plain.page, () => plain.page.click('.promise button.primary'));
  assert.match(await plain.page.title(), /^Fel: /);
  assert.equal(await plain.page.$eval('#lofte-epost', (field) => field.value), 'kim@exempel');
  await fine(plain.page, 'refused without scripts');
  await plain.page.$eval('#lofte-epost', (field) => { field.value = ''; });
  await plain.page.type('#lofte-epost', 'kim@exempel.se');
  await turning(plain.page, () => plain.page.click('.promise button.primary'));
  assert.match(await plain.page.$eval('#lofte', (section) => section.textContent), /Kvittonummer: LK-26-/);
  await fine(plain.page, 'promised without scripts');

  const anna = await visitor(browser, { width: 1280 });
  const desk = anna.page;
  await still(desk);
  await desk.goto(`${address}/staff/sign-in`);
  await desk.type('#userName', 'anna');
  await desk.type('#password', process.env.LOTSEN_DESK_PASSWORD);
  await turning(desk, () => desk.click('main button.primary'));
  await desk.goto(`${address}/desk/loften`);
  await says(desk, 'Mitt barns plats');
  await fine(desk, 'promises at the desk');
  await turning(desk, () => desk.click('[id^="visa-"]'));
  await says(desk, '+46701740605');
  await fine(desk, 'a contact at the desk');
  // Another promise comes in meanwhile: the list is read anew, and the number stays to be read.
  const before = await desk.$$eval('#loften li[id]', (all) => all.length);
  await page.click('#lofte-mer summary');
  await page.waitForSelector('[data-kind="message"]', PATIENCE);
  await page.click('[data-kind="message"]');
  await page.type('#lofte-gallande', 'En sak till');
  await page.click('#lofte-form button.primary');
  await desk.waitForFunction((known) => document.querySelectorAll('#loften li[id]').length > known, PATIENCE, before);
  assert.match(await desk.$eval('#loften', (list) => list.textContent), /\+46701740605/);
  await turning(desk, () => desk.click('[id^="arende-"]'));
  await says(desk, 'Det här har vi lovat');
  await fine(desk, 'a promise in its case');
  assert.deepEqual(anna.faults, []);
} finally {
  await browser.close();
}
