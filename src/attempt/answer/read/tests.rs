use super::*;
use crate::quiz::PerMille;
use crate::quiz::question::{Accepted, Choice, Cloze, Exactness, Piece};
use crate::score::sample;

fn question(task: Task) -> Question {
    Question { task, ..sample::question("q", "topic", 1000) }
}

fn options(texts: &[&str]) -> Options {
    let option = |text: &&str| Choice { text: Markdown::new(*text), correct: true, feedback: None };
    Options(texts.iter().map(option).collect())
}

fn items() -> Question {
    question(Task::Order(Sequence(["URLconf", "view", "response"].map(Markdown::new).to_vec())))
}

fn gaps(count: usize) -> Question {
    let gap = Piece::Gap(Accepted {
        answers: vec!["x".into()],
        case: false,
        exactness: Exactness::Fuzzy(Some(PerMille::ONE)),
    });
    question(Task::Cloze(Cloze(vec![gap; count])))
}

fn picked(places: &[u32]) -> Response {
    Response::Picked(places.iter().copied().map(OptionId).collect())
}

fn in_order(places: &[u32]) -> Response {
    Response::Ordered(places.iter().copied().map(ItemId).collect())
}

#[test]
fn blanks_are_a_skipped_question_of_every_type() {
    for question in [question(Task::Boolean(true)), items(), gaps(2)] {
        for given in [Given::text(" \t"), Given::parts([""; 0]), Given::parts(["", " "])] {
            assert_eq!(read(&question, &given, &[]), Ok(Response::Skipped));
        }
    }
}

#[test]
fn separators_alone_are_a_skipped_question_where_they_separate() {
    let choices = options(&["yes", "no"]);
    for task in [Task::Choice(choices.clone()), Task::Multi(choices)] {
        assert_eq!(read(&question(task), &Given::text(" | "), &[]), Ok(Response::Skipped));
    }
    assert_eq!(read(&gaps(2), &Given::text("|"), &[]), Ok(Response::Skipped));
    let in_one_gap = Response::Filled(vec![AnswerText::new("|")]);
    assert_eq!(read(&gaps(1), &Given::text("|"), &[]), Ok(in_one_gap));
}

#[test]
fn an_option_is_named_by_its_text_or_its_number() {
    let question = question(Task::Choice(options(&["`Vec<T>`", "slice", "a | b"])));
    for named in ["`Vec<T>`", "vec<t>", "1", " 1 "] {
        assert_eq!(read(&question, &Given::text(named), &[]), Ok(picked(&[0])), "{named}");
    }
    assert_eq!(read(&question, &Given::text("a | b"), &[]), Ok(picked(&[2])));
    assert_eq!(
        read(&question, &Given::text("4"), &[]).unwrap_err().to_string(),
        "`4` is none of the 3 options; write its text or a number from 1 to 3"
    );
    assert_eq!(read(&question, &Given::text("1|2"), &[]), Err(Unreadable::Several(2)));
}

#[test]
fn who_puts_commas_between_several_learns_what_to_write() {
    let several = question(Task::Multi(options(&["red", "green", "blue"])));
    let refused = |question: &Question, text| {
        read(question, &Given::text(text), &[]).unwrap_err().to_string()
    };
    assert_eq!(
        refused(&several, "1, 3"),
        "`1, 3` is none of the options; write `|` between several: `1|3`"
    );
    assert_eq!(
        refused(&items(), "2,1,3"),
        "`2,1,3` is none of the items; write `|` between several: `2|1|3`"
    );
    assert!(refused(&several, "1,9").starts_with("`1,9` is none of the 3 options"));
    let one = question(Task::Choice(options(&["red", "green"])));
    assert_eq!(refused(&one, "1,2"), "one answer is asked for, not 2");
}

#[test]
fn a_text_wins_over_a_number() {
    let question = question(Task::Choice(options(&["4", "2", "1"])));
    assert_eq!(read(&question, &Given::text("1"), &[]), Ok(picked(&[2])));
    assert_eq!(read(&question, &Given::text("3"), &[]), Ok(picked(&[2])));
}

#[test]
fn options_that_differ_in_capitals_are_told_apart() {
    let question = question(Task::Choice(options(&["Self", "self"])));
    assert_eq!(read(&question, &Given::text("self"), &[]), Ok(picked(&[1])));
    assert!(read(&question, &Given::text("SELF"), &[]).is_err());
}

#[test]
fn several_options_come_in_the_files_order_and_once_each() {
    let question = question(Task::Multi(options(&["a", "b", "c"])));
    assert_eq!(read(&question, &Given::text("c|1| a "), &[]), Ok(picked(&[0, 2])));
    assert_eq!(read(&question, &Given::parts(["3", "b"]), &[]), Ok(picked(&[1, 2])));
    assert_eq!(read(&question, &Given::text("a||"), &[]), Ok(picked(&[0])));
}

#[test]
fn numbers_count_as_options_and_items_were_shown() {
    let multi = question(Task::Multi(options(&["a", "b", "c"])));
    assert_eq!(read(&multi, &Given::text("1"), &[2, 0, 1]), Ok(picked(&[2])));
    assert_eq!(read(&items(), &Given::text("2|3|1"), &[2, 0, 1]), Ok(in_order(&[0, 1, 2])));
    assert!(read(&multi, &Given::text("1"), &[9, 0, 1]).is_err());
}

#[test]
fn every_item_is_named_once() {
    assert_eq!(read(&items(), &Given::text("3|1|2"), &[]), Ok(in_order(&[2, 0, 1])));
    assert_eq!(
        read(&items(), &Given::text("view|URLconf|response"), &[]),
        Ok(in_order(&[1, 0, 2]))
    );
    for wrong in ["1|2", "1|2|2", "1|2|3|3"] {
        assert_eq!(read(&items(), &Given::text(wrong), &[]), Err(Unreadable::NotAllItems(3)));
    }
}

#[test]
fn gaps_are_filled_in_order_and_some_may_stay_empty() {
    let filled =
        |texts: &[&str]| Ok(Response::Filled(texts.iter().copied().map(AnswerText::new).collect()));
    assert_eq!(read(&gaps(2), &Given::text("a | b"), &[]), filled(&["a", "b"]));
    assert_eq!(read(&gaps(2), &Given::text("|b"), &[]), filled(&["", "b"]));
    assert_eq!(read(&gaps(1), &Given::text("a|b"), &[]), filled(&["a|b"]));
    assert_eq!(read(&gaps(2), &Given::text("a"), &[]), Err(Unreadable::Gaps { gaps: 2, given: 1 }));
}

#[test]
fn hostile_text_is_harmless_in_the_message() {
    let question = question(Task::Boolean(true));
    let hostile = format!("\u{1b}]0;title\u{7}\u{202e}{}", "x".repeat(100));
    let message = read(&question, &Given::text(hostile), &[]).unwrap_err().to_string();
    assert!(message.chars().all(|c| !c.is_control() && c != '\u{202e}'), "{message}");
    assert!(message.len() < 150, "{message}");
}

#[test]
fn a_response_is_read_back_as_it_was_kept() {
    let number = Target { value: 4.into(), tolerance: 0.into(), unit: Some("ms".into()) };
    let cases = [
        (question(Task::Choice(options(&["a|b", "2", "1"]))), Given::text("2"), [2, 1, 0]),
        (question(Task::Multi(options(&["a|b", "2", "1"]))), Given::text("1|a|b"), [2, 1, 0]),
        (items(), Given::text("2|3|1"), [2, 0, 1]),
        (gaps(2), Given::parts(["a|b", "c"]), [0, 1, 2]),
        (question(Task::Boolean(true)), Given::text("NO"), [0, 1, 2]),
        (question(Task::Number(number)), Given::text("4,5 ms"), [0, 1, 2]),
    ];
    for (question, given, shown) in cases {
        let Ok(response) = read(&question, &given, &shown) else { continue };
        assert_eq!(read(&question, &write(&question, &response), &shown), Ok(response));
    }
}
