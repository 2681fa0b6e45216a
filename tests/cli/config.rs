//! `viva config`, what it changes, and `viva doctor`.

use std::path::Path;

use tempfile::TempDir;

use crate::harness::{Output, Viva};

const QUIZ: &str = "title = \"Words\"\n[[questions]]\nid = \"a\"\ntype = \"short\"\nprompt = \"Is it so?\"\naccept = [\"yes\"]\n";

/// A folder with a config file and a place for the history.
struct Desk(TempDir);

impl Desk {
    fn new(config: &str) -> Self {
        let desk = Self(TempDir::new().expect("a folder"));
        std::fs::write(desk.path("config.toml"), config).expect("a config");
        std::fs::write(desk.path("quiz.toml"), QUIZ).expect("a quiz");
        desk
    }

    fn path(&self, name: &str) -> String {
        Path::join(self.0.path(), name).to_string_lossy().into_owned()
    }

    fn viva(&self, arguments: &[&str]) -> Viva {
        let viva = Viva::new().env("VIVA_CONFIG", &self.path("config.toml"));
        let viva = viva.env("VIVA_NOW", "2026-11-25T10:00:00Z").env("TZ", "UTC");
        viva.args(arguments.iter().copied())
    }

    fn settings(&self, arguments: &[&str]) -> Vec<String> {
        let output = self.viva(&[&["config"], arguments].concat()).output();
        output.stdout.lines().map(str::to_owned).collect()
    }
}

fn has(output: &Output, text: &str) {
    assert!(output.stdout.contains(text) || output.stderr.contains(text), "{text}\n{output}");
}

#[test]
fn each_value_says_where_it_comes_from() {
    let desk = Desk::new("candidate = \"Ada\"\n\n[review]\nlimit = 0\nretention = 0.8\n");
    let shown = desk.settings(&["--data-dir", "/x"]);
    let expected = [
        "candidate = \"Ada\"  (file, line 1)",
        "data_dir = \"/x\"  (flag)",
        "plain = false  (default)",
        "review.limit = 0  (file, line 4)",
        "review.retention = 0.8  (file, line 5)",
        "review.hard = 0.5  (default)",
        "review.good = 0.75  (default)",
    ];
    assert_eq!(shown[shown.len() - 7..], expected);
    let environment = desk.viva(&["config"]).env("VIVA_DATA_DIR", "/y").output();
    has(&environment, "data_dir = \"/y\"  (environment, VIVA_DATA_DIR)");
    let nowhere = Viva::new().args(["config"]).output();
    has(&nowhere, "/home/.config/vivavoce/config.toml");
    has(&nowhere, "(not there)");
    has(&nowhere, "/home/.local/share/vivavoce\"");
}

#[test]
fn a_mistake_is_drawn_with_what_to_write_and_stops_the_command() {
    let desk = Desk::new("plain = false\ncandidat = \"Ada\"\n");
    let output = desk.viva(&["stats"]).output();
    assert_eq!(output.status, 3);
    for text in ["unknown key `candidat`", "config.toml:2:1", "help: write `candidate`"] {
        has(&output, text);
    }
}

#[test]
fn what_is_settled_holds_where_no_argument_says_otherwise() {
    let desk = Desk::new("");
    let config = format!(
        "candidate = \"Ada\"\ndata_dir = '{}'\n[review]\nhard = 0\ngood = 0\n",
        desk.path("data")
    );
    std::fs::write(desk.path("config.toml"), config).expect("a config");
    let quiz = desk.path("quiz.toml");
    desk.viva(&["run", &quiz]).stdin("no\n").output();
    desk.viva(&["run", &quiz, "--candidate", "Bob"]).stdin("no\n").output();
    has(&desk.viva(&["history"]).output(), "Words (Ada): 0%");
    has(&desk.viva(&["history"]).output(), "Words (Bob): 0%");
    // Whatever is answered is good enough here, and due another day.
    let due = desk.viva(&["review"]).output();
    assert_eq!(due.stdout, "nothing is due today; the next question is on 27 Nov 2026\n");
}

#[test]
fn what_config_and_doctor_print_follows_their_schemas() {
    let desk = Desk::new("candidate = \"Ada\"\n");
    for subject in ["config", "doctor"] {
        let schema = Viva::new().args(["schema", subject]).output().stdout;
        let schema = serde_json::from_str(&schema).expect("a schema");
        let printed = desk.viva(&[subject, "--format", "json"]).output().stdout;
        let printed = serde_json::from_str(&printed).expect("JSON");
        jsonschema::validate(&schema, &printed).expect("as the schema says");
    }
}

#[test]
fn doctor_says_what_is_where_and_changes_nothing() {
    let desk = Desk::new("");
    let data = desk.path("data");
    let doctor = |desk: &Desk| desk.viva(&["doctor", "--data-dir", &data]).output();
    let before = doctor(&desk);
    has(&before, "history: none yet");
    has(&before, "output: no terminal, 80 columns, no colour, Unicode");
    assert!(!Path::new(&data).exists());
    let quiz = desk.path("quiz.toml");
    desk.viva(&["run", &quiz, "--data-dir", &data]).stdin("no\n").output();
    let sound = doctor(&desk);
    has(&sound, "history: 1 attempt, ");
    has(&sound, "version 3, sound");
    assert_eq!(sound.status, 0);
    let database = Path::new(&data).join("vivavoce.db");
    let damage = "no database at all".repeat(1000);
    std::fs::write(&database, &damage).expect("damage");
    let damaged = doctor(&desk);
    has(&damaged, "history: the history: file is not a database");
    assert_eq!(damaged.status, 1);
    assert_eq!(std::fs::read_to_string(&database).expect("the file"), damage);
}
