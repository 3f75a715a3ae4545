//! Puts the modules of the parts into few files. The splitter makes one module for each set of parts that share code, often of a
//! few functions only, and each would be a request. In a file, the further modules are custom sections of the first.

use crate::Done;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use wasm_encoder::{CustomSection, Section};

/// The part that is loaded before all others: a single file with everything that it needs, which is not repeated in their files.
const BEFORE: &str = "console";

/// Modules up to this size, in bytes, are repeated in the file of each part that needs them.
const SMALL: usize = 4096;

/// Loads the files. An attempt that failed is forgotten, so that the next one starts again; the page says so where the file is
/// wanted, and nothing is written to the console. A module that several files have is
/// started once.
const LOADER: &str = r#"import { initSync } from "./maru.js";

const files = {};
const modules = {};
const once = (known, name, start) =>
  (known[name] ??= start().catch((error) => {
    delete known[name];
    throw error;
  }));
const load = (url, names) =>
  once(files, names[0], async () => {
    const file = await WebAssembly.compileStreaming(fetch(url));
    const imports = { __wasm_split: initSync() };
    const code = (name) => (name === names[0] ? file : WebAssembly.Module.customSections(file, name)[0]);
    await Promise.all(names.map((name) => once(modules, name, () => WebAssembly.instantiate(code(name), imports))));
  });
const part = (...needed) => async (callback, data) => {
  const error = await Promise.all(needed.map((file) => file())).then(() => undefined, (error) => error);
  initSync().__indirect_function_table.get(callback)(data, !error);
};
"#;

/// Names, in order: of the files of each part, of the modules of each file.
type Names = BTreeMap<String, Vec<String>>;

/// Reads which modules each part needs, and their optimised code from `folder`. There, the files take the place of the modules.
/// Writes `loader`, and to `list` the files of each part.
pub fn gather(needed: &Path, folder: &Path, loader: &Path, list: &Path) -> Done {
    let needed = read(&std::fs::read_to_string(needed)?);
    let mut code = BTreeMap::new();
    for name in needed.values().flatten().collect::<BTreeSet<_>>() {
        let file = folder.join(format!("{name}.wasm"));
        code.insert(name.clone(), std::fs::read(&file)?);
        std::fs::remove_file(&file)?;
    }
    let (parts, files) = plan(&needed, |name| code.get(name).map_or(0, Vec::len));
    for (name, modules) in &files {
        std::fs::write(folder.join(format!("{name}.wasm")), joined(modules, &code)?)?;
    }
    std::fs::write(loader, script(&parts, &files))?;
    Ok(std::fs::write(list, write(&parts))?)
}

/// The files of each part, and the modules of each file.
fn plan(needed: &Names, size: impl Fn(&str) -> usize) -> (Names, Names) {
    let (mut parts, mut files) = (Names::new(), Names::new());
    let before = needed.get(BEFORE).cloned().unwrap_or_default();
    for (part, modules) in needed {
        let own = own_file(part);
        let repeated = |name: &str| name == own || part == BEFORE || size(name) <= SMALL;
        let (mut inside, outside): (Vec<_>, Vec<_>) = modules.iter().cloned().partition(|name| repeated(name));
        // The first one is the file itself.
        inside.sort_by_key(|name| *name != own);
        let mut names = Vec::new();
        for module in outside {
            let name = if before.contains(&module) { own_file(BEFORE) } else { module.clone() };
            if name == module {
                files.insert(name.clone(), vec![module]);
            }
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.push(own.clone());
        files.insert(own, inside);
        parts.insert(part.clone(), names);
    }
    (parts, files)
}

fn own_file(part: &str) -> String {
    format!("split_{part}")
}

/// The first module, with the others as custom sections.
fn joined(modules: &[String], code: &BTreeMap<String, Vec<u8>>) -> Done<Vec<u8>> {
    let mut file = Vec::new();
    for (place, name) in modules.iter().enumerate() {
        let bytes = code.get(name).ok_or_else(|| format!("there is no module {name}"))?;
        match place {
            0 => file.extend_from_slice(bytes),
            _ => CustomSection { name: name.into(), data: bytes.into() }.append_to(&mut file),
        }
    }
    Ok(file)
}

fn script(parts: &Names, files: &Names) -> String {
    let mut script = LOADER.to_owned();
    for (file, modules) in files {
        let names: Vec<String> = modules.iter().map(|name| format!("\"{name}\"")).collect();
        let names = names.join(", ");
        script += &format!("const {file} = () => load(new URL(\"./{file}.wasm\", import.meta.url), [{names}]);\n");
    }
    for (part, files) in parts {
        script += &format!("export const __wasm_split_load_{part} = part({});\n", files.join(", "));
    }
    script
}

/// A line for each key: `pages: chunk_1 split_pages`.
pub fn write(names: &Names) -> String {
    names.iter().map(|(name, values)| format!("{name}: {}\n", values.join(" "))).collect()
}

fn read(text: &str) -> Names {
    let lines = text.lines().filter_map(|line| line.split_once(": "));
    lines.map(|(name, values)| (name.to_owned(), values.split(' ').map(str::to_owned).collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::Module;
    use wasmparser::{Parser, Payload};

    const NEEDED: &str = "\
        console: all big_console small_console split_console\n\
        instance: all big_late small_late split_instance\n\
        pages: all big_console big_late small_console small_late split_pages\n";

    fn size(name: &str) -> usize {
        if name.starts_with("small") { SMALL } else { SMALL + 1 }
    }

    #[test]
    fn the_console_is_one_file_and_not_repeated() {
        let (parts, files) = plan(&read(NEEDED), size);
        let expect = "\
            console: split_console\n\
            instance: split_console big_late split_instance\n\
            pages: split_console big_late split_pages\n";
        assert_eq!(write(&parts), expect);
        let expect = "\
            big_late: big_late\n\
            split_console: split_console all big_console small_console\n\
            split_instance: split_instance small_late\n\
            split_pages: split_pages small_console small_late\n";
        assert_eq!(write(&files), expect);
    }

    #[test]
    fn each_part_finds_all_modules_it_needs() {
        let needed = read(NEEDED);
        let (parts, files) = plan(&needed, size);
        for (part, modules) in &needed {
            let there: Vec<&String> = parts[part].iter().flat_map(|file| &files[file]).collect();
            assert!(modules.iter().all(|module| there.contains(&module)), "{part}: {there:?}");
        }
    }

    #[test]
    fn the_loader_names_parts_and_files() {
        let (parts, files) = plan(&read(NEEDED), size);
        let script = script(&parts, &files);
        assert!(
            script.contains("export const __wasm_split_load_pages = part(split_console, big_late, split_pages);\n")
        );
        assert!(script.contains("new URL(\"./big_late.wasm\", import.meta.url), [\"big_late\"]"), "{script}");
    }

    #[test]
    fn a_file_is_its_first_module_with_the_others_inside() -> Done {
        let empty = Module::new().finish();
        let code: BTreeMap<_, _> = ["a", "b"].map(|name| (name.to_owned(), empty.clone())).into();
        let file = joined(&["a".to_owned(), "b".to_owned()], &code)?;
        assert!(wasmparser::validate(&file).is_ok());
        let mut inside = Vec::new();
        for payload in Parser::new(0).parse_all(&file) {
            if let Payload::CustomSection(section) = payload? {
                inside.push((section.name().to_owned(), section.data() == empty));
            }
        }
        assert_eq!(inside, [("b".to_owned(), true)]);
        assert!(joined(&["c".to_owned()], &code).is_err());
        Ok(())
    }
}
