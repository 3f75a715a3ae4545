// The main flow in English, on every cloud (rows S04–S08, S10–S18, S23–S25).
import { MainFlow } from "./support/main-flow";
import { test } from "./support/test";

test("S04 S06–S08 S10–S13 S16–S18 S23–S25 the main flow", async ({ page, maru, sent, watch }) => {
  test.slow();
  watch.allowGoneServer();
  await maru.signIn();
  await new MainFlow(page, maru, sent).run();
});
