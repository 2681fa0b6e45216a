//! `viva stats`

mod page;

use std::collections::BTreeSet;
use std::io;

use clap::Args;

use crate::cli::appearance::{colour_on, is_dumb, width_of};
use crate::cli::history::{Clock, DataFolder, Today, catch_up, day, follow};
use crate::cli::json::write_json;
use crate::cli::{Exit, Failure, Format};
use crate::quiz::Quiz;
use crate::report::text::Style;
use crate::review::{Known, KnownKeyword, Retention, Standing, Stats, StatsInput};
use crate::store::{KeywordFate, Store};
use crate::terminal::paint_role;

/// How many keywords are asked for.
const MOST: u32 = 10;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The figures of this candidate
    #[arg(long, value_name = "NAME")]
    candidate: Option<String>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    folder: DataFolder,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let clock = Clock::new()?;
    let settings = arguments.folder.settings()?;
    let person = arguments.candidate.as_ref().or(settings.candidate.value.as_ref());
    let found = match arguments.folder.open_existing()? {
        Some(mut store) => {
            catch_up(&mut store, settings.thresholds())?;
            find(&mut store, person.map(String::as_str))?
        }
        None => Found::default(),
    };
    let stats = figures(&found, clock, settings.retention.value);
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Json => write_json(&stats, &mut out)?,
        Format::Text => {
            colored::control::set_override(colour_on(&out));
            let style = Style { width: width_of(&out), unicode: !is_dumb(), paint: paint_role };
            page::write(&stats, &style, &mut out)?;
        }
    }
    Ok(Exit::Done)
}

/// What the history says of a person.
#[derive(Default)]
struct Found {
    known: Vec<Known>,
    standings: Vec<Standing>,
    missed: Vec<KnownKeyword>,
    claimed: Vec<KnownKeyword>,
    quizzes: Vec<Quiz>,
}

fn find(store: &mut Store, person: Option<&str>) -> Result<Found, Failure> {
    let cards = store.cards(person)?;
    let titles: BTreeSet<_> = cards.into_iter().map(|known| known.subject.quiz).collect();
    let mut quizzes = Vec::new();
    for title in titles {
        if let Some(today) = Today::find(store, &title)? {
            follow(store, &today.quiz)?;
            quizzes.push(today.quiz);
        }
    }
    Ok(Found {
        known: store.cards(person)?,
        standings: store.standings(person)?,
        missed: store.keywords(person, KeywordFate::Missed, MOST)?,
        claimed: store.keywords(person, KeywordFate::Claimed, MOST)?,
        quizzes,
    })
}

fn figures(found: &Found, clock: Clock, retention: Retention) -> Stats {
    let days: Vec<_> = found.standings.iter().map(|standing| day(standing.started)).collect();
    Stats::new(&StatsInput {
        known: &found.known,
        standings: &found.standings,
        missed: &found.missed,
        claimed: &found.claimed,
        quizzes: &found.quizzes,
        days: &days,
        today: clock.today(),
        now: clock.now(),
        tomorrow: clock.tomorrow(),
        retention,
    })
}
