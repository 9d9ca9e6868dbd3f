/**
 * A new editor's first quarter of an hour, as README and docs/editors.md tell it: a site is imported from a local web server,
 * a question that nobody could answer is found, mended, looked at before it is published, published, and asked again; then it
 * is taken back. Service, database, web server and browser are real. With LOTSEN_PICTURES set to a folder, pictures are taken.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { enrolSupervisor, startContactCentre } from './contact-centre.js';
import { startTownSite } from './town-site.js';
import { PATIENCE, START } from './patience.js';

const AXE = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const PICTURES = process.env.LOTSEN_PICTURES;
const NEED = ['finns det nåt ställe där barnen kan få prova längdskidor gratis', 'var får man låna pjäxor till barnen'];
const SITE = [
  ['/uppleva/fritidsbanken', 'Fritidsbanken i Sävåker', ['<p>Fritidsbanken lånar ut sport- och fritidsutrustning till alla. Lånet är gratis i 14 dagar. Du behöver inget lånekort, bara ett namn och ett telefonnummer.</p>',
    '<h2>Vad kan du låna?</h2><p>Det finns skidor, pjäxor, skridskor, cyklar och tält.</p>', '<h2>Öppettider</h2><table><tr><th>Dag</th><th>Tid</th></tr><tr><td>Tisdag</td><td>15.00–19.00</td></tr><tr><td>Lördag</td><td>10.00–14.00</td></tr></table>']],
  ['/bygga/altan', 'Bygga altan i Sävåker', ['<p>Du behöver inte bygglov för en altan som är lägre än 1,8 meter.</p>', '<h2>Så gör du</h2><p>Ring bygglovsenheten om du är osäker.</p>']],
  ['/kommun/elektronikatervinning', 'Lämna elektronik', ['<p>Elektronik lämnar du på återvinningscentralen i Sävåker. Det är gratis för hushåll.</p>']],
];

let centre;
let site;
let browser;
let editor;
let resident;

before(async () => {
  site = await startTownSite(SITE);
  centre = await startContactCentre({ LOTSEN_IMPORTING_ALLOWPRIVATE: `127.0.0.1:${site.port}`, LOTSEN_IMPORTING_PAUSE: '0s', LOTSEN_GAPS_FRESHFOR: '0s' });
  browser = await chromium.launch({ executablePath: process.env.LOTSEN_CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  editor = await person();
  resident = await person();
}, { timeout: 2 * START });

after(async () => {
  await browser?.close();
  const errors = centre?.service.errors;
  await centre?.stop();
  await site?.stop();
  assert.deepEqual(errors, [], 'the service logged errors');
});

async function person() {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.faults = [];
  page.on('pageerror', (fault) => page.faults.push(String(fault)));
  return page;
}

/** Without scripts there is one answer on a page of its own. */
async function asks(question) {
  await resident.goto(`${centre.address}/fraga`);
  await resident.fill('#fraga', question);
  await resident.click('#fraga-form button.primary, form button.primary');
  await resident.waitForLoadState();
  await resident.waitForSelector('.turn .text, .turn');
  return resident.locator('.turn').last().innerText();
}

async function fine(page, name) {
  const found = await page.evaluate(`${AXE}; axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`);
  assert.deepEqual(found, [], `axe: ${name}`);
  if (PICTURES) {
    await page.screenshot({ path: `${PICTURES}/editor-${name}.png` });
  }
}

const sees = (text) => editor.getByText(text).first().waitFor();
const press = (name) => editor.getByRole('button', { name, exact: true }).click();

describe('a new editor', () => {
  test('imports, finds a gap, mends it, sees the gate, publishes, asks again and takes it back', async () => {
    // Residents have asked, and nobody could answer.
    for (const question of NEED) {
      const answer = await asks(question);
      assert.doesNotMatch(answer, /Fritidsbanken/, question);
    }

    await enrolSupervisor(editor, centre, 'eva');
    await editor.goto(`${centre.address}/editor`);
    await sees('Sidor');
    await fine(editor, 'sidor');

    // Import: first what it would do, then the drafts.
    await editor.getByRole('link', { name: 'Hämta in' }).click();
    await fine(editor, 'import');
    await editor.getByRole('link', { name: 'En webbplats', exact: true }).click();
    await editor.fill('#namn', 'Sävåkers webbplats');
    await editor.fill('#adress', `${site.address}/sitemap.xml`);
    await editor.fill('#omrade', 'kultur-och-fritid');
    await editor.fill('#agare', 'Kultur- och fritidsförvaltningen');
    await editor.selectOption('#kontakt', 'kontaktcenter');
    await editor.fill('#icke-digitalt', 'Ring kontaktcenter eller besök stadshuset.');
    await fine(editor, 'kalla');
    await press('Spara källan');
    await press('Provkör');
    await editor.waitForSelector('#lage[data-state=DONE]');
    await sees('Senaste provkörningen');
    await sees('robots');
    assert.equal(await editor.locator('#lage .figures strong').first().innerText(), '3');
    await press('Hämta in som utkast');
    await editor.getByRole('link', { name: 'Gå till utkasten som har hämtats in' }).waitFor();
    await fine(editor, 'hamtat');
    await editor.getByRole('link', { name: 'Gå till utkasten som har hämtats in' }).click();
    for (const box of await editor.locator('input[name=utkast]').all()) {
      await box.focus();
      await editor.keyboard.press('Space');
    }
    assert.equal(await editor.locator('input[name=utkast]:checked').count(), 3);
    await publish({ pictured: false });

    // The gap: the page is there now, and still nobody would find it by these words.
    await editor.getByRole('link', { name: 'Luckor' }).click();
    await press('Läs frågorna igen');
    await fine(editor, 'luckor');
    await editor.getByRole('link', { name: NEED[0] }).click();
    await editor.fill('#sok', 'fritidsbanken');
    await press('Sök');
    await editor.locator('#formuleringar').getByLabel('Fritidsbanken i Sävåker').first().check();
    await editor.fill('#egen', NEED.join('\n'));
    await fine(editor, 'lucka');
    await press('Lägg till i sidans utkast');
    const draft = editor.getByRole('link', { name: /fritidsbanken.*\.md/ }).first();
    await draft.click();
    await fine(editor, 'redigera');

    // Both answers, and then the gate.
    await editor.goto(`${centre.address}/editor/prova?fraga=${encodeURIComponent(NEED[0])}`);
    await sees('Svaren skiljer sig åt.');
    await fine(editor, 'prova');
    await editor.goBack();
    await press('Spara och granska inför publicering');
    await editor.waitForSelector('[data-state=DONE]', { timeout: START });
    await sees('invånarfrågor får ett svar');
    const published = await publish({ looked: true, pictured: true });

    // Asked again: the resident's own words have an answer, with its source.
    const answer = await asks(NEED[0]);
    const seconds = (Date.now() - published) / 1000;
    assert.match(answer, /Fritidsbanken|lånar ut|gratis/);
    assert.match(await resident.content(), /\/knowledge\/[a-z-]*fritidsbanken[a-z-]*\?revision=[0-9a-f]{12}/);
    console.log(`published, asked and answered within ${seconds.toFixed(1)} s`);
    assert.equal(site.asked.some((path) => path.startsWith('/internt/')), false, 'what robots.txt forbids was not asked for');

    // The gap is closed with what it says now; the page is taken back to what it was.
    await editor.getByRole('link', { name: 'Luckor' }).click();
    await editor.selectOption('#visa', { index: 0 });
    await editor.goto(`${centre.address}/editor?sok=fritidsbanken`);
    await editor.getByRole('link', { name: 'Fritidsbanken i Sävåker' }).click();
    await editor.getByRole('link', { name: 'Historik' }).click();
    await fine(editor, 'historik');
    await press('Återställ version 1');
    const restored = Date.now();
    assert.doesNotMatch(await asks(NEED[0]), /Fritidsbanken lånar ut/);
    console.log(`taken back, asked and answered within ${((Date.now() - restored) / 1000).toFixed(1)} s`);
    await editor.getByRole('link', { name: 'Logg', exact: true }).click();
    await sees('Återställde');
    await fine(editor, 'logg');
    assert.deepEqual([...editor.faults, ...resident.faults], []);
  }, { timeout: 2 * START });
});

/** From the list's ticked drafts, or from a look that is done; the moment at which it was published. */
async function publish({ looked = false, pictured }) {
  if (!looked) {
    await press('Granska valda utkast');
    await editor.waitForSelector('[data-state=DONE]', { timeout: START });
  }
  if (pictured) {
    await fine(editor, 'granska');
  }
  const seen = editor.locator('input[name=sett]');
  if (await seen.count()) {
    await seen.focus();
    await editor.keyboard.press('Space');
  }
  await press('Publicera');
  const moment = Date.now();
  await sees('Publicerat.');
  return moment;
}
