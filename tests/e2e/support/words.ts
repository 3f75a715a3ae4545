// The page's own texts, read from src/locales: a test names a text by its key, so that a change of wording touches no test.
// `cargo xtask tidy` checks that every key is there and that no test spells a text out.
//   t("create.title")                                    English
//   t("floating_ips.attached_done", { address, name })   with its placeholders filled, every one
//   t("instances.count", { n: 3 })                       the form of a text that goes by number
//   ko("create.title")                                   Korean
//   like("volumes.create_begun")                         as a pattern, in which a placeholder without a value is anything
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** By placeholder. Numbers are formatted in the language. */
type Values = Record<string, string | number>;
/** A value may be a pattern. */
type Patterns = Record<string, string | number | RegExp>;

export interface Say {
  (key: string, values?: Values): string;
  /** The source of a regular expression; for a text with plural forms and no `n`, any of them. */
  pattern(key: string, values?: Patterns): string;
}

export const t = language("en");
export const ko = language("ko");

/** The keys of all texts that begin like this. */
export const keys = (beginning: string): string[] => [...read("en").keys()].filter((key) => key.startsWith(beginning));

/** A text within a longer one. */
export const like = (key: string, values?: Patterns, say: Say = t) => new RegExp(say.pattern(key, values));

/** A text at the beginning of a longer one: a menu entry may continue with the reason why it is disabled. */
export const starts = (key: string, values?: Patterns, say: Say = t) => new RegExp(`^${say.pattern(key, values)}`);

/** Exactly a text, with any values for its placeholders. */
export const whole = (key: string, values?: Patterns, say: Say = t) => new RegExp(`^${say.pattern(key, values)}$`);

/** One of several texts, within a longer one. */
export const either = (...keys: string[]) => new RegExp(keys.map((key) => t.pattern(key)).join("|"));

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function language(tag: string): Say {
  const texts = read(tag);
  const plural = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  /** The text; for plural forms the one for `n`, or all without it. */
  const forms = (key: string, n?: string | number) => {
    const names = n === undefined ? ["one", "other"] : [plural.select(Number(n)) === "one" ? "one" : "other"];
    const found = [key, ...names.map((form) => `${key}.${form}`)].map((name) => texts.get(name));
    const known = found.filter((text) => text !== undefined);
    if (known.length === 0) throw new Error(`src/locales has no text ${key} in ${tag}`);
    return known;
  };
  const write = (value: string | number) => (typeof value === "number" ? numbers.format(value) : value);
  const say = (key: string, values: Values = {}) => {
    const [text, more] = forms(key, values.n);
    if (more !== undefined) throw new Error(`${key} goes by number: n is missing`);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (values[name] === undefined) throw new Error(`${key}: {${name}} has no value`);
      return write(values[name]);
    });
  };
  const source = (value: string | number | RegExp = /.+/) => (value instanceof RegExp ? `(?:${value.source})` : escape(write(value)));
  const pattern = (key: string, values: Patterns = {}) => {
    // Every second piece is the name of a placeholder.
    const filled = (piece: string, at: number) => (at % 2 === 0 ? escape(piece) : source(values[piece]));
    const n = values.n instanceof RegExp ? undefined : values.n;
    const sources = forms(key, n).map((text) => text.split(/\{(\w+)\}/).map(filled).join(""));
    return sources.length === 1 ? sources[0] : `(?:${sources.join("|")})`;
  };
  return Object.assign(say, { pattern });
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
