//! README says what is so.

use std::process::Command;

use vivavoce::quiz::read;

const README: &str = include_str!("../README.md");

fn blocks(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    README.split(&fence).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn its_quiz_reads_without_a_problem() {
    for block in blocks("toml") {
        assert_eq!(read(block).diagnostics, []);
    }
    assert_eq!(blocks("toml").len(), 1);
}

#[test]
fn its_commands_and_flags_exist() {
    let lines = blocks("console").into_iter().flat_map(str::lines);
    let commands = lines.filter_map(|line| {
        let line = line.split(" #").next().unwrap_or_default();
        line.strip_prefix("$ viva ").or(line.strip_prefix("$ cargo run -- "))
    });
    let mut seen = 0;
    for command in commands {
        let mut words = command.split_whitespace();
        let name = words.next().expect("a command");
        let help =
            Command::new(env!("CARGO_BIN_EXE_viva")).args([name, "--help"]).output().unwrap();
        assert!(help.status.success(), "viva {name} --help");
        let help = String::from_utf8(help.stdout).unwrap();
        for flag in words.filter(|word| word.starts_with("--")) {
            assert!(help.contains(flag), "viva {name} knows no {flag}");
        }
        seen += 1;
    }
    assert!(seen >= 10, "README shows {seen} commands");
}

#[test]
fn the_files_it_links_to_exist() {
    let links = README.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    for link in links {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(link);
        assert!(path.exists(), "{link}");
    }
}

#[test]
fn the_two_commands_stand_at_its_top() {
    let top: String = README.lines().take(15).collect::<Vec<_>>().join("\n");
    assert!(top.contains("cargo run -- run django") && top.contains("cargo test"));
}
