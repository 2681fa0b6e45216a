//! How much of it a quiz may have.

use super::code;
use super::reading::Reading;
use super::table::Found;
use crate::diagnostic::Diagnostic;
use crate::quiz::origin::QuestionOrigin;
use crate::span::Span;

/// Most strings in the keywords and misconceptions of one question.
const TERMS: usize = 2000;

/// Most words of a term.
const WORDS: usize = 20;

/// Most patterns of a quiz.
const PATTERNS: usize = 200;

impl Reading<'_> {
    /// Says so where a term is longer than what people write in its words.
    pub fn short_term<'t>(&mut self, term: Found<&'t str>) -> Option<Found<&'t str>> {
        if term.value.split_whitespace().count() <= WORDS {
            return Some(term);
        }
        let title = format!("a term of more than {WORDS} words");
        let help =
            "no answer will say just that: write what it must say as `all` of several entries";
        let problem = Diagnostic::error(code::TOO_MANY, term.span, title, "too many words");
        self.push(problem.help(help));
        None
    }

    /// Says so where a question has more terms than can be checked.
    pub fn few_terms(&mut self, origin: &QuestionOrigin) -> Option<()> {
        let criteria = origin.keywords.iter().chain(&origin.misconceptions);
        let terms = criteria.flat_map(|criterion| criterion.terms.iter().flatten());
        let Some(one_too_many) = terms.copied().nth(TERMS) else { return Some(()) };
        let title = format!("more than {TERMS} terms in one question");
        let help =
            "leave out inflections and typos, which are found anyway, or ask several questions";
        self.too_many(one_too_many, title, help)
    }

    /// Counts the pattern at `span`, and says so where the quiz has too many.
    pub fn one_more_pattern(&mut self, span: Span) -> Option<()> {
        self.patterns += 1;
        if self.patterns <= PATTERNS {
            return Some(());
        }
        if self.patterns > PATTERNS + 1 {
            return None;
        }
        let title = format!("more than {PATTERNS} patterns in one quiz");
        self.too_many(span, title, "write terms in their place, or split the quiz")
    }

    fn too_many(&mut self, span: Span, title: String, help: &str) -> Option<()> {
        let problem = Diagnostic::error(code::TOO_MANY, span, title, "one too many");
        self.push(problem.help(help));
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::read;

    fn titles(keywords: &str) -> Vec<String> {
        let quiz = format!(
            "title = \"T\"\n[[questions]]\nprompt = \"Why?\"\nkeywords = [{{ label = \"first\", {keywords}"
        );
        read(&quiz).diagnostics.into_iter().map(|problem| problem.title).collect()
    }

    fn terms(count: usize) -> Vec<String> {
        let terms: Vec<_> = (0..count).map(|number| format!("\"word{number}\"")).collect();
        titles(&format!("any = [{}] }}]", terms.join(",")))
    }

    #[test]
    fn a_question_has_as_many_terms_as_can_be_checked() {
        assert_eq!(terms(TERMS), [""; 0]);
        assert_eq!(terms(TERMS + 1), ["more than 2000 terms in one question"]);
    }

    #[test]
    fn a_term_has_as_many_words_as_people_say() {
        let term = |words: usize| titles(&format!("term = \"{}\" }}]", "word ".repeat(words)));
        assert_eq!(term(WORDS), [""; 0]);
        assert_eq!(term(WORDS + 1), ["a term of more than 20 words"]);
    }

    #[test]
    fn a_quiz_has_as_many_patterns_as_can_be_compiled() {
        let patterns = |count: usize| {
            let more: Vec<_> =
                (1..count).map(|number| format!("{{ pattern = \"x{number}\" }}")).collect();
            titles(&format!("pattern = \"x\" }}, {}]", more.join(",")))
        };
        assert_eq!(patterns(PATTERNS), [""; 0]);
        assert_eq!(patterns(PATTERNS + 9), ["more than 200 patterns in one quiz"]);
    }
}
