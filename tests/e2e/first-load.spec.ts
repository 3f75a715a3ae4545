// The size of a first visit, its security headers, and the messages if the page cannot start.
import { siteWithout } from "./support/site";
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("First load", { tag: "@sim" }, () => {
  test("asks for at most six files of its own before the list asks for data", async ({ maru, page }) => {
    await maru.signInAs("demo");
    const paths: string[] = [];
    page.on("request", (request) => paths.push(new URL(request.url()).pathname));
    await page.reload();
    await expect.poll(() => paths.findIndex((path) => path.startsWith("/proxy/"))).toBeGreaterThan(0);
    const asked = paths.slice(0, paths.findIndex((path) => path.startsWith("/proxy/")));
    // The list of the browser's sessions is not a file.
    const own = asked.filter((path) => path !== "/sessions");
    expect(asked.length - own.length, asked.join(" ")).toBeLessThanOrEqual(1);
    expect(own.length, own.join(" ")).toBeLessThanOrEqual(6);
  });

  test("is served under exactly this policy", async ({ request }) => {
    const headers = (await request.get("")).headers();
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'self'; " +
        "frame-ancestors 'none'",
    );
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
  });

  test("the policy holds: what is inline does not run", async ({ maru, page, watch }) => {
    watch.allow(/violates the following Content Security Policy/, /^CSP violation: (script-src-elem|style-src-attr)/);
    await maru.open();
    await maru.heading(t("shell.sign_in")).waitFor();
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.inlineRan = true";
      document.body.append(script);
      const box = document.createElement("div");
      box.setAttribute("style", "width: 7px");
      document.body.append(box);
      return { script: "inlineRan" in window, style: getComputedStyle(box).width === "7px" };
    });
    expect(ran).toEqual({ script: false, style: false });
  });

  test("a skeleton is painted before the app arrives", async ({ page }) => {
    let arrive = () => {};
    const arrived = new Promise<void>((done) => (arrive = done));
    await page.route("**/*.wasm", async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto("instances", { waitUntil: "commit" });
    await expect(page.locator("#boot-shell")).toBeVisible();
    arrive();
    await expect(page.locator("#boot-shell")).toHaveCount(0);
  });

  for (const [locale, title] of [
    ["en-US", "Maru could not start"],
    ["ko-KR", "Maru를 시작하지 못했습니다"],
  ]) {
    test.describe(locale, () => {
      test.use({ locale });

      test("without the wasm file a message says what to do", async ({ page, watch }) => {
        watch.allowStatus(404);
        // The bytes in place of the wasm do not match its hash, which the browser also reports.
        watch.allow(/Failed to find a valid digest in the 'integrity' attribute .*\.wasm/, /Fetch API cannot load .*\.wasm/);
        await siteWithout(/\.wasm(\.|$)/, async ({ url }) => {
          await page.goto(`${url}instances`);
          await expect(page.getByRole("heading", { name: title })).toBeVisible();
          await expect(page.getByRole("link", { name: /Reload|새로 고침/ })).toHaveAttribute("href", `${url}instances`);
        });
      });
    });
  }
});
