/**
 * Citizen and agent, each in a browser of their own, go through the ways that a handover can take: open, busy, closed, and a
 * service that is killed in the middle. The service, its database, its streams and both pages are the real ones.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { enrolAgent, enrolSupervisor, signIn, startContactCentre } from './contact-centre.js';
import { PATIENCE, START } from './patience.js';

const QUESTION = 'vad kostar förskolan för två barn';

let centre;
let browser;
let supervisor;
let anna;

before(async () => {
  centre = await startContactCentre();
  browser = await chromium.launch({ executablePath: process.env.LOTSEN_CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  supervisor = await person();
  anna = await person();
  await enrolSupervisor(supervisor, centre, 'chefen');
  await enrolAgent(supervisor, anna, centre, { userName: 'anna', name: 'Anna Ek' });
}, { timeout: 2 * START });

after(async () => {
  await browser?.close();
  const errors = centre?.service.errors;
  await centre?.stop();
  assert.deepEqual(errors, [], 'the service logged errors');
});

/** A browser of its own: no cookie, nothing stored. */
async function person() {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.faults = [];
  page.on('pageerror', (fault) => page.faults.push(String(fault)));
  return page;
}

/** A citizen who has asked something and read the answer. */
async function citizen(question = QUESTION) {
  const page = await person();
  await page.goto(`${centre.address}/`);
  await page.fill('#fraga', question);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.feedback');
  return page;
}

/** The citizen agrees to pass on the questions and asks for a person; the id of the conversation, as the desk knows it. */
async function askForPerson(page) {
  await page.click('#person-knapp');
  await sees(page, '#samtal', 'Nu väntar du på en människa.');
  return page.evaluate(() => JSON.parse(sessionStorage.getItem('lotsen-samtal')).id);
}

const sees = (page, where, text) => page.locator(where).filter({ hasText: text }).first().waitFor();
const lines = (page) => page.$$eval('#samtal .line', (all) => all.map((line) => line.textContent.replace(/\s+/g, ' ').trim()));

async function take(agent, id) {
  await agent.locator(`[data-waiting="${id}"]`).waitFor();
  await agent.locator(`#ta-${id}`).click();
  await sees(agent, '.desk-state', 'Du har ärendet.');
  // Keys and the insertion of drafts are the script's, which is there when the page has loaded.
  await agent.waitForLoadState('load');
}

async function reply(agent, text) {
  await agent.waitForLoadState('load');
  await agent.fill('#svar-text', text);
  await agent.keyboard.press('Control+Enter');
  await sees(agent, '#samtal', text);
}

async function close(agent) {
  await agent.selectOption('#orsak', { index: 1 });
  await agent.locator('form[action$="/close"] button').click();
  await sees(agent, '.desk-state', 'Ärendet är avslutat.');
  await agent.goto(`${centre.address}/desk`);
}

async function write(page, text) {
  await page.fill('#fraga', text);
  await page.keyboard.press('Enter');
  await sees(page, '#samtal .line', text);
}

/** What the citizen's own browser is given as the transcript. */
const transcript = (page) => page.evaluate(async () => {
  const { id, token } = JSON.parse(sessionStorage.getItem('lotsen-samtal'));
  return (await (await fetch(`/api/conversations/${id}`, { headers: { 'X-Conversation-Token': token } })).json()).events;
});

describe('open', () => {
  test('a citizen reaches a person who knows what was asked, both read the same, and the assistant is silent', async () => {
    const eva = await citizen();
    const id = await askForPerson(eva);
    await take(anna, id);
    await sees(anna, '.desk-packet', QUESTION);
    await sees(eva, '#samtal', 'Nu skriver du med Anna Ek.');

    await anna.click('#infoga');
    const draft = await anna.inputValue('#svar-text');
    await anna.keyboard.press('Control+Enter');
    // Amounts hold spaces that do not break; up to the first number the texts are alike for a browser's search.
    await sees(eva, '#samtal .line', draft.split(/\d/)[0].trim());
    await write(eva, 'Tack, gäller det även i sommar?');
    await sees(anna, '#samtal', 'Tack, gäller det även i sommar?');
    await reply(anna, 'Ja, det gäller hela året.');
    await sees(eva, '#samtal .line', 'Ja, det gäller hela året.');
    await close(anna);
    await sees(eva, '#samtal', 'Handläggaren har avslutat ärendet.');

    const events = await transcript(eva);
    assert.deepEqual(events.map((event) => event.id), events.map((_, index) => index + 1), 'one order without a gap');
    const handed = events.findIndex((event) => event.type === 'state');
    assert.deepEqual(events.slice(handed).filter((event) => ['text', 'sources', 'completed'].includes(event.type)), [],
      'the assistant is silent');
    assert.deepEqual(eva.faults.concat(anna.faults), []);
  });

  test('who writes in an ended case waits again, and leaving the queue brings the assistant back with nothing lost', async () => {
    const eva = await citizen();
    const id = await askForPerson(eva);
    await take(anna, id);
    await close(anna);
    await sees(eva, '#samtal', 'Handläggaren har avslutat ärendet.');
    await write(eva, 'En sak till.');
    await sees(eva, '#samtal', 'Ärendet är öppnat igen.');
    await eva.click('#person-knapp');
    await sees(eva, '#samtal', 'Du har lämnat kön.');
    await sees(eva, '#samtal .line', 'En sak till.');
    await eva.fill('#fraga', 'när öppnar simhallen');
    await eva.keyboard.press('Enter');
    await eva.locator('.feedback').nth(1).waitFor();
  });
});

describe('busy', () => {
  test('who comes later waits behind, moves up when somebody leaves, and keeps the question', async () => {
    const [first, second] = [await citizen(), await citizen()];
    const id = await askForPerson(first);
    await askForPerson(second);
    await sees(second, '#person-lage', 'Du är nummer 2 i kön.');
    await first.click('#person-knapp');
    await sees(first, '#samtal', 'Du har lämnat kön.');
    await sees(second, '#person-lage', 'Du är nummer 1 i kön.');
    await anna.waitForSelector(`[data-waiting="${id}"]`, { state: 'detached' });
    await second.click('#person-knapp');
    await sees(second, '#samtal', 'Du har lämnat kön.');
  });

  test('of two agents who take the same case one has it, and the other is told who', async () => {
    const bo = await person();
    await enrolAgent(supervisor, bo, centre, { userName: 'bo', name: 'Bo Alm' });
    const eva = await citizen();
    const id = await askForPerson(eva);
    for (const agent of [anna, bo]) {
      await agent.locator(`#ta-${id}`).waitFor();
    }
    await Promise.all([anna, bo].map((agent) => agent.locator(`#ta-${id}`).click()));
    const told = await Promise.all([anna, bo].map(async (agent) => {
      await agent.locator('.desk-state, .error-summary').first().waitFor();
      return agent.locator('#innehall').innerText();
    }));
    const winner = told.findIndex((text) => text.includes('Du har ärendet.'));
    assert.notEqual(winner, -1);
    assert.ok(!told[1 - winner].includes('Du har ärendet.'));
    assert.match(told[1 - winner], winner === 0 ? /Anna Ek/ : /Bo Alm/);
    await close([anna, bo][winner]);
    await bo.goto(`${centre.address}/staff`);
    await bo.getByRole('button', { name: 'Logga ut' }).click();
    await anna.goto(`${centre.address}/desk`);
  });
});

describe('threatened', () => {
  test('a supervisor whose desk is open sees a threat at once, and says that it is seen', async () => {
    await supervisor.goto(`${centre.address}/desk`);
    const eva = await citizen();
    const id = await askForPerson(eva);
    await take(anna, id);
    await anna.getByRole('button', { name: 'Anmäl hot' }).click();
    await sees(supervisor, '.desk-alerts', 'En handläggare har anmält ett hot.');
    await supervisor.getByRole('button', { name: 'Jag har sett det' }).click();
    await supervisor.waitForSelector('.desk-alerts', { state: 'detached' });
    await close(anna);
  });
});

describe('closed', () => {
  test('a citizen is promised an answer, an agent keeps it in the morning, and the citizen reads it', async () => {
    const eva = await citizen();
    await centre.close();
    await eva.locator('#person-knapp').click();
    await sees(eva, '#person-fel', 'Telefon');
    const form = eva.locator('.promise form');
    await form.locator('[data-kind="message"]').check();
    await form.locator('textarea').fill('Jag undrar om syskonrabatten.');
    await form.locator('button.primary').click();
    await sees(eva, '.promised', 'LK-');
    const receipt = (await eva.locator('.promised').innerText()).match(/LK-\d\d-\d{6}/)[0];
    await eva.reload();
    await sees(eva, '.promised', receipt);

    await centre.open();
    await anna.goto(`${centre.address}/desk/loften`);
    await sees(anna, 'main', receipt);
    await sees(anna, 'main', 'Jag undrar om syskonrabatten.');
    await anna.locator('main .desk-list li', { hasText: receipt }).getByRole('link').first().click();
    await anna.locator('form[action$="/follow-up"] button').click();
    await sees(anna, '.desk-state', 'Du har ärendet.');
    await sees(anna, '.desk-packet', QUESTION);
    await reply(anna, 'Ja, syskonrabatt finns.');
    // The page was left open and comes back to the front.
    await eva.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await sees(eva, '#samtal .line', 'Ja, syskonrabatt finns.');
    await anna.locator('form[action$="/keep"] button').first().click();
    await close(anna);
    await anna.goto(`${centre.address}/desk/loften`);
    assert.ok(!(await anna.locator('main').innerText()).includes(receipt), 'a kept promise is on nobody\'s list');
    assert.deepEqual(eva.faults, []);
  });
});

describe('crashed', () => {
  test('a service that is killed while two people write loses nothing, doubles nothing, and both go on', async () => {
    const eva = await citizen();
    const id = await askForPerson(eva);
    await take(anna, id);
    await reply(anna, 'Hej! Jag tittar på det.');
    await sees(eva, '#samtal .line', 'Hej! Jag tittar på det.');
    await anna.fill('#svar-text', 'Ett utkast som inte är skickat');
    await centre.service.kill();
    await eva.fill('#fraga', 'Skrivet medan tjänsten var borta.');
    await eva.keyboard.press('Enter');
    await eva.waitForFunction(() => document.getElementById('fraga-fel').textContent !== '', null, { timeout: PATIENCE });
    assert.equal(await eva.inputValue('#fraga'), 'Skrivet medan tjänsten var borta.', 'the text is still there');
    await centre.service.start();

    await eva.focus('#fraga');
    await eva.keyboard.press('Enter');
    await sees(eva, '#samtal .line', 'Skrivet medan tjänsten var borta.');
    await signIn(anna, centre, 'anna');
    await anna.goto(`${centre.address}/desk/cases/${id}`);
    await sees(anna, '.desk-state', 'Du har ärendet.');
    await sees(anna, '#samtal', 'Skrivet medan tjänsten var borta.');
    assert.equal(await anna.inputValue('#svar-text'), 'Ett utkast som inte är skickat');
    await reply(anna, 'Nu är vi tillbaka.');
    await sees(eva, '#samtal .line', 'Nu är vi tillbaka.');
    for (const text of ['Hej! Jag tittar på det.', 'Skrivet medan tjänsten var borta.', 'Nu är vi tillbaka.']) {
      assert.equal((await lines(eva)).filter((line) => line.includes(text)).length, 1, text);
      assert.equal((await transcript(eva)).filter((event) => event.data.text === text).length, 1, text);
    }
    await close(anna);
  });

  test('an agent whose machine dies gives the case back, and the citizen is told within a minute', { timeout: START }, async () => {
    const eva = await citizen();
    const id = await askForPerson(eva);
    const bo = await person();
    await signIn(bo, centre, 'bo');
    await bo.goto(`${centre.address}/desk`);
    await take(bo, id);
    await bo.context().setOffline(true);
    const begun = Date.now();
    await eva.locator('#samtal').filter({ hasText: 'Handläggaren tappade kontakten.' }).waitFor({ timeout: 70_000 });
    const seconds = (Date.now() - begun) / 1000;
    assert.ok(seconds <= 60, `${seconds} s`);
    await bo.context().close();
    await anna.goto(`${centre.address}/desk`);
    await take(anna, id);
    await close(anna);
  });
});
