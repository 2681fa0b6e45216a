//! What holds for every answer, whatever is written.

use proptest::prelude::*;
use vivavoce::grade::{Grader, Memo};
use vivavoce::quiz::question::{
    Accepted, Criterion, Entry, Exactness, ItemId, Matching, Misconception, Need, Negation,
    Question, QuestionId, Rubric, Sequence, Task, Within,
};
use vivavoce::quiz::{
    AnswerText, Digest, LanguageTag, Markdown, PerMille, Points, Quiz, Response, TopicId, Weight,
    read,
};
use vivavoce::span::Span;

/// Words that matter to the grader: keywords, near misses, cues, words of the prompt.
const WORDS: [&str; 32] = [
    "pre_save",
    "per_save",
    "post_save",
    "cache",
    "caching",
    "Memcached",
    "memcachd",
    "event",
    "action",
    "loose",
    "coupling",
    "cookie",
    "session",
    "key",
    "not",
    "doesn't",
    "without",
    "no",
    "but",
    "it",
    "uses",
    "and",
    "or",
    "only",
    "Explain",
    "how",
    "signals",
    "work",
    "in",
    "Django",
    "poll",
    "supported",
];

/// What stands between words.
const GAPS: [&str; 8] = [" ", " ", " ", ", ", ". ", "\n\n", "-", "? "];

fn keywords() -> Vec<Criterion> {
    let entry = |terms: &[&str]| Entry(terms.iter().map(ToString::to_string).collect());
    let term = |term: &str| Need::Term { term: term.to_owned(), aliases: vec![] };
    let needs = [
        term("pre_save"),
        term("post_save"),
        term("caching"),
        term("Memcached"),
        term("loose coupling"),
        Need::Any { entries: vec![entry(&["event"]), entry(&["action", "trigger"])], min: 2 },
        Need::All {
            entries: vec![entry(&["cookie"]), entry(&["session key", "session id"])],
            within: Within::Sentence,
            ordered: false,
        },
    ];
    (1..).zip(needs).map(|(number, need)| criterion(number, need)).collect()
}

fn criterion(number: u32, need: Need) -> Criterion {
    Criterion {
        label: format!("keyword {number}"),
        need,
        weight: Weight::from_thousandths(number * 500),
        required: number == 2,
        feedback: None,
        matching: Matching { negation: Negation::Deny, ..Matching::default() },
    }
}

/// Sentences that meet each keyword.
const SENTENCES: [&str; 7] = [
    "There is pre_save.",
    "There is post_save.",
    "There is caching.",
    "There is Memcached.",
    "There is loose coupling.",
    "There is an event and an action.",
    "A cookie holds the session key.",
];

fn quiz(misconceptions: Vec<Misconception>) -> Quiz {
    let rubric = Rubric {
        sides: vec![],
        keywords: keywords(),
        misconceptions,
        full_at: PerMille::new(900),
        examples: vec![],
    };
    let tasks = [
        Task::Text(rubric),
        Task::Short(Accepted {
            answers: vec!["select_related".into(), "#[x]".into()],
            case: false,
            exactness: Exactness::Fuzzy(None),
        }),
        Task::Order(Sequence(["a", "b", "c", "d"].map(Markdown::new).to_vec())),
    ];
    let question = |(number, task): (usize, Task)| Question {
        id: QuestionId::new(format!("q{number}")),
        was: vec![],
        topic: TopicId::new("t"),
        tags: vec![],
        level: None,
        prompt: Markdown::new("Explain how signals work in Django."),
        points: Points::from_thousandths(3000),
        time_limit: None,
        hint: None,
        answer: None,
        sources: vec![],
        allow: vec![],
        task,
    };
    Quiz {
        title: "Properties".into(),
        description: None,
        language: LanguageTag::default(),
        license: None,
        pass: PerMille::new(700),
        time_limit: None,
        topics: vec![],
        questions: tasks.into_iter().enumerate().map(question).collect(),
        allow: vec![],
        digest: Digest([0; 32]),
    }
}

fn with_misconception() -> Quiz {
    quiz(vec![Misconception {
        label: "polling".into(),
        need: Need::Term { term: "poll".into(), aliases: vec![] },
        penalty: Points::from_thousandths(2500),
        feedback: None,
        matching: Matching::default(),
    }])
}

fn written(answer: &str) -> Response {
    Response::Written(AnswerText::new(answer))
}

prop_compose! {
    fn prose()(parts in prop::collection::vec((0..WORDS.len(), 0..GAPS.len()), 0..40)) -> String {
        parts.iter().flat_map(|&(word, gap)| [WORDS[word], GAPS[gap]]).collect()
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![prose(), any::<String>(), "[a-zA-Z_'’.#(),\\-\n ]{0,80}"]
}

thread_local! {
    static PLAIN: Grader = Grader::new(&quiz(vec![]));
    static PENALISING: Grader = Grader::new(&with_misconception());
}

proptest! {
    #[test]
    fn points_stay_between_zero_and_what_is_possible(answer in any_text()) {
        PENALISING.with(|grader| {
            for question in 0..2 {
                let grade = grader.question(question).unwrap().grade(&written(&answer));
                prop_assert!(grade.earned <= grade.possible);
            }
            Ok(())
        })?;
    }

    #[test]
    fn every_piece_of_evidence_is_a_span_of_the_answer(answer in any_text()) {
        PENALISING.with(|grader| {
            let grade = grader.question(0).unwrap().grade(&written(&answer));
            let Some(findings) = grade.findings() else { return Ok(()) };
            let keywords = findings.keywords.iter().filter_map(|finding| finding.evidence());
            let slips = findings.misconceptions.iter().map(|slip| &slip.evidence);
            for evidence in keywords.chain(slips) {
                prop_assert!(!evidence.spans.is_empty());
                let empty = |span: &Span| span.of(&answer).is_empty();
                prop_assert!(!evidence.spans.iter().any(empty));
                prop_assert!(evidence.spans.is_sorted());
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_missing_keyword_added_as_a_sentence_never_lowers_the_score(
        answer in any_text(),
        added in 0..SENTENCES.len(),
    ) {
        PLAIN.with(|grader| {
            let question = grader.question(0).unwrap();
            let before = question.grade(&written(&answer));
            let longer = format!("{answer}\n\n{}", SENTENCES[added]);
            let after = question.grade(&written(&longer));
            prop_assert!(after.earned >= before.earned, "{answer:?} + {:?}", SENTENCES[added]);
            let finding = &after.findings().expect("prose").keywords[added];
            prop_assert!(finding.counts(), "{longer:?}");
            Ok(())
        })?;
    }

    #[test]
    fn a_memo_never_changes_a_grade(answers in prop::collection::vec(any_text(), 1..6)) {
        PENALISING.with(|grader| {
            let question = grader.question(0).unwrap();
            let mut memo = Memo::default();
            for answer in &answers {
                let response = written(answer);
                prop_assert_eq!(question.grade_with(&response, &mut memo), question.grade(&response));
            }
            Ok(())
        })?;
    }

    #[test]
    fn an_order_earns_between_nothing_and_all(given in prop::collection::vec(0u32..6, 0..8)) {
        PLAIN.with(|grader| {
            let response = Response::Ordered(given.iter().copied().map(ItemId).collect());
            let grade = grader.question(2).unwrap().grade(&response);
            prop_assert!(grade.earned <= grade.possible);
            prop_assert_eq!(grade.earned == grade.possible, {
                let mut kept: Vec<_> = given.iter().filter(|item| **item < 4).collect();
                let mut seen = Vec::new();
                kept.retain(|item| !seen.contains(item) && { seen.push(*item); true });
                kept == [&0, &1, &2, &3]
            });
            Ok(())
        })?;
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_shown(text in any::<String>()) {
        let shown = AnswerText::new(text).for_terminal().into_owned();
        prop_assert!(!shown.chars().any(|c| c.is_control() && c != '\n'), "{shown:?}");
    }
}

#[test]
fn hostile_answers_are_graded_like_any_other() {
    let quiz = read(
        r##"
        title = "Hostile"
        [[questions]]
        topic = "all"
        prompt = "Say it."
        keywords = [
          { term = "cache", aliases = ["#[x]", "キャッシュ"] },
          { label = "any", any = ["a", "b c"], min = 2 },
          { label = "all", all = ["a", "b c"], within = 3, ordered = true },
        ]
        "##,
    );
    let grader = Grader::new(&quiz.value.expect("a quiz").quiz);
    let long = "cache not a b c, ".repeat(1 << 16);
    // Were they not read in linear time, the test would go on for minutes.
    let joined = ['_', '\'', '.', '{', '-', '\u{200b}', '\u{301}']
        .map(|joint| format!("a{}é", String::from(joint).repeat(1 << 18)));
    let hostile = [
        "",
        "   \n\t",
        "\0",
        "\u{301}\u{301}",
        "👩\u{200d}💻 🏳\u{fe0f}",
        "\u{202e}cache\u{202c} \u{5d0}\u{5d1}",
        "\u{feff}cache",
        "not",
        "n't",
        "'''",
        "\u{fffd}\u{fffd}",
        &long,
    ];
    for answer in hostile.into_iter().chain(joined.iter().map(String::as_str)) {
        let response = Response::Written(AnswerText::new(answer));
        let grade = grader.question(0).expect("one question").grade(&response);
        assert!(grade.earned <= grade.possible);
    }
}
