//! Every row of the table in `docs/grading.md`, through the public grader.

use vivavoce::grade::{Finding, Flag, Grade, Grader, State};
use vivavoce::quiz::question::{
    Criterion, Matching, Need, Negation, Question, QuestionId, Rubric, Task,
};
use vivavoce::quiz::{
    AnswerText, Digest, LanguageTag, Markdown, PerMille, Points, Quiz, Response, TopicId, Weight,
};

/// A keyword called after its term.
fn term(term: &str, aliases: &[&str]) -> Criterion {
    let aliases = aliases.iter().map(ToString::to_string).collect();
    keyword(term, Need::Term { term: term.to_owned(), aliases })
}

fn keyword(label: &str, need: Need) -> Criterion {
    Criterion {
        label: label.to_owned(),
        need,
        weight: Weight::ONE,
        required: false,
        feedback: None,
        matching: Matching::default(),
    }
}

fn quiz(prompt: &str, language: &str, keywords: Vec<Criterion>) -> Quiz {
    let rubric = Rubric {
        sides: vec![],
        keywords,
        misconceptions: vec![],
        full_at: PerMille::ONE,
        examples: vec![],
    };
    let question = Question {
        id: QuestionId::new("q"),
        was: vec![],
        topic: TopicId::new("t"),
        tags: vec![],
        level: None,
        prompt: Markdown::new(prompt),
        points: Points::from_thousandths(1000),
        time_limit: None,
        hint: None,
        answer: None,
        sources: vec![],
        allow: vec![],
        task: Task::Text(rubric),
    };
    Quiz {
        title: "Table".to_owned(),
        description: None,
        language: LanguageTag::new(language),
        license: None,
        pass: PerMille::new(700),
        time_limit: None,
        topics: vec![],
        questions: vec![question],
        allow: vec![],
        digest: Digest([0; 32]),
    }
}

fn grade(quiz: &Quiz, answer: &str) -> Grade {
    let response = Response::Written(AnswerText::new(answer));
    Grader::new(quiz).question(0).expect("one question").grade(&response)
}

/// What becomes of one keyword.
fn state_of(criterion: Criterion, answer: &str) -> State {
    let grade = grade(&quiz("Say it.", "en", vec![criterion]), answer);
    let findings = grade.findings().expect("an answer of prose");
    let state = findings.keywords[0].state();
    let found = matches!(state, State::Exact | State::Stem | State::Fuzzy);
    assert_eq!(grade.earned == grade.possible, found, "points follow the state: {answer:?}");
    state
}

fn state(term_: &str, answer: &str) -> State {
    state_of(term(term_, &[]), answer)
}

#[track_caller]
fn each(term: &str, answers: &[&str], states: &[State]) {
    let wrong: Vec<_> = answers
        .iter()
        .map(|answer| (answer, state(term, answer)))
        .filter(|(_, state)| !states.contains(state))
        .collect();
    assert!(wrong.is_empty(), "`{term}` should be one of {states:?}: {wrong:?}");
}

const FOUND: &[State] = &[State::Exact, State::Stem, State::Fuzzy];
const NOT_FOUND: &[State] = &[State::NearMiss, State::Missed];

#[test]
fn an_identifier_in_any_style_is_exact() {
    let styles = [
        "presave",
        "pre-save",
        "pre save",
        "preSave",
        "PRE_SAVE",
        "django.db.models.signals.pre_save",
        "pre_save()",
        "Django sends pre_save() first.",
    ];
    each("pre_save", &styles, &[State::Exact]);
}

#[test]
fn a_misspelled_identifier_is_fuzzy_with_its_similarity() {
    each("pre_save", &["pre_svae", "per_save", "pre_sav"], &[State::Fuzzy]);
    let grade = grade(&quiz("Say it.", "en", vec![term("pre_save", &[])]), "per_save");
    let finding = &grade.findings().unwrap().keywords[0];
    assert!(finding.similarity().is_some_and(|similarity| similarity < PerMille::ONE));
}

#[test]
fn the_opposite_identifier_is_not_found() {
    each("pre_save", &["post_save", "use post_save here"], NOT_FOUND);
    let both = quiz("Say it.", "en", vec![term("pre_save", &[]), term("post_save", &[])]);
    let grade = grade(&both, "post_save");
    let states: Vec<_> = grade.findings().unwrap().keywords.iter().map(Finding::state).collect();
    assert!(NOT_FOUND.contains(&states[0]));
    assert_eq!(states[1], State::Exact);
}

#[test]
fn a_name_is_found_through_typos_possessives_and_look_alike_letters() {
    each("Memcached", &["memcache", "memcashed", "Memcached's", "МЕMCACHED"], FOUND);
}

#[test]
fn a_common_word_is_no_typo_of_another() {
    each("signal", &["single", "a single event"], NOT_FOUND);
}

#[test]
fn another_inflection_is_found() {
    each("cache", &["caching", "caches", "cached"], &[State::Stem]);
}

#[test]
fn short_keywords_allow_no_edits() {
    each("SQL", &["SQLite"], NOT_FOUND);
}

#[test]
fn an_alias_is_found_with_hyphens_and_inflections() {
    for answer in ["object relational mapper", "object-relational mapping"] {
        let state = state_of(term("ORM", &["object relational mapper"]), answer);
        assert!(FOUND.contains(&state), "{answer}: {state:?}");
    }
}

#[test]
fn the_words_of_a_phrase_in_another_order_are_a_near_miss() {
    each("object relational mapping", &["mapping of objects to relations"], &[State::NearMiss]);
}

#[test]
fn a_phrase_allows_a_word_between_either_order_of_stems_and_typos() {
    let answers = ["loosely coupled", "the coupling is loose", "losely-coupled layers"];
    each("loose coupling", &answers, FOUND);
}

#[test]
fn half_of_a_phrase_earns_nothing() {
    each("loose coupling", &["tightly coupled"], NOT_FOUND);
}

#[test]
fn a_name_of_two_words_may_be_written_apart_or_together() {
    each("urlpatterns", &["urlpatern", "url patterns", "URLPatterns list"], FOUND);
}

#[test]
fn what_is_denied_earns_nothing_and_is_shown() {
    let answers = ["it does not use Memcached", "without Memcached", "Memcached isn't supported"];
    each("Memcached", &answers, &[State::Negated]);
}

#[test]
fn what_is_taken_away_is_denied() {
    each("Memcached", &["get rid of Memcached", "drop Memcached"], &[State::Negated]);
    each("Memcached", &["get rid of the loop with Memcached"], &[State::Exact]);
}

#[test]
fn a_denial_inside_a_phrase_counts_unless_the_phrase_itself_denies() {
    each(
        "Django cache",
        &["Django has no cache", "It won't help as Django has no cache"],
        &[State::Negated],
    );
    each("no cache", &["Django has no cache"], &[State::Exact]);
    each("Django cache", &["Django has a cache"], &[State::Exact]);
}

#[test]
fn what_is_not_used_for_what_was_asked_is_denied() {
    let state = |answer| {
        let quiz = quiz("Which caches can it use?", "en", vec![term("Memcached", &[])]);
        grade(&quiz, answer).findings().expect("prose").keywords[0].state()
    };
    assert_eq!(state("Memcached and Redis are not used for caching"), State::Negated);
    assert_eq!(state("Memcached and Redis are not used for sending mail"), State::Exact);
}

#[test]
fn what_is_denied_counts_with_a_flag_where_the_quiz_says_so() {
    let mut criterion = term("Memcached", &[]);
    criterion.matching.negation = Negation::Flag;
    let grade = grade(&quiz("Say it.", "en", vec![criterion]), "it does not use Memcached");
    assert_eq!(grade.earned, grade.possible);
    assert_eq!(grade.flags, [Flag::CountsNegated]);
}

#[test]
fn what_is_denied_counts_silently_where_the_quiz_ignores_it() {
    let mut criterion = term("Memcached", &[]);
    criterion.matching.negation = Negation::Ignore;
    let grade = grade(&quiz("Say it.", "en", vec![criterion]), "it does not use Memcached");
    assert_eq!(grade.earned, grade.possible);
    assert_eq!(grade.flags, []);
}

#[test]
fn a_denial_ends_with_its_clause_a_contrast_or_its_verb() {
    let answers = [
        "it does not poll, it uses Memcached",
        "not in cookies but in Memcached",
        "it doesn't matter whether Memcached is used",
    ];
    each("Memcached", &answers, &[State::Exact]);
}

#[test]
fn not_only_denies_nothing() {
    each("Memcached", &["not only Memcached but Redis as well"], &[State::Exact]);
}

#[test]
fn signs_end_a_word() {
    each("cache", &["(cache)", "cache."], &[State::Exact]);
    each("Memcached", &["Redis/Memcached", "Memcached-based", "\"Memcached\""], &[State::Exact]);
}

#[test]
fn names_with_signs_are_themselves_and_not_each_other() {
    let words = ["C++", "C#", ".NET", "Node.js", "request.session", "#[test]", "&mut", "'static"];
    let code = ["O(n)", "COUNT(*)", "SELECT *", "Result<T, E>", "vec![]", "a[i]"];
    for name in words.into_iter().chain(code) {
        each(name, &[name, &format!("I use {name} here")], &[State::Exact]);
    }
    each("C#", &["C", "C++"], NOT_FOUND);
    each("O(n)", &["on", "O(1)", "O(n log n)"], NOT_FOUND);
    each("C", &["C#", "C++"], NOT_FOUND);
    each("C++", &["C", "C#"], NOT_FOUND);
}

#[test]
fn a_plural_is_taken_off_before_the_length_rule() {
    each("URL", &["URLs"], FOUND);
    each("API", &["APIs"], FOUND);
    each("ORM", &["ORM's"], FOUND);
}

#[test]
fn a_word_with_digits_allows_no_edits() {
    for (keyword, answer) in [("403", "404"), ("8000", "8080"), ("4.1", "4.2"), ("IPv4", "IPv6")] {
        each(keyword, &[answer], NOT_FOUND);
        each(keyword, &[keyword], &[State::Exact]);
    }
}

#[test]
fn words_that_look_like_a_keyword_are_not_found() {
    for (keyword, answer) in [
        ("ORM", "form"),
        ("ORM", "norm"),
        ("model", "modal"),
        ("thread", "threat"),
        ("Varnish", "vanish"),
        ("cache", "ache"),
    ] {
        each(keyword, &[answer, &format!("a {answer} here")], NOT_FOUND);
    }
}

#[test]
fn a_keyword_is_found_inside_a_run_without_blanks() {
    each("キャッシュ", &["データベースのキャッシュを使う"], &[State::Exact]);
}

#[test]
fn accents_quotes_and_width_never_cost_a_point() {
    each("naïve", &["naive", "NAÏVE"], &[State::Exact]);
    each("café", &["cafe"], &[State::Exact]);
    each("Ğ", &["Ğ", "g"], &[State::Exact]);
    each("don't repeat yourself", &["don’t repeat yourself"], &[State::Exact]);
    each("cache", &["ｃａｃｈｅ", "“cache”"], &[State::Exact]);
}

#[test]
fn one_misspelled_word_counts_for_the_nearest_keyword_only() {
    let quiz = quiz("Say it.", "en", vec![term("Memcached", &[]), term("MemcacheDB", &[])]);
    let grade = grade(&quiz, "memcachdb");
    let states: Vec<_> = grade.findings().unwrap().keywords.iter().map(Finding::state).collect();
    assert_eq!(states.iter().filter(|state| FOUND.contains(state)).count(), 1, "{states:?}");
    assert!(FOUND.contains(&states[1]));
}

#[test]
fn an_exact_word_may_serve_several_keywords() {
    let quiz = quiz("Say it.", "en", vec![term("cache", &[]), term("cache framework", &[])]);
    let grade = grade(&quiz, "the cache framework");
    assert_eq!(grade.earned, grade.possible);
}

#[test]
fn the_prompt_copied_back_earns_nothing() {
    let prompt = "Explain how Django uses signals around saving a model.";
    let quiz = quiz(prompt, "en", vec![term("signals", &[])]);
    let copied = grade(&quiz, prompt);
    assert_eq!(copied.earned, Points::ZERO);
    assert_eq!(copied.flags, [Flag::EchoesPrompt]);
    assert_eq!(copied.findings().unwrap().keywords[0].state(), State::NearMiss);
}

#[test]
fn an_answer_that_uses_the_words_of_the_prompt_is_never_zeroed() {
    let prompt = "Explain how Django uses signals around saving a model.";
    let quiz = quiz(prompt, "en", vec![term("signals", &[])]);
    for answer in [
        "Django uses signals to tell others",
        "Explain how Django uses signals. Signals tell others.",
    ] {
        assert_eq!(grade(&quiz, answer).earned, Points::from_thousandths(1000), "{answer}");
    }
}

#[test]
fn keywords_and_nothing_else_are_graded_and_flagged() {
    let keywords = ["pre_save", "post_save", "event", "action"];
    let quiz = quiz("Say it.", "en", keywords.map(|keyword| term(keyword, &[])).to_vec());
    let list = grade(&quiz, "pre_save post_save event action");
    assert_eq!(list.earned, list.possible);
    assert_eq!(list.flags, [Flag::BareList]);
    let prose = grade(
        &quiz,
        "Django sends pre_save and then post_save, so an event of one model starts your action.",
    );
    assert_eq!(prose.earned, prose.possible);
    assert_eq!(prose.flags, []);
}

#[test]
fn an_answer_longer_than_a_mebibyte_is_cut_and_flagged() {
    let quiz = quiz("Say it.", "en", vec![term("cache", &[])]);
    let long = format!("{} cache", "word ".repeat(1 << 18));
    let grade = grade(&quiz, &long);
    assert_eq!(grade.flags, [Flag::TooLong]);
    assert_eq!(grade.earned, Points::ZERO);
}
