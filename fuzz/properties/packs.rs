//! Any bytes as a packed file that `viva take` reads: the whole page, or the questions in it.
//!
//! Nothing panics. What is shown of it has no control character; whatever is answered comes back as
//! it was given, and is sealed as a submission that reads back the same.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use serde_json::{Value, json};
use vivavoce::attempt::{Given, Millis};
use vivavoce::quiz::AnswerText;
use vivavoce::takehome::handle::Handle;
use vivavoce::takehome::key::PrivateKey;
use vivavoce::takehome::pack::PackedKey;
use vivavoce::takehome::sheet::Sheet;
use vivavoce::takehome::sitting::{Moment, Sitting};
use vivavoce::takehome::submission::Submission;
use vivavoce::terminal::markdown;

const PACK: &str = "AQEBAQEBAQEBAQEBAQEBAQ";

pub fn holds(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(sheet) = Sheet::read(&text) {
        taken(&sheet);
    }
    if let Some(page) = page_with(&text)
        && let Ok(sheet) = Sheet::read(&page)
    {
        taken(&sheet);
    }
}

/// A page that asks what `questions` say, with a manifest that says the same.
fn page_with(questions: &str) -> Option<String> {
    let questions: Vec<Value> = serde_json::from_str(questions).ok()?;
    let key = PrivateKey::generate(&mut ChaCha20Rng::from_seed([1; 32]));
    let asked: Vec<Value> = questions
        .iter()
        .map(|it| json!({ "id": it["id"], "time_limit": it["time_limit"] }))
        .collect();
    let manifest = json!({
        "version": 1, "pack": PACK, "candidate": null, "quiz": "", "questions": asked,
        "time_limit": null, "deadline": null,
    });
    let pack = json!({
        "version": 1, "manifest": manifest.to_string(), "mac": "", "pack": PACK, "candidate": null,
        "time_limit": null, "deadline": null, "title": "T", "language": "en", "message": null,
        "key": PackedKey::new(key.public()), "limits": { "answer": 65_536, "submission": 16_777_216 },
        "questions": questions,
    });
    let data = pack.to_string().replace('<', "\\u003c");
    Some(format!("<script type=\"application/json\" id=\"pack\">{data}</script>"))
}

/// `line` without our own colours; `None` where another sequence is in it.
fn uncoloured(line: &str) -> Option<String> {
    let mut parts = line.split("\u{1b}[");
    let first = parts.next()?.to_owned();
    parts.try_fold(first, |before, part| {
        let (colour, text) = part.split_once('m')?;
        let is_colour = colour.bytes().all(|byte| byte.is_ascii_digit() || byte == b';');
        is_colour.then(|| before + text)
    })
}

fn taken(sheet: &Sheet) {
    let mut sitting = Sitting::begin(&sheet.pack, AnswerText::new("A"), Millis(0));
    for (place, question) in sheet.questions().iter().enumerate() {
        let now = Moment { at: Millis(place as u64), clock: Millis(place as u64) };
        let handle: &Handle = sheet.handle(place).expect("every question has one");
        for line in markdown::lines(question.prompt.as_str(), 40) {
            assert!(uncoloured(&line).is_some_and(|it| !it.contains(char::is_control)), "{line:?}");
        }
        sitting.open(handle, now);
        let parts = sheet.packed(place).expect("as packed").kind.parts().len();
        let all = Given::parts((1..=parts).map(|number| number.to_string()));
        for given in [all, Given::text("2"), Given::text("true"), Given::text("a|b")] {
            let Ok(handed_in) = sheet.handed_in(place, &given) else { continue };
            sitting.write(&handed_in, now);
        }
    }
    let end = Moment { at: Millis(1 << 20), clock: Millis(1 << 20) };
    let submission = sitting.submission(&sheet.pack, end);
    assert_eq!(Submission::read(&submission.write()).expect("it reads back"), submission);
}
