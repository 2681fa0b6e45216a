//! `viva pack`

use crate::harness::{Output, Viva};

fn key() -> String {
    Viva::new().args(["keygen", "--output", "key.pem"]).output().file("key.pem")
}

fn pack(arguments: &[&str]) -> Output {
    Viva::new()
        .file("key.pem", key())
        .file("people.csv", "name,candidate\nx,Ann Lee\ny,=Bob\n")
        .env("TZ", "UTC")
        .args(["pack", "django", "--key", "key.pem"])
        .args(arguments)
        .output()
}

#[test]
fn a_pack_is_one_page_with_a_policy_that_lets_nothing_in() {
    let output = pack(&["--output", "a.html", "--candidate", "Ann </script>", "--count", "3"]);
    assert_eq!(output.status, 0, "{output}");
    assert!(output.stdout.starts_with("wrote a.html: 3 of "), "{output}");
    let page = output.file("a.html");
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert!(page.contains("default-src 'none'"));
    assert!(page.contains(r"Ann \u003c/script>"));
    assert!(page.len() < 300_000, "{}", page.len());
}

#[test]
fn every_candidate_gets_a_file() {
    let output = pack(&["--output", "out", "--candidates", "people.csv"]);
    assert_eq!(output.status, 0, "{output}");
    assert!(output.file("out/001-ann-lee.html").contains("\"candidate\":\"Ann Lee\""));
    assert!(output.file("out/002-bob.html").contains("\"candidate\":\"=Bob\""));
}

#[test]
fn a_seed_makes_the_same_file_again() {
    let key = key();
    let page = |seed: &str| {
        let viva = Viva::new().file("key.pem", &key);
        let arguments = ["pack", "django", "--key", "key.pem", "--output", "a.html", "--shuffle"];
        viva.args(arguments).args(["--seed", seed]).output().file("a.html")
    };
    assert_eq!(page("7"), page("7"));
    assert_ne!(page("7"), page("8"));
}

#[test]
fn what_may_have_been_sent_is_not_overwritten_and_a_public_key_is_not_enough() {
    Viva::new()
        .file("key.pem", key())
        .file("a.html", "mine")
        .args(["pack", "django", "--key", "key.pem", "--output", "a.html"])
        .stderr("a.html: exists already, and nothing is overwritten\n")
        .status(3)
        .run();
    let pair = Viva::new().args(["keygen", "--output", "key.pem"]).output();
    Viva::new()
        .file("key.pub.pem", pair.file("key.pub.pem"))
        .args(["pack", "django", "--key", "key.pub.pem", "--output", "a.html"])
        .stderr(
            "key.pub.pem: this is the public half; the private key is needed, the file that \
             `viva keygen` named\n",
        )
        .status(3)
        .run();
}

#[test]
fn a_list_of_candidates_is_taken_as_spreadsheets_write_it_or_refused_with_the_line() {
    let packs = |list: &[u8], name: &str| {
        let viva = Viva::new().file("key.pem", key()).file("people.csv", list).folder("out");
        let viva = viva.file(&format!("out/{name}"), "mine");
        let arguments = ["pack", "django", "--key", "key.pem", "--output", "out"];
        viva.args(arguments).args(["--candidates", "people.csv"]).output()
    };
    let list =
        b"\xef\xbb\xbfname;Candidate;mail\r\nx;../../Ann;a@x\r\ny;\"Con; \xe2\x80\xaeeve\";b@x\r\n";
    let output = packs(list, "other.html");
    assert_eq!(output.status, 0, "{output}");
    assert!(output.file("out/001-ann.html").contains("\"candidate\":\"../../Ann\""));
    assert!(output.path("out/002-con---eve.html").exists(), "{output}");
    let long = format!("candidate\n{}\n", "x".repeat(201));
    for (list, said) in [
        ("candidate\nAnn\nAnn\n", "people.csv: line 3 names somebody again\n"),
        ("candidate,mail\nAnn,a\n,b\n", "people.csv: line 3 names nobody\n"),
        ("name\nAnn\n", "people.csv: the header has no column `candidate`\n"),
        ("candidate\n", "people.csv: names nobody\n"),
        (&long, "people.csv: line 2: a name has 1 to 200 characters\n"),
    ] {
        let output = packs(list.as_bytes(), "other.html");
        assert_eq!((output.status, output.stderr.as_str()), (3, said));
    }
    // One that exists keeps all from being written.
    let output = packs(b"candidate\nAnn\nBob\n", "002-bob.html");
    assert_eq!(output.stderr, "out/002-bob.html: exists already, and nothing is overwritten\n");
    assert!(!output.path("out/001-ann.html").exists());
    let output = pack(&["--output", "a.html", "--candidate", " "]);
    assert!(output.status == 2 && output.stderr.contains("1 to 200 characters"), "{output}");
}

#[test]
fn a_limit_leaves_time_and_a_deadline_is_told_by_both_clocks() {
    let output = pack(&["--output", "a.html", "--deadline", "2026-12-01 18:00"]);
    let told = "hand in by 1 Dec 2026, 18:00, which is 2026-12-01T18:00:00Z\n";
    assert!(output.stdout.contains(told), "{output}");
    for (arguments, told) in [
        (["--time-limit", "0s"], "no time at all"),
        (["--deadline", "2026-12-01"], "write a moment as `2026-03-31T18:00:00Z`, or as"),
        (["--level", "expert"], "[possible values: junior, mid, senior]"),
    ] {
        let output = pack(&[&["--output", "a.html"][..], &arguments].concat());
        assert_eq!(output.status, 2, "{output}");
        assert!(output.stderr.contains(told), "{output}");
    }
}
