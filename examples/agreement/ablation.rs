//! What is proposed, with one rule changed.

use std::collections::BTreeMap;

use vivavoce::quiz::question::{Entry, Need, Negation};
use vivavoce::quiz::{PerMille, Weight};
use vivavoce::suggest::{Kin, Proposal, Reason, Suggested};

/// A rule by its name, and what it does to all that is proposed for a quiz.
type Rule = (&'static str, fn(&mut [Proposal]));

/// Every change that is measured; the first leaves all as it is.
pub const RULES: &[Rule] = &[
    ("**as suggested**", |_| {}),
    ("words alone", |all| {
        keep(all, |new| !matches!(new.reason, Reason::Phrase | Reason::Beginning));
        without(all, |_| true);
        full_at(all, 700);
    }),
    ("denied words earn nothing", |all| negation(all, Negation::Deny)),
    ("words of the prompt earn as much as others", |all| {
        weigh(all, |new, weight| if new.reason == Reason::InPrompt { 1000 } else { weight });
    }),
    ("words of the prompt earn nothing", without_prompt),
    ("without the keyword for a beginning", |all| keep(all, |new| new.reason != Reason::Beginning)),
    ("without phrases", |all| keep(all, |new| new.reason != Reason::Phrase)),
    ("phrases earn twice as much", |all| {
        weigh(all, |new, weight| if new.reason == Reason::Phrase { weight * 2 } else { weight });
    }),
    ("without any aliases", |all| without(all, |_| true)),
    ("without irregular forms and numbers", |all| {
        without(all, |kin| matches!(kin, Kin::Irregular | Kin::Number));
    }),
    ("without compared adjectives", |all| without(all, |kin| kin == Kin::Degree)),
    ("without words of the same root", |all| without(all, |kin| kin == Kin::Root)),
    ("all points from 70 % whatever the length", |all| full_at(all, 700)),
    ("numbers earn twice as much", |all| {
        weigh(
            all,
            |new, weight| {
                if new.label().starts_with(char::is_numeric) { weight * 2 } else { weight }
            },
        );
    }),
    ("longer words earn more", |all| {
        weigh(all, |new, weight| {
            let letters = u32::try_from(new.label().chars().count()).unwrap_or(u32::MAX);
            if is_word(new) { weight * letters.clamp(2, 12) / 6 } else { weight }
        });
    }),
    ("what the model answer says first earns more", |all| {
        for proposal in all {
            let words = proposal.keywords.iter_mut().filter(|new| is_word(new));
            for (place, new) in (0..).zip(words) {
                let weight = new.keyword.weight.thousandths();
                new.keyword.weight =
                    Weight::from_thousandths(weight * 10 / (10 + std::cmp::min(place, 10)));
            }
        }
    }),
    ("words of fewer of the quiz's model answers earn more", by_rarity),
];

fn is_word(new: &Suggested) -> bool {
    matches!(new.reason, Reason::Word | Reason::InPrompt)
}

/// Keeps some keywords, and all where none would be left.
fn keep(all: &mut [Proposal], kept: impl Fn(&Suggested) -> bool) {
    for proposal in all {
        if proposal.keywords.iter().any(&kept) {
            proposal.keywords.retain(&kept);
        }
    }
}

fn without_prompt(all: &mut [Proposal]) {
    for proposal in all.iter_mut() {
        if proposal.keywords.iter().any(|new| new.reason == Reason::Word) {
            proposal.keywords.retain(|new| new.reason != Reason::InPrompt);
        }
    }
}

fn weigh(all: &mut [Proposal], weight: impl Fn(&Suggested, u32) -> u32) {
    for new in all.iter_mut().flat_map(|proposal| &mut proposal.keywords) {
        let weighed = weight(new, new.keyword.weight.thousandths());
        new.keyword.weight = Weight::from_thousandths(weighed);
    }
}

fn full_at(all: &mut [Proposal], thousandths: u16) {
    for proposal in all {
        proposal.full_at = Some(PerMille::new(thousandths));
    }
}

fn negation(all: &mut [Proposal], negation: Negation) {
    for proposal in all {
        proposal.negation = Some(negation);
    }
}

/// Takes aliases of some kinds away.
fn without(all: &mut [Proposal], gone: impl Fn(Kin) -> bool) {
    for new in all.iter_mut().flat_map(|proposal| &mut proposal.keywords) {
        let gone: Vec<&str> = new
            .aliases
            .iter()
            .filter(|alias| gone(alias.kin))
            .map(|alias| alias.written.as_str())
            .collect();
        match &mut new.keyword.need {
            Need::Term { aliases, .. } => aliases.retain(|alias| !gone.contains(&alias.as_str())),
            Need::Any { entries, .. } => {
                for Entry(terms) in entries {
                    let first = terms.first().cloned();
                    terms.retain(|term| {
                        Some(term) == first.as_ref() || !gone.contains(&term.as_str())
                    });
                }
            }
            _ => {}
        }
    }
}

/// Inverse document frequency: a word earns more the fewer questions have it as a keyword.
fn by_rarity(all: &mut [Proposal]) {
    let mut questions: BTreeMap<String, usize> = BTreeMap::new();
    for new in all.iter().flat_map(|proposal| &proposal.keywords).filter(|new| is_word(new)) {
        *questions.entry(new.label().to_lowercase()).or_default() += 1;
    }
    let of = all.len();
    weigh(all, |new, weight| {
        let with = questions.get(&new.label().to_lowercase()).copied().unwrap_or(1);
        let doublings = (of / with).checked_ilog2().unwrap_or(0);
        if is_word(new) { weight * (4 + doublings) / 4 } else { weight }
    });
}
