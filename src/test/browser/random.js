/** Numbers from a seed, the same on every machine (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit) => Math.floor(next() * limit);
  return {
    below,
    /** From `low` to `high`, both included. */
    between: (low, high) => low + below(high - low + 1),
    chance: (share) => next() < share,
    pick: (all) => all[below(all.length)],
  };
}

/** The seed of a run; LOTSEN_SEED repeats one. */
export const SEED = Number(process.env.LOTSEN_SEED ?? 20261129);
