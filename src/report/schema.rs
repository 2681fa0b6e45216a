//! The form of reports for others.

use schemars::SchemaGenerator;
use serde_json::{Value, json};

use super::analysis::Analysis;
use super::ranking::Ranking;
use super::value::{Report, VERSION};

/// The JSON Schema of one report, or of a list of many with their ranking and, where all
/// are of one quiz, the item analysis.
#[must_use]
pub fn schema() -> Value {
    let mut generator = SchemaGenerator::default();
    let report = generator.subschema_for::<Report>();
    let ranking = generator.subschema_for::<Ranking>();
    let analysis = generator.subschema_for::<Analysis>();
    let many = json!({
        "type": "object",
        "description": "The reports of many attempts.",
        "required": ["version", "reports", "ranking"],
        "properties": {
            "version": { "const": VERSION },
            "reports": { "type": "array", "items": &report },
            "ranking": ranking,
            "analysis": analysis,
        },
    });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A score report of viva, or many",
        "oneOf": [report, many],
        "$defs": generator.take_definitions(true),
    })
}
