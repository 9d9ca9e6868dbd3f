/**
 * Every state in every language and mode, in both browsers: axe finds nothing, and our own checks find nothing. `share` of a
 * hundred is looked at, a fixed sample from the seed that holds every state before it holds one twice.
 * LOTSEN_STATES (a pattern), LOTSEN_LANGUAGES and LOTSEN_ENGINES narrow it down.
 */
import assert from 'node:assert/strict';
import { checks } from './checks.js';
import { clock } from './clock.js';
import { ENGINES, MODES } from './drivers.js';
import { COMPLETE, pageIn, watch } from './harness.js';
import { random, SEED } from './random.js';
import { Chat, STATES } from './states.js';

export const LANGUAGES = (process.env.LOTSEN_LANGUAGES ?? 'sv,en,ar').split(',');
const PICTURES = process.env.LOTSEN_PICTURES;
const wanted = new RegExp(process.env.LOTSEN_STATES ?? '');

export async function axe({ scripted }, share) {
  const names = Object.keys(STATES).filter((name) => wanted.test(name));
  const engines = (process.env.LOTSEN_ENGINES ?? Object.keys(ENGINES).join()).split(',');
  const chosen = sample(names, engines, share);
  const wrong = [];
  const visited = new Set();
  let looks = 0;
  for (const engine of engines) {
    for (const { modes, launch } of ENGINES[engine]) {
      const mine = chosen.filter((one) => one.engine === engine && modes.includes(one.mode));
      if (mine.length === 0) {
        continue;
      }
      const browser = await launch();
      try {
        for (const name of names) {
          for (const lang of LANGUAGES) {
            const here = mine.filter((one) => one.name === name && one.lang === lang).map(({ mode }) => mode);
            if (here.length > 0) {
              looks += here.length;
              visited.add(name);
              wrong.push(...await visitState(browser, scripted, { engine, name, lang, modes: here }));
            }
          }
        }
      } finally {
        await browser.close();
      }
    }
  }
  wrong.forEach((one) => console.error(one));
  console.log(`axe and our checks: ${visited.size} states, ${looks} of ${names.length * LANGUAGES.length * Object.keys(MODES).length * engines.length} combinations of state, language, mode and browser, ${wrong.length} violations, seed ${SEED}`);
  assert.equal(wrong.length, 0, 'violations, see above');
}

function sample(names, engines, share) {
  const all = names.flatMap((name) => LANGUAGES.flatMap((lang) => Object.keys(MODES).flatMap((mode) => engines.map((engine) => ({ name, lang, mode, engine })))));
  if (share >= 100) {
    return all;
  }
  const chance = random(SEED);
  const take = (from) => from.splice(chance.below(from.length), 1)[0];
  const count = Math.round((all.length * share) / 100);
  const rest = [...all];
  // Each state once, as far as that goes, before any comes again; to reach a state takes longest, so it is looked at in more than
  // one mode when it is there.
  const order = [...names];
  const taken = [];
  const together = Math.max(1, Math.floor(count / names.length));
  while (taken.length < count && order.length > 0) {
    const name = take(order);
    const { lang, engine, mode } = chance.pick(rest.filter((other) => other.name === name));
    const { modes } = ENGINES[engine].find((one) => one.modes.includes(mode));
    const there = rest.filter((one) => one.name === name && one.lang === lang && one.engine === engine && modes.includes(one.mode));
    for (let n = Math.min(together, there.length); n > 0; n--) {
      taken.push(...rest.splice(rest.indexOf(take(there)), 1));
    }
  }
  while (taken.length < count) {
    taken.push(take(rest));
  }
  return taken;
}

async function visitState(browser, scripted, { engine, name, lang, modes }) {
  const { play } = scripted;
  Object.assign(play, { promises: { promised: [], offers: [] }, promised: null, on: {}, script: () => [] });
  scripted.faults = [];
  const page = await browser.open([clock, watch, COMPLETE, checks]);
  const { reach, away, fleeting } = STATES[name];
  try {
    await page.look(modes[0]);
    await page.goto(scripted.address + pageIn(lang));
    await reach(new Chat(page, scripted, lang));
    const wrong = [];
    for (const mode of modes) {
      await page.look(mode);
      const at = `${engine}, ${lang}, ${mode}: ${name}`;
      wrong.push(...(await page.axe()).map((one) => `${at}: axe: ${one}`));
      wrong.push(...(await page.evaluate((given) => globalThis.checked(given), [lang, Boolean(away)])).map((one) => `${at}: ${one}`));
      if (PICTURES) {
        await page.picture(`${PICTURES}/${at.replaceAll(/[^a-z0-9]+/gi, '-')}.png`);
      }
      if (!fleeting) {
        wrong.push(...(await tabbed(page)).map((one) => `${at}: ${one}`));
      }
    }
    wrong.push(...page.faults.map((fault) => `${engine}, ${lang}: ${name}: ${fault}`));
    return wrong;
  } catch (fault) {
    return [`${engine}, ${lang}: ${name} is not reached: ${fault.message.split('\n')[0]}`];
  } finally {
    scripted.play.release();
    await page.close();
  }
}

/** Real presses of Tab reach every stop in the order of the page; each can be seen then, not covered, and shows its focus. */
async function tabbed(page) {
  const count = await page.evaluate(() => globalThis.numbered());
  const order = [];
  const wrong = [];
  for (let n = 0; n < count; n++) {
    await page.press('Tab');
    const at = await page.evaluate(() => globalThis.stopNow());
    order.push(at.stop);
    wrong.push(...at.wrong);
  }
  const inOrder = order.every((stop, n) => stop === n);
  return inOrder ? wrong : [...wrong, `Tab goes ${order.join(' ')} of ${count}`];
}
