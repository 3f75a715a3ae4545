// The measurements as Markdown.

/** The part of docs/performance.md between its markers. */
export function report({ when, chromium, machine, sizes, everywhere, bulk }) {
  const date = when.toISOString().slice(0, 10);
  return [
    `Measured on ${date} in headless Chromium ${chromium} on ${machine}.`,
    table(["instances", ...sizes.map(({ size }) => count(size)), "most : least"], rows(sizes)),
    `${count(everywhere.projects * everywhere.each)} instances in one project, and in ${everywhere.projects} projects in one table (All projects):`,
    table(["", "one project", "all projects", "all : one"], inAll(everywhere)),
    `A run that stops ${count(bulk.items)} of ${count(sizes.at(-1).size)} instances, ten at once, with its panel open above the table:`,
    table(["", "during the run"], during(bulk)),
    "Seconds until the page shows what another client changed, while a person is at work and while nobody is:",
    table(["changed", ...sizes.flatMap(({ size }) => [`${count(size)}, at work`, "idle"])], changed(sizes)),
    "A first visit, up to the sign-in, as it came over the wire:",
    table(["file", "bytes", "encoding"], files(sizes[0].files)),
  ].join("\n\n");
}

function rows(sizes) {
  const row = (name, read, write) => {
    const values = sizes.map(read);
    return [name, ...values.map(write), ratio(values)];
  };
  return [
    row("navigation to the first rows", ({ opening }) => opening.rows, ms),
    row("navigation to all rows", ({ opening }) => opening.all, ms),
    row("one filter keystroke, scripting", ({ typed }) => typed.script, ms),
    row("… the slowest of them", ({ typed }) => typed.worst, ms),
    row("… style and layout", ({ typed }) => typed.layout, ms),
    row("one keystroke with five fields, scripting", ({ queried }) => queried.script, ms),
    row("… the slowest of them", ({ queried }) => queried.worst, ms),
    row("one sort, scripting", ({ sorted }) => sorted.script, ms),
    row("… the slowest of them", ({ sorted }) => sorted.worst, ms),
    row("… style and layout", ({ sorted }) => sorted.layout, ms),
    row("select all, or none, scripting", ({ selected }) => selected.script, ms),
    row("… the slowest of them", ({ selected }) => selected.worst, ms),
    row("grouping, scripting", ({ grouped }) => grouped.script, ms),
    row("… the slowest of them", ({ grouped }) => grouped.worst, ms),
    row("export as CSV, scripting", ({ exported }) => exported.script, ms),
    row("JS heap", ({ memory }) => memory.heap, mib),
    row("wasm memory", ({ memory }) => memory.wasm, mib),
    row("idle: requests a minute", ({ idle }) => idle.requests, (value) => value.toFixed(2)),
    row("idle: bytes a minute", ({ idle }) => idle.bytes, (value) => count(Math.round(value))),
  ];
}

function inAll({ one, all }) {
  const row = (name, read, write) => [name, write(read(one)), write(read(all)), ratio([read(one), read(all)])];
  return [
    row("one filter keystroke, scripting", ({ typed }) => typed.script, ms),
    row("… the slowest of them", ({ typed }) => typed.worst, ms),
    row("one sort, scripting", ({ sorted }) => sorted.script, ms),
    row("… the slowest of them", ({ sorted }) => sorted.worst, ms),
    row("JS heap and wasm memory", ({ memory }) => memory.heap + memory.wasm, mib),
  ];
}

function during({ items, took, frames, requests, before, after }) {
  const each = (value) => `${(value / items).toFixed(2)} for each instance`;
  return [
    ["from the confirmation to the end", `${(took / 1000).toFixed(1)} s`],
    ["frames later than 50 ms", `${frames.late} of ${count(frames.all)}`],
    ["… the latest of them", ms(frames.most)],
    ["actions sent", `${count(requests.actions)}, ${each(requests.actions)}`],
    ["reads meanwhile", `${count(requests.reads)}, ${each(requests.reads)}`],
    ["… their bytes", count(requests.bytes)],
    ["JS heap, afterwards : before", ratio([before.heap, after.heap])],
    ["wasm memory, afterwards : before", ratio([before.wasm, after.wasm])],
  ];
}

function changed(sizes) {
  const ways = sizes.flatMap(({ changed }) => [changed["at work"], changed.idle]);
  return ways[0].map(([what], at) => [what, ...ways.map((took) => String(took[at][1]))]);
}

function files(list) {
  const sum = list.reduce((sum, file) => sum + file.bytes, 0);
  const all = [`**all, in ${list.length} requests**`, `**${count(sum)}**`, ""];
  return [...list.map((file) => [file.name, count(file.bytes), file.coding]), all];
}

function table(head, body) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = line(head.map((_, at) => (at === 0 ? "---" : "---:")));
  return [line(head), rule, ...body.map(line)].join("\n");
}

const count = (value) => value.toLocaleString("en-US");
const mib = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
const ms = (value) => `${value < 100 ? value.toFixed(1) : count(Math.round(value))} ms`;

function ratio(values) {
  const [first, last] = [values[0], values.at(-1)];
  return first > 0 ? `${(last / first).toFixed(1)}×` : "";
}
