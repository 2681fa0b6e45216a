//! What must hold of any text.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use vivavoce::matcher::{Builder, Likeness, Matcher, Memo, Rules, plain};
use vivavoce::quiz::PerMille;
use vivavoce::text::{Language, Text, fold};

/// Terms and words near them, so that generated texts hit and narrowly miss.
const WORDS: &[&str] = &[
    "pre_save",
    "preSave",
    "per_save",
    "post_save",
    "pre",
    "save",
    "presvae",
    "signal",
    "single",
    "singals",
    "signals",
    "cache",
    "caching",
    "cached",
    "cahce",
    "Memcached",
    "memcashed",
    "loose",
    "loosely",
    "losely",
    "coupling",
    "coupled",
    "is",
    "the",
    "of",
    "layers",
    "object",
    "relational",
    "mapper",
    "mapping",
    "objects",
    "relations",
    "url",
    "patterns",
    "urlpatterns",
    "urlpaterns",
    "URLPatterns",
    "ORM",
    "ORMs",
    "O.R.M.",
    "form",
    "IPv4",
    "IPv6",
    "ipv4's",
    "HTTP/2",
    "HTTPS",
    "https",
    "http",
    "C++",
    "C#",
    "C",
    ".NET",
    "Node.js",
    "キャッシュ",
    "データベースの",
    "ﾃﾞｰﾀ",
    "МЕMCACHED",
    "сигнал",
    "naïve",
    "naive",
    "key-value",
    "keyvalue",
    "request.session",
    "log",
    "in",
    "login",
    "EPOLLERR",
    "epolerr",
    "somefile",
    "samefile",
    "from_bytes",
    "from_le_bytes",
    "applicaton",
    "pplication",
    "application",
    "🙂",
    "isn't",
    "don’t",
    "modelling",
    "modeling tool",
    "normalized colors",
    "catalogs",
    "stopped queries",
    "data center",
    "select_related",
    "page caching",
];

const SEPARATORS: &[&str] =
    &[" ", " ", " ", " ", ", ", ". ", "\n", "\n\n", "-", "/", "_", "", "()", "'s "];

const ENDINGS: &[&str] = &["", "", "s", "ed", "ing", "ling", "ue", "tre", "our", "ised"];

fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => select(WORDS).prop_map(str::to_owned),
        2 => (select(WORDS), any::<prop::sample::Index>(), any::<char>())
            .prop_map(|(word, at, c)| replaced(word, at, c)),
        1 => "[a-zA-Z_]{1,9}",
        2 => (select(WORDS), any::<[prop::sample::Index; 2]>(), select(&[" ", "-"][..]), select(ENDINGS))
            .prop_map(|(word, at, gap, ending)| apart(word, at, gap) + ending),
        1 => "\\PC{0,4}",
    ];
    vec((word, select(SEPARATORS)), 0..14)
        .prop_map(|pieces| pieces.into_iter().map(|(word, gap)| word + gap).collect())
}

fn replaced(word: &str, at: prop::sample::Index, c: char) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = at.index(letters.len());
    letters[at] = c;
    letters.into_iter().collect()
}

/// The word in up to three pieces.
fn apart(word: &str, at: [prop::sample::Index; 2], gap: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut cuts = at.map(|at| at.index(letters.len()));
    cuts.sort_unstable();
    let pieces = [&letters[..cuts[0]], &letters[cuts[0]..cuts[1]], &letters[cuts[1]..]];
    pieces.map(|piece| piece.iter().collect::<String>()).join(gap)
}

fn terms() -> impl Strategy<Value = Vec<String>> {
    let word = || select(WORDS).prop_map(str::to_owned);
    let term = prop_oneof![
        3 => word(),
        2 => vec(word(), 2..4).prop_map(|words| words.join(" ")),
        1 => "\\PC{0,8}",
    ];
    vec(term, 1..8)
}

fn matcher(terms: &[String], language: &str, rules: Rules) -> Matcher {
    let mut builder = Builder::new(Language::of(language));
    for term in terms {
        builder.term(term, rules);
    }
    builder.build()
}

fn rules() -> impl Strategy<Value = Rules> {
    (proptest::option::of(700u16..1000), prop::bool::weighted(0.1), prop::bool::weighted(0.8))
        .prop_map(|(similarity, case, stem)| Rules {
            similarity: similarity.map(PerMille::new),
            case,
            stem,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 400 } else { 4000 }))]

    #[test]
    fn the_fast_matcher_agrees_with_the_plain_one(
        terms in terms(),
        texts in vec(text(), 1..4),
        rules in rules(),
        language in select(&["en", "en", "en", "de", "ru", "und"][..]),
    ) {
        let matcher = matcher(&terms, language, rules);
        let mut memo = Memo::default();
        for _ in 0..2 {
            for text in &texts {
                let text = Text::new(text, Language::of(language));
                prop_assert_eq!(matcher.find(&text, &mut memo), plain::find(&matcher, &text));
            }
        }
    }

    #[test]
    fn spans_fall_on_character_boundaries_in_order(original in text()) {
        let text = Text::new(&original, Language::of("en"));
        let mut end = 0;
        for word in text.words() {
            prop_assert!(original.get(word.span.start()..word.span.end()).is_some_and(|word| !word.is_empty()));
            prop_assert!(word.span.start() >= end);
            end = word.span.end();
        }
    }

    #[test]
    fn any_string_can_be_cut_and_searched(original in any::<String>(), terms in vec(any::<String>(), 0..3)) {
        let matcher = matcher(&terms, "en", Rules::default());
        let text = Text::new(&original, Language::of("en"));
        for hit in matcher.find(&text, &mut Memo::default()).hits {
            prop_assert!(original.get(hit.span.start()..hit.span.end()).is_some());
        }
    }

    #[test]
    fn folding_twice_changes_nothing(word in "\\PC{0,12}|[А-яѐ-џ]{1,6}[a-z]?|[ｦ-ﾟ]{1,5}", language in select(&["en", "de", "ru", "el"][..])) {
        let language = Language::of(language);
        let once = fold(&word, language);
        prop_assert_eq!(fold(&once, language), once);
    }

    #[test]
    fn a_name_is_found_in_every_style(parts in vec("[a-z]{2,7}", 2..4)) {
        let snake = parts.join("_");
        let capital = |part: &String| part[..1].to_uppercase() + &part[1..];
        let pascal: String = parts.iter().map(capital).collect();
        let camel = parts[0].clone() + &parts[1..].iter().map(capital).collect::<String>();
        let matcher = matcher(std::slice::from_ref(&snake), "en", Rules::default());
        let styles = [
            snake.clone(), parts.join("-"), parts.join(" "), parts.concat(), pascal, camel,
            snake.to_uppercase(), format!("{snake}()"), format!("a.b.{snake}"),
        ];
        for style in styles {
            let text = Text::new(&style, Language::of("en"));
            let finds = matcher.find(&text, &mut Memo::default());
            prop_assert!(finds.hits.iter().any(|hit| hit.likeness == Likeness::Exact), "{}", style);
        }
    }
}
