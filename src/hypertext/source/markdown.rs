//! Markdown that draws the same HTML.

use std::fmt::Write as _;

use super::tree::{Foreign, Node, Tag, read};
use crate::hypertext::blocks;
use crate::quiz::Markdown;
use crate::quiz::question::Cloze;

/// A text as its author may have written it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// As Markdown, each gap as [`Cloze::EMPTY_GAP`].
    pub markdown: Markdown,
    /// The numbers of its gaps, in the order in which they stand.
    pub gaps: Vec<usize>,
}

/// The Markdown of which [`blocks`], `line` or `cloze` drew `html`.
///
/// Where what the author wrote may mean something else to Markdown, what means nothing is written with
/// a backslash before it.
///
/// ```
/// use vivavoce::hypertext::source;
///
/// let text = source("<p>Why is <code>a_b</code> &lt; <em>2</em>?</p>\n")?;
/// assert_eq!(text.markdown.as_str(), "Why is `a_b` < *2*?");
/// assert!(source("<p onclick=\"x\">Why?</p>").is_err());
/// # Ok::<(), vivavoce::hypertext::Foreign>(())
/// ```
pub fn source(html: &str) -> Result<Text, Foreign> {
    let nodes = read(html)?;
    let mut gaps = Vec::new();
    collect_gaps(&nodes, &mut gaps);
    let mut with_gaps = html.to_owned();
    for gap in &gaps {
        let span = format!("<span data-gap=\"{gap}\"></span>");
        with_gaps = with_gaps.replacen(&span, Cloze::EMPTY_GAP, 1);
    }
    let plain = Markdown::new(Writer { careful: false }.blocks(&nodes).join("\n\n"));
    let drawn = compared(&blocks(&plain).into_string());
    let wanted = compared(&with_gaps);
    let markdown = if drawn == wanted || drawn == format!("<p>{wanted}</p>") {
        plain
    } else {
        Markdown::new(Writer { careful: true }.blocks(&nodes).join("\n\n"))
    };
    Ok(Text { markdown, gaps })
}

/// Without the line breaks at the end of a block, which nobody sees.
fn compared(html: &str) -> String {
    html.trim_end().replace("\n</code></pre>", "</code></pre>")
}

fn collect_gaps(nodes: &[Node], gaps: &mut Vec<usize>) {
    for node in nodes {
        if let Node::Element(tag, inside) = node {
            if let Tag::Gap(number) = tag {
                gaps.push(*number);
            }
            collect_gaps(inside, gaps);
        }
    }
}

struct Writer {
    /// Whether a backslash stands before whatever could mean something.
    careful: bool,
}

impl Writer {
    /// Each block on its own; what stands between blocks is a paragraph.
    fn blocks(&self, nodes: &[Node]) -> Vec<String> {
        let mut blocks = Vec::new();
        let mut line = String::new();
        let end = |line: &mut String, blocks: &mut Vec<String>| {
            let text = std::mem::take(line);
            if !text.trim().is_empty() {
                blocks.push(text.trim_matches([' ', '\n']).to_owned());
            }
        };
        for node in nodes {
            match node {
                Node::Element(tag, inside) if is_block(tag) => {
                    end(&mut line, &mut blocks);
                    blocks.push(self.block(tag, inside));
                }
                _ => self.inline(node, &mut line),
            }
        }
        end(&mut line, &mut blocks);
        blocks
    }

    fn block(&self, tag: &Tag, inside: &[Node]) -> String {
        match tag {
            Tag::Preformatted => fenced(&plain(inside)),
            Tag::Bullets => self.list(inside, &mut || "- ".to_owned()),
            Tag::Numbers(first) => {
                let mut number = *first;
                self.list(inside, &mut || {
                    let bullet = format!("{number}. ");
                    number = number.saturating_add(1);
                    bullet
                })
            }
            Tag::Quote => indented(&self.blocks(inside).join("\n\n"), "> ", "> "),
            Tag::Table => self.table(inside),
            Tag::Rule => "---".to_owned(),
            _ => self.blocks(inside).join("\n\n"),
        }
    }

    fn list(&self, nodes: &[Node], bullet: &mut dyn FnMut() -> String) -> String {
        let items = nodes.iter().filter_map(|node| match node {
            Node::Element(Tag::Item, inside) => Some(inside),
            _ => None,
        });
        let mut loose = false;
        let items: Vec<String> = items
            .map(|inside| {
                let is_paragraph = |node: &Node| matches!(node, Node::Element(Tag::Paragraph, _));
                loose |= inside.iter().any(is_paragraph);
                let between = if loose { "\n\n" } else { "\n" };
                let bullet = bullet();
                let rest = " ".repeat(bullet.len());
                indented(&self.blocks(inside).join(between), &bullet, &rest)
            })
            .collect();
        items.join(if loose { "\n\n" } else { "\n" })
    }

    fn table(&self, nodes: &[Node]) -> String {
        let mut rows = Vec::new();
        self.rows(nodes, &mut rows);
        if let Some(first) = rows.first() {
            let columns = first.matches(" | ").count() + 1;
            rows.insert(1, format!("|{}", "---|".repeat(columns)));
        }
        rows.join("\n")
    }

    fn rows(&self, nodes: &[Node], rows: &mut Vec<String>) {
        for node in nodes {
            match node {
                Node::Element(Tag::Row, cells) => {
                    let cells = cells.iter().filter_map(|node| match node {
                        Node::Element(Tag::Cell, inside) => Some(self.line(inside)),
                        _ => None,
                    });
                    let cells: Vec<String> = cells.map(|it| it.replace('|', "\\|")).collect();
                    rows.push(format!("| {} |", cells.join(" | ")));
                }
                Node::Element(_, inside) => self.rows(inside, rows),
                Node::Text(_) => {}
            }
        }
    }

    fn line(&self, nodes: &[Node]) -> String {
        let mut line = String::new();
        for node in nodes {
            self.inline(node, &mut line);
        }
        line
    }

    fn inline(&self, node: &Node, line: &mut String) {
        let (tag, inside) = match node {
            Node::Text(text) => return self.text(text, line),
            Node::Element(tag, inside) => (tag, inside),
        };
        let around = match tag {
            Tag::Emphasis => "*",
            Tag::Strong => "**",
            Tag::Struck => "~~",
            Tag::Code => return line.push_str(&code_span(&plain(inside))),
            Tag::Gap(_) => return line.push_str(Cloze::EMPTY_GAP),
            Tag::Break => return line.push_str("\\\n"),
            Tag::Link(address) => {
                // Nothing is drawn of a result that writing into a text always has.
                let _ = write!(line, "[{}](<{address}>)", self.line(inside));
                return;
            }
            _ => "",
        };
        line.push_str(around);
        for node in inside {
            self.inline(node, line);
        }
        line.push_str(around);
    }

    fn text(&self, text: &str, line: &mut String) {
        // The break before it has ended the line.
        let text = if line.ends_with("\\\n") { text.trim_start_matches('\n') } else { text };
        if !self.careful {
            return line.push_str(text);
        }
        for character in text.chars() {
            if character.is_ascii_punctuation() {
                line.push('\\');
            }
            line.push(character);
        }
    }
}

const fn is_block(tag: &Tag) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Struck
            | Tag::Code
            | Tag::Break
            | Tag::Link(_)
            | Tag::Gap(_)
    )
}

/// The characters alone.
fn plain(nodes: &[Node]) -> String {
    let texts = nodes.iter().map(|node| match node {
        Node::Text(text) => text.clone(),
        Node::Element(Tag::Gap(_), _) => Cloze::EMPTY_GAP.to_owned(),
        Node::Element(_, inside) => plain(inside),
    });
    texts.collect()
}

/// The longest run of backticks in `code`.
fn longest_run(code: &str) -> usize {
    code.split(|character| character != '`').map(str::len).max().unwrap_or(0)
}

fn code_span(code: &str) -> String {
    let ticks = "`".repeat(longest_run(code) + 1);
    let ends = |blank: char| code.starts_with(blank) && code.ends_with(blank);
    let padded = code.starts_with('`') || code.ends_with('`') || ends(' ');
    let pad = if padded { " " } else { "" };
    if code.is_empty() { String::new() } else { format!("{ticks}{pad}{code}{pad}{ticks}") }
}

fn fenced(code: &str) -> String {
    let fence = "`".repeat((longest_run(code) + 1).max(3));
    format!("{fence}\n{}\n{fence}", code.strip_suffix('\n').unwrap_or(code))
}

/// `text` with `first` before its first line and `rest` before every other.
fn indented(text: &str, first: &str, rest: &str) -> String {
    let lines = text.split('\n').enumerate().map(|(number, line)| {
        let before = if number == 0 { first } else { rest };
        format!("{before}{line}").trim_end_matches(' ').to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;
