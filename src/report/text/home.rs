//! What was seen at home, in words.

use super::phrase::{count, duration};
use crate::attempt::Millis;
use crate::report::conduct::{Observed, TakeHome, TakenIn};

/// Facts about the whole, each with its name.
pub(crate) fn home_facts(home: &TakeHome) -> Vec<(&'static str, String)> {
    let times = |number: u32| count(number, "time");
    let taken = match home.taken_in {
        TakenIn::Browser => "in the browser".to_owned(),
        TakenIn::Terminal => "in a terminal, which sees no pasting and no focus".to_owned(),
    };
    let away = format!("{}, {}", times(home.away), duration(home.away_time));
    [
        Some(("Taken", taken)),
        home.late.map(|late| ("After the deadline, by its own clock", duration(late))),
        home.changed.then(|| ("Quiz", "changed since packing".to_owned())),
        (home.resumed > 0).then(|| ("Opened again", times(home.resumed))),
        (home.away > 0).then_some(("Another window in front", away)),
        (home.clock_back > Millis(0)).then(|| ("Clock set back by", duration(home.clock_back))),
        (home.foreign > 0).then(|| ("Answers to nothing that was asked", home.foreign.to_string())),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Facts about one question.
pub(crate) fn observed_facts(observed: &Observed) -> Vec<String> {
    let characters: u64 = observed.pastes.iter().map(|paste| u64::from(*paste)).sum();
    let pastes = count(observed.pastes.len(), "paste");
    [
        observed.first_key.map(|wait| format!("first key after {}", duration(wait))),
        (characters > 0).then(|| format!("{pastes} of {} in all", count(characters, "character"))),
        (observed.away > 0).then(|| {
            let away = duration(observed.away_time);
            format!("another window in front {}, {away}", count(observed.away, "time"))
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}
