//! Reports of earlier versions in the form of this one.

use serde_json::{Map, Value, json};

use super::value::VERSION;

/// Puts a report of `version` into the form of [`VERSION`]. What is not an object is left alone, to
/// be refused by whoever reads it.
pub(super) fn migrate(report: &mut Value, version: u32) {
    let Some(report) = report.as_object_mut() else { return };
    if version < 2 {
        sitting(report);
        uncertain(report);
        report.insert("interview".to_owned(), json!([]));
        report.insert("audience".to_owned(), json!("manager"));
        let redaction = json!({ "key": false, "answers": false, "names": false });
        report.insert("redaction".to_owned(), redaction);
    }
    report.insert("version".to_owned(), VERSION.into());
}

/// Version 1 had the sitting's fields beside the others, and no interruptions.
fn sitting(report: &mut Map<String, Value>) {
    let keys = ["started", "duration", "time_limit", "seed", "mode", "end"];
    let fields = keys.iter().filter_map(|key| report.remove_entry(*key));
    let sitting = Value::Object(fields.collect());
    report.insert("sitting".to_owned(), sitting);
}

/// Version 1 had no certainties; they are worked out again from the questions.
fn uncertain(report: &mut Map<String, Value>) {
    let unknown = json!({ "kind": "too_few" });
    report.insert("certainty".to_owned(), unknown.clone());
    for key in ["topics", "levels"] {
        let figures = report.get_mut(key).and_then(Value::as_array_mut);
        for figure in figures.into_iter().flatten().filter_map(Value::as_object_mut) {
            figure.insert("certainty".to_owned(), unknown.clone());
        }
    }
}
