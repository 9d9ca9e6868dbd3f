/**
 * Runs in the page before anything else: its clock goes as always, and `jump(ms)` makes time pass at once; every timer that
 * would have come due meanwhile comes due in order. For both browsers alike.
 */
export function clock() {
  const start = globalThis.setTimeout.bind(globalThis);
  const stop = globalThis.clearTimeout.bind(globalThis);
  const realNow = Date.now;
  const timers = new Map();
  let ahead = 0;
  let last = 1_000_000;
  const now = () => realNow() + ahead;
  const arm = (id) => {
    const timer = timers.get(id);
    stop(timer.real);
    timer.real = start(() => fire(id), Math.max(0, timer.due - now()));
  };
  const fire = (id) => {
    const timer = timers.get(id);
    if (!timer) {
      return;
    }
    if (timer.every === null) {
      timers.delete(id);
    } else {
      timer.due = Math.max(timer.due + timer.every, now() - timer.every);
      arm(id);
    }
    timer.work(...timer.values);
  };
  const add = (work, ms, every, values) => {
    const id = last += 1;
    timers.set(id, { work, due: now() + ms, every, values, real: 0 });
    arm(id);
    return id;
  };
  const remove = (id) => {
    if (timers.has(id)) {
      stop(timers.get(id).real);
      timers.delete(id);
    } else {
      stop(id);
    }
  };
  globalThis.setTimeout = (work, ms = 0, ...values) => add(work, ms, null, values);
  globalThis.setInterval = (work, ms = 0, ...values) => add(work, ms, Math.max(1, ms), values);
  globalThis.clearTimeout = remove;
  globalThis.clearInterval = remove;
  Date.now = now;
  globalThis.jump = (ms) => {
    ahead += ms;
    const due = [...timers].filter(([, timer]) => timer.due <= now()).sort(([, one], [, other]) => one.due - other.due);
    due.forEach(([id]) => { stop(timers.get(id)?.real); fire(id); });
    [...timers.keys()].forEach(arm);
  };
}
