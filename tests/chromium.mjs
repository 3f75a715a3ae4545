// How the tests and the bench start Chromium: root in a container has no user namespaces for the sandbox, and nobody
// wants a test browser to phone home.
const root = process.getuid?.() === 0;

export const flags = [
  ...(root ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
