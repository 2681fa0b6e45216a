use crate::quiz::{AnswerText, Markdown};
use crate::report::render::content::MOST_PAGES;
use crate::report::sample::mixed;
use crate::report::{Format, Options, Pile, Report, ResponseReport};

fn drawn(reports: impl IntoIterator<Item = Report>) -> String {
    let mut pile = Pile::new(Format::Html, Options::default(), Vec::new());
    for report in reports {
        pile.add(report).unwrap();
    }
    String::from_utf8(pile.finish().unwrap().out).unwrap()
}

/// Everything that a browser might obey.
const HOSTILE: &str = "</style></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u{1b}[2J\u{202e}\u{0}]]>";

/// A report with `text` wherever a person or a quiz can put one.
fn hostile(text: &str) -> Report {
    let mut report = mixed();
    report.candidate = Some(AnswerText::new(text));
    report.quiz.title = text.to_owned();
    report.grader = text.to_owned();
    for topic in &mut report.topics {
        topic.title = text.to_owned();
    }
    for study in &mut report.study {
        study.title = text.to_owned();
        study.sources =
            vec![text.to_owned(), format!("javascript:{text}"), format!("https://{text}")];
    }
    for follow_up in &mut report.interview {
        follow_up.prompt = Markdown::new(text);
        follow_up.quotes = vec![AnswerText::new(text)];
        follow_up.adds = vec![Markdown::new(text)];
    }
    for question in &mut report.questions {
        question.prompt = Markdown::new(text);
        question.answer = Some(Markdown::new(text));
        question.sources = vec![text.to_owned(), format!("https://{text}")];
        match &mut question.response {
            Some(ResponseReport::Text { text: answer, keywords, misconceptions, .. }) => {
                *answer = AnswerText::new(format!("{}{text}", answer.raw()));
                for keyword in keywords {
                    keyword.label = Some(text.to_owned());
                    keyword.feedback = Some(text.to_owned());
                }
                for slip in misconceptions {
                    slip.label = Some(text.to_owned());
                    slip.feedback = Some(text.to_owned());
                }
            }
            Some(ResponseReport::Picked { picked, left }) => {
                *left = vec![Markdown::new(text)];
                for pick in picked {
                    pick.text = Markdown::new(text);
                    pick.feedback = Some(text.to_owned());
                }
            }
            Some(ResponseReport::Short(gap)) => gap.text = AnswerText::new(text),
            Some(ResponseReport::Filled { gaps }) => gaps[0].text = AnswerText::new(text),
            Some(ResponseReport::Ordered { given, .. }) => given[0] = Markdown::new(text),
            Some(ResponseReport::Counted { text: answer, unit, .. }) => {
                *answer = AnswerText::new(text);
                *unit = Some(text.to_owned());
            }
            Some(ResponseReport::Judged { .. }) | None => {}
        }
    }
    report
}

#[test]
fn hostile_text_in_every_field_stays_text() {
    for reports in [1, 3] {
        let page = drawn((0..reports).map(|_| hostile(HOSTILE)));
        // Its own: one style, and a script where there is something to sort.
        assert_eq!(page.matches("<style").count(), 1);
        assert_eq!(page.matches("</style").count(), 1);
        assert_eq!(page.matches("<script").count(), usize::from(reports > 1));
        assert!(!page.contains("<img") && !page.contains("href=\"javascript:"));
        assert!(!page.contains(['\u{1b}', '\u{202e}', '\0']));
    }
}

#[test]
fn a_word_of_100_kb_is_shortened() {
    let page = drawn([hostile("").clone(), {
        let mut report = mixed();
        if let Some(ResponseReport::Text { text, .. }) = &mut report.questions[0].response {
            *text = AnswerText::new("x".repeat(100_000));
        }
        report
    }]);
    assert!(page.contains("bytes left out") && page.len() < 200_000, "{}", page.len());
}

#[test]
fn the_page_asks_nothing_of_the_network() {
    let page = drawn([mixed(), mixed()]);
    for tag in ["<link", "<img", "<iframe", "<object", "<form", "src=", "url(", "@import", "style="]
    {
        assert!(!page.contains(tag), "{tag}");
    }
    assert!(page.contains("default-src 'none'"));
    let links = page.matches("href=\"http").count();
    assert!(links > 0);
    assert_eq!(links, page.matches("rel=\"noopener noreferrer\"").count());
}

#[test]
fn only_the_best_get_a_page_and_the_file_says_so() {
    let many = (0..MOST_PAGES + 5).map(|n| {
        let mut report = mixed();
        report.candidate = Some(AnswerText::new(format!("candidate number {n}")));
        report
    });
    let page = drawn(many);
    assert_eq!(page.matches("<section class=\"page\"").count(), MOST_PAGES);
    assert!(page.contains("candidate number 104") && page.contains("the other 5 are in"));
    let to = |target: &str| page.contains(&format!("href=\"#{target}\""));
    assert!(to("c100") && !to("c101"));
}

#[test]
fn headings_do_not_skip_a_level() {
    for page in [drawn([mixed()]), drawn([mixed(), mixed()])] {
        let levels: Vec<u32> = page
            .match_indices("<h")
            .filter_map(|(at, _)| {
                page.as_bytes().get(at + 2).and_then(|c| char::from(*c).to_digit(10))
            })
            .collect();
        assert_eq!(levels.first(), Some(&1));
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    }
}
