// The main flow again in Korean.
import { MainFlow } from "./support/main-flow";
import { expect, test } from "./support/test";

test.use({ locale: "ko-KR" });

test("S04 S06–S08 S10–S13 S16–S18 S23–S25 the main flow in Korean", async ({ page, maru, sent, watch }) => {
  test.slow();
  watch.allowGoneServer();
  await maru.signIn();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await new MainFlow(page, maru, sent).run();
});
