// Runs in the page after Playwright's clock, whose timer ids exceed 32 bits and do not fit into wasm's integers, so that
// clearing a timer would miss it. Here ids count from 1, as in browsers.
export function smallTimerIds() {
  const given = new Map();
  let last = 0;
  for (const [set, clear] of [
    ["setTimeout", "clearTimeout"],
    ["setInterval", "clearInterval"],
    ["requestAnimationFrame", "cancelAnimationFrame"],
  ]) {
    const [realSet, realClear] = [window[set], window[clear]];
    window[set] = (...args) => {
      last += 1;
      given.set(last, realSet.apply(window, args));
      return last;
    };
    window[clear] = (id) => {
      if (given.has(id)) realClear.call(window, given.get(id));
      given.delete(id);
    };
  }
}
