/**
 * The editors' figures in a browser: axe, a narrow screen, forced colours, a dark look, paper. The service and its log are
 * InsightInBrowserTests' own. Arguments: the service's address, and a folder to put pictures and the report's paper in.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { axe, BROWSERS, visitor } from './browsers.js';
import { PATIENCE as LONG } from './patience.js';

const [address, folder] = process.argv.slice(2);
const PATIENCE = { timeout: LONG };

const picture = async (page, name) => folder && page.screenshot({ path: join(folder, name), fullPage: true });

async function fine(page, state) {
  assert.deepEqual(await axe(page), [], `axe: ${state}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const guilty = await page.evaluate(() => [...document.querySelectorAll("main *, header *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".staff-table")).map((one) => one.outerHTML.slice(0, 90)));
  assert.ok(wide <= 0, `${wide} px too wide: ${state} ${guilty.join(" // ")}`);
}

/** Words in drawings that reach out of their drawing. */
const cut = (page) => page.$$eval('svg.insight-svg', (drawings) => drawings.flatMap((drawing) => {
  const box = drawing.getBoundingClientRect();
  return [...drawing.querySelectorAll('text')].filter((text) => {
    const words = text.getBoundingClientRect();
    return words.left < box.left - 1 || words.right > box.right + 1 || words.bottom > box.bottom + 1;
  }).map((text) => text.textContent);
}));

const browser = await BROWSERS.chromium();
try {
  const { page, faults } = await visitor(browser, { width: 1280, height: 1000 });
  await page.goto(`${address}/staff/sign-in`);
  await page.type('#userName', 'skribent');
  await page.type('#password', process.env.LOTSEN_DESK_PASSWORD);
  await Promise.all([page.waitForNavigation(PATIENCE), page.click('main button.primary')]);
  for (const path of ['/editor/insikt', '/editor/insikt?dagar=90', '/editor/insikt/manad?manad=2026-11']) {
    for (const width of [1280, 320]) {
      await page.setViewport({ width, height: 1000 });
      await page.goto(address + path);
      await fine(page, `${path} at ${width}`);
      assert.deepEqual(await cut(page), [], `cut words: ${path} at ${width}`);
      await picture(page, `${path.replace(/\W+/g, '-').slice(1)}-${width}.png`);
    }
  }
  await page.goto(`${address}/editor/insikt`);
  for (const summary of await page.$$('.insight-chart summary')) {
    await summary.focus();
    await page.keyboard.press('Enter');
  }
  await fine(page, 'with all tables open, 320');
  await page.goto(`${address}/editor/insikt?fran=igar&till=2026-11-01`);
  await fine(page, 'with a fault');

  await page.setViewport({ width: 1280, height: 1000 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-color-scheme', value: 'dark' }] });
  await page.goto(`${address}/editor/insikt`);
  await picture(page, 'forced-colours.png');
  await session.send('Emulation.setEmulatedMedia', { features: [] });

  await page.goto(`${address}/editor/insikt/manad?manad=2026-11`);
  const paper = await page.pdf({ preferCSSPageSize: true, ...(folder ? { path: join(folder, 'manad.pdf') } : {}) });
  const sheets = Buffer.from(paper).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  assert.ok(sheets >= 4 && sheets <= 12, `${sheets} sheets of paper`);
  assert.deepEqual(faults, []);
  console.log(`${sheets} sheets`);
} finally {
  await browser.close();
}
