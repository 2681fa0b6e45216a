//! Grading against a plain matcher, in one run on one core: `cargo bench --bench grading`.
//!
//! The plain matcher folds an answer to words and holds every keyword against every word with
//! `strsim`'s normalised optimal string alignment, a hit from 0.8 on. Ours is the whole way from
//! text to grade. Answers are drawn, from a seed, from the words of this repository's own texts:
//! about 60 words, six of twelve keywords put in, three of ten of those misspelled, and typos in
//! three of a hundred other words.

use std::hint::black_box;
use std::time::Instant;

use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};
use vivavoce::grade::{Grader, Memo, QuestionGrader};
use vivavoce::matcher;
use vivavoce::quiz::{AnswerText, Response};
use vivavoce::text::{Language, Text};

const KEYWORDS: [&str; 12] = [
    "ORM",
    "view",
    "cache",
    "cookie",
    "signal",
    "session",
    "database",
    "Memcached",
    "middleware",
    "urlpatterns",
    "inheritance",
    "serialization",
];

const TEXTS: &str = concat!(include_str!("../README.md"), include_str!("../quizzes/django.toml"));

const ANSWERS: usize = 4_000;
const PLAIN_ANSWERS: usize = 400;
const WORDS: usize = 60;
const ROUNDS: usize = 5;

fn main() {
    let mut random = Random(ChaCha8Rng::seed_from_u64(60));
    let vocabulary: Vec<&str> = TEXTS
        .split_whitespace()
        .filter(|word| word.len() < 13 && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
        .collect();
    let answers: Vec<String> = (0..ANSWERS).map(|_| answer(&vocabulary, &mut random)).collect();
    let bytes: usize = answers.iter().map(String::len).sum();
    println!(
        "{ANSWERS} answers of {WORDS} words, {} bytes, {} keywords",
        bytes / ANSWERS,
        KEYWORDS.len()
    );

    let quiz = vivavoce::quiz::read(&quiz()).value.expect("the benchmark's quiz").quiz;
    let grader = Grader::new(&quiz);
    let question = grader.question(0).expect("one question");
    against_plain(&answers, question);
    parts(&answers);
    by_length(&answers, question);
    by_joiner(question);
}

fn quiz() -> String {
    let keywords = KEYWORDS.map(|keyword| format!("{keyword:?}")).join(", ");
    format!(
        "title = \"Benchmark\"\n[[questions]]\ntopic = \"all\"\nprompt = \"Say what you know.\"\n\
         keywords = [{keywords}]\n"
    )
}

fn against_plain(answers: &[String], question: &QuestionGrader) {
    let keywords = KEYWORDS.map(str::to_lowercase);
    let plain = per_second(PLAIN_ANSWERS, || {
        for answer in &answers[..PLAIN_ANSWERS] {
            black_box(plain(answer, &keywords));
        }
    });
    report("plain", plain, plain);
    let responses: Vec<_> =
        answers.iter().map(|answer| Response::Written(AnswerText::new(answer))).collect();
    let single = per_second(ANSWERS, || {
        for response in &responses {
            black_box(question.grade(response));
        }
    });
    report("one at a time", single, plain);
    let bulk = per_second(ANSWERS, || {
        let mut memo = Memo::default();
        for response in &responses {
            black_box(question.grade_with(response, &mut memo));
        }
    });
    report("in bulk", bulk, plain);
}

/// Where the time goes.
fn parts(answers: &[String]) {
    let english = Language::of("en");
    let mut builder = matcher::Builder::new(english);
    for keyword in KEYWORDS {
        builder.term(keyword, matcher::Rules::default());
    }
    let matcher = builder.build();
    let cutting = per_second(ANSWERS, || {
        for answer in answers {
            black_box(Text::new(answer, english));
        }
    });
    println!("{:>16}: {:>9.2} µs an answer", "cutting alone", 1e6 / cutting);
    let texts: Vec<_> = answers.iter().map(|answer| Text::new(answer, english)).collect();
    let finding = per_second(ANSWERS, || {
        for text in &texts {
            black_box(matcher.find(text, &mut matcher::Memo::default()));
        }
    });
    println!("{:>16}: {:>9.2} µs an answer", "finding alone", 1e6 / finding);
    let finding = per_second(ANSWERS, || {
        let mut memo = matcher::Memo::default();
        for text in &texts {
            black_box(matcher.find(text, &mut memo));
        }
    });
    println!("{:>16}: {:>9.2} µs an answer", "with a memo", 1e6 / finding);
}

/// Time is linear in an answer's length.
fn by_length(answers: &[String], question: &QuestionGrader) {
    let all = answers.join(". ");
    for length in [1 << 10, 1 << 13, 1 << 16, 1 << 19, 1 << 20] {
        let end = (0..=length.min(all.len())).rev().find(|&end| all.is_char_boundary(end));
        let response = Response::Written(AnswerText::new(&all[..end.unwrap_or(0)]));
        let rounds = (1 << 21) / length;
        let speed = per_second(rounds * length, || {
            for _ in 0..rounds {
                black_box(question.grade(&response));
            }
        });
        println!("{:>12} KiB: {:>9.1} ns a byte", length >> 10, 1e9 / speed);
    }
}

/// Nor does it take longer where nothing but signs stand, which may join what is before and after.
fn by_joiner(question: &QuestionGrader) {
    for joiner in ['_', '\'', '.', '{', '\u{200b}', '\u{301}'] {
        let text = format!("a{}é", String::from(joiner).repeat((1 << 20) / joiner.len_utf8() - 4));
        let response = Response::Written(AnswerText::new(&text));
        let speed = per_second(text.len(), || {
            black_box(question.grade(&response));
        });
        println!("1 MiB of U+{:04X}: {:>9.1} ns a byte", u32::from(joiner), 1e9 / speed);
    }
}

/// The plain matcher: how many keywords are found.
fn plain(answer: &str, keywords: &[String]) -> usize {
    let words: Vec<String> = answer
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let found = |keyword: &&String| {
        words.iter().fold(false, |found, word| found | (similarity(keyword, word) >= 0.8))
    };
    keywords.iter().filter(found).count()
}

#[expect(clippy::cast_precision_loss, reason = "words are short")]
fn similarity(keyword: &str, word: &str) -> f64 {
    let longer = keyword.chars().count().max(word.chars().count());
    1.0 - strsim::osa_distance(keyword, word) as f64 / longer as f64
}

/// Items per second of the best of several rounds.
#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn per_second(items: usize, mut round: impl FnMut()) -> f64 {
    let times = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        round();
        start.elapsed().as_secs_f64()
    });
    items as f64 / times.fold(f64::INFINITY, f64::min)
}

fn report(name: &str, speed: f64, plain: f64) {
    println!("{name:>16}: {speed:>9.0} answers a second, {:>6.1} times plain", speed / plain);
}

struct Random(ChaCha8Rng);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.0.next_u32()).unwrap_or(0) % limit.max(1)
    }

    fn in_a_hundred(&mut self, share: usize) -> bool {
        self.below(100) < share
    }
}

fn answer(vocabulary: &[&str], random: &mut Random) -> String {
    let mut words: Vec<String> = (0..WORDS - 6)
        .map(|_| {
            let word = vocabulary[random.below(vocabulary.len())];
            if random.in_a_hundred(3) { misspelled(word, random) } else { word.to_owned() }
        })
        .collect();
    let offset = random.below(KEYWORDS.len());
    for at in 0..6 {
        let keyword = KEYWORDS[(offset + 2 * at + random.below(2)) % KEYWORDS.len()];
        let keyword =
            if random.in_a_hundred(30) { misspelled(keyword, random) } else { keyword.to_owned() };
        words.insert(random.below(words.len()), keyword);
    }
    for word in &mut words {
        if random.in_a_hundred(8) {
            word.push('.');
        }
    }
    words.join(" ")
}

/// One letter lost, doubled, or swapped with the next.
fn misspelled(word: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = random.below(letters.len().saturating_sub(1));
    match random.below(3) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        _ if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => {}
    }
    letters.into_iter().collect()
}
