//! The names of functions in a wasm module, which are for people who debug it.

use crate::Done;
use wasm_encoder::{Module, RawSection};
use wasmparser::{Parser, Payload};

/// Writes the module without them.
pub fn without(wasm: &[u8]) -> Done<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let is_names = matches!(&payload, Payload::CustomSection(section) if section.name() == "name");
        // A part of a section is copied with its section.
        let Some((id, range)) = payload.as_section().filter(|_| !is_names) else { continue };
        let data = wasm.get(usize::try_from(range.start)?..usize::try_from(range.end)?);
        module.section(&RawSection { id, data: data.ok_or("a section ends beyond the file")? });
    }
    Ok(module.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, Function, FunctionSection, NameMap, NameSection, Section as _, TypeSection};

    fn module() -> Module {
        let mut module = Module::new();
        let (mut types, mut functions, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        types.ty().function([], []);
        functions.function(0);
        let mut body = Function::new([]);
        body.instructions().end();
        code.function(&body);
        module.section(&types).section(&functions).section(&code);
        module
    }

    #[test]
    fn names_go_and_nothing_else() {
        let plain = module().finish();
        let mut functions = NameMap::new();
        functions.append(0, "maru::main");
        let mut section = NameSection::new();
        section.functions(&functions);
        let mut with = plain.clone();
        section.append_to(&mut with);
        assert_eq!(without(&with).unwrap_or_default(), plain);
        assert_eq!(without(&plain).unwrap_or_default(), plain);
    }
}
