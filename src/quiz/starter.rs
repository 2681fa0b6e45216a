//! A quiz to begin with.

/// The commented quiz that `viva new` writes: one question of every common type.
pub const STARTER: &str = include_str!("starter.toml");

/// The name of the schema's file, which the starter's first line gives to editors.
pub const SCHEMA_FILE: &str = "viva-quiz.schema.json";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::read;

    #[test]
    fn the_starter_can_be_read() {
        assert_eq!(read(STARTER).diagnostics, []);
    }

    #[test]
    fn the_starter_names_its_schema_first() {
        assert_eq!(STARTER.lines().next(), Some(&*format!("#:schema ./{SCHEMA_FILE}")));
    }
}
