//! YAML as a tree of limited depth and size. Anchors, aliases and merge keys (`<<`) are replaced by their values; each copy
//! counts. Every scalar is a text, so a password of digits stays as written.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, Span};
use zeroize::Zeroizing;

use crate::model::Wrong;

/// Real files have three or four levels.
const DEPTH_MAX: usize = 16;
/// The limit of values, including copies by aliases. Each 64 bytes of a text count as another one.
const VALUES_MAX: usize = 20_000;

/// A value with its line.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Node {
    /// Line of its first character, from 1.
    pub line: usize,
    pub value: Value,
}

#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// `~`, `null`, or an empty value.
    Null,
    /// Any scalar may be a secret.
    Text(Zeroizing<String>),
    List(Vec<Node>),
    /// Keys in the order of the file, each once: as in PyYAML the last one wins.
    Map(Vec<(Key, Node)>),
}

#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub name: String,
    pub line: usize,
}

impl Node {
    /// The value of a mapping's key.
    pub(crate) fn get(&self, name: &str) -> Option<&Node> {
        self.entries().iter().find_map(|(key, node)| (key.name == name).then_some(node))
    }

    /// The entries of a mapping; empty for other values.
    pub(crate) fn entries(&self) -> &[(Key, Node)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    pub(crate) fn is_null(&self) -> bool {
        self.value == Value::Null
    }

    /// Adds the entries of `other`, recursively where both have a mapping.
    pub(crate) fn merge(&mut self, other: Node) {
        match (&mut self.value, other.value) {
            (Value::Map(own), Value::Map(others)) => {
                for (key, node) in others {
                    match own.iter_mut().find(|(known, _)| known.name == key.name) {
                        Some((_, known)) => known.merge(node),
                        None => own.push((key, node)),
                    }
                }
            }
            (_, Value::Null) => {}
            (own, value) => {
                *own = value;
                self.line = other.line;
            }
        }
    }
}

/// The error and its line.
type Stop = (Wrong, Option<usize>);

/// Reads the one document of a text.
pub(crate) fn read(text: &str) -> Result<Node, Stop> {
    // YAML forbids them, and the parser takes a NUL for the end.
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{85}');
    if let Some(line) = text.lines().position(|line| line.contains(odd)) {
        return Err((Wrong::ControlCharacter, Some(line + 1)));
    }
    let mut reader = Reader { parser: Parser::new_from_str(text), anchors: HashMap::new(), values: 0 };
    // The parser reports the end of the text on a line of its own.
    let last = text.lines().count().max(1);
    reader.document().map_err(|(wrong, line)| (wrong, line.map(|line| line.clamp(1, last))))
}

struct Reader<'a> {
    parser: Parser<'a, saphyr_parser::StrInput<'a>>,
    anchors: HashMap<usize, Node>,
    values: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Span), Stop> {
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => Err((Wrong::NotYaml(error.info().to_owned()), Some(error.marker().line()))),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    fn document(&mut self) -> Result<Node, Stop> {
        let mut read = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => break,
                Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing => {}
                _ if read.is_some() => return Err((Wrong::SeveralDocuments, Some(span.start.line()))),
                event => read = Some(self.node(event, span, 0)?),
            }
        }
        read.ok_or((Wrong::Empty, None))
    }

    fn count(&mut self, more: usize, line: usize) -> Result<(), Stop> {
        self.values += more;
        if self.values > VALUES_MAX { Err((Wrong::TooManyValues, Some(line))) } else { Ok(()) }
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Node, Stop> {
        let line = span.start.line().max(1);
        if depth > DEPTH_MAX {
            return Err((Wrong::TooDeep, Some(line)));
        }
        let (anchor, value) = match event {
            Event::Scalar(text, style, anchor, _) => {
                let plain = style == saphyr_parser::ScalarStyle::Plain;
                let null = plain && matches!(text.as_ref(), "" | "~" | "null" | "Null" | "NULL");
                (anchor, if null { Value::Null } else { Value::Text(Zeroizing::new(text.into_owned())) })
            }
            Event::SequenceStart(anchor, _) => (anchor, self.list(depth)?),
            Event::MappingStart(anchor, _) => (anchor, self.map(depth)?),
            Event::Alias(anchor) => {
                let unknown = || (Wrong::NotYaml("unknown alias".to_owned()), Some(line));
                let node = self.anchors.get(&anchor).cloned().ok_or_else(unknown)?;
                if depth + height(&node) > DEPTH_MAX {
                    return Err((Wrong::TooDeep, Some(line)));
                }
                self.count(size(&node), line)?;
                return Ok(node);
            }
            _ => return Err((Wrong::NotYaml("unexpected end".to_owned()), Some(line))),
        };
        let node = Node { line, value };
        self.count(weight(&node), line)?;
        if anchor > 0 {
            // The copy counts as well.
            self.count(size(&node), line)?;
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn list(&mut self, depth: usize) -> Result<Value, Stop> {
        let mut list = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(Value::List(list)),
                (event, span) => list.push(self.node(event, span, depth + 1)?),
            }
        }
    }

    fn map(&mut self, depth: usize) -> Result<Value, Stop> {
        let (mut entries, mut merged): (Vec<(Key, Node)>, Vec<Node>) = (Vec::new(), Vec::new());
        let mut places: HashMap<String, usize> = HashMap::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::MappingEnd {
                break;
            }
            let key = self.node(event, span, depth + 1)?;
            let (event, span) = self.next()?;
            let node = self.node(event, span, depth + 1)?;
            let name = match &key.value {
                Value::Text(text) => text.to_string(),
                Value::Null => String::new(),
                _ => return Err((Wrong::NotAText("a key".to_owned()), Some(key.line))),
            };
            if name == "<<" {
                merged.push(node);
                continue;
            }
            match places.get(&name).and_then(|place| entries.get_mut(*place)) {
                Some(entry) => *entry = (Key { name, line: key.line }, node),
                None => {
                    places.insert(name.clone(), entries.len());
                    entries.push((Key { name, line: key.line }, node));
                }
            }
        }
        // Keys written here win over merged ones, and earlier merges over later ones.
        for node in merged {
            let nodes = match node.value {
                Value::List(nodes) => nodes,
                _ => vec![node],
            };
            for (key, node) in nodes.iter().flat_map(Node::entries) {
                if !places.contains_key(&key.name) {
                    places.insert(key.name.clone(), entries.len());
                    entries.push((key.clone(), node.clone()));
                }
            }
        }
        Ok(Value::Map(entries))
    }
}

fn children(node: &Node) -> Box<dyn Iterator<Item = &Node> + '_> {
    match &node.value {
        Value::List(list) => Box::new(list.iter()),
        Value::Map(entries) => Box::new(entries.iter().map(|(_, node)| node)),
        _ => Box::new(std::iter::empty()),
    }
}

/// What a node counts, without its children.
fn weight(node: &Node) -> usize {
    match &node.value {
        Value::Text(text) => 1 + text.len() / 64,
        Value::Map(entries) => 1 + entries.iter().map(|(key, _)| key.name.len() / 64).sum::<usize>(),
        _ => 1,
    }
}

fn size(node: &Node) -> usize {
    weight(node) + children(node).map(size).sum::<usize>()
}

fn height(node: &Node) -> usize {
    children(node).map(|child| 1 + height(child)).max().unwrap_or_default()
}
