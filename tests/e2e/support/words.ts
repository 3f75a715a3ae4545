// The page's own texts, read from src/locales: a test names a text by its key, so that a change of wording touches no test.
//   t("create.title")                                    English
//   t("floating_ips.attached_done", { address, name })   with its placeholders filled
//   t("instances.count", { n: 3 })                       the form of a text that goes by number
//   ko("create.title")                                   Korean
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Values = Record<string, string | number>;
type Say = (key: string, values?: Values) => string;

export const t: Say = language("en");
export const ko: Say = language("ko");

/** The keys of all texts that begin like this. */
export const keys = (beginning: string): string[] => [...read("en").keys()].filter((key) => key.startsWith(beginning));

/** As `say`, for a text within a longer one: the words as a regular expression, in which an unfilled placeholder is anything. */
export function like(key: string, values: Values = {}, say: Say = t): RegExp {
  const escaped = say(key, values).replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(escaped.replace(/\{\w+\}/g, ".+"));
}

function language(tag: string): Say {
  const texts = read(tag);
  const plural = new Intl.PluralRules(tag);
  return (key, values = {}) => {
    const text = texts.get(key) ?? texts.get(`${key}.${plural.select(Number(values.n)) === "one" ? "one" : "other"}`);
    if (text === undefined) throw new Error(`src/locales has no text ${key} in ${tag}`);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}

/** `part.key` or `part.key.form` of every part, with its text in the language. */
function read(language: string): Map<string, string> {
  const texts = new Map<string, string>();
  const folder = join(import.meta.dirname, "../../../src/locales");
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".rs"))) {
    const source = readFileSync(join(folder, file), "utf8").replace(/^\s*\/\/.*$/gm, "");
    const part = file.replace(/\.rs$/, "");
    // `key: en "…", ko "…";` or `key(Plural): en { one: "…", other: "…" }, ko { … };`
    for (const [, key, columns] of source.matchAll(/(\w+)(?:\(\w+\))?:\s+(en (?:"(?:[^"\\]|\\.)*"|[^";])*);/g)) {
      let [tag, form, inside] = ["", "", false];
      for (const [, text, name, edge] of columns!.matchAll(/"((?:[^"\\]|\\.)*)"|(\w+)|([{}])/g)) {
        if (edge) [inside, form] = [edge === "{", ""];
        else if (name && inside) form = name;
        else if (name) tag = name;
        else if (tag === language) texts.set([part, key, form].filter(Boolean).join("."), JSON.parse(`"${text}"`) as string);
      }
    }
  }
  return texts;
}
