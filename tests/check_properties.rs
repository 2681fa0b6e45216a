//! What holds for every quiz that can be read.

use proptest::prelude::*;
use vivavoce::{check, quiz};

/// A TOML string of anything.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "cache",
            "caches",
            "not a cache",
            "pre_save",
            "post_save",
            "a b c d e f g",
            "…",
            "C++",
            "キャッシュ",
            "é\u{301}",
            "without",
            "session id in a cookie",
        ])
        .prop_map(str::to_owned),
        "\\PC{1,24}",
    ]
    .prop_map(|text| toml::Value::String(text).to_string())
    .prop_filter("a string that TOML takes", |text| {
        toml::from_str::<toml::Table>(&format!("x = {text}")).is_ok()
    })
}

fn keyword() -> impl Strategy<Value = String> {
    let list = || prop::collection::vec(text(), 1..4).prop_map(|texts| texts.join(", "));
    prop_oneof![
        text(),
        (text(), list(), 1u8..4).prop_map(|(term, list, weight)| {
            format!("{{ term = {term}, aliases = [{list}], weight = {weight} }}")
        }),
        (text(), list(), 1usize..3).prop_map(|(label, list, min)| format!(
            "{{ label = {label}, any = [{list}], min = {min} }}"
        )),
        (text(), list(), 1u8..6).prop_map(|(label, list, within)| {
            format!("{{ label = {label}, all = [{list}], within = {within}, ordered = true }}")
        }),
    ]
}

fn question() -> impl Strategy<Value = String> {
    let keywords = prop::collection::vec(keyword(), 1..5);
    let misconceptions = prop::collection::vec((text(), text()), 0..3);
    (text(), text(), text(), keywords, misconceptions).prop_map(
        |(prompt, hint, answer, keywords, misconceptions)| {
            let wrong: Vec<_> = misconceptions
                .iter()
                .map(|(label, term)| format!("{{ label = {label}, term = {term}, penalty = 0.5 }}"))
                .collect();
            format!(
                "[[questions]]\nprompt = {prompt}\nhint = {hint}\nhint_cost = 1\nanswer = {answer}\n\
                 keywords = [{}]\nmisconceptions = [{}]\n\
                 examples = [{{ answer = {answer}, at_least = 0.5 }}]\n",
                keywords.join(", "),
                wrong.join(", ")
            )
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn checking_never_panics_and_points_into_the_file(
        questions in prop::collection::vec(question(), 1..4),
    ) {
        let file = format!("title = \"Any\"\n[lints]\nallow = [\"V101\"]\n{}", questions.concat());
        if let Some(loaded) = quiz::read(&file).value {
            let problems = check::check(&loaded);
            prop_assert!(problems.is_sorted_by_key(|problem| problem.span));
            for problem in &problems {
                prop_assert!(file.get(problem.span.start()..problem.span.end()).is_some());
                prop_assert!(problem.code.to_string() != "V101", "an allowed lint is silent");
            }
        }
    }
}

/// The property above would hold of quizzes that are never read.
#[test]
fn the_quizzes_tried_are_mostly_readable() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    let mut runner = TestRunner::deterministic();
    let readable = (0..100)
        .filter(|_| {
            let tree = question().new_tree(&mut runner).expect("a question");
            quiz::read(&format!("title = \"Any\"\n{}", tree.current())).value.is_some()
        })
        .count();
    assert!(readable > 40, "only {readable} of 100 can be read");
}
