//! What a file holds that came by mail: a text, a page, a mail or a mailbox; and the submissions in it.

use std::borrow::Cow;

use mail_parser::decoders::html::html_to_text;
use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{HeaderName, Message, MessageParser, PartType};

use super::armour::{ArmourError, unarmour};

/// Most files in files, as a mail that is attached to a mail.
const DEPTH: usize = 8;

/// Why there is no submission to be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PostError {
    /// A text in which there is none, or none that is whole.
    #[error(transparent)]
    Armour(#[from] ArmourError),
    /// A mail in which there is none.
    #[error("no submission in this mail, neither in its text nor in what is attached")]
    Mail,
    /// What is in it is not looked for.
    #[error("an archive, or a document of an office program; save what is in it as text")]
    Archive,
    /// The form in which Outlook for Windows saves mails.
    #[error(
        "a mail in Outlook's own form, or an old document of an office program; save what is \
         attached to it, or its text"
    )]
    Outlook,
}

/// The sealed bytes of a submission, or why they cannot be read.
type Found = Result<Vec<u8>, PostError>;

/// Every submission in a file with these bytes, in its order; at least one, or an error.
///
/// A mail's text and what is attached to it are decoded; what it holds twice, as a mail with the same
/// text as a page does, is found once.
#[must_use]
pub fn submissions(file: &[u8]) -> Vec<Found> {
    let mut found = inside(file, DEPTH);
    if found.is_empty() {
        found.push(Err(ArmourError::NoBegin.into()));
    }
    found
}

/// What `file` holds; nothing if there is not even the beginning of a submission in it.
fn inside(file: &[u8], depth: usize) -> Vec<Found> {
    let error = match file {
        [b'P', b'K', 3, 4, ..] => Some(PostError::Archive),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(PostError::Outlook),
        _ => None,
    };
    if let Some(error) = error {
        return vec![Err(error)];
    }
    let text = text_of(file);
    let plain = in_text(&text);
    if depth == 0 {
        return plain;
    }
    let decoded = if text.starts_with("From ") {
        in_mailbox(text.as_bytes(), depth)
    } else if let Some(mail) = mail(text.as_bytes()) {
        in_mail(&mail, depth)
    } else if text.trim_start().starts_with('<') {
        in_text(&html_to_text(&text))
    } else {
        return plain;
    };
    // It may be a text that only looks like a mail or a page.
    better(decoded, plain)
}

fn in_text(text: &str) -> Vec<Found> {
    let found = unarmour(text).into_iter().filter(|found| *found != Err(ArmourError::NoBegin));
    found.map(|found| found.map_err(PostError::Armour)).collect()
}

fn in_mailbox(mailbox: &[u8], depth: usize) -> Vec<Found> {
    let mails = MessageIterator::new(mailbox).filter_map(Result::ok);
    let found = |contents: &[u8]| match mail(contents) {
        Some(mail) => in_mail(&mail, depth),
        None => in_text(&String::from_utf8_lossy(contents)),
    };
    mails.flat_map(|mail| found(mail.contents())).collect()
}

/// `file` as a mail, if one of the headers that mails have is at its beginning.
fn mail(file: &[u8]) -> Option<Message<'_>> {
    let mail = MessageParser::default().parse(file)?;
    let known = mail.headers().iter().any(|it| !matches!(it.name, HeaderName::Other(_)));
    known.then_some(mail)
}

fn in_mail(mail: &Message<'_>, depth: usize) -> Vec<Found> {
    let (mut texts, mut pages) = (Vec::new(), Vec::new());
    for part in &mail.parts {
        match &part.body {
            PartType::Text(text) => texts.extend(in_text(text)),
            PartType::Html(page) => pages.extend(in_text(&html_to_text(page))),
            PartType::Binary(file) | PartType::InlineBinary(file) => {
                texts.extend(inside(file, depth - 1));
            }
            PartType::Message(mail) if depth > 1 => texts.extend(in_mail(mail, depth - 1)),
            PartType::Message(_) | PartType::Multipart(_) => {}
        }
    }
    let mut found = Vec::new();
    for one in better(texts, pages) {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    if found.iter().any(Result::is_ok) {
        // A picture or a letter may come with it.
        found.retain(|one| !matches!(one, Err(PostError::Archive | PostError::Outlook)));
    } else if found.is_empty() {
        found.push(Err(PostError::Mail));
    }
    found
}

/// The first, unless only the second has something that can be read.
fn better(first: Vec<Found>, second: Vec<Found>) -> Vec<Found> {
    let reads = |found: &[Found]| found.iter().any(Result::is_ok);
    if reads(&first) || (!first.is_empty() && !reads(&second)) { first } else { second }
}

/// The text in a file: UTF-16 where it says so, as some editors save it, else UTF-8.
fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    let pairs = |units: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = units.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let text = char::decode_utf16(units).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER));
        Cow::Owned(text.collect())
    };
    match bytes {
        [0xff, 0xfe, units @ ..] => pairs(units, u16::from_le_bytes),
        [0xfe, 0xff, units @ ..] => pairs(units, u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes),
    }
}

#[cfg(test)]
mod tests;
