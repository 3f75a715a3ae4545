// What the browser keeps of lists, as a test looks at it, and the switch for it.
import { expect, type Page } from "@playwright/test";
import type { Console } from "./console";
import { t } from "./words";

/** Opens the dialog of the account menu, in which the box is. */
export async function openBox(maru: Console) {
  const menu = await maru.accountMenu();
  await menu.getByRole("menuitem", { name: t("shell.keep_lists") }).click();
  return maru.page.getByLabel(t("offline.keep"));
}

/** Switches keeping on, and waits until a list is kept. */
export async function keepLists(maru: Console) {
  await (await openBox(maru)).check();
  await maru.page.keyboard.press("Escape");
  await expect.poll(() => keptHeads(maru.page)).not.toEqual([]);
}

/** All texts of a shelf of the database; empty where there is no database. */
async function texts(page: Page, shelf: string): Promise<string[]> {
  return page.evaluate(async (shelf) => {
    const found = (await indexedDB.databases()).filter(({ name }) => name?.startsWith("maru"));
    const all = found.map(
      ({ name }) =>
        new Promise<string[]>((done, failed) => {
          const opening = indexedDB.open(name!);
          opening.onerror = () => failed(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const asked = database.transaction(shelf).objectStore(shelf).getAll();
            asked.onerror = () => failed(asked.error);
            asked.onsuccess = () => done(asked.result);
            database.close();
          };
        }),
    );
    return (await Promise.all(all)).flat();
  }, shelf);
}

export const keptHeads = (page: Page) => texts(page, "list-heads");
export const keptTexts = (page: Page) => texts(page, "lists");
export const keptRuns = (page: Page) => texts(page, "runs");

/** Puts other texts in the place of what is kept: of each text what `change` makes of it. */
export async function changeKept(page: Page, shelf: "lists" | "list-heads", find: string, put: string) {
  await page.evaluate(
    ([shelf, find, put]) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open("maru");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(shelf, "readwrite");
          transaction.oncomplete = () => done();
          transaction.onabort = () => failed(transaction.error);
          const cursor = transaction.objectStore(shelf).openCursor();
          cursor.onsuccess = () => {
            const at = cursor.result;
            if (!at) return;
            at.update(at.value.replace(new RegExp(find), put));
            at.continue();
          };
          database.close();
        };
      }),
    [shelf, find, put],
  );
}
