//! Quiz files that are hard on the reader, held to what its fuzz target demands.

#[path = "../fuzz/properties/quiz.rs"]
mod quiz;

use quiz::holds;

#[test]
fn nesting_repetition_and_length_do_no_harm() {
    let open = "[".repeat(200_000);
    holds(format!("a = {open}").as_bytes());
    holds(open.as_bytes());
    holds("a = {b=".repeat(50_000).as_bytes());
    holds("[[questions]]\n".repeat(5_000).as_bytes());
    holds(format!("title = '{}\n", "x".repeat(1 << 20)).as_bytes());
    holds(format!("{} = 1", "k".repeat(1 << 20)).as_bytes());
}
