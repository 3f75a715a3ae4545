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

/** As `say`, for a text within a longer one: the words as a regular expression, in which an unfilled placeholder is anything. */
export function like(key: string, values: Values = {}, say: Say = t): RegExp {
  const escaped = say(key, values).replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(escaped.replace(/\{\w+\}/g, ".+"));
}

function language(tag: string): Say {
  const texts = read(join(import.meta.dirname, "../../../src/locales", tag));
  const plural = new Intl.PluralRules(tag);
  return (key, values = {}) => {
    const text = texts.get(key) ?? texts.get(`${key}.${plural.select(Number(values.n)) === "one" ? "one" : "other"}`);
    if (text === undefined) throw new Error(`src/locales/${tag} has no text ${key}`);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}

/** `part.key` or `part.key.form` of every file of a language, with its text. */
function read(folder: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name !== "mod.rs")) {
    const inside: string[] = [];
    let key = "";
    // A text, the name before a colon, or the edge of a struct; anything else is type names and commas.
    const source = readFileSync(join(folder, file), "utf8").replace(/^\s*\/\/.*$/gm, "");
    for (const [token, text, name] of source.matchAll(/"((?:[^"\\]|\\.)*)"|(\w+):(?!:)|[{}]/g)) {
      if (name) key = name;
      else if (token === "{") inside.push(key);
      else if (token === "}") inside.pop();
      else texts.set([file.replace(/\.rs$/, ""), ...inside.slice(1), key].join("."), JSON.parse(`"${text}"`) as string);
    }
  }
  return texts;
}
