//! Feedback on prose: the answer with its finds, then each keyword and misconception.

use super::line::{Kind, Line};
use super::reason;
use crate::grade::{Evidence, Finding, Findings, Slip, Verdict};
use crate::matcher::Likeness;
use crate::quiz::question::{Criterion, Need, Rubric};
use crate::span::Span;
use crate::terminal::highlight::{Mark, highlight};
use crate::terminal::styled::{Look, Styled};

/// The answer with its marks, and a line per keyword and misconception.
pub fn lines(
    findings: &Findings,
    rubric: &Rubric,
    answer: &str,
    width: usize,
    words: bool,
) -> Vec<String> {
    let mut teller = Teller { answer, marks: Vec::new(), lines: Vec::new() };
    for finding in &findings.keywords {
        if let Some(criterion) = rubric.keywords.get(finding.criterion.0 as usize) {
            teller.keyword(finding, criterion);
        }
    }
    for slip in &findings.misconceptions {
        teller.misconception(slip, rubric);
    }
    if findings.capped {
        let text = "half of the points at most, since something required is missing";
        teller.lines.push(Line::note(Styled::new(Look::Warning, text)));
    }
    let mut page = if words {
        Vec::new()
    } else {
        let mut page = highlight(answer, &teller.marks).wrap(width, "  ", "  ");
        page.push(String::new());
        page
    };
    page.extend(teller.lines.iter().flat_map(|line| line.wrap(width, words)));
    page
}

struct Teller<'a> {
    answer: &'a str,
    marks: Vec<Mark>,
    lines: Vec<Line>,
}

impl Teller<'_> {
    fn keyword(&mut self, finding: &Finding, criterion: &Criterion) {
        let label = Styled::new(Look::Strong, &criterion.label);
        match &finding.verdict {
            Verdict::Found(evidence) => {
                let text = label.with(Look::Plain, self.found(evidence));
                self.tell(Kind::Found, evidence, text);
            }
            Verdict::Partial(evidence) => {
                let share = share(evidence, criterion);
                let text = label.with(Look::Plain, share + &self.found(evidence));
                self.tell(Kind::Partly, evidence, text);
            }
            Verdict::Negated { evidence, cue } => {
                let cue = self.quoted(*cue);
                let found = self.quoted_all(evidence);
                let text = format!(": {found} stands under {cue}, so it is not counted");
                self.tell(Kind::Denied, evidence, label.with(Look::Plain, text));
            }
            Verdict::NearMiss { evidence, reason } => {
                let found = self.quoted_all(evidence);
                let why = reason::near_miss(reason);
                let near = near(evidence, &criterion.label);
                let text = format!(": {found} is near{near}, not counted: {why}");
                let text = label.with(Look::Plain, text);
                self.tell(Kind::Near, evidence, with_feedback(text, criterion.feedback.as_deref()));
            }
            Verdict::Missed => {
                let required = if criterion.required { " (required)" } else { "" };
                let feedback = criterion.feedback.as_ref().map(|text| format!(": {text}"));
                let text = label
                    .with(Look::Plain, required)
                    .with(Look::Plain, feedback.unwrap_or_default());
                self.lines.push(Line::new(Kind::Missed, text));
            }
        }
    }

    fn misconception(&mut self, slip: &Slip, rubric: &Rubric) {
        let Some(misconception) = rubric.misconceptions.get(slip.misconception) else { return };
        let found = self.quoted_all(&slip.evidence);
        let text = Styled::new(Look::Strong, &misconception.label)
            .with(Look::Plain, format!(": {found} costs {}", slip.penalty));
        let text = with_feedback(text, misconception.feedback.as_deref());
        self.tell(Kind::Wrong, &slip.evidence, text);
    }

    /// Adds a line about `evidence` and marks it in the answer under the same number.
    fn tell(&mut self, kind: Kind, evidence: &Evidence, text: Styled) {
        let number = self.lines.iter().map(|line| line.number).max().unwrap_or(0) + 1;
        let look = kind.look();
        self.marks.extend(evidence.spans.iter().map(|span| Mark { span: *span, number, look }));
        self.lines.push(Line { kind, number, text });
    }

    /// What was written, and what it was taken for where that is not the same.
    fn found(&self, evidence: &Evidence) -> String {
        let written = self.quoted_all(evidence);
        let terms = evidence.terms.join("”, “");
        match evidence.likeness {
            Some(Likeness::Fuzzy { similarity, .. }) => {
                format!(": you wrote {written}, counted as “{terms}”, {similarity}")
            }
            Some(Likeness::Stem) => format!(": {written}{}", self.other_forms(evidence)),
            Some(Likeness::Exact) | None => format!(": {written}"),
        }
    }

    /// Which terms something else was another form of.
    fn other_forms(&self, evidence: &Evidence) -> String {
        let as_written = |term: &str| {
            evidence.spans.iter().any(|span| span.of(self.answer).eq_ignore_ascii_case(term))
        };
        let mut forms: Vec<&str> = evidence.terms.iter().map(AsRef::as_ref).collect();
        forms.retain(|term| !as_written(term));
        if forms.is_empty() {
            return String::new();
        }
        format!(", another form of “{}”", forms.join("”, “"))
    }

    fn quoted_all(&self, evidence: &Evidence) -> String {
        let mut quoted: Vec<String> = Vec::new();
        for span in &evidence.spans {
            let part = self.quoted(*span);
            if !quoted.contains(&part) {
                quoted.push(part);
            }
        }
        quoted.join(", ")
    }

    fn quoted(&self, span: Span) -> String {
        let text = span.of(self.answer);
        let folded: Vec<&str> = text.split_whitespace().collect();
        format!("“{}”", folded.join(" "))
    }
}

/// What a near miss came near to, where that is one thing and not what its label says.
fn near(evidence: &Evidence, label: &str) -> String {
    match &evidence.terms[..] {
        [term] if !label.eq_ignore_ascii_case(term) => format!(" “{term}”"),
        _ => String::new(),
    }
}

fn share(evidence: &Evidence, criterion: &Criterion) -> String {
    match &criterion.need {
        Need::Any { min, .. } => format!(" ({} of {min})", evidence.terms.len().min(*min)),
        _ => String::new(),
    }
}

fn with_feedback(text: Styled, feedback: Option<&str>) -> Styled {
    match feedback {
        Some(feedback) => text.with(Look::Plain, format!(". {feedback}")),
        None => text,
    }
}
