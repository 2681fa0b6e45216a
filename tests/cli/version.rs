//! What every command line tool says.

use crate::harness::Viva;

#[test]
fn the_version_is_the_packages() {
    Viva::new().args(["--version"]).stdout(concat!("viva ", env!("CARGO_PKG_VERSION"), "\n")).run();
}

#[test]
fn an_unknown_command_is_wrong_usage() {
    let output = Viva::new().args(["grad"]).output();
    assert_eq!((output.stdout.as_str(), output.status), ("", 2));
    assert!(output.stderr.contains("unrecognized subcommand 'grad'"), "{}", output.stderr);
}

#[test]
fn files_and_environment_are_the_tests_own() {
    let output = Viva::new()
        .file("note.txt", "kept")
        .env("NO_COLOR", "1")
        .stdin("ignored")
        .args(["--version"])
        .stderr("")
        .status(0)
        .stdout(concat!("viva ", env!("CARGO_PKG_VERSION"), "\n"))
        .run();
    assert_eq!(output.file("note.txt"), "kept");
}

#[cfg(target_os = "linux")]
#[test]
fn help_that_cannot_be_written_is_an_error() {
    for arguments in [&["--help"][..], &["--version"], &["run", "--help"]] {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("a full device");
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_viva"))
            .args(arguments)
            .stdout(full)
            .output()
            .expect("the program starts");
        assert_eq!(output.status.code(), Some(3), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}
