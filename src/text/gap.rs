//! What stands between two words.

/// What stands between two words, the strongest of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing, or what joins the words of one name: a hyphen, a dot, a slash, without blanks.
    Joint,
    /// Blanks.
    Blank,
    /// A comma, a colon, a dash, a bracket.
    Clause,
    /// The end of a sentence, a list item or a paragraph, or the start of the text.
    Sentence,
}

/// Lines shorter than this end where their writer wanted it; longer ones may have been wrapped.
const WRAPPED_LINE: usize = 40;

/// Whether the full stop of a folded word belongs to it and ends no sentence, `etc` before a capital
/// aside. Dotted acronyms are one word here: `e.g.` is `eg`. A unit such as `ms` is none.
fn is_abbreviation(word: &str) -> bool {
    matches!(
        word,
        "al" | "approx"
            | "bzw"
            | "ca"
            | "cf"
            | "dh"
            | "dr"
            | "eg"
            | "etc"
            | "evtl"
            | "fig"
            | "ggf"
            | "ie"
            | "incl"
            | "mr"
            | "mrs"
            | "nr"
            | "prof"
            | "resp"
            | "sog"
            | "st"
            | "usw"
            | "vgl"
            | "vs"
            | "zb"
    )
}

/// What is around a gap.
pub(super) struct Surroundings<'a> {
    /// The word before, folded.
    pub before: &'a str,
    /// Whether the word before is an acronym written with full stops.
    pub dotted: bool,
    /// Bytes from the start of its line to its end.
    pub line: usize,
    /// The text from the next word on.
    pub after: &'a str,
}

/// Classifies the `separators` between two words.
pub(super) fn between(separators: &str, around: &Surroundings<'_>) -> Gap {
    match separators {
        " " => return Gap::Blank,
        ", " => return Gap::Clause,
        ". " => return if ends_here(".", around) { Gap::Sentence } else { Gap::Blank },
        _ => {}
    }
    let separators = separators.strip_prefix("()").unwrap_or(separators);
    if separators.is_empty() {
        return Gap::Joint;
    }
    if separators.contains('\n') {
        return over_lines(separators, around);
    }
    if ends_sentence(separators, false, around) {
        Gap::Sentence
    } else if separates_clauses(separators) {
        Gap::Clause
    } else if joins(separators) {
        Gap::Joint
    } else {
        Gap::Blank
    }
}

fn over_lines(separators: &str, around: &Surroundings<'_>) -> Gap {
    let (head, tail) = separators.split_once('\n').unwrap_or((separators, ""));
    let head = head.trim_end();
    if tail.contains('\n')
        || starts_item(tail.trim_start(), around.after)
        || head.ends_with([':', ';'])
        || ends_sentence(head, true, around)
    {
        Gap::Sentence
    } else if is_hyphen(head) && tail.trim().is_empty() {
        Gap::Joint
    } else if around.line < WRAPPED_LINE && around.after.starts_with(char::is_uppercase) {
        Gap::Sentence
    } else if separates_clauses(head) || separates_clauses(tail) {
        Gap::Clause
    } else {
        Gap::Blank
    }
}

fn is_hyphen(separators: &str) -> bool {
    matches!(separators, "-" | "\u{2010}" | "\u{2011}" | "\u{ad}")
}

/// Whether a line that starts with `marker` and goes on with `after` is an item of a list.
fn starts_item(marker: &str, after: &str) -> bool {
    marker.starts_with(['-', '*', '+', '•', '–', '—', '·', '▪', '◦', '‣', '#', '>'])
        || is_numbered(after)
}

/// Whether `line` starts like `1. `, `12) ` or `a) `.
fn is_numbered(line: &str) -> bool {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let label = if digits.len() < line.len() {
        Some(digits)
    } else {
        line.strip_prefix(|c: char| c.is_ascii_lowercase())
    };
    let after = label.and_then(|label| label.strip_prefix([')', '.']));
    after.is_some_and(|after| after.starts_with(char::is_whitespace))
}

const STOPS: [char; 10] = ['.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔'];
/// Stops of scripts that write no blank after them.
const WIDE_STOPS: [char; 4] = ['。', '！', '？', '।'];
/// What may stand between a stop and the blank after it.
const CLOSERS: [char; 10] = ['"', '\'', ')', ']', '”', '’', '»', '*', '_', '`'];

/// Whether a sentence ends within `separators`, which reach to the next word or, `at_line_end`, to
/// the end of a line.
fn ends_sentence(separators: &str, at_line_end: bool, around: &Surroundings<'_>) -> bool {
    let mut start = 0;
    while let Some((before, rest)) = split_at_stop(separators, start) {
        let after = rest.trim_start_matches(STOPS);
        let (stops, _) = rest.split_at(rest.len() - after.len());
        let closed = after.trim_start_matches(CLOSERS);
        let apart = closed.starts_with(char::is_whitespace)
            || stops.starts_with(WIDE_STOPS)
            || closed.is_empty() && at_line_end;
        if apart && (!before.is_empty() || ends_here(stops, around)) {
            return true;
        }
        start = separators.len() - after.len();
    }
    false
}

/// The separators before and from the first stop at or after `start`.
fn split_at_stop(separators: &str, start: usize) -> Option<(&str, &str)> {
    let at = separators.get(start..)?.find(STOPS)?;
    separators.split_at_checked(start + at)
}

/// Whether the stops right after a word end its sentence.
fn ends_here(stops: &str, around: &Surroundings<'_>) -> bool {
    let capital = around.after.starts_with(char::is_uppercase);
    match stops {
        "." if around.dotted => capital && around.before.len() > 2,
        // A number, or the word.
        "." if around.before == "no" => !around.after.starts_with(|c: char| c.is_ascii_digit()),
        "." if is_abbreviation(around.before) => capital && around.before == "etc",
        "." | "!" | "?" => true,
        _ if stops.starts_with(['.', '…']) => capital,
        _ => true,
    }
}

fn separates_clauses(separators: &str) -> bool {
    let marks = [
        ',', ';', '(', ')', '[', ']', '{', '}', '|', '—', '–', '…', '、', '，', '；', '：', '（',
        '）', '「', '」', '،', '؛', '→', '⇒', '•', '·',
    ];
    separators.contains(marks) && !is_inner_dash(separators)
        || is_before_blank(separators, ':')
        || is_before_blank(separators, '!')
        || is_before_blank(separators, '?')
        || separators.contains("--")
        || separators.contains("->")
        || separators.contains("=>")
        || separators.contains(" - ")
}

/// Whether it is a dash that joins, as in `client–server`.
fn is_inner_dash(separators: &str) -> bool {
    matches!(separators, "–" | "·")
}

fn is_before_blank(separators: &str, mark: char) -> bool {
    separators.find(mark).is_some_and(|at| {
        let after = separators.get(at + mark.len_utf8()..).unwrap_or_default();
        after.starts_with(char::is_whitespace)
    })
}

fn joins(separators: &str) -> bool {
    separators.chars().all(|c| {
        c.is_ascii_punctuation() || matches!(c, '\u{2010}' | '\u{2011}' | '–' | '·' | '’' | '‘')
    })
}
