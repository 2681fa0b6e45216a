//! What a page may do: nothing but use its own style and script.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The Content-Security-Policy of a page that asks nothing of the network, with exactly this style and
/// at most this script in it.
#[must_use]
pub fn policy(style: &str, script: Option<&str>) -> String {
    let style = hash(style);
    let script = script.map_or_else(|| "'none'".to_owned(), hash);
    format!(
        "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"
    )
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_hashed_may_run() {
        assert_eq!(
            policy("", Some("abc")),
            "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
             script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='; \
             base-uri 'none'; form-action 'none'"
        );
        assert!(policy("", None).contains("script-src 'none'"));
    }
}
