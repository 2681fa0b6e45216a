use super::*;
use crate::attempt::{Attempt, Drawn, Given, Millis, Mode, Occasion, Start};
use crate::grade::Grader;
use crate::measure::Coefficient;
use crate::quiz::question::QuestionId;
use crate::quiz::{AnswerText, Points, read};
use crate::report::{PickReport, Report, ResponseReport};

const QUIZ: &str = r#"
title = "Six questions"
[[topics]]
id = "one"
title = "One"
[[topics]]
id = "two"
title = "Two"
weight = 2
[[questions]]
id = "q0"
topic = "one"
type = "text"
prompt = "What is sent?"
points = 3
keywords = ["pre_save", "post_save"]
[[questions]]
id = "q1"
topic = "one"
type = "choice"
prompt = "Which?"
options = [{ text = "this", correct = true }, { text = "that" }]
[[questions]]
id = "q2"
topic = "one"
type = "boolean"
prompt = "Is it so?"
points = 2
correct = true
[[questions]]
id = "q3"
topic = "two"
type = "boolean"
prompt = "Is it?"
correct = true
[[questions]]
id = "q4"
topic = "two"
type = "boolean"
prompt = "Was it?"
correct = true
[[questions]]
id = "q5"
topic = "two"
type = "boolean"
prompt = "Will it be?"
points = 4
correct = true
"#;

/// A report on answers to all six questions.
fn report() -> Report {
    let read = read(QUIZ);
    assert_eq!(read.diagnostics, []);
    let quiz = read.value.unwrap().quiz;
    let drawn =
        |id: &str| Drawn { question: QuestionId::new(id), shown: Vec::new(), time_limit: None };
    let mut attempt = Attempt::begin(Start {
        quiz: quiz.digest,
        candidate: Some(AnswerText::new("ann")),
        started: Millis(0),
        mode: Mode::Exam,
        occasion: Occasion::Quiz,
        seed: 0,
        time_limit: None,
        questions: ["q0", "q1", "q2", "q3", "q4", "q5"].map(drawn).to_vec(),
    });
    let answers = ["Django sends pre_save first.", "that", "yes", "yes", "yes", "yes"];
    for (place, answer) in answers.into_iter().enumerate() {
        attempt.show(place, Millis(0)).unwrap();
        attempt.answer(place, Given::text(answer), Millis(0)).unwrap();
    }
    attempt.finish(Millis(0)).unwrap();
    Report::new(&quiz, &attempt, &attempt.grade(&quiz, &Grader::new(&quiz)))
}

/// `base` with other points, with or without its first keyword and its wrong option.
fn scored(base: &Report, points: &[u32], keyword: bool, option: bool) -> Report {
    let mut report = base.clone();
    for (question, points) in report.questions.iter_mut().zip(points) {
        question.earned = Points::from_thousandths(*points);
    }
    if let Some(ResponseReport::Text { keywords, .. }) = &mut report.questions[0].response
        && !keyword
    {
        keywords[0].earned = crate::quiz::Weight::from_thousandths(0);
    }
    if let Some(ResponseReport::Picked { picked, left }) = &mut report.questions[1].response
        && !option
    {
        let right = PickReport { text: left.remove(0), right: true, feedback: None };
        *picked = vec![right];
    }
    report
}

/// The reports whose points the independent program worked on.
fn reference_reports() -> Vec<Report> {
    let base = report();
    let rows = include_str!("../../../tests/analysis/scores.csv").lines().skip(1);
    rows.map(|row| {
        let values: Vec<u32> = row.split(',').map(|value| value.parse().unwrap()).collect();
        scored(&base, &values[..6], values[6] == 1, values[7] == 1)
    })
    .collect()
}

fn analysis(reports: &[Report]) -> Analysis {
    let mut sample = Sample::new(reports[0].quiz.clone());
    for report in reports {
        sample.add(report).unwrap();
    }
    sample.analysis()
}

/// Thousandths of what the independent program computed.
fn reference(path: &str) -> i32 {
    let json: serde_json::Value =
        serde_json::from_str(include_str!("../../../tests/analysis/reference.json")).unwrap();
    let value = json.pointer(path).and_then(serde_json::Value::as_f64).unwrap();
    Coefficient::rounded(value).thousandths()
}

fn share(figure: &Figure<crate::quiz::PerMille>) -> i32 {
    i32::from(figure.value().expect("enough candidates").thousandths())
}

fn coefficient(figure: &Figure<Coefficient>) -> i32 {
    figure.value().expect("enough candidates").thousandths()
}

#[test]
fn every_figure_is_that_of_an_independent_program() {
    let analysis = analysis(&reference_reports());
    assert_eq!(analysis.candidates, 60);
    assert_eq!(coefficient(&analysis.alpha), reference("/alpha"));
    assert_eq!(share(&analysis.error), reference("/error"));
    for (place, item) in analysis.items.iter().enumerate() {
        assert_eq!(share(&item.difficulty), reference(&format!("/difficulty/{place}")));
        assert_eq!(
            coefficient(&item.discrimination),
            reference(&format!("/discrimination/{place}"))
        );
    }
    let details = [(0, "pre_save", "keyword"), (1, "that", "option")];
    for (item, label, name) in details {
        let mut details = analysis.items[item].details.iter();
        let detail = details.find(|detail| detail.label == label).unwrap();
        assert_eq!(share(&detail.share), reference(&format!("/{name}/share")));
        assert_eq!(share(&detail.best), reference(&format!("/{name}/best")));
        assert_eq!(share(&detail.weakest), reference(&format!("/{name}/weakest")));
        let found = coefficient(&detail.discrimination);
        assert_eq!(found, reference(&format!("/{name}/discrimination")));
    }
}

#[test]
fn the_order_of_the_candidates_changes_no_figure() {
    let mut reports = reference_reports();
    let forwards = analysis(&reports);
    reports.reverse();
    let mut backwards = analysis(&reports);
    for item in &mut backwards.items {
        item.details.sort_by_key(|detail| detail.label.clone());
    }
    let mut sorted = forwards;
    for item in &mut sorted.items {
        item.details.sort_by_key(|detail| detail.label.clone());
    }
    assert_eq!(backwards, sorted);
}

#[test]
fn few_candidates_get_no_figure_but_their_number() {
    let reports = reference_reports();
    let few = analysis(&reports[..9]);
    let withheld = |least| Withheld::TooFew { least };
    assert_eq!(few.alpha, Figure::Withheld { why: withheld(LEAST_FOR_CORRELATION), n: 9 });
    let item = &few.items[0];
    assert_eq!(item.difficulty, Figure::Withheld { why: withheld(LEAST_FOR_DIFFICULTY), n: 9 });
    assert_eq!(item.remarks, []);
    let some = analysis(&reports[..39]);
    assert!(some.items[0].difficulty.value().is_some() && some.alpha.value().is_some());
    let best = some.items[0].details[0].best;
    assert_eq!(best, Figure::Withheld { why: withheld(LEAST_FOR_GROUPS), n: 39 });
}

#[test]
fn candidates_who_all_score_alike_tell_nothing_apart() {
    let base = report();
    let alike = analysis(&vec![scored(&base, &[1000; 6], true, true); 50]);
    assert_eq!(alike.alpha, Figure::Withheld { why: Withheld::NoSpread, n: 50 });
    let item = &alike.items[0];
    assert_eq!(item.discrimination, Figure::Withheld { why: Withheld::NoSpread, n: 50 });
    assert_eq!(item.details[0].best, Figure::Withheld { why: Withheld::NoSpread, n: 50 });
}

#[test]
fn an_item_rests_on_those_who_were_asked_and_alpha_needs_the_same_questions() {
    let mut reports = reference_reports();
    for report in &mut reports[..20] {
        report.questions.truncate(3);
    }
    let drawn = analysis(&reports);
    assert_eq!(drawn.alpha, Figure::Withheld { why: Withheld::DifferentQuestions, n: 60 });
    assert_eq!((drawn.items[0].difficulty.n(), drawn.items[5].difficulty.n()), (60, 40));
    assert!(drawn.items[5].discrimination.value().is_some());
}

#[test]
fn a_quiz_of_one_question_has_no_rest_to_compare_with() {
    let mut reports = reference_reports();
    for report in &mut reports {
        report.questions.truncate(1);
    }
    let single = analysis(&reports);
    assert_eq!(single.alpha, Figure::Withheld { why: Withheld::OneQuestion, n: 60 });
    let discrimination = single.items[0].discrimination;
    assert_eq!(discrimination, Figure::Withheld { why: Withheld::OneQuestion, n: 60 });
}

#[test]
fn a_keyword_that_the_best_miss_and_a_wrong_option_that_they_pick_are_pointed_out() {
    let base = report();
    let reports: Vec<Report> = (0..50)
        .map(|n| {
            let good = n % 2 == 0;
            let points =
                if good { [1500, 0, 2000, 1000, 1000, 4000] } else { [1500, 1000, 0, 0, 0, 0] };
            scored(&base, &points, !good, good)
        })
        .collect();
    let analysis = analysis(&reports);
    let remark = |item: usize, label: &str| {
        let mut details = analysis.items[item].details.iter();
        details.find(|detail| detail.label == label).and_then(|detail| detail.remark)
    };
    assert_eq!(remark(0, "pre_save"), Some(Remark::BestMissIt));
    assert_eq!(remark(1, "that"), Some(Remark::BestPickIt));
    assert_eq!(remark(1, "this"), Some(Remark::BestMissIt));
    assert!(analysis.items[1].remarks.contains(&Remark::Contrary));
}

#[test]
fn a_report_of_another_quiz_is_refused() {
    let report = report();
    let mut other = report.quiz.clone();
    other.digest = crate::quiz::Digest([7; 32]);
    assert_eq!(Sample::new(other).add(&report), Err(OtherQuiz));
}
