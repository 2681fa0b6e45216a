//! The file that is sent out: one page with everything in it.

use maud::{DOCTYPE, PreEscaped, html};

use super::pack::Pack;
use super::page::{BODY, SCRIPT, STYLE};
use crate::hypertext::policy;
use crate::quiz::visible;

/// `pack` as one HTML file, which asks nothing of the network.
#[must_use]
pub fn document(pack: &Pack) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(STYLE, Some(SCRIPT)));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(concat!("viva ", env!("CARGO_PKG_VERSION")));
                title { (visible(&pack.title)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                (PreEscaped(BODY))
                script type="application/json" id="pack" { (PreEscaped(pack.to_json())) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

#[cfg(test)]
mod tests {
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;

    use super::*;
    use crate::takehome::key::PrivateKey;
    use crate::takehome::pack::Order;
    use crate::takehome::pack_id::PackId;

    #[test]
    fn thirty_questions_fit_into_300_kilobytes_and_ask_nothing_of_the_network() {
        let prompt = "Why does `QuerySet.select_related` join, and when is it slower? ".repeat(8);
        let question = |n| {
            format!(
                "[[questions]]\nid = \"q{n}\"\ntopic = \"t\"\nprompt = \"{n} {prompt}\"\n\
                 keywords = [\"join\"]\n"
            )
        };
        let questions = (0..30).map(question).collect::<Vec<_>>().concat();
        let quiz = crate::quiz::read(&format!("title = \"T\"\n{questions}"));
        let quiz = quiz.value.expect("a quiz").quiz;
        let key = PrivateKey::generate(&mut ChaCha20Rng::from_seed([1; 32]));
        let pack = Pack::new(&quiz, &key, PackId([1; 16]), &Order::default()).expect("a pack");
        let page = document(&pack);
        assert!(page.len() < 300_000, "{}", page.len());
        assert!(!page.contains("<img") && !page.contains("<link") && !page.contains("@import"));
        assert_eq!(page.matches("id=\"pack\"").count(), 1);
    }
}
