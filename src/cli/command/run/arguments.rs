//! What a person may type after `viva run`.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use crate::cli::option_values::{level_parser, time_limit};
use crate::cli::settings::Settings;
use crate::cli::sitting::Manner;
use crate::quiz::Level;

#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag that a person types")]
pub struct Arguments {
    /// Quiz files, or names of bundled quizzes; several are mixed; without any, pick from a list
    #[arg(value_name = "QUIZ")]
    pub quizzes: Vec<PathBuf>,
    /// Ask only about this topic, by id or title; repeatable
    #[arg(long, value_name = "TOPIC")]
    pub topic: Vec<String>,
    /// Ask only questions of this level; repeatable
    #[arg(long, value_parser = level_parser())]
    pub level: Vec<Level>,
    /// Ask only questions with this tag; repeatable
    #[arg(long, value_name = "TAG")]
    pub tag: Vec<String>,
    /// Ask at most so many questions, drawn at random
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub count: Option<u32>,
    /// Put questions and options in random order
    #[arg(long)]
    pub shuffle: bool,
    /// Repeat a random draw; the report names the seed
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Stop asking after this time, such as `45m`; the quiz may set one itself
    #[arg(long, value_name = "TIME", value_parser = time_limit)]
    pub time_limit: Option<Duration>,
    /// Draw what you know least, the weaker the likelier: 10 questions, or as many as `--count` says
    #[arg(long, conflicts_with_all = ["shuffle", "no_history"])]
    pub weak: bool,
    /// Ask only what was missed when it was asked last
    #[arg(long, conflicts_with_all = ["weak", "no_history"])]
    pub missed: bool,
    /// Draw a mixed set that fits the time, easier levels first
    #[arg(long, conflicts_with_all = ["weak", "missed", "count", "shuffle", "time_limit"])]
    pub interview: bool,
    /// How long the interview takes
    #[arg(
        long,
        value_name = "N",
        default_value_t = 30,
        requires = "interview",
        value_parser = clap::value_parser!(u32).range(1..)
    )]
    pub minutes: u32,
    /// Go on with the last attempt at this quiz that was cut off
    #[arg(long, conflicts_with = "no_history")]
    pub resume: bool,
    #[command(flatten)]
    pub manner: Manner,
}

impl Arguments {
    /// The arguments with what the person settled where none of them says otherwise.
    pub fn settled(&self, settings: &Settings) -> Self {
        Self { manner: self.manner.settled(settings), ..self.clone() }
    }
}
