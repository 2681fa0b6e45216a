//! The form of a graded row for others.

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

use super::graded::{KeywordRow, SlipRow};
use crate::grade::Flag;
use crate::quiz::Points;

/// The JSON Schema of one line that [`super::JsonLines`] draws.
#[must_use]
pub fn schema() -> Value {
    let mut generator = SchemaGenerator::default();
    let graded = graded(&mut generator);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of viva grade --format jsonl",
        "oneOf": [graded, refused()],
        "$defs": generator.take_definitions(true),
    })
}

fn graded(generator: &mut SchemaGenerator) -> Value {
    let list = |what: &str, items: schemars::Schema| json!({ "type": "array", "description": what, "items": items });
    let points = item::<Points>(generator);
    let flags = list("What a reader should know.", item::<Flag>(generator));
    let keywords = list("In the quiz's order.", item::<KeywordRow<'static>>(generator));
    let misconceptions = list("Those found.", item::<SlipRow<'static>>(generator));
    json!({
        "type": "object",
        "description": "A row that was graded. Further columns are carried through.",
        "required": [
            "candidate", "question", "points", "possible", "flags", "keywords", "misconceptions"
        ],
        "properties": {
            "candidate": { "type": "string" },
            "question": { "type": "string", "description": "The id as the row has it." },
            "points": points,
            "possible": points,
            "flags": flags,
            "keywords": keywords,
            "misconceptions": misconceptions,
            "error": false,
        },
    })
}

fn item<T: JsonSchema>(generator: &mut SchemaGenerator) -> schemars::Schema {
    generator.subschema_for::<T>()
}

fn refused() -> Value {
    json!({
        "type": "object",
        "description": "A row that was refused, in its place.",
        "required": ["error"],
        "additionalProperties": false,
        "properties": {
            "error": {
                "type": "object",
                "required": ["line", "message"],
                "additionalProperties": false,
                "properties": {
                    "file": {
                        "type": "string",
                        "description": "The file as it was named, where there were several.",
                    },
                    "line": {
                        "type": "integer",
                        "minimum": 1,
                        "description": "The line on which the row starts.",
                    },
                    "message": { "type": "string" },
                },
            },
        },
    })
}
