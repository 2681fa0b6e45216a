//! How sure a score is, as a sentence.

use crate::report::text::{count, percent};
use crate::report::{Certainty, Report};

/// A sentence with a figure in it that should stand out.
pub(in crate::report::render) struct Uncertainty {
    pub before: String,
    pub figure: String,
    pub after: &'static str,
}

/// How sure the total is.
pub(in crate::report::render) fn uncertainty(report: &Report) -> Uncertainty {
    let questions = count(report.total.questions, "question");
    match report.certainty {
        Certainty::TooFew => Uncertainty {
            before: format!("The score rests on {questions}, too few to tell how sure it is."),
            figure: String::new(),
            after: "",
        },
        Certainty::Interval(interval) => Uncertainty {
            before:
                "With other questions about the same things, 19 times in 20 the score would lie \
                     between "
                    .to_owned(),
            figure: format!("{} and {}", percent(interval.low), percent(interval.high)),
            after: if report.certainty.includes(report.pass) {
                ". The pass mark lies in there, so this quiz alone does not decide it."
            } else {
                "."
            },
        },
    }
}
