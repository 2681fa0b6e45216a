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
fn every_shell_gets_completions_and_man_a_page_with_every_command() {
    let commands = ["run", "grade", "explain", "check", "report", "show", "new", "schema"];
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = Viva::new().args(["completions", shell]).output();
        assert_eq!((output.status, output.stderr.as_str()), (0, ""), "{shell}");
        for command in commands {
            assert!(output.stdout.contains(command), "{shell} does not know {command}");
        }
        assert!(output.stdout.contains("time-limit"), "{shell}");
    }
    let output = Viva::new().args(["man"]).output();
    assert!(output.stdout.contains(".TH viva 1"), "{output}");
    for command in commands {
        assert!(output.stdout.contains(&format!("viva\\-{command}(1)")), "{command}");
    }
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
