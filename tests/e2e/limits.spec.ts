// The longest texts of every form except the create form: each at its limit and one past it (docs/limits.md).
import type { Locator, Page } from "@playwright/test";
import type { Console } from "./support/console";
import { CreateForm, NEW } from "./support/create-form";
import { expect, test } from "./support/test";
import { like, t } from "./support/words";

/** Counted in characters, not in bytes. */
const TEXT = { fits: "가".repeat(255), past: "가".repeat(256) };
const OF_WINDOWS = { fits: "w".repeat(15), past: "w".repeat(16) };
const PAIR = `${"k".repeat(255)}=${"값".repeat(255)}`;
const PUBLIC_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl someone@laptop";

interface Edge {
  field: string;
  fits: string;
  past: string;
  words: RegExp;
}

/** A form, what is too long in it, and what is sent when everything is at its limit. */
interface Limited {
  title: string;
  at: string;
  /** Opens it with all other fields filled in. */
  open(maru: Console, page: Page): Promise<void>;
  edges: Edge[];
  send: string;
  request: [method: string, path: RegExp, body: object];
}

/** The forms have their own texts for it. */
const text = (field: string, words: RegExp): Edge => ({ field, ...TEXT, words });

const LONG_VOLUME = like("volumes.bad_long", { max: 255 });
const LONG_GROUP = like("security_groups.too_long", { max: 255 });

const fromMenu = (row: string, action: string) => (maru: Console) => maru.rowAction(row, action);

const FORMS: Limited[] = [
  {
    title: "S17 the new name of an instance",
    at: "instances",
    open: fromMenu("web-prod-01", t("actions.rename.menu")),
    edges: [text(t("questions.new_name"), like("questions.name_long", { max: 255, is: 256 }))],
    send: t("questions.save"),
    request: ["PUT", /\/servers\/[0-9a-f-]{36}$/, { server: { name: TEXT.fits } }],
  },
  {
    title: "S14 S17 the new name of a Windows instance",
    at: "instances",
    open: fromMenu("win-ad-01", t("actions.rename.menu")),
    edges: [{ field: t("questions.new_name"), ...OF_WINDOWS, words: like("questions.name_long", { max: 15, is: 16 }) }],
    send: t("questions.save"),
    request: ["PUT", /\/servers\/[0-9a-f-]{36}$/, { server: { name: OF_WINDOWS.fits } }],
  },
  {
    title: "S27 name and metadata of an image of an instance",
    at: "instances",
    open: fromMenu("staging-api", t("actions.create_image.menu")),
    edges: [
      text(t("questions.image_name"), like("questions.name_long", { max: 255, is: 256 })),
      { field: t("questions.image_metadata"), fits: PAIR, past: `k${PAIR}`, words: like("questions.image_line", { n: 1, max: 255 }) },
      { field: t("questions.image_metadata"), fits: PAIR, past: `${PAIR}값`, words: like("questions.image_line", { n: 1, max: 255 }) },
    ],
    send: t("questions.image"),
    request: ["POST", /\/action$/, { createImage: { name: TEXT.fits, metadata: { ["k".repeat(255)]: "값".repeat(255) } } }],
  },
  {
    title: "S07 the name of a key pair",
    at: "keypairs",
    open: async (maru) => {
      await maru.button(t("keypairs.register")).click();
      await maru.dialog().getByLabel(t("keypairs.public_key"), { exact: true }).fill(PUBLIC_KEY);
    },
    edges: [text(t("common.name"), like("keypairs.name_too_long", { max: 255, is: 256 }))],
    send: t("keypairs.register"),
    request: ["POST", /\/os-keypairs$/, { keypair: { name: TEXT.fits, public_key: PUBLIC_KEY } }],
  },
  {
    title: "N06 name and description of a volume",
    at: "volumes",
    open: async (maru) => {
      await maru.button(t("volumes.create")).click();
      await maru.dialog().getByLabel(t("volumes.size")).fill("1");
    },
    edges: [text(t("common.name"), LONG_VOLUME), text(t("volumes.description"), LONG_VOLUME)],
    send: t("volumes.create"),
    request: ["POST", /\/volumes$/, { volume: { name: TEXT.fits, description: TEXT.fits } }],
  },
  {
    title: "N06 name and description of a snapshot",
    at: "volumes",
    open: fromMenu("backup-2026", t("volumes.snapshot_ask")),
    edges: [text(t("common.name"), LONG_VOLUME), text(t("volumes.description"), LONG_VOLUME)],
    send: t("volumes.snapshot_create"),
    request: ["POST", /\/snapshots$/, { snapshot: { name: TEXT.fits, description: TEXT.fits } }],
  },
  {
    title: "N07 the name of an image of a volume",
    at: "volumes",
    open: fromMenu("backup-2026", t("volumes.image_ask")),
    edges: [text(t("volumes.image_name"), LONG_VOLUME)],
    send: t("volumes.image_create"),
    request: ["POST", /\/action$/, { "os-volume_upload_image": { image_name: TEXT.fits } }],
  },
  {
    title: "N05 name and description of a security group",
    at: "security-groups",
    open: (maru) => maru.button(t("security_groups.create")).click(),
    edges: [text(t("common.name"), LONG_GROUP), text(t("security_groups.description"), LONG_GROUP)],
    send: t("security_groups.create"),
    request: ["POST", /\/security-groups$/, { security_group: { name: TEXT.fits, description: TEXT.fits } }],
  },
  {
    title: "N05 the note of a rule",
    at: "security-groups",
    open: async (maru) => {
      await maru.row("web").getByRole("link", { name: "web", exact: true }).click();
      await maru.button(t("security_groups.add_rule")).click();
      await maru.button(t("security_groups.preset_rdp")).click();
      await maru.dialog().getByLabel(t("security_groups.range")).fill("198.51.100.0/24");
    },
    edges: [text(t("security_groups.note"), LONG_GROUP)],
    send: t("security_groups.add_rule"),
    request: ["POST", /\/security-group-rules$/, { security_group_rule: { description: TEXT.fits } }],
  },
  {
    title: "N08 the name of a policy made in the create form",
    at: NEW,
    open: async (maru, page) => {
      await new CreateForm(page, maru).open(t("create_more.placement"));
      await maru.button(t("create_more.policy_new")).click();
    },
    edges: [text(t("create_more.policy_name"), like("policies.name_too_long", { max: 255, is: 256 }))],
    send: t("create_more.policy_make"),
    request: ["POST", /\/os-server-groups$/, { server_group: { name: TEXT.fits } }],
  },
];

test.describe("Limits", { tag: "@sim" }, () => {
  for (const { title, at, open, edges, send, request: [method, path, body] } of FORMS) {
    test(`${title}: at the edge it is sent, one past it is not`, async ({ maru, page, sent }) => {
      await maru.signInAs("demo", at);
      await open(maru, page);
      const form = new CreateForm(page, maru);
      const dialog = at === NEW ? page.getByRole("main") : maru.dialog();
      const button: Locator = dialog.getByRole("button", { name: new RegExp(`^${send}`) });
      const before = sent.count;
      for (const edge of edges) await dialog.getByLabel(edge.field, { exact: true }).fill(edge.past);
      // Some buttons are disabled with a reason, others focus the field.
      await button.click({ force: true });
      await expect(dialog.getByLabel(edges[0].field, { exact: true })).toHaveAttribute("aria-invalid", "true");
      await sent.settled();
      expect(sent.since(before).filter((line) => line.startsWith(`${method} `))).toEqual([]);
      for (const edge of edges) await form.expectEdge(edge.field, edge, dialog);
      await button.click();
      const request = await sent.expect(method, path);
      expect(request.postDataJSON()).toMatchObject(body);
      expect((await request.response())?.ok()).toBe(true);
    });
  }
});
