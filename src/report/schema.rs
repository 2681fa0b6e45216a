//! The form of the report for others.

use super::value::Report;

/// The JSON Schema of [`Report`].
#[must_use]
pub fn schema() -> schemars::Schema {
    let mut schema = schemars::schema_for!(Report);
    schema.insert("title".to_owned(), "A score report of viva".into());
    schema
}
