//! Lines of stdin, or Ctrl-C, whichever comes first.

use std::io::{self, BufRead};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use crate::quiz::AnswerText;

/// What came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A line without its end. Bytes that are not UTF-8 are replaced.
    Line(String),
    /// The end of the input. At a terminal more may come.
    End,
    /// Ctrl-C.
    Interrupt,
}

/// Reads lines on a thread of its own, so that Ctrl-C is heard while it waits for one.
#[derive(Debug)]
pub struct Lines {
    inputs: Receiver<io::Result<Input>>,
    numbered: usize,
}

impl Lines {
    /// Starts to read stdin and to listen for Ctrl-C. To be called once.
    pub fn start() -> io::Result<Self> {
        let (send, inputs) = sync_channel(1);
        let interrupt = send.clone();
        ctrlc::set_handler(move || drop(interrupt.send(Ok(Input::Interrupt))))
            .map_err(io::Error::other)?;
        thread::Builder::new().name("stdin".to_owned()).spawn(move || read(&send))?;
        Ok(Self { inputs, numbered: 0 })
    }

    /// Waits for the next input.
    pub fn take(&mut self) -> io::Result<Input> {
        let input = self.inputs.recv().unwrap_or(Ok(Input::End))?;
        self.numbered += usize::from(matches!(input, Input::Line(_)));
        Ok(input)
    }

    /// The number of the last line, from 1.
    #[must_use]
    pub const fn number(&self) -> usize {
        self.numbered
    }
}

/// Sends lines until nobody listens or the input fails; goes on after an end, since a terminal does.
fn read(send: &SyncSender<io::Result<Input>>) {
    let mut stdin = io::stdin().lock();
    loop {
        let input = read_line(&mut stdin);
        let failed = input.is_err();
        if send.send(input).is_err() || failed {
            return;
        }
    }
}

/// One line, of which no more is kept than is graded.
fn read_line(input: &mut impl BufRead) -> io::Result<Input> {
    let mut line = Vec::new();
    loop {
        let buffer = match input.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            return Ok(if line.is_empty() { Input::End } else { Input::Line(text(line)) });
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |end| end + 1);
        let room = (AnswerText::LIMIT + 1).saturating_sub(line.len());
        let content = end.unwrap_or(buffer.len()).min(room);
        line.extend_from_slice(buffer.get(..content).unwrap_or_default());
        input.consume(used);
        if end.is_some() {
            return Ok(Input::Line(text(line)));
        }
    }
}

fn text(mut line: Vec<u8>) -> String {
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    String::from_utf8_lossy(&line).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut input: &[u8]) -> Vec<Input> {
        let mut inputs = Vec::new();
        loop {
            let next = read_line(&mut input).unwrap();
            inputs.push(next.clone());
            if next == Input::End {
                return inputs;
            }
        }
    }

    #[test]
    fn lines_end_with_a_line_feed_and_the_last_one_need_not() {
        let line = |text: &str| Input::Line(text.to_owned());
        assert_eq!(all(b"one\r\n\ntwo"), [line("one"), line(""), line("two"), Input::End]);
        assert_eq!(all(b""), [Input::End]);
        assert_eq!(all(b"\xff\n"), [line("\u{fffd}"), Input::End]);
    }

    #[test]
    fn a_line_without_end_fills_no_memory() {
        let inputs = all(&vec![b'a'; AnswerText::LIMIT * 2]);
        assert!(matches!(&inputs[0], Input::Line(line) if line.len() == AnswerText::LIMIT + 1));
    }
}
