/**
 * Scripted answers from a seed, one after the other, some over a line that is cut: each is announced exactly once, when it is
 * complete, in the one status region, in whole sentences without numbers of sources; the focus stays in the field.
 */
import assert from 'node:assert/strict';
import { answer } from './answers.js';
import { clock } from './clock.js';
import { COMPLETE, send, textsOf, visit } from './harness.js';
import { random, SEED } from './random.js';

/** After so many the page is opened anew: nobody asks more in one conversation, and the log grows. */
const PER_PAGE = 25;
const CUT_SHARE = 0.1;
const APART = 15_000;

export async function announcements({ browser, scripted }, count) {
  console.error(`announcements: seed ${SEED}`);
  const chance = random(SEED);
  let single = 0;
  let cut = 0;
  for (let done = 0; done < count; done += PER_PAGE) {
    const { page, faults, leave } = await visit(browser, scripted, { init: [clock, COMPLETE] });
    const texts = await textsOf(page);
    for (let number = 1; number <= Math.min(PER_PAGE, count - done); number++) {
      const { events, hidden, sentences } = answer(chance, number);
      scripted.play.script = () => events;
      if (chance.chance(CUT_SHARE)) {
        scripted.faults.push({ cut: chance.between(1, 600) });
        cut += 1;
      }
      await page.focus('#fraga');
      // Announcements are kept apart in time, and taken away after a while.
      await page.evaluate((ms) => globalThis.jump(ms), APART);
      await page.evaluate(() => Object.values(globalThis.watched).forEach((list) => list.splice(0)));
      await send(page, `Fråga ${number}`);
      await page.waitForFunction((turns) => document.querySelectorAll('.turn').length === turns && complete()
        && globalThis.watched.spoken.length > 0, number);
      // What would be said a second time is said now.
      await page.evaluate((ms) => { globalThis.jump(ms); return new Promise((done) => { setTimeout(done); }); }, APART);
      const { spoken, elsewhere, focused } = await page.evaluate(() => globalThis.watched);
      const at = `seed ${SEED}, answer ${done + number}`;
      assert.deepEqual(spoken, [expected(texts, hidden, sentences)], at);
      assert.deepEqual(elsewhere, [], `${at}: another region spoke`);
      assert.deepEqual(focused, [], `${at}: the focus moved`);
      assert.equal(await page.evaluate(() => document.activeElement.id), 'fraga', at);
      scripted.faults.length = 0;
      single += 1;
    }
    assert.deepEqual(faults, []);
    await leave();
  }
  console.log(`announcements: ${count} answers (${cut} of them cut), ${single} single announcements, seed ${SEED}`);
}

function expected(texts, hidden, sentences) {
  const fill = (code, ...values) => texts[code].replace(/\{(\d)\}/g, (whole, index) => values[index]);
  const said = sentences.map((sentence) => (/[.!?:…]$/.test(sentence) ? sentence : `${sentence}.`)).join(' ');
  const kinds = hidden.map((kind) => texts[`hidden.${kind}`]);
  const notice = kinds.length > 0 ? `${fill('hidden.notice', kinds.reduce((first, next) => fill('hidden.and', first, next)))} ` : '';
  return notice + fill('turn.announce', said);
}
