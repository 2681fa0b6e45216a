//! A rubric compiled for grading.

use std::sync::Arc;

use super::condition::Condition;
use super::echo::Prompt;
use super::judge::Judged;
use super::list;
use super::memo::Memo;
use super::negation::Cues;
use super::sides::{Names, Sides};
use super::standing::Context;
use super::tally::Scale;
use super::terms::Terms;
use crate::grade::finding::{Finding, Findings, Slip, Verdict};
use crate::grade::outcome::{Flag, Grade, Outcome};
use crate::matcher::{Builder, Finds, Matcher};
use crate::quiz::question::{CriterionId, Entry, Matching, Rubric};
use crate::quiz::{AnswerText, Markdown, Points, Weight};
use crate::text::{Language, Text};

/// A rubric compiled for grading.
#[derive(Debug)]
pub(in crate::grade) struct TextGrader {
    language: Language,
    matcher: Matcher,
    terms: Terms,
    keywords: Vec<Condition>,
    misconceptions: Vec<(Condition, Points)>,
    sides: Names,
    scale: Scale,
    prompt: Prompt,
    cues: Arc<Cues>,
}

impl TextGrader {
    /// `builder` brings the language and the known words.
    pub(in crate::grade) fn new(
        rubric: &Rubric,
        prompt: &Markdown,
        cues: Arc<Cues>,
        language: Language,
        mut builder: Builder,
    ) -> Self {
        let mut terms = Terms::default();
        let speaks = |term: &str| cues.speak_in(term, language);
        let mut compile = |label: &str, need, matching| {
            Condition::new(label, need, matching, &mut builder, &mut terms, speaks)
        };
        let keywords = rubric
            .keywords
            .iter()
            .map(|keyword| compile(&keyword.label, &keyword.need, keyword.matching))
            .collect();
        let misconceptions = rubric
            .misconceptions
            .iter()
            .map(|wrong| (compile(&wrong.label, &wrong.need, wrong.matching), wrong.penalty))
            .collect();
        let sides = Names::new(&rubric.sides, language, terms.next_id());
        // With their capitals, since a name may be a word: `Form`.
        let matching = Matching { case: true, ..Matching::default() };
        for Entry(names) in &rubric.sides {
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            terms.add(&mut builder, &names, matching, speaks);
        }
        Self {
            language,
            matcher: builder.build(),
            terms,
            keywords,
            misconceptions,
            sides,
            scale: Scale::new(rubric),
            prompt: Prompt::new(prompt.as_str(), language),
            cues,
        }
    }

    /// Grades one answer.
    pub(in crate::grade) fn grade(
        &self,
        possible: Points,
        answer: &AnswerText,
        memo: &mut Memo,
    ) -> Grade {
        let written = answer.gradable();
        if written.trim().is_empty() {
            return Grade::skipped(possible);
        }
        let text = Text::new_in(written, self.language, std::mem::take(&mut memo.room));
        let finds = self.matcher.find(&text, &mut memo.matcher);
        let denials = self.cues.denials(&text, &self.prompt, &mut memo.roles);
        let context = Context {
            copies: self.prompt.passages(&text),
            sides: Sides::new(&text, &finds, &self.sides, &denials),
            denials,
            text: &text,
            cues: &self.cues,
        };
        let best = self.terms.best(&finds, &context, &mut memo.picked);
        let judge = |condition: &Condition| condition.judge(&self.terms, &best, &context);
        let mut counts_negated = false;
        let mut keywords = Vec::with_capacity(self.keywords.len());
        keywords.extend(self.keywords.iter().zip(0..).map(|(condition, position)| {
            let judged = judge(condition);
            counts_negated |= judged.counts_denied;
            self.finding(position, judged.verdict)
        }));
        let flags = [
            (Flag::EchoesPrompt, !context.copies.is_empty()),
            (Flag::BareList, is_bare_list(&text, &finds, &keywords)),
            (Flag::CountsNegated, counts_negated),
            (Flag::TooLong, answer.is_too_long()),
        ];
        let flags = flags.into_iter().filter_map(|(flag, set)| set.then_some(flag)).collect();
        let slips = self.slips(judge);
        memo.matcher.take_back(finds);
        memo.room = text.into_room();
        self.add_up(possible, keywords, slips, flags)
    }

    fn slips(&self, judge: impl Fn(&Condition) -> Judged) -> Vec<Slip> {
        let mut slips = Vec::new();
        for (misconception, (condition, penalty)) in self.misconceptions.iter().enumerate() {
            if let Judged { verdict: Verdict::Found(evidence), counts_denied: false } =
                judge(condition)
            {
                slips.push(Slip { misconception, evidence, penalty: *penalty });
            }
        }
        slips
    }

    fn finding(&self, position: u32, verdict: Verdict) -> Finding {
        let (criterion, earned) = (CriterionId(position), Weight::from_thousandths(0));
        let mut finding = Finding { criterion, earned, verdict };
        finding.earned = match finding.entries_found() {
            0 => earned,
            found => self.scale.earned(position as usize, found),
        };
        finding
    }

    fn add_up(
        &self,
        possible: Points,
        keywords: Vec<Finding>,
        slips: Vec<Slip>,
        flags: Vec<Flag>,
    ) -> Grade {
        let tally = self.scale.tally(possible, keywords.iter().map(Finding::entries_found));
        let findings = Findings {
            keywords,
            misconceptions: slips,
            weight_earned: tally.weight,
            capped: tally.capped,
        };
        Grade {
            earned: tally.points.saturating_sub(findings.penalty()),
            possible,
            outcome: Outcome::Text(findings),
            flags,
        }
    }
}

fn is_bare_list(text: &Text<'_>, finds: &Finds, keywords: &[Finding]) -> bool {
    let found = keywords.iter().filter(|finding| finding.counts()).count();
    let places = finds.hits.iter().map(|hit| hit.words.clone());
    list::is_bare(text.words().len(), found, places)
}
