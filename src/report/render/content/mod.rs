//! What a document for people says, whoever lays it out: HTML and PDF draw it and decide on looks
//! alone.

mod best;
mod circumstances;
mod comparison;
mod facts;
pub(super) mod findings;
mod items;
mod uncertainty;

pub(super) use best::{Best, MOST_PAGES};
pub(super) use circumstances::{circumstances, unanswered};
pub(super) use comparison::{Comparison, Spread, heat};
pub(super) use facts::facts;
pub(super) use findings::{Findings, Line, Mark, Remark, What, findings};
pub(super) use items::{Pool, figure, meaning, reliability, to_look_at};
pub(super) use uncertainty::uncertainty;
