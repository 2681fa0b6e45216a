use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::*;
use crate::takehome::armour::armour;

const BEGIN: &str = "From: Ann <ann@example.org>\r\nSubject: My answers\r\nMIME-Version: 1.0\r\n";

fn sealed() -> Vec<u8> {
    (0..=255).collect()
}

fn text() -> String {
    format!("Hello,\n\n{}\nBest, Ann\n", armour(&sealed()))
}

/// A page as a mail program makes one of what was pasted.
fn page() -> String {
    let lines =
        text().replace('\n', "</div>\n<div>").replace("SUB", "<span class=\"x\">SUB</span>");
    format!(
        "<html><head><style>div {{ margin: 0 }}</style></head><body><div>{lines}</div></body></html>"
    )
}

/// As quoted-printable, with lines broken where they may be.
fn quoted_printable(text: &str) -> String {
    let mut lines = String::new();
    for line in text.lines() {
        let encoded: Vec<char> =
            line.replace('=', "=3D").replace('\u{a0}', "=A0").chars().collect();
        let cut: Vec<String> = encoded.chunks(40).map(|part| part.iter().collect()).collect();
        lines += &(cut.join("=\r\n") + "\r\n");
    }
    lines
}

fn base64(bytes: &[u8]) -> String {
    let code: Vec<char> = STANDARD.encode(bytes).chars().collect();
    code.chunks(76).map(|line| line.iter().collect::<String>() + "\r\n").collect()
}

fn mail(content_type: &str, encoding: &str, body: &str) -> String {
    format!(
        "{BEGIN}Content-Type: {content_type}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}"
    )
}

/// A mail of these parts, each with its own headers.
fn multipart(kind: &str, parts: &[&str]) -> String {
    let parts: String = parts.iter().flat_map(|part| ["--cut\r\n", part, "\r\n"]).collect();
    mail(&format!("multipart/{kind}; boundary=cut"), "7bit", &format!("{parts}--cut--\r\n"))
}

fn part(content_type: &str, encoding: &str, body: &str) -> String {
    format!("Content-Type: {content_type}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}")
}

fn attached(bytes: &[u8]) -> String {
    let kind =
        "application/octet-stream; name=viva-answers-x.txt\r\nContent-Disposition: attachment";
    part(kind, "base64", &base64(bytes))
}

fn saved_by_mail_programs() -> Vec<(&'static str, String)> {
    let quoted: String =
        text().lines().flat_map(|line| ["> ", line, "\r\n"]).map(str::to_owned).collect();
    let flowed = text().replace('\n', " \r\n").replace("AAEC", "AA \r\nEC");
    let plain = part("text/plain; charset=utf-8", "7bit", &text());
    let html = part("text/html; charset=utf-8", "quoted-printable", &quoted_printable(&page()));
    let letter = part("text/plain", "7bit", "My answers are attached.\r\n");
    let hard = page()
        .replace("<div>", "<p class=\"MsoNormal\">&nbsp;\u{a0}")
        .replace("</div>", "<o:p></o:p></p>");
    let inner = multipart("mixed", &[&letter, &attached(armour(&sealed()).as_bytes())]);
    let forwarded = part("message/rfc822", "7bit", &inner);
    let picture = part("image/png", "base64", &base64(b"\x89PNG"));
    vec![
        ("plain", mail("text/plain; charset=utf-8", "7bit", &text())),
        ("flowed", mail("text/plain; format=flowed; delsp=yes", "7bit", &flowed)),
        ("quoted", mail("text/plain", "8bit", &quoted)),
        ("quoted-printable", mail("text/plain", "quoted-printable", &quoted_printable(&text()))),
        ("base64", mail("text/plain; charset=utf-8", "base64", &base64(text().as_bytes()))),
        ("page alone", mail("text/html", "base64", &base64(page().as_bytes()))),
        (
            "page of Latin 1",
            mail("text/html; charset=iso-8859-1", "quoted-printable", &quoted_printable(&hard)),
        ),
        ("text and page", multipart("alternative", &[&plain, &html])),
        ("text of another and page", multipart("alternative", &[&letter, &html])),
        (
            "text and attached",
            multipart("mixed", &[&plain, &attached(armour(&sealed()).as_bytes())]),
        ),
        (
            "attached and a picture",
            multipart("mixed", &[&letter, &picture, &attached(armour(&sealed()).as_bytes())]),
        ),
        (
            "attached and a letter",
            multipart(
                "mixed",
                &[&attached(b"PK\x03\x04"), &attached(armour(&sealed()).as_bytes())],
            ),
        ),
        ("forwarded", multipart("mixed", &[&letter, &forwarded])),
        ("a mail as a file", multipart("mixed", &[&letter, &attached(inner.as_bytes())])),
        ("page as a file", page()),
        ("source without headers", quoted_printable(&text())),
        ("headers copied with the text", format!("From: Ann\nDate: today\n{}", text())),
        ("headers that are none", format!("Hello: you\nFrom here on:\n{}", text())),
    ]
}

#[test]
fn what_mail_programs_save_is_read() {
    for (name, file) in saved_by_mail_programs() {
        assert_eq!(submissions(file.as_bytes()), [Ok(sealed())], "{name}\n{file}");
        let unix = file.replace("\r\n", "\n");
        assert_eq!(submissions(unix.as_bytes()), [Ok(sealed())], "{name}\n{unix}");
    }
}

#[test]
fn each_mail_of_a_mailbox_is_read_and_one_without_is_named() {
    let answers = |bytes: &[u8]| mail("text/plain", "base64", &base64(armour(bytes).as_bytes()));
    let thanks = mail("text/plain", "7bit", "Thank you!\r\n");
    let mails = [answers(b"one"), thanks, answers(b"two")];
    let head = "From ann@example.org Wed Nov 25 10:00:00 2026\n";
    let mailbox: String = mails.iter().flat_map(|mail| [head, mail, "\n"]).collect();
    let expected = [Ok(b"one".to_vec()), Err(PostError::Mail), Ok(b"two".to_vec())];
    assert_eq!(submissions(mailbox.as_bytes()), expected);
}

#[test]
fn utf_16_is_read() {
    let units = |unit: fn(u16) -> [u8; 2]| text().encode_utf16().flat_map(unit).collect::<Vec<_>>();
    let little = [vec![0xff, 0xfe], units(u16::to_le_bytes)].concat();
    let big = [vec![0xfe, 0xff], units(u16::to_be_bytes)].concat();
    for file in [little, big] {
        assert_eq!(submissions(&file), [Ok(sealed())]);
    }
}

#[test]
fn what_is_missing_is_named() {
    let cut = mail("text/plain", "7bit", &text()[..80]);
    for (file, error) in [
        (b"hello".to_vec(), ArmourError::NoBegin.into()),
        (Vec::new(), ArmourError::NoBegin.into()),
        (cut.into_bytes(), ArmourError::NoEnd.into()),
        (mail("text/plain", "7bit", "hello").into_bytes(), PostError::Mail),
        (b"PK\x03\x04".to_vec(), PostError::Archive),
        (b"\xd0\xcf\x11\xe0".to_vec(), PostError::Outlook),
        (multipart("mixed", &[&attached(b"PK\x03\x04")]).into_bytes(), PostError::Archive),
    ] {
        assert_eq!(submissions(&file), [Err(error)], "{}", String::from_utf8_lossy(&file));
    }
}

#[test]
fn a_mail_in_a_mail_without_end_is_not_followed_for_ever() {
    let mut file = armour(&sealed()).into_bytes();
    for depth in 1..2 * DEPTH {
        file = multipart("mixed", &[&attached(&file)]).into_bytes();
        let expected = if depth <= DEPTH { Ok(sealed()) } else { Err(PostError::Mail) };
        assert_eq!(submissions(&file), [expected], "{depth}");
    }
}
