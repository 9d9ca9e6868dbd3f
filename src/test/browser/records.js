/**
 * The records officers' pages in a browser: axe, and a narrow screen. The service and its conversation are
 * RecordsInBrowserTests' own. Arguments: the service's address, and a folder to put pictures in.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { axe, BROWSERS, visitor } from './browsers.js';
import { PATIENCE as LONG } from './patience.js';

const [address, folder] = process.argv.slice(2);
const PATIENCE = { timeout: LONG };
const one = `/records/samtal/${process.env.LOTSEN_CONVERSATION}`;

async function fine(page, state) {
  assert.deepEqual(await axe(page), [], `axe: ${state}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${wide} px too wide: ${state}`);
  if (folder) await page.screenshot({ path: join(folder, `${state.replace(/\W+/g, '-')}.png`), fullPage: true });
}

const press = async (page, selector) => Promise.all([page.waitForNavigation(PATIENCE), page.click(selector)]);

const browser = await BROWSERS.chromium();
try {
  const { page, faults } = await visitor(browser, { width: 1280, height: 1000 });
  await page.goto(`${address}/staff/sign-in`);
  await page.type('#userName', 'registrator');
  await page.type('#password', process.env.LOTSEN_DESK_PASSWORD);
  await press(page, 'main button.primary');
  for (const width of [1280, 320]) {
    await page.setViewport({ width, height: 1000 });
    for (const path of ['/records', '/records/sok?ord=pris', '/records/person', one]) {
      await page.goto(address + path);
      await fine(page, `${path.replace(process.env.LOTSEN_CONVERSATION, 'id')} at ${width}`);
    }
  }
  await page.type('#lagrum', 'OSL 26 kap. 1 §');
  await page.click('input[name="mening"]');
  await press(page, '#kopia ~ form button.primary');
  await fine(page, 'preview');
  await page.goto(`${address}${one}`);
  await page.type('#diarienummer', 'KS 1');
  await page.click('input[name="saker"]');
  await press(page, '#radering ~ form button');
  await fine(page, 'refused');
  await page.goto(`${address}/records/person`);
  await page.type('#uppgift', process.env.LOTSEN_CONVERSATION);
  await press(page, 'main button.primary');
  await fine(page, 'found');
  // The refusal is a page with status 400, which browsers tell of.
  assert.deepEqual(faults.filter((fault) => !String(fault).includes('400')), []);
} finally {
  await browser.close();
}
