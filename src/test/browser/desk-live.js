/**
 * What happens at the desk while somebody works: taking back, new messages, colleagues, typing, calls, search. The service and
 * its accounts are LiveDeskInBrowserTests' own; this script also plays the citizens. Arguments: the service's address, and a
 * folder for pictures or nothing.
 */
import assert from 'node:assert/strict';
import { axe, BROWSERS, visitor } from './browsers.js';
import { PATIENCE as LONG } from './patience.js';

const [address, pictures] = process.argv.slice(2);
const PASSWORD = process.env.LOTSEN_DESK_PASSWORD;
const [talk, other] = JSON.parse(process.env.LOTSEN_DESK_TALKS);
const PATIENCE = { timeout: LONG };

async function signIn(page, name) {
  await page.goto(`${address}/staff/sign-in`);
  await page.type('#userName', name);
  await page.type('#password', PASSWORD);
  await turning(page, () => page.click('main button.primary'));
}

/** The citizen of a conversation, over the API. */
async function citizen(one, method, path, body) {
  const answer = await fetch(`${address}/api/conversations/${one.id}${path}`, {
    method,
    headers: { 'X-Conversation-Token': one.token, 'Idempotency-Key': crypto.randomUUID(), 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
}

const turning = (page, work) => Promise.all([page.waitForNavigation(PATIENCE), work()]);
const says = (page, text) => page.waitForFunction((wanted) => document.body.innerText.includes(wanted), PATIENCE, text);
const silent = (page, text) => page.waitForFunction((wanted) => !document.body.innerText.includes(wanted), PATIENCE, text);
const value = (page) => page.$eval('#svar-text', (field) => [field.value, field.selectionStart, document.activeElement === field]);

async function fine(page, state) {
  assert.deepEqual(await axe(page), [], `axe: ${state}`);
  const small = await page.$$eval('button, input:not([type=hidden], [type=checkbox]), label.choice, select, textarea, summary, nav a, .desk-list a, .desk-find',
    (targets) => targets.filter((target) => target.checkVisibility()).map((target) => [target.outerHTML.slice(0, 80), target.getBoundingClientRect()])
      .filter(([, box]) => box.height > 0 && box.height < 43.9).map(([html, box]) => `${html} ${box.height}`));
  assert.deepEqual(small, [], `too small: ${state}`);
  if (pictures) {
    await page.screenshot({ path: `${pictures}/${state}.png`, fullPage: true });
  }
}

async function sends(page, text) {
  await page.focus('#svar-text');
  await page.keyboard.type(text);
  await page.keyboard.down('Control');
  await turning(page, () => page.keyboard.press('Enter'));
  await page.keyboard.up('Control');
}

const browser = await BROWSERS.chromium();
try {
  const anna = await visitor(browser, { width: 1280, height: 1000 });
  const { page } = anna;
  await signIn(page, 'anna');
  await page.goto(`${address}/desk/cases/${talk.id}`);
  await turning(page, () => page.click('#ta button'));

  // A reply is on its way, and comes back before what was typed meanwhile.
  await sends(page, 'Det kostar 10 kronor.');
  await says(page, 'Skickas om några sekunder.');
  await fine(page, 'pending');
  await page.type('#svar-text', 'Hör av dig.');
  await turning(page, () => page.click('#angra'));
  assert.deepEqual(await value(page), ['Det kostar 10 kronor.\n\nHör av dig.', 0, true]);
  await silent(page, 'Skickas om några sekunder.');
  await fine(page, 'taken-back');
  await page.evaluate(() => { document.getElementById('svar-text').value = ''; });
  await sends(page, 'Det kostar 100 kronor.');
  await sends(page, 'Hör av dig.');
  await says(page, 'Skickat');

  // Colleague, citizen's message, citizen's typing and delivery come while somebody writes: caret, text and focus stay.
  await page.focus('#svar-text');
  await page.keyboard.type('Ett halvt sva');
  await page.keyboard.press('ArrowLeft');
  const before = await value(page);
  const boss = await visitor(browser);
  await signIn(boss.page, 'chefen');
  await boss.page.goto(page.url().split('#')[0].replace(/\/undo$|\/reply$/, ''));
  await says(page, 'Test chefen läser också detta.');
  await citizen(talk, 'POST', '/messages', { text: 'Tack!' });
  await says(page, 'Tack!');
  await citizen(talk, 'POST', '/typing');
  await says(page, 'Invånaren skriver …');
  await citizen(talk, 'GET', '');
  await says(page, 'Visat för invånaren');
  assert.deepEqual(await value(page), before);
  assert.match(await page.title(), /^\(1\) /, 'the other case waits; what is looked at is not new');
  await fine(page, 'followed');
  await fine(boss.page, 'of-a-colleague');

  // A list that changes while somebody presses a button in it waits until they have let go.
  await page.bringToFront();
  const pressed = await page.$eval('.desk-claim button', (button) => {
    button.scrollIntoView({ block: 'center', behavior: 'instant' });
    button.addEventListener('click', (click) => { click.preventDefault(); globalThis.taken = true; });
    const { x, y, width, height } = button.getBoundingClientRect();
    globalThis.fetched = 0;
    const fetching = globalThis.fetch;
    globalThis.fetch = (...request) => fetching(...request).finally(() => { globalThis.fetched += String(request[0]).startsWith('/desk/queue'); });
    return [x + width / 2, y + height / 2];
  });
  await page.mouse.move(...pressed);
  await page.mouse.down();
  await citizen(other, 'POST', '/messages', { text: 'Hallå?' });
  await page.waitForFunction(() => globalThis.fetched > 0, PATIENCE);
  await page.mouse.up();
  assert.ok(await page.evaluate(() => globalThis.taken), 'a press is a press');

  // The citizen's page says that somebody writes, not aloud.
  const resident = await visitor(browser);
  await resident.page.goto(address);
  await resident.page.evaluate((kept) => sessionStorage.setItem('lotsen-samtal', kept), JSON.stringify(talk));
  await resident.page.goto(`${address}/`);
  await says(resident.page, 'Det kostar 100 kronor.');
  await page.bringToFront();
  await page.focus('#svar-text');
  // A sign that comes before the citizen's page follows is lost; whoever writes on says it again.
  let writes = true;
  const told = says(resident.page, 'Handläggaren skriver …').finally(() => { writes = false; });
  while (writes) {
    await page.keyboard.type('a', { delay: 250 });
  }
  await told;
  assert.equal(await resident.page.$eval('#person-skriver', (line) => line.closest('[aria-live], [role=status], [role=alert], [role=log]')), null);
  assert.deepEqual(await axe(resident.page), [], 'axe: the citizen');

  // Calls are off until they are chosen; a tone repeats only what nobody has seen.
  await page.click('#avisering summary');
  await fine(page, 'calls');
  assert.equal(await page.$eval('#ljud', (box) => box.checked), false);
  await page.click('#ljud');
  assert.equal(await page.evaluate(() => document.body.dataset.rung), '1');
  await citizen(other, 'POST', '/messages', { text: 'Hallå?' });
  await page.evaluate(() => document.activeElement.blur());
  await page.goto(`${address}/desk`);
  await turning(page, () => page.$eval('.desk-claim button', (button) => button.click()));
  await page.goto(`${address}/desk`);
  assert.equal(await page.$eval('#ljud', (box) => box.checked), true, 'kept in this browser');
  await citizen(other, 'POST', '/messages', { text: 'Är du där?' });
  await page.waitForFunction(() => document.title.startsWith('(1) '), PATIENCE);
  await says(page, '1 nytt meddelande');
  await page.waitForFunction(() => document.body.dataset.rung === '1', PATIENCE);
  await fine(page, 'unread');
  // The list may be replaced at any moment: found and pressed in one step.
  await turning(page, () => page.$eval(`#mitt-${other.id}`, (link) => link.click()));
  await says(page, 'Är du där?');
  await silent(page, '1 nytt meddelande');

  await page.goto(`${address}/desk/sok`);
  await fine(page, 'search');
  await page.type('#ord', 'ÄR DU DÄR');
  await turning(page, () => page.keyboard.press('Enter'));
  await says(page, 'Träffar');
  assert.equal((await page.$$(`main a[href="/desk/cases/${other.id}"]`)).length, 1);
  await fine(page, 'found');

  // Somebody who looks elsewhere is called, again and again, until they look; with queue and topic alone.
  const bo = await visitor(browser);
  await bo.page.evaluateOnNewDocument(() => {
    globalThis.told = [];
    globalThis.Notification = class extends EventTarget {
      static permission = 'granted';
      static requestPermission = async () => 'granted';
      constructor(title, { body }) {
        super();
        globalThis.told.push(`${title} ${body}`);
      }
    };
    document.hasFocus = () => false;
    const every = setInterval;
    globalThis.setInterval = (work, pause) => every(work, pause === 30_000 ? 100 : pause);
  });
  await signIn(bo.page, 'bo');
  await bo.page.goto(`${address}/desk`);
  await bo.page.click('#avisering summary');
  await bo.page.click('#ljud');
  await bo.page.click('#system');
  await turning(page, () => page.click('.staff-bar form button'));
  await bo.page.waitForFunction(() => globalThis.told.length === 2 && Number(document.body.dataset.rung) > 4, PATIENCE);
  assert.deepEqual((await bo.page.evaluate(() => globalThis.told)).sort(),
    ['Ett nytt ärende väntar. allmant, Bygga och bo', 'Ett nytt ärende väntar. allmant, Trafik och gator']);
  const rung = await bo.page.evaluate(async () => {
    dispatchEvent(new Event('focus'));
    const before = document.body.dataset.rung;
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    return [before, document.body.dataset.rung];
  });
  assert.equal(rung[0], rung[1], 'quiet once somebody has looked');
  await fine(bo.page, 'called');

  assert.deepEqual([...anna.faults, ...bo.faults, ...boss.faults, ...resident.faults], []);
} finally {
  await browser.close();
}
