//! What a text question is graded by.

use std::collections::BTreeMap;

use toml::de::DeValue;

use super::code;
use super::grading::Grading;
use super::nearest::nearest;
use super::need::ReadNeed;
use super::reading::{Keywords, Reading, shortened};
use super::table::{Found, Table, Value, place};
use crate::diagnostic::Diagnostic;
use crate::quiz::keys;
use crate::quiz::origin::{CriterionOrigin, QuestionOrigin};
use crate::quiz::question::{
    Attribution, Criterion, Entry, Example, Matching, Misconception, Need, Negation, Rubric,
};
use crate::quiz::{Points, Weight};
use crate::span::Span;

/// What a misconception costs where the file does not say: half a point.
const PENALTY: Points = Points::from_thousandths(500);

impl<'a> Reading<'a> {
    pub fn rubric(
        &mut self,
        table: &Table<'a>,
        defaults: Grading,
        origin: &mut QuestionOrigin,
    ) -> Option<Rubric> {
        let grading = self.grading(table, defaults);
        let mut labels = BTreeMap::new();
        let sides = self.sides(table);
        let named = sides.as_deref().unwrap_or_default();
        let keywords = self.keywords(table, grading, named, &mut labels, origin);
        let misconceptions = self.misconceptions(table, grading, named, &mut labels, origin);
        let few = self.few_terms(origin);
        let complete = keywords.is_some() && misconceptions.is_some();
        let examples = self.examples(table, complete.then_some(&labels), origin);
        few?;
        Some(Rubric {
            sides: sides?,
            keywords: keywords?,
            misconceptions: misconceptions?,
            full_at: grading.full_at,
            examples: examples?,
        })
    }

    fn keywords(
        &mut self,
        table: &Table<'a>,
        grading: Grading,
        sides: &[Entry],
        labels: &mut BTreeMap<String, Span>,
        origin: &mut QuestionOrigin,
    ) -> Option<Vec<Criterion>> {
        if self.keywords == Keywords::Awaited && lacks_keywords(table) {
            return Some(Vec::new());
        }
        let mut read = Vec::new();
        for item in self.list(table, "keywords")? {
            let keyword = self.keyword(table, item, grading, sides);
            if let Some((criterion, origin)) = &keyword {
                self.label_once(labels, &criterion.label, origin.label);
            }
            read.push(keyword);
        }
        let (criteria, origins) = read.into_iter().collect::<Option<Vec<_>>>()?.into_iter().unzip();
        origin.keywords = origins;
        Some(criteria)
    }

    fn keyword(
        &mut self,
        question: &Table<'a>,
        item: &'a Value<'a>,
        grading: Grading,
        sides: &[Entry],
    ) -> Option<(Criterion, CriterionOrigin)> {
        if let DeValue::String(_) = item.get_ref() {
            let term = self.list_item("keywords", item)?;
            return Some(bare(self.short_term(term)?, grading));
        }
        let table = self.item_table(question, "keywords", item, &keys::KEYWORD)?;
        let need = self.need(&table);
        let label = self.string(&table, "label");
        let weight = self.weight(&table, "weight");
        let required = self.flag(&table, "required").is_some_and(|found| found.value);
        let feedback = self.string(&table, "feedback").map(|found| found.value.to_owned());
        let of = self.side(&table, sides).map(Attribution::Possible);
        let matching = Matching { of, ..self.grading(&table, grading).matching };
        let ReadNeed { need, name, terms } = need?;
        let label = label.map_or(name, |label| label.map(str::to_owned));
        let origin = CriterionOrigin { label: label.span, terms, weight: weight.map(|w| w.span) };
        let weight = weight.map_or(Weight::ONE, |weight| weight.value);
        Some((Criterion { label: label.value, need, weight, required, feedback, matching }, origin))
    }

    fn misconceptions(
        &mut self,
        table: &Table<'a>,
        grading: Grading,
        sides: &[Entry],
        labels: &mut BTreeMap<String, Span>,
        origin: &mut QuestionOrigin,
    ) -> Option<Vec<Misconception>> {
        if !table.has("misconceptions") {
            return Some(Vec::new());
        }
        let mut read = Vec::new();
        for item in self.list(table, "misconceptions")? {
            let misconception = self.misconception(table, item, grading, sides);
            if let Some((misconception, origin)) = &misconception {
                self.label_once(labels, &misconception.label, origin.label);
            }
            read.push(misconception);
        }
        let (read, origins) = read.into_iter().collect::<Option<Vec<_>>>()?.into_iter().unzip();
        origin.misconceptions = origins;
        Some(read)
    }

    fn misconception(
        &mut self,
        question: &Table<'a>,
        item: &'a Value<'a>,
        grading: Grading,
        sides: &[Entry],
    ) -> Option<(Misconception, CriterionOrigin)> {
        let table = self.item_table(question, "misconceptions", item, &keys::MISCONCEPTION)?;
        let need = self.need(&table);
        let label = self.string(&table, "label");
        let penalty = self.cost(&table, "penalty").map_or(PENALTY, |found| found.value);
        let feedback = self.string(&table, "feedback").map(|found| found.value.to_owned());
        let of = self.side(&table, sides).map(Attribution::Certain);
        // Negated it costs nothing unless it says otherwise itself.
        let matching = Matching { of, ..self.grading(&table, grading.denying()).matching };
        let ReadNeed { need, name, terms } = need?;
        let label = label.map_or(name, |label| label.map(str::to_owned));
        let origin = CriterionOrigin { label: label.span, terms, weight: None };
        Some((Misconception { label: label.value, need, penalty, feedback, matching }, origin))
    }

    fn label_once(&mut self, labels: &mut BTreeMap<String, Span>, label: &str, span: Span) {
        let Some(first) = labels.insert(label.to_owned(), span) else { return };
        labels.insert(label.to_owned(), first);
        let title = format!("the label `{}` stands twice", shortened(label));
        let problem = Diagnostic::error(code::DUPLICATE_LABEL, span, title, "the same again")
            .also(first, "the first one")
            .help("give one of them another `label`");
        self.push(problem);
    }

    fn examples(
        &mut self,
        table: &Table<'a>,
        labels: Option<&BTreeMap<String, Span>>,
        origin: &mut QuestionOrigin,
    ) -> Option<Vec<Example>> {
        if !table.has("examples") {
            return Some(Vec::new());
        }
        let mut read = Vec::new();
        for item in self.list(table, "examples")? {
            read.push(self.example(table, item, labels));
        }
        let (read, origins) = read.into_iter().collect::<Option<Vec<_>>>()?.into_iter().unzip();
        origin.examples = origins;
        Some(read)
    }

    fn example(
        &mut self,
        question: &Table<'a>,
        item: &'a Value<'a>,
        labels: Option<&BTreeMap<String, Span>>,
    ) -> Option<(Example, Span)> {
        let table = self.item_table(question, "examples", item, &keys::EXAMPLE)?;
        let answer = self.string(&table, "answer");
        let at_least = self.share(&table, "at_least");
        let at_most = self.share(&table, "at_most");
        let found = self.labels(&table, "found", labels);
        let missed = self.labels(&table, "missed", labels);
        if ["at_least", "at_most", "found", "missed"].iter().all(|key| !table.has(key)) {
            let title = "an example that says nothing of its score";
            let label = "any grade would do";
            let problem = Diagnostic::error(code::EMPTY_EXAMPLE, place(item), title, label);
            self.push(problem.help("add `at_least`, `at_most`, `found` or `missed`"));
        }
        if let (Some(least), Some(most)) = (at_least, at_most)
            && least.value > most.value
        {
            self.out_of_range("at_most", most.span, "no less than `at_least`");
        }
        let answer = answer?;
        let (at_least, at_most) = (at_least.map(|f| f.value), at_most.map(|f| f.value));
        let text = answer.value.to_owned();
        Some((Example { answer: text, at_least, at_most, found, missed }, answer.span))
    }

    /// Labels that an example names; `known` is absent where the labels themselves are wrong.
    fn labels(
        &mut self,
        table: &Table<'a>,
        name: &str,
        known: Option<&BTreeMap<String, Span>>,
    ) -> Vec<String> {
        let named = self.strings(table, name).unwrap_or_default();
        for label in &named {
            let Some(known) = known.filter(|known| !known.contains_key(label.value)) else {
                continue;
            };
            let title = format!("unknown label `{}`", shortened(label.value));
            let stands = "no keyword or misconception of this question is called so";
            let mut problem = Diagnostic::error(code::UNKNOWN_LABEL, label.span, title, stands);
            problem.help = nearest(label.value, known.keys().map(String::as_str))
                .map(|near| format!("write `{near:?}`"));
            self.push(problem);
        }
        named.into_iter().map(|label| label.value.to_owned()).collect()
    }
}

fn lacks_keywords(table: &Table<'_>) -> bool {
    let value = table.get("keywords").map(toml::Spanned::get_ref);
    value.is_none_or(|value| value.as_array().is_some_and(|keywords| keywords.is_empty()))
}

/// A keyword that is a string alone.
fn bare(term: Found<&str>, grading: Grading) -> (Criterion, CriterionOrigin) {
    let (text, span) = (term.value.to_owned(), term.span);
    let criterion = Criterion {
        label: text.clone(),
        need: Need::Term { term: text, aliases: Vec::new() },
        weight: Weight::ONE,
        required: false,
        feedback: None,
        matching: grading.matching,
    };
    (criterion, CriterionOrigin { label: span, terms: vec![vec![span]], weight: None })
}

impl Grading {
    fn denying(mut self) -> Self {
        self.matching.negation = Negation::Deny;
        self
    }
}
