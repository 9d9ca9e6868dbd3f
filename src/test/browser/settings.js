/**
 * The editors' settings and corrections in a browser: axe, a wide and a narrow screen, faults. The service is
 * SettingsInBrowserTests' own. Arguments: the service's address, and a folder to put pictures in.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { axe, BROWSERS, visitor } from './browsers.js';
import { PATIENCE as LONG } from './patience.js';

const [address, folder] = process.argv.slice(2);
const PATIENCE = { timeout: LONG };
const PATHS = ['/editor/installningar', '/editor/installningar/synonymer', '/editor/installningar/fasta-svar',
  '/editor/installningar/amnen', '/editor/installningar/svarstexter', '/editor/installningar/oppettider',
  '/editor/installningar/meddelande', '/editor/ratta', '/editor/ratta/sida?sida=forskola-avgift', '/fraga', '/chat'];

const browser = await BROWSERS.chromium();
try {
  const { page, faults } = await visitor(browser, { width: 1280, height: 1000 });

  const fine = async (state) => {
    assert.deepEqual(await axe(page), [], `axe: ${state}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const guilty = await page.evaluate(() => [...document.querySelectorAll('main *, header *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.staff-table')).map((one) => one.outerHTML.slice(0, 90)));
    assert.ok(wide <= 0, `${wide} px too wide: ${state} ${guilty.join(' // ')}`);
  };
  const pressed = (selector) => Promise.all([page.waitForNavigation(PATIENCE), page.click(selector)]);

  await page.goto(`${address}/staff/sign-in`);
  await page.type('#userName', 'chef');
  await page.type('#password', process.env.LOTSEN_DESK_PASSWORD);
  await pressed('main button.primary');
  for (const path of PATHS) {
    for (const width of [1280, 320]) {
      await page.setViewport({ width, height: 1000 });
      await page.goto(address + path);
      await fine(`${path} at ${width}`);
      if (folder) await page.screenshot({ path: join(folder, `${path.replace(/\W+/g, '-').slice(1)}-${width}.png`), fullPage: true });
    }
  }
  await page.goto(`${address}/editor/installningar/oppettider`);
  await pressed('form[action$=formular] button.primary');
  await fine('a form with faults');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'error-summary', 'the summary has the focus');

  await page.goto(`${address}/editor/ratta/sida?sida=forskola-avgift`);
  await pressed('form[action$=rattelse] button.primary');
  await fine('a correction is written');
  await pressed('form button.primary');
  await fine('a correction is confirmed');
  if (folder) await page.screenshot({ path: join(folder, 'skicka.png'), fullPage: true });
  await pressed('main form button.primary');
  await fine('a correction goes out');
  assert.deepEqual(faults.filter((fault) => !fault.includes('Unprocessable')), []);
} finally {
  await browser.close();
}
