//! A quiz compiled for grading.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::choice;
use super::cloze::ClozeGrader;
use super::outcome::Grade;
use super::short::ShortGrader;
use super::text::{self, Cues, TextGrader};
use super::{boolean, number, order};
use crate::matcher::{self, Builder, KnownWords};
use crate::quiz::question::{
    Accepted, Need, Options, Question, QuestionId, Sequence, Target, Task,
};
use crate::quiz::{Mixture, Points, Quiz, Response};
use crate::text::Language;

/// A quiz compiled for grading. It owns what it needs, and threads can share it.
///
/// # Examples
/// ```
/// use vivavoce::grade::Grader;
/// # use vivavoce::quiz::question::*;
/// # use vivavoce::quiz::*;
/// # fn read_quiz() -> Quiz {
/// #     let keyword = Criterion {
/// #         label: "an event".into(),
/// #         need: Need::Term { term: "event".into(), aliases: vec![] },
/// #         weight: Weight::ONE, required: false, feedback: None, matching: Matching::default(),
/// #     };
/// #     let rubric = Rubric {
/// #         sides: vec![], keywords: vec![keyword], misconceptions: vec![], full_at: PerMille::ONE, examples: vec![],
/// #     };
/// #     let question = Question {
/// #         id: QuestionId::new("signals"), was: vec![], topic: TopicId::new("signals"), tags: vec![],
/// #         level: None, prompt: Markdown::new("When is a signal sent?"),
/// #         points: Points::from_thousandths(1000), time_limit: None, hint: None, answer: None,
/// #         sources: vec![], allow: vec![], task: Task::Text(rubric),
/// #     };
/// #     Quiz {
/// #         title: "Django".into(), description: None, language: LanguageTag::default(),
/// #         license: None, pass: PerMille::new(700), time_limit: None, topics: vec![],
/// #         questions: vec![question], allow: vec![], digest: Digest([0; 32]),
/// #     }
/// # }
/// use vivavoce::quiz::{AnswerText, Response};
///
/// let quiz = read_quiz();
/// let grader = Grader::new(&quiz);
/// let answer = Response::Written(AnswerText::new("It is sent upon an event."));
/// let grade = grader.question(0).expect("the quiz has a question").grade(&answer);
/// assert_eq!(grade.earned, grade.possible);
/// ```
#[derive(Debug)]
pub struct Grader {
    questions: Vec<QuestionGrader>,
    by_id: BTreeMap<QuestionId, usize>,
}

impl Grader {
    /// Compiles every question of `quiz`.
    #[must_use]
    pub fn new(quiz: &Quiz) -> Self {
        let compiler = Compiler::new(quiz);
        let questions: Vec<_> =
            quiz.questions.iter().map(|question| compiler.question(question)).collect();
        let by_id = (0..).zip(&quiz.questions).map(|(at, question)| (question.id.clone(), at));
        Self { questions, by_id: by_id.collect() }
    }

    /// Compiles every question of `mixture` as its own quiz grades it.
    #[must_use]
    pub fn mixed(mixture: &Mixture) -> Self {
        let graders = mixture.parts().iter().map(Self::new);
        let questions = graders.flat_map(|grader| grader.questions).collect();
        let by_id = (0..).zip(&mixture.quiz().questions).map(|(at, it)| (it.id.clone(), at));
        Self { questions, by_id: by_id.collect() }
    }

    /// The grader of the question at `position`, from 0 in the file's order.
    #[must_use]
    pub fn question(&self, position: usize) -> Option<&QuestionGrader> {
        self.questions.get(position)
    }

    /// The grader of the question called `id`.
    #[must_use]
    pub fn by_id(&self, id: &QuestionId) -> Option<&QuestionGrader> {
        self.question(*self.by_id.get(id)?)
    }
}

/// One question compiled for grading.
#[derive(Debug)]
pub struct QuestionGrader {
    possible: Points,
    task: TaskGrader,
}

#[derive(Debug)]
enum TaskGrader {
    Text(Box<TextGrader>),
    Short(ShortGrader),
    Choice(Options),
    Multi(Options),
    Boolean(bool),
    Number(Target),
    Order(Sequence),
    Cloze(ClozeGrader),
}

/// What one thread remembers between responses to one question, to be faster. It never changes a
/// grade as long as it is used with one question only.
#[derive(Debug, Default)]
pub struct Memo {
    prose: text::Memo,
    short: matcher::Memo,
    gaps: Vec<matcher::Memo>,
}

impl QuestionGrader {
    /// Grades one response. A response of a kind that the question's type does not take is graded
    /// as skipped.
    #[must_use]
    pub fn grade(&self, response: &Response) -> Grade {
        self.grade_with(response, &mut Memo::default())
    }

    /// The same grade, faster for many responses to this question: keep one `memo` per thread and
    /// question.
    #[must_use]
    pub fn grade_with(&self, response: &Response, memo: &mut Memo) -> Grade {
        let possible = self.possible;
        match (&self.task, response) {
            (TaskGrader::Text(grader), Response::Written(answer)) => {
                grader.grade(possible, answer, &mut memo.prose)
            }
            (TaskGrader::Short(grader), Response::Written(answer)) => {
                grader.grade(possible, answer, &mut memo.short)
            }
            (TaskGrader::Choice(options), Response::Picked(picked)) => {
                choice::one(options, possible, picked)
            }
            (TaskGrader::Multi(options), Response::Picked(picked)) => {
                choice::several(options, possible, picked)
            }
            (TaskGrader::Boolean(correct), Response::Judged(given)) => {
                boolean::grade(*correct, possible, *given)
            }
            (TaskGrader::Number(target), Response::Counted(given, _)) => {
                number::grade(target, possible, *given)
            }
            (TaskGrader::Order(sequence), Response::Ordered(given)) => {
                order::grade(sequence, possible, given)
            }
            (TaskGrader::Cloze(grader), Response::Filled(texts)) => {
                grader.grade(possible, texts, &mut memo.gaps)
            }
            _ => Grade::skipped(possible),
        }
    }
}

/// What all questions of a quiz are compiled with.
struct Compiler {
    language: Language,
    cues: Arc<Cues>,
    words: Arc<KnownWords>,
}

impl Compiler {
    fn new(quiz: &Quiz) -> Self {
        let tag = quiz.language.as_str();
        let language = Language::of(tag);
        let words = Arc::new(known_words(quiz, language));
        Self { language, cues: Arc::new(Cues::of(tag)), words }
    }

    fn question(&self, question: &Question) -> QuestionGrader {
        let task = match &question.task {
            Task::Text(rubric) => {
                let cues = Arc::clone(&self.cues);
                let grader =
                    TextGrader::new(rubric, &question.prompt, cues, self.language, self.builder());
                TaskGrader::Text(Box::new(grader))
            }
            Task::Short(accepted) => TaskGrader::Short(self.short(accepted)),
            Task::Choice(options) => TaskGrader::Choice(options.clone()),
            Task::Multi(options) => TaskGrader::Multi(options.clone()),
            Task::Boolean(correct) => TaskGrader::Boolean(*correct),
            Task::Number(target) => TaskGrader::Number(target.clone()),
            Task::Order(sequence) => TaskGrader::Order(sequence.clone()),
            Task::Cloze(cloze) => {
                let gaps = cloze.gaps().map(|accepted| self.short(accepted)).collect();
                TaskGrader::Cloze(ClozeGrader::new(gaps))
            }
        };
        QuestionGrader { possible: question.points, task }
    }

    fn short(&self, accepted: &Accepted) -> ShortGrader {
        ShortGrader::new(accepted, self.language, self.builder())
    }

    fn builder(&self) -> Builder {
        Builder::knowing(self.language, Arc::clone(&self.words))
    }
}

/// The words that the whole quiz looks for or says, since none of them is a typo of another.
fn known_words(quiz: &Quiz, language: Language) -> KnownWords {
    let mut words = KnownWords::default();
    for question in &quiz.questions {
        if let Some(answer) = &question.answer {
            words.add(answer.as_str(), language);
        }
        for term in terms(&question.task) {
            words.add(term, language);
        }
    }
    words
}

/// Everything that the task looks for.
fn terms(task: &Task) -> Vec<&str> {
    match task {
        Task::Text(rubric) => {
            let sides = rubric.sides.iter().flat_map(|side| &side.0).map(String::as_str);
            let keywords = rubric.keywords.iter().map(|keyword| &keyword.need);
            let wrong = rubric.misconceptions.iter().map(|wrong| &wrong.need);
            sides.chain(keywords.chain(wrong).flat_map(Need::terms)).collect()
        }
        Task::Short(accepted) => accepted.answers.iter().map(String::as_str).collect(),
        Task::Cloze(cloze) => {
            cloze.gaps().flat_map(|gap| &gap.answers).map(String::as_str).collect()
        }
        _ => Vec::new(),
    }
}
