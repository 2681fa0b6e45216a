use std::io;

use super::*;
use crate::bulk::layout::Layout;

/// The lines on which rows start.
fn starts(text: &[u8]) -> Vec<u64> {
    let (mut rows, _, _) = Source::new(text, None).unwrap().into_parts();
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

/// Each row's candidate, question and answer, or why it is refused.
fn rows(text: &[u8]) -> Vec<Result<(String, String, String), String>> {
    let (mut rows, layout, _) = Source::new(text, None).unwrap().into_parts();
    let chunk = rows.next_chunk().unwrap();
    let row = |place| {
        layout.row(&chunk, place).map(|row| {
            let answer = serde_json::to_string(&row.answer).unwrap();
            (row.candidate.into_owned(), row.question.into_owned(), answer)
        })
    };
    chunk.rows.iter().map(row).collect()
}

fn one(
    candidate: &str,
    question: &str,
    answer: &str,
) -> Vec<Result<(String, String, String), String>> {
    vec![Ok((candidate.to_owned(), question.to_owned(), format!("{answer:?}")))]
}

fn refusal(text: &[u8]) -> String {
    rows(text).pop().expect("a row").expect_err("refused")
}

fn unusable(header: &[u8]) -> String {
    match Source::new(header, Some(Format::Csv)).unwrap().into_parts().1 {
        Layout::Unusable(refusal) => format!("{}: {}", refusal.line, refusal.message),
        usable => panic!("{usable:?}"),
    }
}

#[test]
fn a_byte_order_mark_and_the_line_ends_of_windows_are_no_part_of_a_row() {
    let csv = "\u{feff}candidate,question,answer\r\nann,orm,joins\r\n";
    assert_eq!(rows(csv.as_bytes()), one("ann", "orm", "joins"));
    let json = "\u{feff}{\"candidate\":\"ann\",\"question\":\"orm\",\"answer\":\"joins\"}\r\n";
    assert_eq!(rows(json.as_bytes()), one("ann", "orm", "joins"));
}

#[test]
fn columns_stand_in_any_order_and_may_be_separated_by_semicolons_or_tabs() {
    assert_eq!(rows(b"Answer;Question;Candidate\n\"a;b\";orm;ann\n"), one("ann", "orm", "a;b"));
    assert_eq!(rows(b"answer\tquestion\tcandidate\na,b\torm\tann\n"), one("ann", "orm", "a,b"));
}

#[test]
fn quotes_in_csv_are_doubled() {
    let csv = b"candidate,question,answer\nann,orm,\"say \"\"hi\"\"\"\n";
    assert_eq!(rows(csv), one("ann", "orm", "say \"hi\""));
}

#[test]
fn a_header_must_have_each_column_once() {
    assert_eq!(unusable(b"candidate,answer"), "1: the header has no column `question`");
    assert_eq!(
        unusable(b"\ncandidate,question,answer,answer\n"),
        "2: the column `answer` stands twice"
    );
}

#[test]
fn a_record_must_have_as_many_fields_as_the_header() {
    let csv = b"candidate,question,answer\nann,orm\n";
    assert_eq!(refusal(csv), "2 columns, and the header has 3");
}

#[test]
fn what_is_not_utf8_is_refused_with_its_place() {
    let csv = b"candidate,question,answer\nann,orm,caf\xe9\n";
    assert_eq!(refusal(csv), "not UTF-8 from byte 4 of the row on");
}

#[test]
fn utf16_is_named_with_what_to_do() {
    let csv: Vec<u8> = "\u{feff}candidate,question,answer\nann,orm,joins\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(unusable(&csv), "1: UTF-16; save the file as UTF-8");
}

#[test]
fn json_that_is_broken_or_lacks_a_field_says_so() {
    for (line, message) in [
        ("{\"candidate\":\"a\",", "not JSON: EOF while parsing a value at column 17"),
        ("{\"candidate\":\"a\",\"question\":\"q\"}", "`answer` is missing"),
        ("{\"answer\":1,\"answer\":2}", "wrong form: `answer` stands twice at column 23"),
        ("{\"x\":1,\"x\":2}", "wrong form: `x` stands twice at column 13"),
        (
            "{\"answer\":{}}",
            "wrong form: invalid type: map, expected an answer: a string, a number, true or \
             false, or an array of these at column 12",
        ),
    ] {
        assert_eq!(refusal(line.as_bytes()), message, "{line}");
    }
    for half in ["\\ud800", "\\ud800x", "\\ud800\\u0041", "\\udc00"] {
        let row = format!("{{\"candidate\":\"a\",\"question\":\"q\",\"answer\":\"{half}\"}}");
        let told = refusal(row.as_bytes());
        assert!(
            told.starts_with("not JSON: an escape such as `\\ud83d` is half a character"),
            "{told}"
        );
    }
}

#[test]
fn a_row_of_endless_fields_is_refused() {
    let fields: Vec<String> = (0..5000).map(|number| format!("\"f{number}\":0,")).collect();
    let fields = fields.concat();
    let row = format!("{{{fields}\"candidate\":\"a\",\"question\":\"q\",\"answer\":\"x\"}}");
    let told = refusal(row.as_bytes());
    assert!(told.starts_with("wrong form: more than 4096 further fields"), "{told}");
}

#[test]
fn numbers_name_candidates_too() {
    let json = b"{\"candidate\":17,\"question\":\"orm\",\"answer\":\"joins\"}";
    assert_eq!(rows(json), one("17", "orm", "joins"));
}

#[test]
fn an_answer_over_its_limit_is_refused_and_one_at_it_is_not() {
    let csv = |length: usize| {
        let answer = "x".repeat(length);
        format!("candidate,question,answer\nann,orm,{answer}\n").into_bytes()
    };
    let limit = crate::quiz::AnswerText::LIMIT;
    assert!(rows(&csv(limit))[0].is_ok());
    assert_eq!(refusal(&csv(limit + 1)), "the answer is longer than 1 MiB");
}

#[test]
fn a_row_over_its_limit_is_refused_in_little_memory_and_the_next_is_read() {
    let long = "x".repeat(3 * LONGEST_ROW);
    let good = "{\"candidate\":\"ann\",\"question\":\"orm\",\"answer\":\"joins\"}\n";
    let json = format!("{{\"answer\":\"{long}\"}}\n{good}");
    let csv = format!("candidate,question,answer\nann,orm,\"{long}\"\nann,orm,joins\n");
    for text in [json, csv] {
        let (mut source, ..) = Source::new(text.as_bytes(), None).unwrap().into_parts();
        let mut lines = Vec::new();
        loop {
            let chunk = source.next_chunk().unwrap();
            assert!(chunk.buffer.capacity() <= 2 * LONGEST_ROW + (1 << 20));
            if chunk.rows.is_empty() {
                break;
            }
            lines.extend(chunk.rows.iter().map(|place| place.broken.is_some()));
        }
        assert_eq!(lines, [true, false]);
    }
}

#[test]
fn a_quote_that_is_never_closed_is_no_answer_that_ends_with_the_file() {
    let open = "a quote is opened here and never closed";
    let csv = |answer: &str| format!("candidate,question,answer\nann,orm,{answer}");
    assert_eq!(refusal(csv("\"joins\nbob,orm,joins\n").as_bytes()), open);
    assert_eq!(refusal(csv("\"").as_bytes()), open);
    assert_eq!(refusal(csv("\"joins\"\"").as_bytes()), open);
    for (written, answer) in [("\"joins\"", "joins"), ("5\" disks", "5\" disks"), ("\"\"", "")] {
        assert_eq!(rows(csv(written).as_bytes()), one("ann", "orm", answer), "{written}");
    }
    assert_eq!(unusable(b"candidate,question,\"answer"), format!("1: {open}"));
}

#[test]
fn rows_are_the_same_however_the_reader_cuts_its_bytes() {
    let csv =
        "\ncandidate,question,answer\r\n\r\nann,orm,\"a\r\n\"\"b\"\"\"\r\nbob,orm,c".as_bytes();
    let read = |capacity| {
        let reader = io::BufReader::with_capacity(capacity, csv);
        let (mut rows, layout, _) = Source::new(reader, Some(Format::Csv)).unwrap().into_parts();
        let chunk = rows.next_chunk().unwrap();
        let row = |place: &super::super::chunk::Place| {
            (place.line, format!("{:?}", layout.row(&chunk, place)))
        };
        chunk.rows.iter().map(row).collect::<Vec<_>>()
    };
    let whole = read(1000);
    assert_eq!(whole.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [4, 6]);
    for capacity in 1..20 {
        assert_eq!(read(capacity), whole, "{capacity}");
    }
}
