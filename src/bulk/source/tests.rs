use super::*;

/// The lines on which rows start.
fn starts(text: &[u8]) -> Vec<u64> {
    let (mut rows, _) = Source::new(text, None).unwrap().into_parts();
    let chunk = rows.next_chunk().unwrap();
    chunk.rows.iter().map(|place| place.line).collect()
}

#[test]
fn a_row_of_csv_that_spans_lines_is_named_by_its_first() {
    let csv = b"candidate,question,answer\nann,signals,\"one\ntwo\"\nbob,signals,x\n";
    assert_eq!(starts(csv), [2, 4]);
}

#[test]
fn empty_lines_are_no_rows_and_count_as_lines() {
    assert_eq!(starts(b"{\"a\":1}\n\n{\"a\":2}\r\n"), [1, 3]);
}

#[test]
fn a_file_without_rows_has_none() {
    assert!(starts(b"").is_empty());
    assert!(starts(b"candidate,question,answer\n").is_empty());
}
