// Hostile names in every list: whatever they contain is shown as text.
import { expect, test } from "./support/test";

const NAMES: Record<string, string> = {
  markup: `<img src=x onerror=alert(1)>"'&lt;</td><script>alert(2)</script>`,
  "from right to left": "\u202Elive\u2066 \u05D0\u0628\u200F-01",
  "255 letters of four bytes": "\u{10348}".repeat(255),
  "control characters": "a\u0007\u001B[31mb\u009Fc\u0000d",
  "a template": "{{7*7}}${7*7}%s%n",
};

type Row = (id: string, name: string) => object;

/** A list: the page's address, the request, and a row as the cloud sends it. */
const LISTS: [page: string, service: string, path: string, root: string, row: Row][] = [
  ["instances", "compute", "/servers/detail", "servers", (id, name) => ({ id, name, status: "ACTIVE", key_name: name })],
  ["flavors", "compute", "/flavors/detail", "flavors", (id, name) => ({ id, name, vcpus: 1, ram: 1024, disk: 20 })],
  [
    "zones",
    "compute",
    "/os-availability-zone",
    "availabilityZoneInfo",
    (_, zoneName) => ({ zoneName, zoneState: { available: true } }),
  ],
  ["keypairs", "compute", "/os-keypairs", "keypairs", (_, name) => ({ keypair: { name, fingerprint: name } })],
  ["policies", "compute", "/os-server-groups", "server_groups", (id, name) => ({ id, name, policies: ["anti-affinity"] })],
  ["images", "image", "/images", "images", (id, name) => ({ id, name, status: "active", visibility: "private" })],
  ["volumes", "volume", "/volumes/detail", "volumes", (id, name) => ({ id, name, status: "available", size: 1 })],
  [
    "volumes?tab=snapshots",
    "volume",
    "/snapshots/detail",
    "snapshots",
    (id, name) => ({ id, name, status: "available", size: 1, volume_id: "v" }),
  ],
  ["networks", "network", "/vpcs", "vpcs", (id, name) => ({ id, name, state: "available", cidrv4: "10.0.0.0/16" })],
  ["security-groups", "network", "/security-groups", "security_groups", (id, name) => ({ id, name, description: name })],
  [
    "floating-ips",
    "network",
    "/floatingips",
    "floatingips",
    (id, floating_ip_address) => ({ id, floating_ip_address, status: "DOWN" }),
  ],
];

test.describe("Hostile names stay text", { tag: "@sim" }, () => {
  for (const [address, service, path, root, row] of LISTS) {
    test(`hostile names stay text: ${address}`, async ({ maru, page, cloud }) => {
      let asked = "";
      page.on("dialog", (dialog) => {
        asked = dialog.message();
        void dialog.dismiss();
      });
      const rows = Object.values(NAMES).map((name, number) => row(`id-${number}`, name));
      await cloud.fault({ service, method: "GET", path, status: 200, body: { [root]: rows } });
      await maru.signInAs("demo", address);
      for (const [what, name] of Object.entries(NAMES)) {
        const shown = async () => ((await page.getByRole("main").textContent()) ?? "").includes(name);
        await expect.poll(shown, { message: what }).toBe(true);
      }
      expect(await page.getByRole("main").locator("img, script, iframe").count()).toBe(0);
      expect(asked).toBe("");
      // None of them makes the page wider than the window.
      const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(wider)).toBeLessThanOrEqual(0);
    });
  }
});
