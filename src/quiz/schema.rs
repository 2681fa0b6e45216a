//! The quiz file as JSON Schema 2020-12, for editors: written from the table of keys.

use serde_json::{Map, Value, json};

use super::keys::{Key, QUESTION, QUIZ, Record, Shape, TYPES};

/// The schema of a quiz file.
#[must_use]
pub fn schema() -> Value {
    let mut schema = table(QUIZ.keys);
    if let Value::Object(members) = &mut schema {
        members.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
        members.insert("title".into(), "viva quiz".into());
        members.insert("description".into(), QUIZ.doc.into());
    }
    schema
}

fn table<'k>(keys: impl IntoIterator<Item = &'k Key>) -> Value {
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for key in keys {
        properties.insert(key.name.into(), property(key));
        if key.required {
            required.push(key.name);
        }
    }
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(key: &Key) -> Value {
    let mut value = shape(key.shape);
    if let Value::Object(members) = &mut value {
        let default =
            key.default.map_or_else(String::new, |default| format!(" Default: {default}."));
        members.insert("description".into(), format!("{}{default}", key.doc).into());
    }
    value
}

fn shape(shape: Shape) -> Value {
    let text = || json!({ "type": "string", "pattern": "\\S" });
    match shape {
        Shape::Text | Shape::Language | Shape::Pattern | Shape::Duration => text(),
        Shape::AnyText => json!({ "type": "string" }),
        Shape::Id => id(),
        Shape::Ids => json!({ "type": "array", "items": id() }),
        Shape::Texts(least) => json!({ "type": "array", "minItems": least, "items": text() }),
        Shape::Codes => {
            json!({ "type": "array", "items": { "type": "string", "pattern": "^V[0-9]{3}$" } })
        }
        Shape::OneOf(words) => json!({ "enum": words }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Share => json!({ "type": "number", "minimum": 0, "maximum": 1 }),
        Shape::PositiveShare => json!({ "type": "number", "exclusiveMinimum": 0, "maximum": 1 }),
        Shape::Points | Shape::Weight => {
            json!({ "type": "number", "exclusiveMinimum": 0, "maximum": 1000 })
        }
        Shape::Cost => json!({ "type": "number", "minimum": 0, "maximum": 1000 }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Distance => json!({ "type": "number", "minimum": 0 }),
        Shape::Count => json!({ "type": "integer", "minimum": 1 }),
        Shape::Within => {
            json!({ "anyOf": [{ "const": "sentence" }, { "type": "integer", "minimum": 1 }] })
        }
        Shape::Entries => {
            let several = json!({ "type": "array", "minItems": 1, "items": text() });
            json!({ "type": "array", "minItems": 1, "items": { "anyOf": [text(), several] } })
        }
        Shape::Table(inner) => record(inner),
        Shape::Tables(inner, least) => {
            json!({ "type": "array", "minItems": least, "items": record(inner) })
        }
        Shape::TextsOrTables(inner, least) => {
            let item = json!({ "anyOf": [text(), record(inner)] });
            json!({ "type": "array", "minItems": least, "items": item })
        }
        Shape::Questions => {
            let types: Vec<_> = TYPES.iter().map(question).collect();
            json!({ "type": "array", "minItems": 1, "items": { "oneOf": types } })
        }
    }
}

fn id() -> Value {
    json!({ "type": "string", "pattern": "^[^\\s-]\\S*$", "maxLength": 64 })
}

/// A table with what no list of keys says: that a keyword is met in exactly one way.
fn record(record: &Record) -> Value {
    let mut value = table(record.keys);
    if let Value::Object(members) = &mut value {
        members.insert("description".into(), record.doc.into());
        if record.key("pattern").is_some() {
            let ways = ["term", "any", "all", "pattern"];
            let ways: Vec<_> = ways.iter().map(|way| json!({ "required": [way] })).collect();
            members.insert("oneOf".into(), ways.into());
        }
    }
    value
}

/// A question of one type; `type` may be left out where it is the default.
fn question(kind: &Record) -> Value {
    let mut value = table(QUESTION.keys.iter().chain(kind.keys));
    if let Some(known) = value.pointer_mut("/properties/type") {
        *known = json!({ "const": kind.name, "description": kind.doc });
    }
    if kind.name != "text"
        && let Some(required) = value.pointer_mut("/required").and_then(Value::as_array_mut)
    {
        required.push("type".into());
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::{BUNDLED, STARTER};

    fn accepts(file: &str) -> bool {
        let table: toml::Table = file.parse().unwrap();
        let validator = jsonschema::draft202012::new(&schema()).unwrap();
        validator.is_valid(&serde_json::to_value(table).unwrap())
    }

    #[test]
    fn the_starter_and_every_bundled_quiz_fit_the_schema() {
        assert!(accepts(STARTER));
        for quiz in BUNDLED {
            assert!(accepts(quiz.text), "{}", quiz.name);
        }
    }

    #[test]
    fn a_question_of_every_type_needs_what_it_is_graded_by() {
        for kind in &TYPES {
            let bare = format!(
                "title = 'T'\n[[questions]]\nprompt = '{{{{a}}}}'\ntype = '{}'\n",
                kind.name
            );
            assert_eq!(accepts(&bare), kind.name == "cloze", "{}", kind.name);
        }
    }

    #[test]
    fn what_the_reader_refuses_the_schema_refuses() {
        let sound = "title = 'T'\n[[questions]]\nprompt = 'P'\nkeywords = ['a']\n";
        assert!(accepts(sound));
        for (from, to) in [
            ("title", "titel"),
            ("'P'", "''"),
            ("['a']", "[]"),
            ("['a']", "[{ term = 'a', any = ['b'] }]"),
            ("['a']", "[{ label = 'a' }]"),
            ("['a']", "['a']\npoints = 0"),
            ("['a']", "['a']\noptions = ['a', 'b']"),
            ("['a']", "['a']\nlevel = 'expert'"),
        ] {
            let wrong = sound.replace(from, to);
            assert!(!accepts(&wrong), "{wrong}");
            assert!(crate::quiz::read(&wrong).value.is_none(), "{wrong}");
        }
    }
}
