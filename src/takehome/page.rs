//! The page that a candidate opens: its parts, in the order in which they stand in the file. What they
//! share is the data block, the element with the id `pack`.

/// What stands in the page's body before the data block.
pub const BODY: &str = include_str!("page/page.html");

/// Its style.
pub const STYLE: &str = include_str!("page/page.css");

/// Its script, which comes after the data block; one function, so that it shares no name with the page.
pub const SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("page/words/en.js"),
    include_str!("page/words/de.js"),
    include_str!("page/words.js"),
    include_str!("page/dom.js"),
    include_str!("page/seal.js"),
    include_str!("page/armour.js"),
    include_str!("page/backup.js"),
    include_str!("page/store.js"),
    include_str!("page/clock.js"),
    include_str!("page/sitting.js"),
    include_str!("page/ask/field.js"),
    include_str!("page/ask/text.js"),
    include_str!("page/ask/short.js"),
    include_str!("page/ask/number.js"),
    include_str!("page/ask/choice.js"),
    include_str!("page/ask/multi.js"),
    include_str!("page/ask/boolean.js"),
    include_str!("page/ask/order.js"),
    include_str!("page/ask/cloze.js"),
    include_str!("page/ask/by_type.js"),
    include_str!("page/view/start.js"),
    include_str!("page/view/question.js"),
    include_str!("page/view/overview.js"),
    include_str!("page/view/finish.js"),
    include_str!("page/main.js"),
    "})();\n"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_cannot_end_its_element_and_makes_no_markup_of_text() {
        for word in
            ["</script", "<!--", "innerHTML", "eval(", "new Function", "http://", "https://"]
        {
            assert!(!SCRIPT.contains(word), "{word}");
        }
    }

    #[test]
    fn the_body_has_neither_script_nor_style() {
        for word in ["<script", "<style", "style=", "onclick", "src="] {
            assert!(!BODY.contains(word), "{word}");
        }
    }

    #[test]
    fn the_parts_leave_most_of_300_kilobytes_to_the_questions() {
        assert!(BODY.len() + STYLE.len() + SCRIPT.len() < 60_000);
    }
}
