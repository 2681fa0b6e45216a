//! Answers in a TOML or JSON file, by question id.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::attempt::Given;
use crate::cli::Failure;
use crate::quiz::visible;

/// Most bytes of a file of answers.
const LIMIT: u64 = 16 << 20;

/// Reads the answers in `path`: JSON where the name ends in `.json`, else TOML.
pub fn read(path: &Path) -> Result<BTreeMap<String, Given>, Failure> {
    let wrong = |reason: &dyn std::fmt::Display| {
        let name = path.to_string_lossy();
        Failure::Input(format!("{}: {}", visible(&name), visible(&reason.to_string())))
    };
    let mut text = String::new();
    let file = File::open(path).map_err(|error| wrong(&error))?;
    let size = file.take(LIMIT + 1).read_to_string(&mut text).map_err(|error| wrong(&error))?;
    if size as u64 > LIMIT {
        return Err(wrong(&"longer than 16 MiB"));
    }
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
        serde_json::from_str(&text).map_err(|error| wrong(&error))
    } else {
        toml::from_str(&text).map_err(|error| wrong(&error.to_string().trim_end()))
    }
}
