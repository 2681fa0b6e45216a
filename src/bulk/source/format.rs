//! Which form answers come in.

/// Which form answers come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A JSON object per line.
    Jsonl,
    /// Comma-separated values with a header.
    Csv,
}

impl Format {
    /// What a file's name says, by its ending.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "jsonl" | "ndjson" | "json" => Some(Self::Jsonl),
            "csv" | "tsv" => Some(Self::Csv),
            _ => None,
        }
    }

    /// What the first bytes look like: JSON if they open an object.
    #[must_use]
    pub fn sniff(start: &[u8]) -> Self {
        let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
        match start.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'{') => Self::Jsonl,
            _ => Self::Csv,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_its_form() {
        assert_eq!(Format::of_name("a.b/answers.JSONL"), Some(Format::Jsonl));
        assert_eq!(Format::of_name("answers.csv"), Some(Format::Csv));
        assert_eq!(Format::of_name("answers"), None);
    }

    #[test]
    fn the_first_bytes_say_it_otherwise() {
        assert_eq!(Format::sniff(b"\xef\xbb\xbf\n {\"candidate\""), Format::Jsonl);
        assert_eq!(Format::sniff(b"candidate,question,answer"), Format::Csv);
        assert_eq!(Format::sniff(b""), Format::Csv);
    }
}
