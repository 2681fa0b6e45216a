use super::*;
use crate::quiz::question::{CriterionId, Entry, Need, Negation, Within};
use crate::quiz::{PerMille, Points, Weight};

const HEAD: &str =
    "title = \"Signals\"\n\n# The first one\n[[questions]]\nprompt = 'What?' # mine\n";
const NEXT: &str = "\n# The second one\n[[questions]]\nprompt   = 'Who?'\nkeywords = [\"me\"]\n";

fn term(term: &str) -> NewKeyword {
    NewKeyword::new(Need::Term { term: term.to_owned(), aliases: vec![] })
}

fn changed(text: &str, changes: &[(usize, Change)]) -> String {
    apply(text, changes).expect("the changes fit")
}

/// The first question with `body`, changed, without what must stay as it is.
fn change_body(body: &str, changes: impl IntoIterator<Item = Change>) -> String {
    let changes: Vec<_> = changes.into_iter().map(|change| (0, change)).collect();
    let text = changed(&format!("{HEAD}{body}{NEXT}"), &changes);
    let rest = text.strip_prefix(HEAD).expect("the head stays");
    rest.strip_suffix(NEXT).expect("the next question stays").to_owned()
}

#[test]
fn no_change_changes_nothing() {
    for (name, text) in [("none", ""), ("odd", "a  =  0x1F # x\n\n\n[ b ]\n'c' = [ 1,2 ,]\n")] {
        assert_eq!(changed(text, &[]), text, "{name}");
    }
    for quiz in crate::quiz::BUNDLED {
        assert_eq!(changed(quiz.text, &[]), quiz.text, "{}", quiz.name);
    }
}

#[test]
fn a_new_list_has_a_line_for_each_keyword() {
    let body = change_body("", [Change::Keyword(term("one")), Change::Keyword(term("two"))]);
    assert_eq!(body, "keywords = [\n  \"one\",\n  \"two\",\n]\n");
}

#[test]
fn long_keywords_are_tables() {
    let long = |name: &str| {
        let aliases = (0..20).map(|n| format!("{name} {n}")).collect();
        Change::Keyword(NewKeyword::new(Need::Term { term: name.into(), aliases }))
    };
    let body = change_body("", [long("one"), Change::Keyword(term("short")), long("two")]);
    assert!(body.starts_with("\n[[questions.keywords]]\nterm = \"one\"\naliases = ["), "{body}");
    assert!(body.contains("\n[[questions.keywords]]\nterm = \"short\"\n"), "{body}");
    let body = change_body("", [long("one"), Change::Keyword(term("short"))]);
    assert!(body.starts_with("keywords = [\n  { term = \"one\", aliases = ["), "{body}");
}

#[test]
fn a_list_goes_on_as_it_was_begun_and_keeps_its_comments() {
    let new = || [Change::Keyword(term("new"))];
    for (before, after) in [
        ("keywords = [\"a\", 'b']\n", "keywords = [\n  \"a\",\n  'b',\n  \"new\",\n]\n"),
        (
            "keywords = [\n    \"a\", # why\n]\n",
            "keywords = [\n    \"a\", # why\n    \"new\",\n]\n",
        ),
        ("keywords = [\n\t\"a\" # why\n]\n", "keywords = [\n\t\"a\", # why\n\t\"new\",\n]\n"),
        (
            "[[questions.keywords]]\nterm = 'a'\n",
            "[[questions.keywords]]\nterm = 'a'\n\n[[questions.keywords]]\nterm = \"new\"\n",
        ),
    ] {
        assert_eq!(change_body(before, new()), after);
    }
}

#[test]
fn a_question_on_one_line_stays_there() {
    let text = "questions = [{ prompt = 'What?' }] # all\n";
    let new = changed(text, &[(0, Change::Keyword(term("a"))), (0, Change::Keyword(term("b")))]);
    assert_eq!(new, "questions = [{ prompt = 'What?', keywords = [\"a\", \"b\"] }] # all\n");
}

#[test]
fn every_need_is_written_as_the_reader_reads_it() {
    let needs = [
        Need::Any {
            entries: vec![Entry(vec!["a".into()]), Entry(vec!["b".into(), "c".into()])],
            min: 2,
        },
        Need::All {
            entries: vec![Entry(vec!["d".into()]), Entry(vec!["e".into()])],
            within: Within::Sentence,
            ordered: true,
        },
        Need::All {
            entries: vec![Entry(vec!["f".into()])],
            within: Within::Words(4),
            ordered: false,
        },
        Need::Pattern(crate::quiz::question::Pattern(regex::Regex::new(r"HTTP/\d").expect("fits"))),
        Need::Term { term: "a \"quoted\" \\ one".into(), aliases: vec!["x".into()] },
    ];
    let keyword = |need: &Need| Change::Keyword(NewKeyword::new(need.clone()));
    let wrong = NewMisconception {
        label: Some("slip".into()),
        need: needs[4].clone(),
        penalty: Points::from_thousandths(250),
        feedback: Some("No.".into()),
        negation: Some(Negation::Ignore),
    };
    let mut changes: Vec<_> = needs.iter().map(|need| (0, keyword(need))).collect();
    changes.push((0, Change::Misconception(wrong.clone())));
    let text = changed(&format!("{HEAD}{NEXT}"), &changes);
    let read = crate::quiz::read(&text);
    let quiz = read.value.unwrap_or_else(|| panic!("{text}\n{:?}", read.diagnostics)).quiz;
    let crate::quiz::Task::Text(rubric) = &quiz.questions[0].task else { panic!("a text") };
    let read: Vec<_> = rubric.keywords.iter().map(|keyword| keyword.need.clone()).collect();
    assert_eq!(read, needs);
    let slip = &rubric.misconceptions[0];
    assert_eq!((&slip.need, slip.penalty), (&wrong.need, wrong.penalty));
    assert_eq!(slip.matching.negation, Negation::Ignore);
    assert_eq!((Some(&slip.label), &slip.feedback), (wrong.label.as_ref(), &wrong.feedback));
}

#[test]
fn keywords_get_aliases_and_weights() {
    let id = CriterionId;
    let aliases = |at, aliases: &[&str]| {
        Change::Aliases(id(at), aliases.iter().map(|alias| (*alias).to_owned()).collect())
    };
    let body =
        "keywords = [\n  'a', # first\n  { term = \"b\", aliases = [ 'c' ], weight = 2.0 },\n]\n";
    let changes = [
        aliases(0, &["A", "aa"]),
        aliases(1, &["C", "d"]),
        Change::Weight(id(0), Weight::from_thousandths(1500)),
        Change::Weight(id(1), Weight::from_thousandths(3000)),
    ];
    assert_eq!(
        change_body(body, changes),
        "keywords = [\n  { term = \"a\", aliases = [\"aa\"], weight = 1.5 }, # first\n  \
         { term = \"b\", aliases = [ 'c', \"d\"], weight = 3 },\n]\n"
    );
}

#[test]
fn full_at_takes_the_place_of_the_old_one() {
    let change = || [Change::FullAt(PerMille::new(700))];
    assert_eq!(
        change_body("full_at = 0.50  # half\nhint = 'h'\n", change()),
        "full_at = 0.7  # half\nhint = 'h'\n"
    );
    assert_eq!(change_body("hint = 'h'\n", change()), "hint = 'h'\nfull_at = 0.7\n");
}

#[test]
fn what_the_author_set_stays() {
    let changes =
        || [Change::FullAtIfUnset(PerMille::new(700)), Change::NegationIfUnset(Negation::Flag)];
    let set = "negation = 'deny'\nfull_at = 1.0\n";
    assert_eq!(change_body(set, changes()), set);
    assert_eq!(change_body("", changes()), "full_at = 0.7\nnegation = \"flag\"\n");
}

#[test]
fn what_does_not_fit_is_refused() {
    let text = format!("{HEAD}{NEXT}");
    let refused = |at, change| apply(&text, &[(at, change)]).expect_err("it does not fit");
    let id = CriterionId(3);
    assert_eq!(refused(2, Change::FullAt(PerMille::ONE)), Unfit::Question(2));
    assert_eq!(refused(1, Change::Weight(id, Weight::ONE)), Unfit::Keyword(1, id));
    assert_eq!(refused(0, Change::Aliases(id, vec![])), Unfit::Keyword(0, id));
    let any = "[[questions]]\nkeywords = [{ any = ['a'] }]";
    let change = (0, Change::Aliases(CriterionId(0), vec!["b".into()]));
    assert_eq!(apply(any, &[change]), Err(Unfit::NoTerm(0, CriterionId(0))));
    assert!(matches!(apply("a = [", &[]), Err(Unfit::Syntax(_))));
}

#[test]
fn line_ends_and_the_byte_order_mark_stay() {
    let text = format!("\u{feff}{HEAD}{NEXT}").replace('\n', "\r\n");
    let changed = changed(&text, &[(0, Change::Keyword(term("new")))]);
    assert!(changed.starts_with("\u{feff}title"));
    assert_eq!(changed.matches('\n').count(), changed.matches("\r\n").count());
    assert!(changed.contains("keywords = [\r\n  \"new\",\r\n]\r\n"));
}
