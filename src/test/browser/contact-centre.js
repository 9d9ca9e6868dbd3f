import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startService } from './service.js';

const KNOWLEDGE = resolve(import.meta.dirname, '../../../knowledge-base');
const ALWAYS = 'mon-sun: 0.00-24.00';
const NEVER = 'mon: 3.00-3.01';
export const PASSWORD = 'en lång fras för prov';

/** A service whose contact centre is open or closed as the test wants it, whatever day it is, with a first supervisor. */
export async function startContactCentre(settings = {}) {
  const knowledge = join(mkdtempSync(join(tmpdir(), 'lotsen-kunskap-')), 'knowledge-base');
  cpSync(KNOWLEDGE, knowledge, { recursive: true });
  const file = join(knowledge, 'opening-hours.yaml');
  const queues = [...readFileSync(file, 'utf8').matchAll(/^ {2}- id: (\S+)/gm)].map((found) => found[1]);
  const hours = (weekly) => writeFileSync(file, 'timeZone: Europe/Stockholm\n'
    + 'calendar:\n  eves: [christmas-eve]\n  shortenedDays: [walpurgis-night]\n'
    + 'defaults:\n  publicHolidays: usual\n  eves: usual\n  shortenedDays: usual\n  bridgeDays: usual\n'
    + `queues:\n${queues.map((id) => `  - id: ${id}\n    weekly:\n      ${weekly}\n`).join('')}`);
  hours(ALWAYS);
  const service = await startService({ LOTSEN_KNOWLEDGE_DIR: knowledge, ...settings });
  return {
    service,
    address: service.address,
    /** As an editor does it: the file is saved, and the service uses it a moment later. */
    async open() {
      hours(ALWAYS);
      await until(async () => !(await isClosed(service.address)));
    },
    async close() {
      hours(NEVER);
      await until(() => isClosed(service.address));
    },
    /** The link that a first start writes to its log. */
    welcome: () => service.said.match(/\S+\/staff\/welcome\?token=\S+/)[0].replace(/^https?:\/\/[^/]+/, ''),
    async stop() {
      await service.stop();
      rmSync(resolve(knowledge, '..'), { recursive: true, force: true });
    },
  };
}

async function isClosed(address) {
  return /Stängt/.test(await (await fetch(`${address}/`)).text());
}

async function until(holds) {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) {
      throw new Error('the service does not use the new opening hours');
    }
    await new Promise((later) => setTimeout(later, 100));
  }
}

/** Makes the first account by the link in the log, as whoever installs the service does. Leaves it signed in. */
export async function enrolSupervisor(page, centre, userName) {
  await page.goto(centre.address + centre.welcome());
  await page.fill('#userName', userName);
  await page.fill('#displayName', `Chef ${userName}`);
  await page.fill('#password', PASSWORD);
  await page.click('main button.primary');
  await page.waitForURL((url) => !url.pathname.endsWith('/welcome'));
}

/** A supervisor makes an account, its person follows the link and is signed in in `agent`, at the desk. */
export async function enrolAgent(supervisor, agent, centre, { userName, name, capacity = 3 }) {
  await supervisor.goto(`${centre.address}/desk/accounts`);
  await supervisor.fill('#userName', userName);
  await supervisor.fill('#displayName', name);
  await supervisor.check('input[name=roles][value=AGENT]');
  await supervisor.fill('#capacity', String(capacity));
  await supervisor.click('main button.primary');
  const link = await supervisor.inputValue('#lank');
  await agent.goto(centre.address + link.replace(/^https?:\/\/[^/]+/, ''));
  await agent.fill('#password', PASSWORD);
  await agent.click('main button.primary');
  await agent.waitForURL((url) => !url.pathname.endsWith('/welcome'));
  await agent.goto(`${centre.address}/desk`);
}

export async function signIn(page, centre, userName) {
  await page.goto(`${centre.address}/staff/sign-in`);
  await page.fill('#userName', userName);
  await page.fill('#password', PASSWORD);
  await page.click('main button.primary');
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}
