// The parts of an answer that must be the same everywhere: its status, the headers that clients need, and which keys have
// which kind of value.

/** Headers that the console or another client reads. */
const HEADERS = ["location", "retry-after", "x-subject-token", "x-compute-request-id", "x-openstack-request-id"];

/** Below these, keys are data and not part of the format. */
const DATA = /(\.metadata|\.addresses|\.extra_specs|\.properties)$/;

/** Every path of an answer with the kind of its value, as a set of lines. */
export function shape({ status, headers, body }) {
  const places = new Set([`status ${status}`]);
  for (const name of HEADERS) if (headers.has(name)) places.add(`header ${name}`);
  walk(body, "", places);
  return places;
}

function walk(value, at, places) {
  if (Array.isArray(value)) {
    places.add(`${at}[]`);
    for (const item of value) walk(item, `${at}[]`, places);
  } else if (value !== null && typeof value === "object") {
    if (Object.keys(value).length === 0) places.add(`${at}: {}`);
    for (const [key, inner] of Object.entries(value)) walk(inner, `${at}.${DATA.test(at) ? "*" : key}`, places);
  } else if (value !== undefined) {
    places.add(`${at}: ${value === null ? "null" : typeof value}`);
  }
}

/** `-` only the real cloud has it, `+` only the simulated one. */
export function differences(real, simulated) {
  const found = [];
  for (const place of real) if (!simulated.has(place)) found.push(`-${place}`);
  for (const place of simulated) if (!real.has(place)) found.push(`+${place}`);
  return found;
}

/**
 * The states of a server. Polling may miss a state; but those seen must be in the simulator's order and end with its last.
 */
export function sequenceProblem(real, simulated) {
  let next = 0;
  for (const state of simulated) if (state === real[next]) next += 1;
  if (next < real.length) return `${real[next]} does not come there`;
  return real.at(-1) === simulated.at(-1) ? undefined : `ends with ${real.at(-1)}, not ${simulated.at(-1)}`;
}
