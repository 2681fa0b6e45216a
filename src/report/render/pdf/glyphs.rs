//! Makes texts fit the fonts: characters that none of them has are shown as a box and counted, and
//! long words get places where a line may end.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

use super::fonts::{Fonts, MoreFonts};

/// What stands for a character that no font has.
const LACKING: char = '□';

/// Characters of a word after which a line may end.
const LONG_WORD: usize = 24;

/// Characters that no font has, by script.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Lacking(BTreeMap<&'static str, usize>);

impl Lacking {
    /// `12 characters of Han, 1 of Arabic`; nothing where there is none.
    pub(super) fn told(&self) -> Option<String> {
        let told: Vec<String> =
            self.0.iter().map(|(script, count)| format!("{count} of {script}")).collect();
        (!told.is_empty()).then(|| told.join(", "))
    }
}

/// Replaces in every string of `data` what no font has, after asking for `more` fonts if those that
/// come with the program are not enough.
pub(super) fn fit(data: &mut Value, fonts: &mut Fonts, more: MoreFonts) -> Lacking {
    let mut characters = BTreeSet::new();
    each_string(data, &mut |text| characters.extend(text.chars()));
    characters.retain(|character| !fonts.has(*character));
    if characters.iter().any(|character| !is_blank(*character)) {
        more(fonts);
        characters.retain(|character| !fonts.has(*character));
    }
    let mut lacking = Lacking::default();
    each_string(data, &mut |text| {
        if text.chars().any(|character| characters.contains(&character)) {
            *text = text.chars().filter_map(|it| shown(it, &characters, &mut lacking)).collect();
        }
        *text = breakable(text);
    });
    lacking
}

/// Every string but addresses that are followed and not read.
fn each_string(data: &mut Value, act: &mut impl FnMut(&mut String)) {
    match data {
        Value::String(text) => act(text),
        Value::Array(values) => values.iter_mut().for_each(|value| each_string(value, act)),
        Value::Object(fields) => {
            let shown = fields.iter_mut().filter(|(name, _)| *name != "link");
            shown.for_each(|(_, value)| each_string(value, act));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether nothing is seen of it, so that no font needs to have it.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || is_joiner(character)
}

/// Whether it only says how its neighbours are drawn.
const fn is_joiner(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200d}'
            | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
    )
}

fn shown(character: char, lacked: &BTreeSet<char>, lacking: &mut Lacking) -> Option<char> {
    match character {
        '\n' => Some('\n'),
        known if !lacked.contains(&known) => Some(known),
        joiner if is_joiner(joiner) => None,
        blank if blank.is_whitespace() => Some(' '),
        foreign => {
            *lacking.0.entry(script(foreign)).or_default() += 1;
            Some(LACKING)
        }
    }
}

fn script(character: char) -> &'static str {
    match character.script() {
        Script::Common | Script::Inherited | Script::Unknown => "symbols and emoji",
        script => script.full_name(),
    }
}

/// The text with places where a line may end in words that are longer than a column.
fn breakable(text: &str) -> String {
    if text.split_whitespace().all(|word| word.len() <= LONG_WORD) {
        return text.to_owned();
    }
    let mut broken = String::with_capacity(text.len() + text.len() / 8);
    let mut run = 0;
    for grapheme in text.graphemes(true) {
        if run == LONG_WORD {
            broken.push('\u{200b}');
            run = 0;
        }
        run = if grapheme.chars().all(char::is_whitespace) { 0 } else { run + 1 };
        broken.push_str(grapheme);
    }
    broken
}
