//! Reads and rewrites the imports and exports of a wasm module. Everything else is copied unchanged.

use crate::Done;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{ExportSectionReader, ImportSectionReader, Parser, Payload};

/// Names of imports and exports, in the module's order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Module and name.
    pub imports: Vec<(String, String)>,
    pub exports: Vec<String>,
}

/// Reads the names.
pub fn names(wasm: &[u8]) -> Done<Names> {
    let mut names = Names::default();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import?;
                    names.imports.push((import.module.to_owned(), import.name.to_owned()));
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    names.exports.push(export?.name.to_owned());
                }
            }
            _ => {}
        }
    }
    Ok(names)
}

/// Writes the module with other names: `import` gets module and name; an export for which `export` returns `None` is
/// removed.
pub fn renamed<'a>(
    wasm: &'a [u8],
    import: impl Fn(&str, &'a str) -> &'a str,
    export: impl Fn(&'a str) -> Option<&'a str>,
) -> Done<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                module.section(&imports(section, &import)?);
            }
            Payload::ExportSection(section) => {
                module.section(&exports(section, &export)?);
            }
            other => {
                if let Some(section) = as_it_is(wasm, &other)? {
                    module.section(&section);
                }
            }
        }
    }
    Ok(module.finish())
}

/// Writes the module without debug names.
pub fn without_names(wasm: &[u8]) -> Done<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let is_names = matches!(&payload, Payload::CustomSection(section) if section.name() == "name");
        if let Some(section) = as_it_is(wasm, &payload)?.filter(|_| !is_names) {
            module.section(&section);
        }
    }
    Ok(module.finish())
}

/// The section just read, for copying it unchanged; `None` for a part of a section.
pub fn as_it_is<'a>(wasm: &'a [u8], payload: &Payload<'_>) -> Done<Option<RawSection<'a>>> {
    let Some((id, range)) = payload.as_section() else { return Ok(None) };
    let data = wasm.get(usize::try_from(range.start)?..usize::try_from(range.end)?);
    Ok(Some(RawSection { id, data: data.ok_or("a section ends beyond the file")? }))
}

fn imports<'a>(section: ImportSectionReader<'a>, name: &impl Fn(&str, &'a str) -> &'a str) -> Done<ImportSection> {
    let mut made = ImportSection::new();
    for import in section.into_imports() {
        let import = import?;
        made.import(import.module, name(import.module, import.name), RoundtripReencoder.entity_type(import.ty)?);
    }
    Ok(made)
}

fn exports<'a>(section: ExportSectionReader<'a>, name: &impl Fn(&'a str) -> Option<&'a str>) -> Done<ExportSection> {
    let mut made = ExportSection::new();
    for export in section {
        let export = export?;
        if let Some(name) = name(export.name) {
            made.export(name, RoundtripReencoder.export_kind(export.kind)?, export.index);
        }
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, EntityType, ExportKind, Function, FunctionSection, NameMap, NameSection, Section as _, TypeSection,
    };

    fn module() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let (mut imports, mut functions) = (ImportSection::new(), FunctionSection::new());
        imports.import("glue", "long", EntityType::Function(0)).import("other", "long", EntityType::Function(0));
        functions.function(0);
        let mut exports = ExportSection::new();
        exports.export("used", ExportKind::Func, 2).export("dead", ExportKind::Func, 2);
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        body.instructions().call(0).end();
        code.function(&body);
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    #[test]
    fn renamed_and_left_out_and_else_the_same() {
        let new = renamed(
            &module(),
            |from, name| if from == "glue" { "a" } else { name },
            |name| (name != "dead").then_some(name),
        )
        .unwrap_or_default();
        let expect = Names {
            imports: vec![("glue".into(), "a".into()), ("other".into(), "long".into())],
            exports: vec!["used".into()],
        };
        assert_eq!(names(&new).unwrap_or_default(), expect);
        assert!(wasmparser::validate(&new).is_ok());
        let same = renamed(&module(), |_, name| name, Some).unwrap_or_default();
        assert_eq!(same, module());
    }

    #[test]
    fn names_for_people_go_and_nothing_else() {
        let mut functions = NameMap::new();
        functions.append(2, "maru::main");
        let mut section = NameSection::new();
        section.functions(&functions);
        let mut with = module();
        section.append_to(&mut with);
        assert_eq!(without_names(&with).unwrap_or_default(), module());
        assert_eq!(without_names(&module()).unwrap_or_default(), module());
    }
}
