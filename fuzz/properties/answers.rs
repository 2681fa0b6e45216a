//! Any text as the answer to any question of the bundled quizzes.
//!
//! Nobody earns more than there is; evidence is a part of the answer; a memo changes no grade; an
//! answer that was read is written and read back as the same; the grade can be explained; nothing
//! that is shown of the answer has a control character. The first byte picks the question.

use std::sync::LazyLock;

use vivavoce::attempt::{Given, answer};
use vivavoce::grade::explain::explain;
use vivavoce::grade::{Grader, Memo};
use vivavoce::quiz::{AnswerText, BUNDLED, Quiz, read};
use vivavoce::text::Language;

static QUIZZES: LazyLock<Vec<(Quiz, Grader)>> = LazyLock::new(|| {
    let quizzes = BUNDLED.iter().map(|bundled| read(bundled.text).value.expect("valid").quiz);
    quizzes.map(|quiz| (quiz.clone(), Grader::new(&quiz))).collect()
});

/// An explanation looks at every word for every keyword.
const LONGEST: usize = 600;

pub fn holds(bytes: &[u8]) {
    let Some((&number, bytes)) = bytes.split_first() else { return };
    let Ok(written) = std::str::from_utf8(bytes) else { return };
    if written.len() > LONGEST {
        return;
    }
    let questions = QUIZZES.iter().flat_map(|(quiz, grader)| {
        let language = Language::of(quiz.language.as_str());
        (0..)
            .zip(&quiz.questions)
            .map(move |(at, question)| (question, grader.question(at), language))
    });
    let Some((question, Some(grader), language)) = questions.cycle().nth(number.into()) else {
        return;
    };
    let shown = AnswerText::new(written);
    assert!(shown.for_terminal().chars().all(|c| c == '\n' || !c.is_control()));
    let Ok(response) = answer::read(question, &Given::text(written), &[]) else { return };
    let again = answer::read(question, &answer::write(question, &response), &[]);
    assert_eq!(again.as_ref(), Ok(&response));

    let mut memo = Memo::default();
    let grade = grader.grade(&response);
    assert!(grade.earned <= grade.possible);
    for _ in 0..2 {
        assert_eq!(grader.grade_with(&response, &mut memo), grade);
    }
    for reason in explain(question, language, &response, &grade).reasons {
        for span in reason.spans {
            assert!(written.get(span.start()..span.end()).is_some());
        }
    }
}
