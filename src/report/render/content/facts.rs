//! The facts of an attempt, without a verdict.

use crate::attempt::End;
use crate::report::text::{count, duration, home_facts, moment};
use crate::report::{Report, Sitting, Status};

/// Each fact with its name.
pub(in crate::report::render) fn facts(report: &Report) -> Vec<(&'static str, String)> {
    let mut facts = report.sitting.as_ref().map(sitting).unwrap_or_default();
    let answered = report.count(Status::Answered);
    facts.push(("Answered", format!("{answered} of {}", report.questions.len())));
    let counted = [
        ("Skipped", report.count(Status::Skipped)),
        ("Could not be read", report.count(Status::Unreadable)),
        ("After the time was up", report.late()),
        ("Hints taken", report.hints()),
    ];
    let counted = counted.into_iter().filter(|(_, number)| *number > 0);
    facts.extend(counted.map(|(name, number)| (name, number.to_string())));
    facts
}

fn sitting(sitting: &Sitting) -> Vec<(&'static str, String)> {
    let limit = sitting.time_limit.map(|limit| format!(" of {}", duration(limit)));
    let ended = match sitting.end {
        End::Finished => "finished",
        End::TimeUp => "the time was up",
        End::Stopped => "stopped before the end",
    };
    let mut facts = vec![
        ("Started", moment(&sitting.started)),
        ("Time used", duration(sitting.duration) + &limit.unwrap_or_default()),
        ("Mode", sitting.manner()),
        ("Ended", ended.to_owned()),
    ];
    match &sitting.home {
        // The order of a pack is drawn by its maker's key.
        Some(home) => facts.extend(home_facts(home)),
        None => facts.push(("Seed", sitting.seed.to_string())),
    }
    if let Some(course) = &sitting.course {
        let paused = format!("{}, {}", count(course.pauses, "time"), duration(course.paused));
        facts.extend((course.pauses > 0).then_some(("Paused", paused)));
        let back = count(course.went_back, "time");
        facts.extend((course.went_back > 0).then_some(("Went back", back)));
        facts.push(("Longest gap", duration(course.longest_gap)));
    }
    facts
}
