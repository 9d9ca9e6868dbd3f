/**
 * The operator's page, the documents, the audit log, the list of answers in shadow and the public page in a browser: axe, a wide and a narrow screen, a form that is not
 * filled in. The service and its accounts are OperationsInBrowserTests' own. Arguments: the service's address, and nothing.
 */
import assert from 'node:assert/strict';
import { axe, BROWSERS, visitor } from './browsers.js';
import { PATIENCE as LONG } from './patience.js';

const [address] = process.argv.slice(2);
const PATIENCE = { timeout: LONG };

async function fine(page, state) {
  assert.deepEqual(await axe(page), [], `axe: ${state}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${wide} px too wide: ${state}`);
}

const browser = await BROWSERS.chromium();
try {
  const { page, faults } = await visitor(browser, { width: 1280, height: 1000 });
  await page.goto(`${address}/staff/sign-in`);
  await page.type('#userName', 'driften');
  await page.type('#password', process.env.LOTSEN_DESK_PASSWORD);
  await Promise.all([page.waitForNavigation(PATIENCE), page.click('main button.primary')]);
  for (const path of ['/operations', '/operations/documents', '/operations/documents/dpia', '/records/audit', '/records/audit/receipts', '/editor/betyg/skugga', '/om']) {
    for (const width of [1280, 320]) {
      await page.setViewport({ width, height: 1000 });
      await page.goto(address + path);
      await fine(page, `${path} ${width}`);
    }
  }
  assert.deepEqual(faults, []);
  await page.goto(`${address}/operations`);
  await Promise.all([page.waitForNavigation(PATIENCE), page.click('#assistenten button.primary')]);
  assert.equal(await page.$eval('#skal', (field) => field.getAttribute('aria-invalid')), 'true');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'alert');
  await fine(page, 'without a reason');
} finally {
  await browser.close();
}
