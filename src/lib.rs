//! A scored self-assessment quiz engine: quizzes in TOML, free text graded against keywords, and a
//! report in which every point is a place in the answer.
//!
//! The domain is values in, values out. [`quiz`] reads a file to a [`quiz::Quiz`] or to diagnostics
//! with places; [`grade`] takes a question and a response and gives points and every reason for
//! them, with [`matcher`] and [`text`] below it; [`score`] adds up; [`attempt`] is one person taking
//! one quiz, as a log of events; [`report`] holds the result and draws it. Times and seeds are
//! arguments. Only [`store`], [`terminal`] and [`cli`] know files, people and the clock; the program
//! `viva` is [`cli::run`].
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! use vivavoce::attempt::Given;
//! use vivavoce::grade::Grader;
//! use vivavoce::quiz::question::QuestionId;
//! use vivavoce::quiz::{AnswerText, Response, read};
//! use vivavoce::report::Report;
//!
//! let file = r#"
//!     title = "Django"
//!     [[questions]]
//!     id = "signals"
//!     prompt = "Name the signals of a save."
//!     points = 2
//!     keywords = ["pre_save", "post_save"]
//! "#;
//! let read = read(file);
//! assert_eq!(read.diagnostics, []);
//! let quiz = read.value.expect("nothing is wrong with it").quiz;
//!
//! // One answer: "presave" is another spelling, "post_svae" a slip.
//! let grader = Grader::new(&quiz);
//! let answer = AnswerText::new("presave, then post_svae");
//! let grade = grader.question(0).expect("one").grade(&Response::Written(answer.clone()));
//! assert_eq!(grade.earned.to_string(), "2");
//! let findings = grade.findings().expect("a question of prose");
//! let slip = findings.keywords[1].evidence().expect("it was found");
//! assert_eq!(slip.spans[0].of("presave, then post_svae"), "post_svae");
//!
//! // All answers of one person.
//! let answers = BTreeMap::from([(QuestionId::new("signals"), Given::Text(answer))]);
//! let report = Report::of_answers(&quiz, &grader, AnswerText::new("Ada"), &answers);
//! assert!(report.passed);
//! ```
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]
#![deny(clippy::print_stdout, clippy::print_stderr)]

pub mod attempt;
pub mod bulk;
pub mod calibrate;
pub mod check;
#[expect(clippy::disallowed_methods, reason = "the command line reads and writes for the domain")]
pub mod cli;
pub mod diagnostic;
pub mod edit;
pub mod grade;
mod hidden;
pub mod hypertext;
pub mod matcher;
pub mod measure;
pub mod quiz;
pub mod report;
pub mod review;
pub mod score;
pub mod span;
#[expect(clippy::disallowed_methods, reason = "the history is a file")]
pub mod store;
pub mod suggest;
pub mod takehome;
#[expect(clippy::disallowed_methods, reason = "the terminal is where a person meets the domain")]
pub mod terminal;
pub mod text;
