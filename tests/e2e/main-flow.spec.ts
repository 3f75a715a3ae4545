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
  await maru.signIn();
  const first = new URL(page.url()).pathname;
  await maru.signIn("instances", target.second.fields);
  const project = (path: string) => path.split("/").slice(0, 4).join("/");
  const second = new URL(page.url()).pathname;
  expect(project(second)).not.toBe(project(first));
  const before = sent.count;
  await new MainFlow(page, maru, sent, target.second).run();
  // Nothing of it went to the first project, which is still open.
  const of = (path: string) => /\/@[^/]+\/[^/]+\/([0-9a-f]+)/.exec(path)?.[1] ?? "no project";
  expect(sent.since(before).filter((one) => one.includes(of(first)))).toEqual([]);
  await page.goto(first);
  await expect(maru.heading(maru.say("instances.title"))).toBeVisible();
  await expect(page).toHaveURL(new RegExp(of(first)));
});
