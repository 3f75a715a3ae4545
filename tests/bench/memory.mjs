// The memory of the page.

/** Runs in the page before its own scripts: the memory of a wasm module cannot be read from outside. */
export function keepWasmMemory() {
  const real = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await real.apply(WebAssembly, given);
    // Parts that are loaded later use the memory of the first module.
    globalThis.wasmMemory ??= made.instance.exports.memory;
    return made;
  };
}

/** In bytes: the JavaScript heap after a collection, and the linear memory, which never shrinks, so this is its peak. */
export async function memory(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const heap = metrics.find((metric) => metric.name === "JSHeapUsedSize").value;
  const wasm = await page.evaluate(() => globalThis.wasmMemory.buffer.byteLength);
  return { heap, wasm };
}
