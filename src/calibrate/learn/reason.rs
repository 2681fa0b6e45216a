//! What speaks for each change that a question has learnt.

use super::lesson::Lesson;
use crate::calibrate::evidence::Evidence;
use crate::calibrate::marked::Marked;
use crate::edit::Change;
use crate::grade::{Finding, Findings};

/// What a change is about, by its place in the learnt question.
#[derive(Debug, Clone, Copy)]
enum About {
    Keyword(usize),
    Misconception(usize),
    Whole,
}

impl Lesson {
    /// What people give to answers with what each change is about and to those without; `None` for a
    /// change to the whole question. `marked` are graded by what was learnt.
    #[must_use]
    pub fn evidence(&self, marked: &[Marked<'_>]) -> Vec<Option<Evidence>> {
        let own: Vec<_> =
            marked.iter().filter(|marked| marked.sample.question == self.question).collect();
        let of = |about: About| match about {
            About::Whole => None,
            about => {
                let (with, without): (Vec<_>, Vec<_>) = own.iter().copied().partition(|marked| {
                    marked.grade.findings().is_some_and(|findings| has(findings, about))
                });
                Some(Evidence::of(&with, &without))
            }
        };
        self.abouts().into_iter().map(of).collect()
    }

    /// What each change is about. New keywords and misconceptions stand last, in the changes' order.
    fn abouts(&self) -> Vec<About> {
        let new = |is: fn(&Change) -> bool| self.changes.iter().filter(|change| is(change)).count();
        let rubric = self.rubric();
        let mut keyword =
            rubric.keywords.len().saturating_sub(new(|it| matches!(it, Change::Keyword(_))));
        let mut wrong = rubric
            .misconceptions
            .len()
            .saturating_sub(new(|it| matches!(it, Change::Misconception(_))));
        let next = |at: &mut usize| std::mem::replace(at, *at + 1);
        let about = |change: &Change| match change {
            Change::Keyword(_) => About::Keyword(next(&mut keyword)),
            Change::Misconception(_) => About::Misconception(next(&mut wrong)),
            Change::Weight(id, _) | Change::Aliases(id, _) => {
                usize::try_from(id.0).map_or(About::Whole, About::Keyword)
            }
            Change::FullAt(_) | Change::FullAtIfUnset(_) | Change::NegationIfUnset(_) => {
                About::Whole
            }
        };
        self.changes.iter().map(about).collect()
    }
}

fn has(findings: &Findings, about: About) -> bool {
    match about {
        About::Keyword(at) => findings.keywords.get(at).is_some_and(Finding::counts),
        About::Misconception(at) => {
            findings.misconceptions.iter().any(|slip| slip.misconception == at)
        }
        About::Whole => false,
    }
}
