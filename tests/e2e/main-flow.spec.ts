// The main flow in English, on every cloud (rows S04–S08, S10–S18, S23–S25).
import { MainFlow } from "./support/main-flow";
import { expect, target, test } from "./support/test";

test("S04 S06–S08 S10–S13 S16–S18 S23–S25 the main flow", async ({ page, maru, sent, watch }) => {
  test.slow();
  watch.allowGoneServer();
  await maru.signIn();
  await new MainFlow(page, maru, sent).run();
});

test("the main flow in a second project, while the first one stays open", async ({ page, maru, sent, watch }) => {
  test.slow();
  watch.allowGoneServer();
  const project = () => /\/@[^/]+\/[^/]+\/([^/~]+)/.exec(new URL(page.url()).pathname)?.[1] ?? "no project";
  await maru.signIn();
  await expect(maru.heading(maru.say("instances.title"))).toBeVisible();
  const [first, name] = [project(), await maru.scope.locator(".scope-project").innerText()];
  await maru.signInToSecond();
  await expect.poll(project).not.toBe(first);
  const before = sent.count;
  await new MainFlow(page, maru, sent, target.second).run();
  // Nothing of it went to the first project, which is still open.
  expect(sent.since(before).filter((one) => one.includes(first))).toEqual([]);
  await maru.switchTo(name);
  await expect.poll(project).toBe(first);
  await maru.goTo("instances");
  await expect(maru.heading(maru.say("instances.title"))).toBeVisible();
});
