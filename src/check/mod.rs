//! What quiz authors get wrong: lints over a quiz that reads, and its own examples.
//!
//! Each lint is a file in `lint/` with a code that is never reused. The lints use the real grader,
//! so what they say of an answer is what a candidate would get.
//!
//! ```
//! let text = r#"
//! title = "Django"
//! [[questions]]
//! prompt = "What does the cache do?"
//! answer = "The cache keeps results."
//! keywords = ["cache"]
//! "#;
//! let loaded = vivavoce::quiz::read(text).value.unwrap();
//! let problems = vivavoce::check::check(&loaded);
//! assert_eq!(problems[0].code.to_string(), "V101");
//! ```

mod giveaway;
mod lint;
mod secret;
mod subject;

pub use lint::{EXPLANATIONS, check};
