//! The few elements that this program writes, read back. Anything else is refused.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Elements inside each other; more than anybody writes.
const DEEPEST: usize = 32;

/// Why a text is not what this program writes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Foreign {
    /// An element or attribute that it never writes.
    #[error("`{0}` has no place in it")]
    Element(String),
    /// Elements that are not closed, or names that stand for nothing.
    #[error("it is not well formed: {0}")]
    Form(String),
    /// Elements inside each other without end.
    #[error("its elements are nested too deeply")]
    Depth,
}

/// A text or an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// Characters, with what stood for them resolved.
    Text(String),
    /// What the element is, and what is in it.
    Element(Tag, Vec<Self>),
}

/// An element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Tag {
    Paragraph,
    Emphasis,
    Strong,
    Struck,
    Code,
    Preformatted,
    Bullets,
    /// With the first number.
    Numbers(u64),
    Item,
    Quote,
    Table,
    TableHead,
    TableBody,
    Row,
    Cell,
    Break,
    Rule,
    /// With its address.
    Link(String),
    /// With its number.
    Gap(usize),
}

/// Reads `html`.
pub(super) fn read(html: &str) -> Result<Vec<Node>, Foreign> {
    let mut reader = Reader::from_str(html);
    let mut open: Vec<(Tag, Vec<Node>)> = Vec::new();
    let mut nodes = Vec::new();
    loop {
        let event = reader.read_event().map_err(|error| Foreign::Form(error.to_string()))?;
        match event {
            Event::Text(text) => add_text(&mut nodes, &text),
            Event::GeneralRef(name) => {
                let number = name.resolve_char_ref();
                let number = number.map_err(|error| Foreign::Form(error.to_string()))?;
                match (number, resolve_predefined_entity(&name)) {
                    (Some(character), _) => {
                        add_text(&mut nodes, character.encode_utf8(&mut [0; 4]));
                    }
                    (None, Some(text)) => add_text(&mut nodes, text),
                    (None, None) => return Err(Foreign::Element(format!("&{};", &*name))),
                }
            }
            Event::Empty(start) => nodes.push(Node::Element(tag(&start)?, Vec::new())),
            Event::Start(start) => {
                if open.len() == DEEPEST {
                    return Err(Foreign::Depth);
                }
                open.push((tag(&start)?, std::mem::take(&mut nodes)));
            }
            Event::End(_) => {
                let Some((tag, before)) = open.pop() else { break };
                let inside = std::mem::replace(&mut nodes, before);
                nodes.push(Node::Element(tag, inside));
            }
            Event::Eof => break,
            other => return Err(Foreign::Element(format!("<{}", &*other))),
        }
    }
    if open.is_empty() { Ok(nodes) } else { Err(Foreign::Form("it is cut off".to_owned())) }
}

fn add_text(nodes: &mut Vec<Node>, text: &str) {
    match nodes.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => nodes.push(Node::Text(text.to_owned())),
    }
}

fn tag(start: &BytesStart<'_>) -> Result<Tag, Foreign> {
    let foreign = || Foreign::Element(format!("<{}>", &**start));
    let attributes: Result<Vec<Attribute<'_>>, _> = start.attributes().collect();
    let attributes = attributes.map_err(|_| foreign())?;
    let value = |wanted: &str| {
        let found = attributes.iter().find(|it| it.key.0 == wanted)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok()
    };
    let number = |name: &str| value(name).and_then(|value| value.parse().ok());
    let (tag, known): (Tag, &[&str]) = match start.name().0 {
        "p" => (Tag::Paragraph, &[]),
        "em" => (Tag::Emphasis, &[]),
        "strong" => (Tag::Strong, &[]),
        "del" => (Tag::Struck, &[]),
        "code" => (Tag::Code, &[]),
        "pre" => (Tag::Preformatted, &[]),
        "ul" => (Tag::Bullets, &[]),
        "ol" => (Tag::Numbers(number("start").unwrap_or(1)), &["start"]),
        "li" => (Tag::Item, &[]),
        "blockquote" => (Tag::Quote, &[]),
        "table" => (Tag::Table, &[]),
        "thead" => (Tag::TableHead, &[]),
        "tbody" => (Tag::TableBody, &[]),
        "tr" => (Tag::Row, &[]),
        "th" | "td" => (Tag::Cell, &[]),
        "br" => (Tag::Break, &[]),
        "hr" => (Tag::Rule, &[]),
        "a" => (Tag::Link(value("href").ok_or_else(foreign)?.into_owned()), &["href", "rel"]),
        "span" => {
            let gap = number("data-gap").and_then(|number| usize::try_from(number).ok());
            (Tag::Gap(gap.ok_or_else(foreign)?), &["data-gap"])
        }
        _ => return Err(foreign()),
    };
    if attributes.iter().all(|it| known.contains(&it.key.0)) { Ok(tag) } else { Err(foreign()) }
}
