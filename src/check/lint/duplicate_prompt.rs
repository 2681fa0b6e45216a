//! V108: two questions have the same prompt.

use std::collections::BTreeMap;

use crate::check::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Explanation};

pub const EXPLANATION: Explanation = Explanation {
    code: Code(108),
    title: "two questions have the same prompt",
    text: "\
The prompts are the same but for capitals and blanks. A candidate can't tell the questions apart and
answers one of them twice; usually one is a copy that was never changed.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    let mut seen = BTreeMap::new();
    for item in subject.items() {
        let words: Vec<_> = item.question.prompt.as_str().split_whitespace().collect();
        let folded = words.join(" ").to_lowercase();
        let key = (item.question.task.kind(), folded);
        if let Some((id, first)) = seen.get(&key) {
            let title = format!("`{}` has the prompt of `{id}`", item.question.id);
            problems.push(
                Diagnostic::warning(EXPLANATION.code, item.origin.prompt, title, "the same again")
                    .also(*first, "first here")
                    .help("ask something else, or remove one of them"),
            );
        } else {
            seen.insert(key, (&item.question.id, item.origin.prompt));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::problems;

    #[test]
    fn blanks_and_capitals_make_no_other_prompt() {
        let quiz = |second: &str| {
            format!(
                "[[questions]]\nid = \"a\"\nprompt = \"What is it?\"\nkeywords = [\"x\"]\n\
                 [[questions]]\nid = \"b\"\nprompt = \"{second}\"\nkeywords = [\"x\"]"
            )
        };
        assert_eq!(problems(&EXPLANATION, &quiz("what  is it?")).len(), 1);
        assert_eq!(problems(&EXPLANATION, &quiz("What is that?")), []);
    }
}
