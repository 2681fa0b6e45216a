//! `viva keygen`

use std::path::Path;
use std::process::{Command, Stdio};

use crate::harness::{Output, Viva};

fn keygen(arguments: &[&str]) -> Output {
    Viva::new()
        .env("VIVA_PASSPHRASE", "correct horse")
        .args(["keygen", "--output", "key.pem"])
        .args(arguments)
        .output()
}

/// What OpenSSL says; `None` where it is not installed.
fn openssl(folder: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    let output =
        Command::new("openssl").args(arguments).current_dir(folder).stdin(Stdio::null()).output();
    let Ok(output) = output else {
        eprintln!("skipped: openssl is not installed");
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(output.stdout)
}

#[test]
fn a_key_pair_is_two_files_and_the_secret_one_is_private() {
    let output = keygen(&[]);
    assert_eq!(output.status, 0, "{output}");
    let lines: Vec<_> = output.stdout.lines().collect();
    assert_eq!(lines[0], "wrote key.pem, which is secret, and key.pub.pem");
    assert_eq!(lines[1].trim_start_matches("fingerprint ").len(), 64);
    assert_eq!(lines[2], "keep a copy of key.pem: without it no answers can be opened");
    assert!(output.file("key.pem").starts_with("-----BEGIN PRIVATE KEY-----\n"));
    assert!(output.file("key.pub.pem").starts_with("-----BEGIN PUBLIC KEY-----\n"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(output.path("key.pem")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn openssl_reads_both_halves_and_computes_the_same_fingerprint() {
    let output = keygen(&[]);
    let folder = output.path("");
    let public = ["pkey", "-pubin", "-in", "key.pub.pem", "-outform", "DER"];
    let Some(spki) = openssl(&folder, &public) else { return };
    let private = ["pkey", "-in", "key.pem", "-pubout", "-outform", "DER"];
    assert_eq!(openssl(&folder, &private), Some(spki.clone()));
    std::fs::write(folder.join("spki.der"), spki).unwrap();
    let digest = openssl(&folder, &["dgst", "-sha256", "-r", "spki.der"]).unwrap();
    let digest = String::from_utf8(digest).unwrap();
    let fingerprint = digest.split(' ').next().unwrap();
    assert!(output.stdout.contains(&format!("fingerprint {fingerprint}\n")), "{output}");
}

#[test]
fn openssl_reads_a_key_with_a_passphrase() {
    let output = keygen(&["--passphrase"]);
    assert!(output.file("key.pem").starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    let folder = output.path("");
    let private = ["pkey", "-in", "key.pem", "-passin", "pass:correct horse", "-pubout"];
    let Some(public) = openssl(&folder, &private) else { return };
    assert_eq!(String::from_utf8(public).unwrap(), output.file("key.pub.pem"));
}

#[test]
fn no_key_is_overwritten() {
    for name in ["key.pem", "key.pub.pem"] {
        let output = Viva::new()
            .file(name, "mine")
            .args(["keygen", "--output", "key.pem"])
            .stderr(format!("{name}: exists already, and no key is overwritten\n"))
            .status(3)
            .run();
        assert_eq!(output.file(name), "mine");
    }
}

#[test]
fn a_passphrase_that_nobody_can_be_asked_for_is_named() {
    Viva::new()
        .args(["keygen", "--output", "key.pem", "--passphrase"])
        .stderr("nobody can be asked for the passphrase; set VIVA_PASSPHRASE\n")
        .status(2)
        .run();
}
