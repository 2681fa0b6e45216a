use super::*;
use crate::hypertext::{cloze, line};
use crate::quiz::question::{Accepted, Exactness, Piece};

fn back(html: &str) -> String {
    source(html).expect("a text of ours").markdown.as_str().to_owned()
}

fn drawn(markdown: &str) -> String {
    blocks(&Markdown::new(markdown)).into_string()
}

#[test]
fn what_authors_write_comes_back_and_draws_the_same() {
    for written in [
        "What does `select_related` do?\nGive *one* **example**, ~~not two~~.",
        "a_b * c < d && e > f [g] #1 \\ | 2. `` ` `` !",
        "1. one\n2. two\n   - inner `x`\n   - other",
        "5. five\n\n   more\n\n6. six",
        "> quoted\n> > twice\n\n---\n\nafter  \nbreak\\\nagain",
        "```python\nfor book in books:\n\n\tprint(`x`)\n```",
        "    indented ```\n    code\n",
        "| a | b\\|c |\n|:-:|---|\n| `x` | *y* |",
        "[docs](https://x.example/?q=\"1\"&b=(2)) <https://x.example/a_b>",
        "<script>alert(1)</script>\n\n<div onclick=x>\n\n# Big\n\n[a](javascript:x)",
        "\\*not emphasis\\* \\`not code\\`",
        "- one\n\n- two\n\n      code\n",
    ] {
        let html = drawn(written);
        let markdown = back(&html);
        assert_eq!(drawn(&markdown), html, "{written:?} came back as {markdown:?}");
    }
}

#[test]
fn names_and_operators_come_back_without_backslashes() {
    for option in ["pre_save", "`a` < b", "SELECT *", "a|b", "C#", "`__init__` is a name", "-1"] {
        let html = line(&Markdown::new(option)).into_string();
        assert_eq!(back(&html), option);
    }
}

#[test]
fn gaps_are_counted_and_shown() {
    let gap = || {
        let exactness = Exactness::Exact;
        Piece::Gap(Accepted { answers: vec!["secret".to_owned()], case: true, exactness })
    };
    let text = |text: &str| Piece::Text(text.to_owned());
    let pieces = vec![text("A list of `"), gap(), text("()` is **"), gap(), text("**.")];
    let Text { markdown, gaps } = source(&cloze(&Cloze(pieces)).into_string()).unwrap();
    assert_eq!(markdown.as_str(), "A list of `{ ____ }()` is **{ ____ }**.");
    assert_eq!(gaps, [1, 2]);
}

#[test]
fn what_this_program_never_writes_is_refused() {
    for html in [
        "<script>x</script>",
        "<p onclick=\"x\">a</p>",
        "<p style='x'>a</p>",
        "<img src=\"x\"/>",
        "<!-- a -->",
        "<![CDATA[a]]>",
        "<?x y?>",
        "<!DOCTYPE html [<!ENTITY a \"b\">]>",
        "&bomb;",
        "&#xD800;",
        "<p>a",
        "a</p>",
        "<p><em>a</p></em>",
        "<a>x</a>",
        "<span></span>",
        "<span data-gap=\"-1\"></span>",
        "<span data-gap=\"99999999999999999999\"></span>",
    ] {
        assert!(source(html).is_err(), "{html}");
    }
    assert_eq!(source(&"<ul><li>".repeat(100_000)), Err(Foreign::Depth));
}
