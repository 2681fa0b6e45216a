//! A question as a sum: what each term earns or costs.

use super::presence::{columns, plain};
use super::ridge::{Column, deviation, fit};
use super::vocabulary::Vocabulary;
use crate::calibrate::sample::Sample;
use crate::measure::mean;
use crate::quiz::Quiz;
use crate::quiz::question::{Criterion, Entry, Need, Question, Rubric};
use crate::suggest::{Suggested, wordwise};
use crate::text::{Language, fold};

/// What it costs to stray from the prior, in answers: for a word, and how many times that for a phrase.
const WORD_PENALTY: f64 = 4.0;
const PHRASE_FACTOR: f64 = 2.0;
/// The same for what all keywords together are worth, of which an answer tells more.
const PRIOR_PENALTY: f64 = 1.0;
/// How many times that in the second fit, when terms have been chosen by the first.
const REFIT_FACTOR: f64 = 6.0;
/// Most misconceptions, per hundred answers: more cannot be told from chance.
const MOST_MISCONCEPTIONS: usize = 6;
/// The least that a misconception must explain, as a standard deviation of shares.
const LEAST_EFFECT: f64 = 0.003;
/// How many of the words most shared stand for speaking of the matter.
const MATTER_WORDS: usize = 12;
/// How many answers must share such a word.
const LEAST_SHARED: usize = 2;

/// What a term earns, or costs when below zero, as a share of the question's points.
#[derive(Debug, Clone)]
pub(super) struct Worth {
    pub criterion: Criterion,
    pub share: f64,
}

/// What people's scores say of a question.
#[derive(Debug)]
pub(super) struct Model {
    /// The question's own keywords, in its order, none below zero.
    pub own: Vec<Worth>,
    /// What is new and earns, the most telling first.
    pub more: Vec<Worth>,
    /// What is new and costs, the most telling first.
    pub against: Vec<Worth>,
}

impl Model {
    /// Explains the samples of a text question; at most `most` keywords, its own included.
    pub(super) fn new(
        quiz: &Quiz,
        question: &Question,
        rubric: &Rubric,
        samples: &[&Sample],
        most: usize,
    ) -> Self {
        let tag = quiz.language.as_str();
        let answers = samples.iter().map(|sample| sample.answer.gradable());
        let vocabulary = Vocabulary::of(answers, tag);
        let mut terms = Terms::new(question, rubric, &vocabulary, tag);
        let criteria: Vec<Criterion> =
            terms.all.iter().map(|(criterion, _)| criterion.clone()).collect();
        let values = terms.distinct(columns(quiz, question, &criteria, samples));
        let target: Vec<f64> =
            samples.iter().map(|s| f64::from(s.score().thousandths()) / 1000.0).collect();
        let shares = first_fit(&terms, &values, &target);
        let chosen = choose(&terms, &values, &shares, most);
        refit(&terms, &values, &target, &shares, &chosen, &vocabulary)
    }
}

/// Everything that may earn or cost, with what it earns as the question is.
struct Terms {
    all: Vec<(Criterion, f64)>,
    /// How many of them are the question's own.
    own: usize,
}

impl Terms {
    fn new(question: &Question, rubric: &Rubric, vocabulary: &Vocabulary, tag: &str) -> Self {
        let language = Language::of(tag);
        let weight = |keyword: &Criterion| f64::from(keyword.weight.thousandths());
        let total: f64 = rubric.keywords.iter().map(weight).sum();
        let asked = total * f64::from(rubric.full_at.thousandths()) / 1000.0;
        let share = |keyword: &Criterion| if asked > 0.0 { weight(keyword) / asked } else { 0.0 };
        let mut all: Vec<_> =
            rubric.keywords.iter().map(|keyword| (keyword.clone(), share(keyword))).collect();
        if all.is_empty() {
            all = proposed(question, tag);
        }
        let own = rubric.keywords.len();
        let labels = |all: &[(Criterion, f64)]| -> Vec<String> {
            all.iter().map(|(keyword, _)| fold(&keyword.label, language)).collect()
        };
        let taken = labels(&all);
        let terms = vocabulary.terms().into_iter();
        all.extend(
            terms
                .filter(|term| !taken.contains(&fold(term, language)))
                .map(|term| (of_term(term), 0.0)),
        );
        Self { all, own }
    }

    /// Drops what is new and stands in the same answers as something before it, or in none or all.
    fn distinct(&mut self, values: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
        let mut kept: Vec<Vec<f64>> = Vec::new();
        let mut all = Vec::new();
        for (at, (term, column)) in self.all.drain(..).zip(values).enumerate() {
            let varies = column.iter().any(|value| Some(value) != column.first());
            if at < self.own || varies && !kept.contains(&column) {
                all.push(term);
                kept.push(column);
            }
        }
        self.all = all;
        kept
    }
}

fn of_term(term: String) -> Criterion {
    plain(Need::Term { term: term.clone(), aliases: Vec::new() }, term)
}

/// What would be suggested of the model answer, with what each of it would earn.
fn proposed(question: &Question, tag: &str) -> Vec<(Criterion, f64)> {
    let (keywords, full_at) = wordwise(question, tag);
    let weight = |new: &Suggested| f64::from(new.keyword.weight.thousandths());
    let total: f64 = keywords.iter().map(weight).sum();
    let asked = total * f64::from(full_at.thousandths()) / 1000.0;
    let criterion = |new: &Suggested| plain(new.keyword.need.clone(), new.label().to_owned());
    keywords.iter().map(|new| (criterion(new), weight(new) / asked)).collect()
}

/// What each term earns when all of them are looked at together.
fn first_fit(terms: &Terms, values: &[Vec<f64>], target: &[f64]) -> Vec<f64> {
    let mut together = vec![0.0_f64; target.len()];
    for ((_, prior), column) in terms.all.iter().zip(values) {
        for (sum, value) in together.iter_mut().zip(column) {
            *sum += prior * value;
        }
    }
    let together: Vec<f64> = together.into_iter().map(|sum| sum.min(1.0)).collect();
    let mut columns: Vec<Column> = terms
        .all
        .iter()
        .zip(values)
        .map(|((criterion, _), values)| Column {
            values: values.clone(),
            prior: 0.0,
            penalty: penalty(criterion),
        })
        .collect();
    columns.push(Column { values: together, prior: 1.0, penalty: PRIOR_PENALTY });
    let mut weights = fit(&columns, target);
    let scale = weights.pop().unwrap_or(1.0);
    weights.iter().zip(&terms.all).map(|(weight, (_, prior))| weight + scale * prior).collect()
}

fn penalty(criterion: &Criterion) -> f64 {
    match &criterion.need {
        Need::Term { term, .. } if term.contains(' ') => WORD_PENALTY * PHRASE_FACTOR,
        _ => WORD_PENALTY,
    }
}

/// The terms that are kept: the question's own, then the most telling that earn and that cost.
fn choose(terms: &Terms, values: &[Vec<f64>], shares: &[f64], most: usize) -> Vec<usize> {
    let answers = values.first().map_or(0, Vec::len);
    let mut telling: Vec<(f64, usize)> = Vec::new();
    for (at, (share, values)) in shares.iter().zip(values).enumerate().skip(terms.own) {
        telling.push((share * deviation(values), at));
    }
    telling.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let room = most.saturating_sub(terms.own + 1);
    let earning = telling.iter().filter(|(tells, _)| *tells > 0.0).take(room);
    let costly = telling.iter().rev().filter(|(tells, _)| *tells < -LEAST_EFFECT);
    let costly = costly.take(answers * MOST_MISCONCEPTIONS / 100);
    let own = 0..terms.own;
    own.chain(earning.chain(costly).map(|(_, at)| *at)).collect()
}

/// Weighs the chosen terms again without the others, and what speaking of the matter is worth.
fn refit(
    terms: &Terms,
    values: &[Vec<f64>],
    target: &[f64],
    shares: &[f64],
    chosen: &[usize],
    vocabulary: &Vocabulary,
) -> Model {
    let mut kept: Vec<(usize, &Criterion, Column)> = Vec::new();
    for &at in chosen {
        let (Some((criterion, _)), Some(values), Some(&prior)) =
            (terms.all.get(at), values.get(at), shares.get(at))
        else {
            continue;
        };
        let penalty = penalty(criterion) * REFIT_FACTOR;
        kept.push((at, criterion, Column { values: values.clone(), prior, penalty }));
    }
    let columns: Vec<Column> = kept.iter().map(|(_, _, column)| column.clone()).collect();
    let mut model = Model { own: Vec::new(), more: Vec::new(), against: Vec::new() };
    let mut rest = target.to_vec();
    for ((at, criterion, column), fitted) in kept.iter().zip(fit(&columns, target)) {
        let costs = *at >= terms.own && column.prior < 0.0;
        let share = if costs { fitted.min(0.0) } else { fitted.max(0.0) };
        for (rest, value) in rest.iter_mut().zip(&column.values) {
            *rest -= share * value;
        }
        let worth = Worth { criterion: (*criterion).clone(), share };
        match (*at < terms.own, costs) {
            (true, _) => model.own.push(worth),
            (false, false) => model.more.push(worth),
            (false, true) => model.against.push(worth),
        }
    }
    model.more.extend(matter(vocabulary, mean(&rest)));
    model
}

/// What an answer earns that speaks of the matter at all.
fn matter(vocabulary: &Vocabulary, share: f64) -> Option<Worth> {
    let shared = |(_, answers): &(String, usize)| *answers >= LEAST_SHARED;
    let words = vocabulary.words().into_iter().filter(shared).take(MATTER_WORDS);
    let entries: Vec<Entry> = words.map(|(word, _)| Entry(vec![word])).collect();
    let earns = share > 0.0 && !entries.is_empty();
    let criterion = plain(Need::Any { entries, min: 1 }, "speaks of the matter".to_owned());
    earns.then_some(Worth { criterion, share })
}
