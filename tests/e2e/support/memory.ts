// The memory of the page's wasm module, to check that secrets are gone from it.
import type { Page } from "@playwright/test";

/** Called before the page is opened: keeps a reference to the memory of every module. */
export async function holdMemory(page: Page) {
  await page.addInitScript(() => {
    const held: WebAssembly.Memory[] = ((window as any).wasmMemory = []);
    const take = (instance: WebAssembly.Instance) => {
      const { memory } = instance.exports;
      if (memory instanceof WebAssembly.Memory && !held.includes(memory)) held.push(memory);
    };
    const { instantiate, instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (...args) => {
      const made = await instantiateStreaming(...args);
      take(made.instance);
      return made;
    };
    WebAssembly.instantiate = (async (...args: Parameters<typeof instantiate>) => {
      const made: any = await instantiate(...args);
      take(made.instance ?? made);
      return made;
    }) as typeof instantiate;
  });
}

/** How often a text occurs in the memory, as UTF-8. */
export function countInMemory(page: Page, text: string): Promise<number> {
  return page.evaluate((text) => {
    const wanted = new TextEncoder().encode(text);
    const memories: WebAssembly.Memory[] = (window as any).wasmMemory;
    if (memories.length === 0) throw new Error("no wasm memory was seen");
    let found = 0;
    for (const { buffer } of memories) {
      const bytes = new Uint8Array(buffer);
      for (let at = bytes.indexOf(wanted[0]); at >= 0; at = bytes.indexOf(wanted[0], at + 1)) {
        if (wanted.every((byte, index) => bytes[at + index] === byte)) found += 1;
      }
    }
    return found;
  }, text);
}
