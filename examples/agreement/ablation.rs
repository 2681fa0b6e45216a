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
    ("words of fewer of the quiz's model answers earn more", |all| by_rarity(all, is_word)),
    ("the same for words that the prompt does not give", |all| {
        by_rarity(all, |new| new.reason == Reason::Word);
    }),
    ("all points a tenth later", |all| full_at_changed(all, |_, full_at| full_at * 11 / 10)),
    ("all points a tenth earlier", |all| full_at_changed(all, |_, full_at| full_at * 9 / 10)),
    ("all points later, the more the prompt gives", |all| {
        full_at_changed(all, |given, full_at| full_at + given * 3 / 10);
    }),
    ("a beginning earns twice as much", |all| {
        weigh(all, |new, weight| if new.reason == Reason::Beginning { weight * 2 } else { weight });
    }),
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

/// Changes `full_at`, in thousandths, by how many of a thousand words the prompt gives.
fn full_at_changed(all: &mut [Proposal], change: impl Fn(u32, u32) -> u32) {
    for proposal in all {
        let count = |is: fn(&Suggested) -> bool| {
            let words = proposal.keywords.iter().filter(|new| is(new)).count();
            u32::try_from(words).unwrap_or(u32::MAX)
        };
        let given = count(|new| new.reason == Reason::InPrompt) * 1000 / count(is_word).max(1);
        let changed = proposal.full_at.map(|full| change(given, full.thousandths().into()));
        proposal.full_at =
            changed.map(|full| PerMille::new(u16::try_from(full.min(1000)).unwrap_or(1000)));
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
fn by_rarity(all: &mut [Proposal], weighed: fn(&Suggested) -> bool) {
    let mut questions: BTreeMap<String, usize> = BTreeMap::new();
    for new in all.iter().flat_map(|proposal| &proposal.keywords).filter(|new| is_word(new)) {
        *questions.entry(new.label().to_lowercase()).or_default() += 1;
    }
    let of = all.len();
    weigh(all, |new, weight| {
        let with = questions.get(&new.label().to_lowercase()).copied().unwrap_or(1);
        let doublings = (of / with).checked_ilog2().unwrap_or(0);
        if weighed(new) { weight * (4 + doublings) / 4 } else { weight }
    });
}
