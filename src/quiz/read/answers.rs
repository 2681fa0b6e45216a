//! What the short types are graded by: accepted answers, options, a number, items, gaps.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use toml::de::DeValue;

use super::cloze;
use super::code;
use super::inside::inside;
use super::reading::{Reading, shortened};
use super::table::{Found, Table, Value};
use crate::diagnostic::Diagnostic;
use crate::quiz::Markdown;
use crate::quiz::keys;
use crate::quiz::origin::QuestionOrigin;
use crate::quiz::question::{Accepted, Choice, Cloze, Exactness, Options, Sequence, Target};
use crate::span::Span;

impl<'a> Reading<'a> {
    pub fn accepted(&mut self, table: &Table<'a>) -> Option<Accepted> {
        let answers = self.strings(table, "accept");
        if let Some(answers) = &answers {
            self.no_text_twice("accepted answer", answers);
        }
        let (case, exactness) = self.exactness(table);
        let answers = answers?.into_iter().map(|answer| answer.value.to_owned()).collect();
        Some(Accepted { answers, case, exactness })
    }

    /// `case` and how alike; what a `cloze` lacks of it is simply absent.
    fn exactness(&mut self, table: &Table<'a>) -> (bool, Exactness) {
        let exact = self.word(table, "match").is_some_and(|found| found.value == "exact");
        let case = self.flag(table, "case").map_or(exact, |found| found.value);
        let similarity = self.share(table, "similarity");
        if !exact {
            return (case, Exactness::Fuzzy(similarity.map(|found| found.value)));
        }
        if let Some(similarity) = similarity {
            let title = "`similarity` goes with `match = \"fuzzy\"`";
            let label = "an exact answer is alike or not";
            self.push(Diagnostic::error(code::WITHOUT_ITS_KEY, similarity.span, title, label));
        }
        (case, Exactness::Exact)
    }

    /// `only_one`: whether exactly one option must be right, else at least one.
    pub fn options(
        &mut self,
        table: &Table<'a>,
        only_one: bool,
        origin: &mut QuestionOrigin,
    ) -> Option<Options> {
        let mut read = Vec::new();
        for item in self.list(table, "options")? {
            read.push(self.option(table, item));
        }
        let (options, texts): (Vec<_>, Vec<Found<&str>>) =
            read.into_iter().collect::<Option<Vec<_>>>()?.into_iter().unzip();
        self.no_text_twice("option", &texts);
        origin.options = texts.iter().map(|text| text.span).collect();
        let right: Vec<_> =
            options.iter().zip(&texts).filter(|(option, _)| option.correct).collect();
        match right[..] {
            [] => self.no_right_option(table),
            [(_, first), (_, second), ..] if only_one => self.two_right_options(*first, *second),
            _ => {}
        }
        Some(Options(options))
    }

    fn option(
        &mut self,
        question: &Table<'a>,
        item: &'a Value<'a>,
    ) -> Option<(Choice, Found<&'a str>)> {
        if let DeValue::String(_) = item.get_ref() {
            let text = self.list_item("options", item)?;
            let option = Choice { text: Markdown::new(text.value), correct: false, feedback: None };
            return Some((option, text));
        }
        let table = self.item_table(question, "options", item, &keys::OPTION)?;
        let text = self.string(&table, "text");
        let correct = self.flag(&table, "correct").is_some_and(|found| found.value);
        let feedback = self.string(&table, "feedback").map(|found| found.value.to_owned());
        let text = text?;
        Some((Choice { text: Markdown::new(text.value), correct, feedback }, text))
    }

    fn no_right_option(&mut self, table: &Table<'a>) {
        let span = table.key_span("options");
        let title = "no option is right";
        let problem = Diagnostic::error(code::RIGHT_OPTIONS, span, title, "all of these are wrong");
        self.push(problem.help("write the right one as `{ text = \"…\", correct = true }`"));
    }

    fn two_right_options(&mut self, first: Found<&str>, second: Found<&str>) {
        let title = "more than one option of a `choice` is right";
        let problem =
            Diagnostic::error(code::RIGHT_OPTIONS, second.span, title, "one right option too many")
                .also(first.span, "the first right one")
                .help("make it a question of type `multi`, or leave one right");
        self.push(problem);
    }

    pub fn target(&mut self, table: &Table<'a>) -> Option<Target> {
        let value = self.decimal(table, "correct");
        let tolerance = self.decimal(table, "tolerance");
        if let Some(below) = tolerance.filter(|found| found.value < Decimal::ZERO) {
            self.out_of_range("tolerance", below.span, "zero or more");
        }
        let unit = self.string(table, "unit").map(|found| found.value.to_owned());
        let tolerance = tolerance.map_or(Decimal::ZERO, |found| found.value);
        Some(Target { value: value?.value, tolerance, unit })
    }

    pub fn sequence(&mut self, table: &Table<'a>) -> Option<Sequence> {
        let items = self.strings(table, "items")?;
        self.no_text_twice("item", &items);
        Some(Sequence(items.into_iter().map(|item| Markdown::new(item.value)).collect()))
    }

    pub fn cloze(&mut self, table: &Table<'a>, prompt: Found<&'a str>) -> Option<Cloze> {
        let (case, exactness) = self.exactness(table);
        match cloze::cut(prompt.value, case, exactness) {
            Ok(cloze) => Some(cloze),
            Err(problem) => {
                let span = problem.at.map_or(prompt.span, |range| {
                    inside(self.text, prompt.span, prompt.value, &range)
                });
                let diagnostic = Diagnostic::error(code::GAP, span, problem.title, problem.label);
                self.push(diagnostic.help("write a gap as `{{answer}}` or `{{answer|another}}`"));
                None
            }
        }
    }

    /// Refuses the same text twice in a list; blanks around it make no difference.
    fn no_text_twice(&mut self, what: &str, texts: &[Found<&str>]) {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for text in texts {
            if let Some(first) = seen.insert(text.value.trim(), text.span) {
                let title = format!("the {what} `{}` stands twice", shortened(text.value));
                let problem =
                    Diagnostic::error(code::DUPLICATE_TEXT, text.span, title, "the same again");
                self.push(problem.also(first, "the first one"));
            }
        }
    }
}
