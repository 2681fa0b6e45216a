//! What is proposed.

use super::alias::Alias;
use super::reason::Reason;
use crate::edit::{Change, NewKeyword};
use crate::quiz::PerMille;
use crate::quiz::question::{Need, Negation, QuestionId};

/// Which questions get proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Text questions without keywords.
    Bare,
    /// All text questions; those with keywords get more.
    All,
}

/// What is proposed for one question; at least one keyword.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Where the question stands in the file, from 0.
    pub position: usize,
    /// The question.
    pub id: QuestionId,
    /// In the order of the model answer.
    pub keywords: Vec<Suggested>,
    /// For a question without keywords: the share of the weight that earns all points, unless the
    /// file says something of it.
    pub full_at: Option<PerMille>,
    /// For a question without keywords: what a denied word is worth.
    pub negation: Option<Negation>,
}

/// A proposed keyword.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggested {
    /// What is written into the file.
    pub keyword: NewKeyword,
    /// Why.
    pub reason: Reason,
    /// The other ways to write its words that are among its terms, each with its reason.
    pub aliases: Vec<Alias>,
}

impl Proposal {
    /// What writes it into the file.
    #[must_use]
    pub fn changes(&self) -> Vec<(usize, Change)> {
        let keywords = self.keywords.iter().map(|new| Change::Keyword(new.keyword.clone()));
        let full_at = self.full_at.map(Change::FullAtIfUnset);
        let negation = self.negation.map(Change::NegationIfUnset);
        full_at.into_iter().chain(negation).chain(keywords).map(|c| (self.position, c)).collect()
    }
}

impl Suggested {
    /// What people see.
    #[must_use]
    pub fn label(&self) -> &str {
        match (&self.keyword.label, &self.keyword.need) {
            (Some(label), _) => label,
            (None, Need::Term { term, .. }) => term,
            (None, _) => "",
        }
    }
}
