//! Sorts functions so that similar ones are adjacent, which compresses better.

use crate::Done;
use crate::module::as_it_is;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::Path;
use wasm_encoder::{Module, NameMap, NameSection};
use wasmparser::{Parser, Payload, TypeRef};

/// Bytes of a snippet, about two instructions. With fewer all functions look alike, with more none do.
const SNIPPET: usize = 5;

/// A snippet in more functions than this is not significant.
const COMMON: usize = 1000;

/// Added to a function's size, so that two tiny ones do not count as similar because of one snippet.
const TINY: usize = 20;

/// Names the functions of each module in the desired order, for `wasm-opt --reorder-functions-by-name`, which then
/// renumbers all calls.
pub fn name_all(modules: &[&str]) -> Done {
    for path in modules.iter().map(Path::new) {
        std::fs::write(path, named(&std::fs::read(path)?)?)?;
    }
    Ok(())
}

/// The module with function names that sort in the desired order.
fn named(wasm: &[u8]) -> Done<Vec<u8>> {
    let (mut module, mut imported, mut bodies) = (Module::new(), 0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let raw = as_it_is(wasm, &payload)?;
        match payload {
            Payload::CustomSection(section) if section.name() == "name" => continue,
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            _ => {}
        }
        if let Some(section) = raw {
            module.section(&section);
        }
    }
    let mut places: Vec<(usize, usize)> = by_likeness(&bodies).into_iter().zip(0..).collect();
    places.sort_unstable();
    let mut names = NameMap::new();
    for (function, place) in places {
        names.append(imported + u32::try_from(function)?, &format!("{place:08}"));
    }
    let mut section = NameSection::new();
    section.functions(&names);
    module.section(&section);
    Ok(module.finish())
}

/// All functions, each followed by the most similar one. Deterministic, because files are named by their content.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let snippets = snippets(bodies);
    let mut users: HashMap<u32, Vec<usize>> = HashMap::new();
    for (function, all) in snippets.iter().enumerate() {
        all.iter().for_each(|snippet| users.entry(*snippet).or_default().push(function));
    }
    users.retain(|_, users| users.len() <= COMMON);
    let mut left = vec![true; bodies.len()];
    let mut order = Vec::with_capacity(bodies.len());
    let mut next = left.first().map(|_| 0);
    while let Some(function) = next {
        order.push(function);
        left[function] = false;
        let mut shared = vec![0; bodies.len()];
        for other in snippets[function].iter().filter_map(|snippet| users.get(snippet)).flatten() {
            shared[*other] += 1;
        }
        let likeness = |other: usize| (shared[other] << 16) / (snippets[other].len() + TINY);
        next = (0..bodies.len()).filter(|other| left[*other]).max_by_key(|other| (likeness(*other), Reverse(*other)));
    }
    order
}

/// The distinct snippets of each function, as numbers.
fn snippets(bodies: &[&[u8]]) -> Vec<Vec<u32>> {
    let mut numbers: HashMap<&[u8], u32> = HashMap::new();
    let mut number = |snippet| {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        *numbers.entry(snippet).or_insert(next)
    };
    let mut found = Vec::with_capacity(bodies.len());
    for body in bodies {
        let mut all: Vec<u32> = body.windows(SNIPPET).map(&mut number).collect();
        all.sort_unstable();
        all.dedup();
        found.push(all);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, EntityType, Function, FunctionSection, ImportSection, TypeSection};
    use wasmparser::{KnownCustom, Name};

    #[test]
    fn alike_side_by_side() {
        let check = |bodies: &[&str], expect: &[usize]| {
            let bytes: Vec<&[u8]> = bodies.iter().map(|body| body.as_bytes()).collect();
            assert_eq!(by_likeness(&bytes), expect, "{bodies:?}");
        };
        check(&[], &[]);
        check(&["short"], &[0]);
        check(&["", "", ""], &[0, 1, 2]);
        check(&["one two three", "alpha beta", "one two four", "alpha gamma", "one two three!"], &[0, 4, 2, 1, 3]);
        check(&["the same", "other one", "the same"], &[0, 2, 1]);
        check(&["abcdef", "abcdef and a great deal that is not", "abcdefg"], &[0, 2, 1]);
    }

    fn module(constants: &[i32]) -> Vec<u8> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        imports.import("glue", "a", EntityType::Function(0));
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for constant in constants {
            functions.function(0);
            let mut body = Function::new([]);
            body.instructions().i32_const(*constant).drop().i32_const(*constant).drop().end();
            code.function(&body);
        }
        Module::new().section(&types).section(&imports).section(&functions).section(&code).clone().finish()
    }

    fn names(wasm: &[u8]) -> Done<Vec<(u32, String)>> {
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let Payload::CustomSection(section) = payload? else { continue };
            let KnownCustom::Name(section) = section.as_known() else { continue };
            for name in section {
                let Name::Function(functions) = name? else { continue };
                for naming in functions {
                    let naming = naming?;
                    found.push((naming.index, naming.name.to_owned()));
                }
            }
        }
        Ok(found)
    }

    #[test]
    fn names_sort_as_the_functions_should() -> Done {
        let wasm = named(&module(&[1000, 2000, 1000]))?;
        let expect = [(1, "00000000"), (2, "00000002"), (3, "00000001")];
        assert_eq!(names(&wasm)?, expect.map(|(index, name)| (index, name.to_owned())), "after the import");
        assert!(wasmparser::validate(&wasm).is_ok());
        assert_eq!(named(&wasm)?, wasm, "old names go, nothing else does");
        Ok(())
    }

    #[test]
    fn what_is_no_module_stops() {
        assert!(named(b"not wasm").is_err());
    }
}
