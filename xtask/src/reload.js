// Only in the page of `cargo xtask dev`: reloads when the stamp of the build changes.
const stamp = async () => {
  const answer = await fetch("reload.txt", { cache: "no-store" }).catch(() => null);
  return answer?.ok ? answer.text() : null;
};

const first = await stamp();
setInterval(async () => {
  const now = await stamp();
  if (now !== null && now !== first) location.reload();
}, 500);
