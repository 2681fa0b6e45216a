//! What a long run shows meanwhile.

use crate::EVERY_TYPE;
use crate::seat::viva;

#[test]
fn rows_that_are_graded_show_how_far_they_are_and_leave_only_the_result() {
    let answer =
        "A signal runs code upon an event: pre_save and post_save around saving. ".repeat(20);
    let rows = format!("ann,signals,{answer}\n").repeat(2000);
    let mut seat = viva(&["grade", "quiz.toml", "rows.csv", "--format", "text"])
        .file("quiz.toml", EVERY_TYPE)
        .file("rows.csv", &format!("candidate,question,answer\n{rows}"))
        .start();
    seat.see("s left").see("candidate").see("ann");
    assert_eq!(seat.end(), 0);
    assert!(!seat.screen().contains("s left"), "{}", seat.screen());
}
