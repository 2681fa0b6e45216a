//! `docs/quiz-format.md` says what the reader does: its tables are the table of keys, its examples
//! can be read.

use vivavoce::quiz::keys::{self, Key, Record};
use vivavoce::quiz::read;

const PAGE: &str = include_str!("../docs/quiz-format.md");

/// The keys of a record as the page must show them.
fn table(record: &Record) -> String {
    let rows = record.keys.iter().map(row);
    format!("| key | what it is | default |\n| --- | --- | --- |\n{}", rows.collect::<String>())
}

fn row(key: &Key) -> String {
    let default = match (key.required, key.default) {
        (true, _) => "**required**",
        (false, Some(default)) => default,
        (false, None) => "",
    };
    // A bar ends a cell, even in code.
    let doc = key.doc.replace('|', "\\|");
    format!("| `{}` | {doc} | {} |\n", key.name, default)
}

#[test]
fn every_table_is_the_table_of_keys() {
    for record in keys::records() {
        let table = table(record);
        assert!(PAGE.contains(&table), "the table of the {} must be\n{table}", record.name);
    }
}

/// The blocks of TOML. One that starts with `title` is a file, another the lines of a question.
#[test]
fn every_example_can_be_read() {
    let blocks: Vec<_> =
        PAGE.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(blocks.len() >= 10, "{}", blocks.len());
    for block in blocks {
        let file = if block.contains("title ") || block.contains("title=") {
            block.to_owned()
        } else {
            format!("title = 'T'\n[[questions]]\n{block}")
        };
        let read = read(&file);
        assert_eq!(read.diagnostics, [], "{block}");
    }
}
