use super::*;
use crate::edit::apply;
use crate::quiz::{read, read_draft};

fn file(prompt: &str, answer: &str, more: &str) -> String {
    format!(
        "title = 'T'\nlanguage = 'en'\n[[questions]]\nid = 'q'\nprompt = '''{prompt}'''\nanswer = '''{answer}'''\n{more}"
    )
}

fn proposals(file: &str, scope: Scope) -> Vec<Proposal> {
    let read = read_draft(file);
    suggest(&read.value.unwrap_or_else(|| panic!("{:?}", read.diagnostics)), scope)
}

/// Label, weight in thousandths and reason of each keyword.
fn shown(proposal: &Proposal) -> Vec<(&str, u32, Reason)> {
    let shown = |new: &Suggested| (new.keyword.weight.thousandths(), new.reason);
    proposal.keywords.iter().map(|new| (new.label(), shown(new).0, shown(new).1)).collect()
}

#[test]
fn words_of_the_prompt_earn_less_and_phrases_a_little() {
    let file = file("What is voltage?", "Voltage is the difference in electrical state.", "");
    let proposals = proposals(&file, Scope::Bare);
    assert_eq!(
        shown(&proposals[0]),
        [
            ("Voltage", 400, Reason::InPrompt),
            ("difference", 1000, Reason::Word),
            ("electrical", 1000, Reason::Word),
            ("state", 1000, Reason::Word),
            ("electrical state", 200, Reason::Phrase),
            ("a beginning", 500, Reason::Beginning),
        ]
    );
}

#[test]
fn what_is_written_can_be_read_and_the_model_answer_earns_all() {
    let answer = "**Signals** run [your code](https://example.org) when a row is saved: the largest \"hooks\" of the ORM (object relational mapper).";
    for (answer, more) in [(answer, ""), ("`pre_save`", ""), (&answer.repeat(9), "points = 3\n")] {
        let file = file("What runs?", answer, more);
        let changes: Vec<_> =
            proposals(&file, Scope::Bare).iter().flat_map(Proposal::changes).collect();
        let written = apply(&file, &changes).expect("it fits");
        let read = read(&written);
        let loaded = read.value.unwrap_or_else(|| panic!("{written}\n{:?}", read.diagnostics));
        let grader = crate::grade::Grader::new(&loaded.quiz);
        let answer = crate::quiz::Response::Written(crate::quiz::AnswerText::new(answer));
        let grade = grader.question(0).expect("a question").grade(&answer);
        assert_eq!(grade.earned, grade.possible, "{written}");
    }
}

#[test]
fn a_long_answer_makes_a_keyword_of_each_sentence() {
    let one = "Bridges hold tables of stations and outgoing lines.";
    let other = "Frames flood networks until addresses become known, then timestamps expire stale entries quickly while spanning trees prevent loops between several redundant segments joined together.";
    let last = "Administrators inspect ports, counters, firmware, cables and queues.";
    let file = file("How?", &format!("{one} {other} {one} {last}"), "");
    let proposals = proposals(&file, Scope::Bare);
    let shown = shown(&proposals[0]);
    assert_eq!(
        shown[0],
        ("Bridges hold tables of stations and …", 1700, Reason::Sentence { enough: 2, of: 6 })
    );
    assert_eq!(shown.len(), 3);
    assert_eq!(proposals[0].full_at, Some(crate::quiz::PerMille::new(600)));
}

#[test]
fn what_the_author_wrote_is_left_alone() {
    let answer = "Signals run code when saved rows change.";
    let more = "full_at = 0.9\nkeywords = [{ label = 'rows', any = ['saving', 'change'] }]\n";
    let file = file("What?", answer, more);
    assert_eq!(proposals(&file, Scope::Bare), []);
    let all = proposals(&file, Scope::All);
    let labels: Vec<_> = all[0].keywords.iter().map(Suggested::label).collect();
    assert_eq!(labels, ["Signals", "run", "code"]);
    assert_eq!((all[0].full_at, all[0].negation), (None, None));
}

#[test]
fn no_question_gets_more_than_it_may_have() {
    let words: Vec<String> = (0..25).map(|n| format!("word{n}x")).collect();
    let sentences: Vec<String> = (0..40).map(|n| format!("Alpha{n}q beta{n}q gamma.")).collect();
    for answer in [words.join(" "), sentences.join(" ")] {
        let proposals = proposals(&file("What?", &answer, ""), Scope::Bare);
        assert_eq!(proposals[0].keywords.len(), MAX_KEYWORDS, "{answer}");
    }
}

#[test]
fn where_nothing_can_be_proposed_nothing_is() {
    for answer in ["It is.", "データベース", "…"] {
        assert_eq!(proposals(&file("What?", answer, ""), Scope::Bare), [], "{answer}");
    }
    let without = "title = 'T'\n[[questions]]\nprompt = 'What?'\n";
    assert_eq!(proposals(without, Scope::All), []);
}
