//! Whatever a model answer says, what is proposed for it can be written, read and graded.

use proptest::prelude::*;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};
use vivavoce::edit::apply;
use vivavoce::grade::Grader;
use vivavoce::quiz::{AnswerText, Response, Task, read, read_draft};
use vivavoce::suggest::{MAX_KEYWORDS, Proposal, Scope, suggest};

/// A quiz of one question, with what `more` adds.
fn file(language: &str, prompt: &str, answer: &str, more: &str) -> String {
    let mut question = Table::new();
    question.insert("id", value("q"));
    question.insert("prompt", value(prompt));
    question.insert("answer", value(answer));
    let mut questions = ArrayOfTables::new();
    questions.push(question);
    let mut document = DocumentMut::new();
    document.insert("title", value("T"));
    document.insert("language", value(language));
    document.insert("questions", Item::ArrayOfTables(questions));
    format!("{document}{more}")
}

/// Words, sentences and marks as people write them, and anything at all.
fn answers() -> impl Strategy<Value = String> {
    let word = "[a-zA-Z]{1,9}|[0-9]{1,2}|größer|pre_save|not|the|ORM|e\\.g\\.";
    let mark =
        prop_oneof![Just(" "), Just(", "), Just(". "), Just("\n\n- "), Just("/"), Just(" **")];
    let prose = prop::collection::vec((word, mark), 1..60);
    let prose = prose.prop_map(|words| {
        words.into_iter().flat_map(|(word, mark)| [word, mark.to_owned()]).collect::<String>()
    });
    prop_oneof![3 => prose, 1 => "(?s).{1,80}"]
}

const OF_THE_AUTHOR: &str =
    "keywords = [\n  'alpha', # first\n  { label = 'run', any = ['beta'] },\n]\n";

proptest! {
    #[test]
    fn it_can_be_written_read_and_graded(
        answer in answers(),
        language in prop_oneof![Just("en"), Just("de"), Just("fr"), Just("und")],
        more in prop_oneof![Just(""), Just(OF_THE_AUTHOR)],
    ) {
        let file = file(language, "What runs?", &answer, more);
        let Some(draft) = read_draft(&file).value else { return Ok(()) };
        let proposals = suggest(&draft, Scope::All);
        let changes: Vec<_> = proposals.iter().flat_map(Proposal::changes).collect();
        let written = apply(&file, &changes).expect("it fits");
        if proposals.is_empty() {
            prop_assert_eq!(written, file);
            return Ok(());
        }
        let read = read(&written);
        prop_assert_eq!(&read.diagnostics, &[], "{}", written);
        let quiz = read.value.expect("no problem, so a quiz").quiz;
        let Task::Text(rubric) = &quiz.questions[0].task else { panic!("a text question") };
        prop_assert!(rubric.keywords.len() <= MAX_KEYWORDS);
        let grader = Grader::new(&quiz);
        let response = Response::Written(AnswerText::new(answer.as_str()));
        let grade = grader.question(0).expect("a question").grade(&response);
        prop_assert!(grade.earned <= grade.possible);
        prop_assert!(suggest(&read_draft(&written).value.expect("a quiz"), Scope::Bare).is_empty());
    }
}
