// Starts the app. A classic script in the head, so that theme and language are set before the first paint; an external
// one, so that the CSP needs neither a nonce nor a hash. Trunk.toml fills in the wasm's name; in a release the app's
// script is in the same file (xtask/src/ship.rs).
(() => {
  const { wasm, integrity } = document.currentScript.dataset;
  const root = document.documentElement;

  // The keys of src/browser/storage.rs; absent: as the system. Storage may be forbidden.
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = kept("maru.theme");
  if (theme) root.dataset.theme = theme;
  const density = kept("maru.density");
  if (density) root.dataset.density = density;
  const korean = navigator.languages?.[0]?.toLowerCase().startsWith("ko");
  root.lang = kept("maru.language") ?? (korean ? "ko" : "en");

  const fail = (why, error) => {
    document.getElementById("boot-shell")?.remove();
    const block = document.getElementById("boot-error");
    for (const text of block.querySelectorAll("div[lang]")) text.hidden = text.lang !== root.lang;
    for (const text of block.querySelectorAll("[data-why]")) text.hidden = text.dataset.why !== why;
    for (const link of block.querySelectorAll("a")) link.href = location.href;
    document.getElementById("boot-reason").textContent = String(error);
    block.hidden = false;
  };

  // The page has been parsed by now, so the elements for a failure exist.
  document.addEventListener("DOMContentLoaded", async () => {
    if (typeof WebAssembly !== "object" || !WebAssembly.instantiateStreaming) {
      return fail("browser", "WebAssembly.instantiateStreaming");
    }
    try {
      // The same request as the preload's, so that the file is loaded once; its integrity is checked only here.
      const module = fetch(new URL(wasm, document.baseURI), { integrity: integrity ?? "", credentials: "same-origin" });
      const glue = await import("./maru.js");
      await glue.default({ module_or_path: module });
      document.getElementById("boot-shell")?.remove();
    } catch (error) {
      fail(error instanceof WebAssembly.RuntimeError ? "crash" : "load", error);
    }
  });
})();
