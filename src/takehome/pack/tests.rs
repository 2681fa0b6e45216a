use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::*;
use crate::takehome::document::document;
use crate::takehome::manifest::NotAuthentic;

const ID: PackId = PackId([7; 16]);

/// Every secret of this quiz is a word that stands nowhere else. `{}` is put in for each.
fn quiz(secret: &str, turned: bool) -> Quiz {
    let (first, second) = if turned { ("false", "true") } else { ("true", "false") };
    let items =
        if turned { r#"["boil", "add tea", "wait"]"# } else { r#"["wait", "boil", "add tea"]"# };
    let text = format!(
        r#"
title = "Tea"
description = "{secret}description"
[[questions]]
topic = "t"
was = ["{secret}was"]
tags = ["{secret}tag"]
prompt = "What `is` tea?"
hint = "{secret}hint"
answer = "{secret}answer"
sources = ["https://example.org/{secret}source"]
keywords = [
  {{ term = "{secret}term", aliases = ["{secret}alias"], feedback = "{secret}feedback" }},
  {{ label = "{secret}label", any = ["{secret}any", "{secret}other"], of = "{secret}side" }},
  {{ label = "{secret}both", all = ["{secret}all", "{secret}more"] }},
  {{ label = "{secret}made", pattern = "{secret}pattern" }},
]
sides = [["{secret}side", "{secret}nick"], ["{secret}rival"]]
examples = [{{ answer = "{secret}example", at_most = 0.5 }}]
misconceptions = [{{ any = ["{secret}wrong"], feedback = "{secret}wrongfeedback" }}]

[[questions]]
id = "hidden-name"
topic = "t"
type = "short"
prompt = "Name it."
accept = ["{secret}accept"]

[[questions]]
topic = "t"
type = "choice"
prompt = "Which?"
options = [
  {{ text = "green", correct = {first}, feedback = "{secret}good" }},
  {{ text = "blue", correct = {second}, feedback = "{secret}bad" }},
]

[[questions]]
topic = "t"
type = "number"
prompt = "How hot?"
correct = {number}
unit = "C"

[[questions]]
topic = "t"
type = "boolean"
prompt = "Is it wet?"
correct = {first}

[[questions]]
topic = "t"
type = "order"
prompt = "In which order?"
items = {items}

[[questions]]
topic = "t"
type = "cloze"
prompt = "Tea is {{{{{secret}gap}}}}."
"#,
        number = if turned { 95 } else { 80 },
    );
    let loaded = crate::quiz::read(&text);
    loaded.value.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics)).quiz
}

fn key() -> PrivateKey {
    PrivateKey::generate(&mut ChaCha20Rng::from_seed([1; 32]))
}

fn shuffled(seed: u64) -> Order {
    let selection = Selection { shuffle: true, seed, ..Selection::default() };
    Order { selection, ..Order::default() }
}

fn packed(quiz: &Quiz, order: &Order) -> Pack {
    Pack::new(quiz, &key(), ID, order).unwrap()
}

/// A pack's JSON without its two MACs.
fn unsigned(pack: &Pack) -> String {
    let mark = pack.signed.read().unwrap().quiz;
    pack.to_json().replace(&pack.signed.mac, "MAC").replace(&mark, "MARK")
}

#[test]
fn packs_of_quizzes_that_differ_in_their_keys_differ_in_macs_only() {
    for order in [Order::default(), shuffled(1), shuffled(2)] {
        let one = packed(&quiz("zebra", false), &order);
        let other = packed(&quiz("quagga", true), &order);
        assert_ne!(one.to_json(), other.to_json());
        assert_eq!(unsigned(&one), unsigned(&other));
    }
}

#[test]
fn no_secret_of_a_quiz_is_in_its_pack_raw_or_decoded() {
    let quiz = quiz("zebra", false);
    let json = packed(&quiz, &shuffled(3)).to_json();
    let digest = quiz.digest.to_string();
    let codes = json.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
    let decoded = codes.filter_map(|code| URL_SAFE_NO_PAD.decode(code).ok());
    let decoded: Vec<String> =
        decoded.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect();
    for secret in ["zebra", "hidden-name", "correct", "seed", "keyword", digest.as_str()] {
        assert!(!json.to_lowercase().contains(secret), "{secret} in {json}");
        assert!(!decoded.iter().any(|text| text.contains(secret)), "{secret}");
    }
    assert!(!json.contains(&URL_SAFE_NO_PAD.encode(quiz.digest.0)));
}

/// How `word` may stand in a page without being seen: in base64 at each of its three offsets, in
/// hexadecimal, as an address or an entity has it, and backwards.
fn disguises(word: &str) -> Vec<String> {
    let each = |write: fn(u8) -> String| word.bytes().map(write).collect::<String>();
    let coded = (0..3).flat_map(|offset| {
        let padded = [&vec![b'x'; offset][..], word.as_bytes()].concat();
        let code = URL_SAFE_NO_PAD.encode(&padded);
        // The characters at the ends depend on what stands beside the word.
        let (start, end) = ([0, 2, 3][offset], code.len() - usize::from(padded.len() % 3 > 0));
        let inner = code[start..end].to_owned();
        [inner.replace('-', "+").replace('_', "/"), inner]
    });
    let written = [
        each(|byte| format!("{byte:02x}")),
        each(|byte| format!("%{byte:02X}")),
        each(|byte| format!("&#{byte};")),
        each(|byte| format!("&#x{byte:x};")),
        each(|byte| format!("\\u{byte:04x}")),
        word.chars().rev().collect(),
        word.to_owned(),
    ];
    coded.chain(written).collect()
}

#[test]
fn a_page_of_quizzes_that_differ_in_their_keys_is_the_same_and_has_no_secret_in_any_disguise() {
    let page = |secret, turned| {
        let pack = packed(&quiz(secret, turned), &shuffled(3));
        let mark = pack.signed.read().unwrap().quiz;
        let page = document(&pack);
        for secret in ["zebra", "quagga", "hidden-name"] {
            assert!(!page.to_lowercase().contains(secret), "{secret}");
            for disguise in disguises(secret) {
                assert!(!page.contains(&disguise), "{secret} as {disguise}");
            }
        }
        page.replace(&pack.signed.mac, "MAC").replace(&mark, "MARK")
    };
    assert_eq!(page("zebra", false), page("quagga", true));
}

#[test]
fn a_disguise_would_be_found() {
    for before in ["a", "bc", "def"] {
        let page = URL_SAFE_NO_PAD.encode(format!("{before}zebra at last"));
        assert!(disguises("zebra").iter().any(|disguise| page.contains(disguise)), "{before}");
    }
}

#[test]
fn nothing_in_the_data_can_end_its_element() {
    let mut quiz = quiz("zebra", false);
    quiz.title = "</script><!--".to_owned();
    quiz.questions[0].prompt = Markdown::new("`</script>` <script>x</script>");
    let pack = packed(&quiz, &Order::default());
    assert!(!pack.to_json().contains('<'));
    assert_eq!(serde_json::from_str::<Pack>(&pack.to_json()).unwrap(), pack);
}

#[test]
fn items_are_shown_in_any_order_even_the_right_one() {
    let quiz = quiz("zebra", false);
    let mut orders = std::collections::BTreeSet::new();
    for seed in 0..60 {
        let pack = packed(&quiz, &shuffled(seed));
        let items = pack.questions.iter().find_map(|question| match &question.kind {
            Kind::Order { items } => {
                Some(items.iter().map(|it| it.html.clone()).collect::<Vec<_>>())
            }
            _ => None,
        });
        orders.insert(items.unwrap());
    }
    assert_eq!(orders.len(), 6);
}

#[test]
fn another_name_or_another_key_shuffles_in_another_way() {
    let quiz = quiz("zebra", false);
    let order = |key: &PrivateKey, id: PackId| -> Vec<String> {
        let pack = Pack::new(&quiz, key, id, &shuffled(1)).unwrap();
        pack.questions.into_iter().map(|question| question.prompt).collect()
    };
    let other = PrivateKey::generate(&mut ChaCha20Rng::from_seed([2; 32]));
    let first = order(&key(), ID);
    assert_eq!(order(&key(), ID), first);
    let differ = |orders: Vec<Vec<String>>| orders.iter().any(|order| *order != first);
    assert!(differ((0..5).map(|id| order(&key(), PackId([id; 16]))).collect()));
    assert!(differ(vec![order(&other, ID), order(&other, PackId([8; 16]))]));
}

#[test]
fn a_seed_names_the_same_pack_again() {
    let quiz = quiz("zebra", false);
    let id = |order: &Order| seeded_id(&quiz, &key(), order);
    assert_eq!(id(&shuffled(1)), id(&shuffled(1)));
    assert_ne!(id(&shuffled(1)), id(&shuffled(2)));
    let ann = Order { candidate: Some(AnswerText::new("Ann")), ..shuffled(1) };
    assert_ne!(id(&ann), id(&shuffled(1)));
    let all = Order {
        candidate: Some(AnswerText::new("Ann")),
        message: Some(Markdown::new("Hello")),
        time_limit: Some(Millis(60_000)),
        deadline: Some(Millis(1)),
        selection: Selection {
            topics: vec![TopicId::new("t")],
            levels: vec![Level::Mid],
            tags: vec!["tag".to_owned()],
            count: Some(3),
            shuffle: true,
            seed: 7,
        },
    };
    // A pack that was sent out is made again under the same name.
    assert_eq!(id(&all).to_string(), "5_DodskyVmAYGLNSZrszSg");
}

#[test]
fn a_manifest_that_was_edited_or_made_by_somebody_else_is_found_out() {
    let signed = packed(&quiz("zebra", false), &Order::default()).signed;
    assert!(signed.check(&key()).is_ok());
    let other = PrivateKey::generate(&mut ChaCha20Rng::from_seed([2; 32]));
    assert_eq!(signed.check(&other), Err(NotAuthentic::Mac));
    let edited = Signed { manifest: signed.manifest.replace("null", "1"), ..signed };
    assert_eq!(edited.check(&key()), Err(NotAuthentic::Mac));
}
