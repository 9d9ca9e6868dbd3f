/**
 * The chat under scripted answers and faults. Arguments: what to run, and how many. `core` and `suite` run everything at small
 * counts, the first in Chromium alone; by name each runs at its full count. Prints one line for each figure and fails when a
 * claim does not hold. What a run is made of comes from the seed that it prints; LOTSEN_SEED repeats it.
 */
import { announcements } from './announcements.js';
import { axe } from './axe.js';
import { cuts } from './cuts.js';
import { withChat } from './harness.js';
import { payloads } from './payloads.js';

/** How many in all, in the suite and in the core; of the states a share of a hundred. */
const RUNS = {
  announcements: { run: announcements, full: 500, suite: 50, core: 20 },
  cuts: { run: cuts, full: 1_000, suite: 50, core: 20 },
  payloads: { run: payloads, full: 7_000, suite: 700, core: 200 },
  axe: { run: axe, full: 100, suite: 10, core: 1 },
};

const [what = 'suite', given] = process.argv.slice(2);
const all = ['core', 'suite'].includes(what);
if (!all && !RUNS[what]) {
  console.error(`Unknown: ${what}. One of core, suite, ${Object.keys(RUNS).join(', ')}.`);
  process.exit(2);
}
if (what === 'core') {
  process.env.LOTSEN_ENGINES ??= 'chromium';
}
await withChat(async (chat) => {
  for (const [name, counts] of Object.entries(RUNS)) {
    if (all || name === what) {
      await counts.run(chat, Number(given ?? counts[all ? what : 'full']));
    }
  }
});
