//! Any bytes as the events of an attempt, a line of JSON each.
//!
//! Reading and replaying never panic; what was replayed is kept and read back as the same attempt.

use vivavoce::attempt::{Attempt, Entry};

pub fn holds(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(log) = text.lines().map(serde_json::from_str::<Entry>).collect::<Result<Vec<_>, _>>()
    else {
        return;
    };
    let Ok(attempt) = Attempt::replay(log) else { return };
    let kept = attempt.log().iter().map(|entry| serde_json::to_string(entry).expect("JSON"));
    let read = kept.map(|line| serde_json::from_str(&line).expect("an event"));
    assert_eq!(Attempt::replay(read), Ok(attempt));
}
