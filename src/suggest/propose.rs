//! From a question to what is proposed for it.

use std::collections::BTreeSet;

use super::content::{Content, Reader};
use super::phrase::{Phrase, phrases};
use super::plain::plain;
use super::proposal::{Proposal, Scope, Suggested};
use super::reason::Reason;
use super::sentence::{Sentence, sentences};
use crate::edit::NewKeyword;
use crate::quiz::question::{Entry, Need, Negation, Rubric};
use crate::quiz::{Draft, PerMille, Question, Task, Weight};
use crate::text::{Language, fold};

/// Most words of content of a model answer that makes a keyword of each.
pub const MAX_WORDWISE: usize = 25;

/// Most keywords of a question, those that it had included.
pub const MAX_KEYWORDS: usize = 25;

/// What a word of the prompt is worth, a word of one's own being 1.
const IN_PROMPT: Weight = Weight::from_thousandths(400);

/// What two words side by side are worth beside themselves.
const PHRASE: Weight = Weight::from_thousandths(200);
const PHRASE_IN_PROMPT: Weight = Weight::from_thousandths(100);

/// Part of the other keywords' weight that any beginning earns: one in eight.
const BEGINNING: u32 = 8;

/// The label of the keyword that any beginning earns.
const BEGINNING_LABEL: &str = "a beginning";

/// Words of a sentence that are enough, in tenths.
const ENOUGH: usize = 3;

/// The share of the weight that earns all points, by the most words of content it holds for.
const FULL_AT: &[(usize, u16)] = &[(5, 800), (7, 750), (MAX_WORDWISE, 650), (100, 600)];
const FULL_AT_BEYOND: u16 = 550;

/// What a sentence is worth whose words weigh less than so many thousandths together: twice as many
/// words make about a fifth more.
const SENTENCE: &[(u32, Weight)] = &[
    (1_500, Weight::ONE),
    (3_000, Weight::from_thousandths(1200)),
    (6_000, Weight::from_thousandths(1400)),
    (12_000, Weight::from_thousandths(1700)),
];
const SENTENCE_BEYOND: Weight = Weight::from_thousandths(2000);

/// Proposes keywords for the questions of `draft`. Questions without a model answer, and those where
/// nothing is left to propose, get none.
///
/// What a question has stays: a word that stands in a keyword is not proposed again, and a question
/// with keywords keeps its `full_at` and `negation`.
#[must_use]
pub fn suggest(draft: &Draft, scope: Scope) -> Vec<Proposal> {
    let reader = Reader::of(draft.language().as_str());
    let questions = draft.questions().iter().enumerate();
    questions
        .filter_map(|(position, question)| propose(&reader, position, question, scope))
        .collect()
}

/// A keyword for each word of content of a question's model answer, however long that is, with the
/// phrases that there is room for and one for any beginning; and the share of their weight that would
/// earn all points. None without a model answer. `tag` is the language, by BCP 47.
///
/// What is learnt of people's scores starts from these: a word too many costs nothing there.
#[must_use]
pub fn wordwise(question: &Question, tag: &str) -> (Vec<Suggested>, PerMille) {
    let Some(answer) = &question.answer else { return (Vec::new(), PerMille::ONE) };
    let reader = Reader::of(tag);
    let answer = plain(answer.as_str());
    let text = reader.text(&answer);
    let prompt = reader.family([question.prompt.as_str()]);
    let words = reader.content(&text, &prompt);
    (by_word(&words, phrases(&reader, &text, &prompt)), full_at(words.len()))
}

fn propose(
    reader: &Reader,
    position: usize,
    question: &Question,
    scope: Scope,
) -> Option<Proposal> {
    let Task::Text(rubric) = &question.task else { return None };
    let bare = rubric.keywords.is_empty();
    if !bare && scope == Scope::Bare {
        return None;
    }
    let answer = plain(question.answer.as_ref()?.as_str());
    let source = Source { reader, answer: &answer, prompt: question.prompt.as_str(), rubric };
    let (words, keywords) = source.keywords();
    if keywords.is_empty() {
        return None;
    }
    Some(Proposal {
        position,
        id: question.id.clone(),
        keywords,
        full_at: (bare && rubric.full_at == PerMille::ONE).then(|| full_at(words)),
        negation: bare.then_some(Negation::Flag),
    })
}

fn full_at(words: usize) -> PerMille {
    let step = FULL_AT.iter().find(|(most, _)| words <= *most);
    PerMille::new(step.map_or(FULL_AT_BEYOND, |(_, share)| *share))
}

/// What keywords are made from.
struct Source<'q> {
    reader: &'q Reader,
    answer: &'q str,
    prompt: &'q str,
    rubric: &'q Rubric,
}

impl Source<'_> {
    /// Words of content of the model answer, and the keywords.
    fn keywords(&self) -> (usize, Vec<Suggested>) {
        let text = self.reader.text(self.answer);
        let prompt = self.reader.family([self.prompt]);
        let words = self.reader.content(&text, &prompt);
        let count = words.len();
        let keywords = if !self.rubric.keywords.is_empty() {
            self.beside_those_there(&words, text.language())
        } else if count > MAX_WORDWISE {
            by_sentence(sentences(&text, words))
        } else {
            by_word(&words, phrases(self.reader, &text, &prompt))
        };
        (count, keywords)
    }

    /// A keyword for each word that no keyword of the question has yet.
    fn beside_those_there(&self, words: &[Content], language: Language) -> Vec<Suggested> {
        let Rubric { keywords, misconceptions, .. } = self.rubric;
        let needs = keywords.iter().map(|keyword| &keyword.need);
        let needs = needs.chain(misconceptions.iter().map(|wrong| &wrong.need));
        let known = self.reader.family(needs.flat_map(Need::terms));
        let labels: BTreeSet<&str> = keywords
            .iter()
            .map(|keyword| keyword.label.as_str())
            .chain(misconceptions.iter().map(|wrong| wrong.label.as_str()))
            .collect();
        words
            .iter()
            .filter(|word| !known.has(&fold(&word.written, language)))
            .filter(|word| !labels.contains(word.written.as_str()))
            .take(MAX_KEYWORDS.saturating_sub(keywords.len()))
            .map(word)
            .collect()
    }
}

/// A keyword for each word, then phrases while there is room, and one for any beginning.
fn by_word(words: &[Content], phrases: Vec<Phrase>) -> Vec<Suggested> {
    let mut keywords: Vec<_> = words.iter().map(word).collect();
    let room = MAX_KEYWORDS.saturating_sub(keywords.len());
    keywords.extend(phrases.into_iter().take(room.saturating_sub(1)).map(phrase));
    if room > 0 && words.len() > 1 {
        keywords.push(beginning(words, &keywords));
    }
    keywords
}

fn word(content: &Content) -> Suggested {
    let term = content.written.clone();
    let aliases = content.aliases.iter().map(|alias| alias.written.clone()).collect();
    let weight = weight_of(content);
    let reason = if content.in_prompt { Reason::InPrompt } else { Reason::Word };
    let keyword = NewKeyword { weight, ..NewKeyword::new(Need::Term { term, aliases }) };
    Suggested { keyword, reason, aliases: content.aliases.clone() }
}

const fn weight_of(word: &Content) -> Weight {
    if word.in_prompt { IN_PROMPT } else { Weight::ONE }
}

fn phrase(Phrase { written, in_prompt }: Phrase) -> Suggested {
    let weight = if in_prompt { PHRASE_IN_PROMPT } else { PHRASE };
    let need = Need::Term { term: written, aliases: Vec::new() };
    let keyword = NewKeyword { weight, ..NewKeyword::new(need) };
    Suggested { keyword, reason: Reason::Phrase, aliases: Vec::new() }
}

/// A keyword that any of the words meets, those of the prompt only where there are no others.
fn beginning(words: &[Content], others: &[Suggested]) -> Suggested {
    let only_prompt = words.iter().all(|word| word.in_prompt);
    let own = words.iter().filter(|word| only_prompt || !word.in_prompt);
    let total: u32 = others.iter().map(|other| other.keyword.weight.thousandths()).sum();
    let tenths = (total / BEGINNING).div_ceil(100).max(1);
    let keyword = NewKeyword {
        label: Some(BEGINNING_LABEL.to_owned()),
        weight: Weight::from_thousandths(tenths * 100),
        ..NewKeyword::new(Need::Any { entries: own.map(entry).collect(), min: 1 })
    };
    Suggested { keyword, reason: Reason::Beginning, aliases: Vec::new() }
}

/// A keyword for each sentence; where there is no room for all, for those that say most.
fn by_sentence(mut sentences: Vec<Sentence>) -> Vec<Suggested> {
    while sentences.len() > MAX_KEYWORDS {
        let shortest = (0..sentences.len())
            .rev()
            .min_by_key(|&at| sentences.get(at).map_or(0, |sentence| sentence.words.len()));
        let Some(shortest) = shortest else { break };
        sentences.remove(shortest);
    }
    sentences.into_iter().map(sentence).collect()
}

fn sentence(Sentence { name, words }: Sentence) -> Suggested {
    let of = words.len();
    // More than the prompt says, where the sentence says more.
    let beyond_prompt = (words.iter().filter(|word| word.in_prompt).count() + 1).min(of);
    let enough = (of * ENOUGH).div_ceil(10).max(beyond_prompt);
    let said: u32 = words.iter().map(|word| weight_of(word).thousandths()).sum();
    let step = SENTENCE.iter().find(|(below, _)| said < *below);
    let keyword = NewKeyword {
        label: Some(name),
        weight: step.map_or(SENTENCE_BEYOND, |(_, weight)| *weight),
        ..NewKeyword::new(Need::Any { entries: words.iter().map(entry).collect(), min: enough })
    };
    let aliases = words.iter().flat_map(|word| word.aliases.clone()).collect();
    Suggested { keyword, reason: Reason::Sentence { enough, of }, aliases }
}

/// A word and its aliases, of which one is enough.
fn entry(word: &Content) -> Entry {
    let aliases = word.aliases.iter().map(|alias| alias.written.clone());
    Entry(std::iter::once(word.written.clone()).chain(aliases).collect())
}
