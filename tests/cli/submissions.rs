//! `viva grade` and `viva report` with `--key`: what comes back from home

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use serde_json::{Value, json};
use vivavoce::quiz::{AnswerText, Quiz, read};
use vivavoce::takehome::armour::armour;
use vivavoce::takehome::key::PrivateKey;
use vivavoce::takehome::pack::{Kind, Order, Pack};
use vivavoce::takehome::pack_id::PackId;
use vivavoce::takehome::seal::seal;

use crate::harness::{Output, Viva};

const QUIZ: &str = r#"
title = "Tea"

[[questions]]
id = "leaf"
topic = "tea"
prompt = "What is tea made of?"
keywords = ["leaves"]

[[questions]]
id = "colour"
topic = "tea"
type = "choice"
prompt = "Which colour?"
options = [{ text = "green", correct = true }, { text = "blue" }]

[[questions]]
id = "steps"
topic = "tea"
type = "order"
prompt = "In which order?"
items = ["boil", "pour", "wait"]
"#;

fn random(seed: u8) -> ChaCha20Rng {
    ChaCha20Rng::from_seed([seed; 32])
}

fn key(seed: u8) -> PrivateKey {
    PrivateKey::generate(&mut random(seed))
}

fn quiz(text: &str) -> Quiz {
    read(text).value.expect("a quiz").quiz
}

/// The pack number `id` of `quiz`.
fn pack(id: u8, quiz: &Quiz, order: &Order) -> Pack {
    Pack::new(quiz, &key(1), PackId([id; 16]), order).expect("a pack")
}

fn for_ann() -> Order {
    Order { candidate: Some(AnswerText::new("Ann Lee")), ..Order::default() }
}

/// All questions answered right, within two minutes.
fn plaintext(pack: &Pack) -> Value {
    let mut answers = serde_json::Map::new();
    let mut events = vec![json!({"at": 0, "clock": 1_000_000, "event": "started"})];
    for (place, question) in pack.questions.iter().enumerate() {
        let part = |parts: &[vivavoce::takehome::pack::Part], text: &str| {
            parts.iter().find(|part| part.html == text).expect("the part").handle.clone()
        };
        let answer = match &question.kind {
            Kind::Choice { options } => json!(part(options, "green")),
            Kind::Order { items } => json!(["boil", "pour", "wait"].map(|text| part(items, text))),
            _ => json!("It is made of leaves."),
        };
        let id = question.id.as_str();
        let at = 40_000 * place;
        answers.insert(id.to_owned(), answer);
        let mut happens = |after: usize, mut event: Value| {
            event["at"] = json!(at + after);
            event["clock"] = json!(1_000_000 + at + after);
            events.push(event);
        };
        happens(1, json!({"event": "shown", "question": id}));
        happens(3001, json!({"event": "first_key", "question": id}));
        happens(5000, json!({"event": "pasted", "question": id, "characters": 21}));
        happens(6000, json!({"event": "focus_lost"}));
        happens(9000, json!({"event": "focus_regained"}));
        happens(40_000, json!({"event": "answered", "question": id}));
    }
    events.push(json!({"at": 120_000, "clock": 1_120_000, "event": "submitted"}));
    json!({
        "version": 1, "manifest": pack.signed.manifest, "mac": pack.signed.mac,
        "candidate": pack.candidate, "taken_in": "browser", "answers": answers, "events": events,
    })
}

fn sealed(plaintext: &Value) -> String {
    let text = plaintext.to_string();
    armour(&seal(text.as_bytes(), key(1).public(), &mut random(9)).expect("sealed"))
}

fn named(pack: &Pack, name: &str) -> Value {
    let mut plaintext = plaintext(pack);
    plaintext["candidate"] = json!(name);
    plaintext
}

/// A run with the quiz and the key beside it.
fn viva(command: &str) -> Viva {
    let pem = key(1).to_pem(None, &mut random(0)).expect("PEM");
    Viva::new().file("quiz.toml", QUIZ).file("key.pem", pem).args([command])
}

fn grade(files: &[(&str, String)], arguments: &[&str]) -> Output {
    let viva = files.iter().fold(viva("grade"), |viva, (name, text)| viva.file(name, text));
    let names = files.iter().map(|(name, _)| *name);
    viva.args(["quiz.toml"]).args(names).args(["--key", "key.pem"]).args(arguments).output()
}

/// The reports of `viva grade --format jsonl`.
fn reports(output: &Output) -> Vec<Value> {
    output.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_submission_is_graded_with_what_was_seen_beside_the_answers() {
    let text = sealed(&plaintext(&pack(1, &quiz(QUIZ), &for_ann())));
    let output = grade(&[("ann.txt", text)], &["--format", "jsonl"]);
    assert_eq!((output.status, output.stderr.as_str()), (0, ""), "{output}");
    let report = &reports(&output)[0];
    assert_eq!(report["candidate"], "Ann Lee");
    assert_eq!(report["total"]["share"], 1, "{report}");
    assert_eq!(report["sitting"]["duration"], 120_000);
    let home = &report["sitting"]["home"];
    assert_eq!((&home["away"], &home["away_time"]), (&json!(3), &json!(9000)));
    let question = &report["questions"][0];
    assert_eq!(question["observed"]["first_key"], 3000);
    assert_eq!(question["observed"]["pastes"], json!([21]));
    let text = grade(&[("ann.txt", sealed(&plaintext(&pack(1, &quiz(QUIZ), &for_ann()))))], &[]);
    assert!(text.stdout.contains("another window in front: 3 times, 9 s"), "{text}");
    assert!(text.stdout.contains("1 paste of 21 characters in all"), "{text}");
}

#[test]
fn everything_that_does_not_count_is_named_and_stops_nothing() {
    let tea = quiz(QUIZ);
    let ann = plaintext(&pack(1, &tea, &for_ann()));
    let good = sealed(&ann);
    let altered = {
        // A character of the ciphertext, for another one.
        let place = good.len() / 2;
        let character = if good.as_bytes()[place] == b'A' { "B" } else { "A" };
        format!("{}{character}{}", &good[..place], &good[place + 1..])
    };
    let mut edited = ann.clone();
    edited["manifest"] =
        json!(ann["manifest"].as_str().unwrap().replace("\"time_limit\":null", "\"time_limit\":9"));
    let theirs = Pack::new(&tea, &key(2), PackId([5; 16]), &for_ann()).unwrap();
    let other = quiz(&QUIZ.replace("id = \"", "id = \"x"));
    let changed = quiz(&QUIZ.replace("What is tea made of?", "Tea?"));
    let sealed_for_other = armour(&seal(b"{}", key(2).public(), &mut random(3)).expect("sealed"));
    let fingerprint = key(2).public().fingerprint();
    let files = [
        ("1-good.txt", good.clone()),
        ("2-altered.txt", altered),
        ("3-cut.txt", good[..good.len() / 2].to_owned()),
        ("4-none.txt", "Dear recruiter, I could not do it.".to_owned()),
        ("5-key.txt", sealed_for_other),
        ("6-edited.txt", sealed(&edited)),
        ("7-theirs.txt", sealed(&plaintext(&theirs))),
        ("8-other.txt", sealed(&plaintext(&pack(2, &other, &for_ann())))),
        ("9-changed.txt", sealed(&plaintext(&pack(3, &changed, &for_ann())))),
        ("A-nobody.txt", sealed(&plaintext(&pack(4, &tea, &Order::default())))),
        ("B-garbage.txt", sealed(&json!({"version": 1}))),
        ("C-later.txt", sealed(&json!({"version": 2}))),
        ("D-last.txt", sealed(&plaintext(&pack(6, &tea, &for_ann())))),
    ];
    let output = grade(&files, &["--format", "jsonl"]);
    assert_eq!(output.status, 1);
    assert_eq!(reports(&output).len(), 2, "{output}");
    let expected = format!(
        "2-altered.txt: altered or cut off since it was sealed\n\
         3-cut.txt: cut off: the line `-----END VIVA SUBMISSION-----` is missing\n\
         4-none.txt: no submission in it: the line `-----BEGIN VIVA SUBMISSION-----` is missing\n\
         5-key.txt: sealed for another key, with the fingerprint {fingerprint}\n\
         6-edited.txt: its pack was never made with this key, or what it asks was edited\n\
         7-theirs.txt: its pack was never made with this key, or what it asks was edited\n\
         8-other.txt: of another quiz: none of its questions is in `Tea`\n\
         9-changed.txt: the quiz was changed since packing: give the older version by --quiz, or \
         grade against this one by --changed grade\n\
         A-nobody.txt: it bears no name, or one of more than 200 characters\n\
         B-garbage.txt: sealed by another program, in a form that this one does not read: missing \
         field `taken_in` at line 1 column 13\n\
         C-later.txt: sealed in version 2 of the submission's form, and this program reads version 1\n"
    );
    assert_eq!(output.stderr, expected);
}

#[test]
fn the_first_of_several_submissions_counts_unless_the_last_is_asked_for() {
    let open = pack(1, &quiz(QUIZ), &Order::default());
    let first = named(&open, "Ann Lee");
    let mut second = named(&open, " ann  LEE ");
    second["answers"] = json!({});
    second["events"].as_array_mut().unwrap().last_mut().unwrap()["clock"] = json!(9_000_000);
    // The later one is read first.
    let files = [("1.txt", sealed(&second)), ("2.txt", sealed(&first))];
    let output = grade(&files, &["--format", "jsonl"]);
    assert_eq!(reports(&output)[0]["total"]["share"], 1);
    assert_eq!(
        output.stderr,
        "1.txt: another submission by  ann  LEE  to the same pack; 2.txt counts\n"
    );
    let output = grade(&files, &["--format", "jsonl", "--several", "last"]);
    assert_eq!(reports(&output)[0]["total"]["share"], 0);
    assert_eq!((reports(&output).len(), output.status), (1, 1));
}

#[test]
fn what_is_late_changed_or_was_not_asked_is_graded_and_named() {
    let order = Order { deadline: Some(vivavoce::attempt::Millis(1_060_000)), ..for_ann() };
    let changed = quiz(&QUIZ.replace("What is tea made of?", "Tea?"));
    let mut late = plaintext(&pack(1, &changed, &order));
    late["answers"]["AAAAAAAAAAAA"] = json!("made up");
    let output = grade(&[("a.txt", sealed(&late))], &["--format", "jsonl", "--changed", "grade"]);
    assert_eq!(
        output.stderr,
        "a.txt: 1 min after the deadline, by its own clock\n\
         a.txt: the quiz was changed since packing; graded as it is now\n\
         a.txt: 1 of its answers are to questions that were not asked\n"
    );
    let home = &reports(&output)[0]["sitting"]["home"];
    assert_eq!((&home["late"], &home["changed"]), (&json!(60_000), &json!(true)));
    assert_eq!(reports(&output)[0]["total"]["share"], 1);
}

#[test]
fn an_older_version_of_the_quiz_is_found_among_several() {
    let old = QUIZ.replace("What is tea made of?", "Tea?");
    let text = sealed(&plaintext(&pack(1, &quiz(&old), &for_ann())));
    let output = viva("grade")
        .file("old.toml", old)
        .file("a.txt", text)
        .args(["quiz.toml", "a.txt", "--key", "key.pem", "--quiz", "old.toml", "--format", "jsonl"])
        .output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    assert_eq!(reports(&output)[0]["questions"][0]["prompt"], "Tea?");
}

#[test]
fn an_answer_after_the_time_limit_earns_nothing() {
    let limit = |limit| Order { time_limit: Some(vivavoce::attempt::Millis(limit)), ..for_ann() };
    let share = |limit_of| {
        let text = sealed(&plaintext(&pack(1, &quiz(QUIZ), &limit(limit_of))));
        reports(&grade(&[("a.txt", text)], &["--format", "jsonl"]))[0]["total"]["earned"].clone()
    };
    // The third answer came at 120 s; up to 5 s later are forgiven.
    assert_eq!(share(116_000), json!(3));
    assert_eq!(share(114_000), json!(2));
}

#[test]
fn the_report_tells_the_time_limit_that_the_candidate_was_told() {
    let order = Order { time_limit: Some(vivavoce::attempt::Millis(3_600_000)), ..for_ann() };
    let text = sealed(&plaintext(&pack(1, &quiz(QUIZ), &order)));
    let output = grade(&[("ann.txt", text)], &["--format", "jsonl"]);
    assert_eq!(reports(&output)[0]["sitting"]["time_limit"], 3_600_000, "{output}");
}

#[test]
fn a_folder_stands_for_the_files_in_it_and_a_mailed_text_is_read() {
    let open = pack(1, &quiz(QUIZ), &Order::default());
    let quoted = sealed(&named(&open, "Bob")).replace('\n', "\r\n> ");
    let viva = viva("report");
    let viva = viva.folder("in").file("in/b.txt", quoted).file("in/.hidden", "x");
    let viva = viva.file("in/a.txt", sealed(&named(&open, "Ann")) + &sealed(&named(&open, "Cy")));
    let output =
        viva.args(["in", "--quiz", "quiz.toml", "--key", "key.pem", "--format", "json"]).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""), "{output}");
    let pile: Value = serde_json::from_str(&output.stdout).unwrap();
    let names: Vec<_> =
        pile["reports"].as_array().unwrap().iter().map(|it| it["candidate"].clone()).collect();
    assert_eq!(names, ["Ann", "Cy", "Bob"]);
}

#[test]
fn a_locked_key_needs_its_passphrase() {
    let pem = key(1).to_pem(Some("correct horse"), &mut random(0)).expect("PEM");
    let run = |passphrase: &str| {
        Viva::new()
            .env("VIVA_PASSPHRASE", passphrase)
            .file("key.pem", &pem)
            .file("quiz.toml", QUIZ)
            .file("a.txt", sealed(&plaintext(&pack(1, &quiz(QUIZ), &for_ann()))))
            .args(["grade", "quiz.toml", "a.txt", "--key", "key.pem", "--format", "jsonl"])
            .output()
    };
    assert_eq!(run("correct horse").status, 0);
    assert_eq!((run("x").status, run("x").stderr.as_str()), (3, "key.pem: wrong passphrase\n"));
    let nobody = "nobody can be asked for the passphrase; set VIVA_PASSPHRASE\n";
    assert_eq!((run("").status, run("").stderr.as_str()), (2, nobody));
}

#[test]
fn where_nothing_counts_there_is_no_report_and_the_reason() {
    let files = [("1.txt", "hello".to_owned()), ("2.txt", String::new())];
    let output = grade(&files, &[]);
    assert_eq!((output.status, output.stdout.as_str()), (1, ""), "{output}");
    assert!(
        output.stderr.ends_with("nothing to grade: all 2 were refused, for the reason above\n")
    );
    let output = viva("report")
        .file("a.txt", "hello")
        .args(["a.txt", "--quiz", "quiz.toml", "--key", "key.pem", "--output", "out.html"])
        .output();
    assert_eq!((output.status, output.path("out.html").exists()), (1, false), "{output}");
    viva("grade")
        .folder("in")
        .args(["quiz.toml", "in", "--key", "key.pem"])
        .stderr("in: there is no file in it\n")
        .status(3)
        .run();
}

#[cfg(unix)]
#[test]
fn what_a_folder_holds_beside_files_is_named_and_stops_nothing() {
    let open = pack(1, &quiz(QUIZ), &Order::default());
    let text = sealed(&named(&open, "Ann"));
    let utf16 = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let utf16: Vec<u8> = utf16.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let viva = viva("grade").folder("in").folder("in/b").file("in/a.txt", utf16);
    let viva = viva.file("in/d.docx", "PK\u{3}\u{4}");
    let viva = viva.link("in/c.txt", "nowhere");
    let output = viva.args(["quiz.toml", "in", "--key", "key.pem", "--format", "jsonl"]).output();
    assert_eq!((output.status, reports(&output).len()), (1, 1), "{output}");
    assert_eq!(
        output.stderr,
        "in/b: a folder in a folder; name it to grade what is in it\n\
         in/c.txt: No such file or directory (os error 2)\n\
         in/d.docx: an archive, or a document of an office program; save what is in it as text\n"
    );
}

#[test]
fn a_copy_of_a_file_is_named_and_is_no_reason_to_fail() {
    let text = sealed(&plaintext(&pack(1, &quiz(QUIZ), &for_ann())));
    let files = [("1.txt", text.clone()), ("2.txt", text.replace('\n', "\r\n> "))];
    let output = grade(&files, &["--format", "jsonl"]);
    assert_eq!((output.status, reports(&output).len()), (0, 1), "{output}");
    assert_eq!(output.stderr, "2.txt: a copy of what is in 1.txt\n");
}
