//! docs/lints.md says what `viva check --explain` says.

use std::fmt::Write;

use vivavoce::{check, quiz};

/// Writes the page anew with `UPDATE_DOCS=1`.
#[test]
fn the_page_lists_every_code() {
    let mut page = String::from(
        "# What `viva check` says\n\n\
         `viva check --explain CODE` prints these texts. Codes below V100 are errors of the file. The\n\
         others but V100 are warnings: `--deny warnings` makes them fail, `[lints] allow = [\"V101\"]`\n\
         silences one for the file, `allow` on a question for that question.\n",
    );
    for explanation in quiz::explanations().chain(check::EXPLANATIONS) {
        let (code, title, text) =
            (explanation.code, explanation.title, explanation.text.trim_end());
        write!(page, "\n## {code}: {title}\n\n{text}\n").expect("memory");
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/lints.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &page).expect("docs/lints.md");
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(written == page, "docs/lints.md is stale; run this test with UPDATE_DOCS=1");
}
