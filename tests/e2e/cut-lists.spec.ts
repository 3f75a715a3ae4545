// Clouds that split lists into pages without being asked to (Nova's max_limit, Neutron's pagination_max_limit).
import { expect, test } from "./support/test";
import { t } from "./support/words";

/** Page of the console, path of the list, key of its rows. */
const LISTS = [
  ["flavors", "compute/v2/{tenant}/flavors/detail", "flavors"],
  ["keypairs", "compute/v2/{tenant}/os-keypairs", "keypairs"],
  ["security-groups", "network/v2.0/security-groups", "security_groups"],
  ["floating-ips", "network/v2.0/floatingips", "floatingips"],
  ["networks", "network/v2.0/vpcsubnets", "vpcsubnets"],
] as const;

test.describe("Lists cut into pages", { tag: "@sim" }, () => {
  for (const [name, path, key] of LISTS) {
    test(`the first page of ${name} is not taken for all`, async ({ maru, cloud }) => {
      const all: unknown[] = (await cloud.client("GET", path))[key];
      expect(all.length).toBeGreaterThan(1);
      await cloud.fault({ method: "GET", path: path.split("/").at(-1), page_max: 1 });
      await maru.signInAs("demo", name);
      // A network without a subnet has a row of its own.
      await expect(async () => expect(await maru.rows.count()).toBeGreaterThanOrEqual(all.length)).toPass();
      const asked = (await cloud.received(0, { method: "GET" })).filter((one) => one.path.endsWith(path.split("/").at(-1)!));
      expect(asked.filter((one) => one.query.includes("marker=")).length).toBeGreaterThanOrEqual(all.length - 1);
    });
  }

  for (const [limit, rows] of [[2, 2], [200, 16]] as const) {
    test(`a limit of ${limit} in a search in the cloud says whether it cut the list`, async ({ maru, page }) => {
      await maru.signInAs("demo", `instances?by-limit=${limit}`);
      await expect(maru.rows).toHaveCount(rows);
      await expect(page.getByText(t("ask.limit_reached", { count: limit }))).toHaveCount(rows === limit ? 1 : 0);
    });
  }
});
