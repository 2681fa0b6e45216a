//! Files of answer rows, and who is told while they are read.

use std::fs::File;
use std::io::{self, BufReader, IsTerminal, Read, Stdin};
use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::Failure;
use super::appearance::is_dumb;
use super::path::{refused, shown};
use super::talk::say;
use crate::bulk::{Format, Refusal, Watch};

/// A file to be read from start to end, open; or stdin.
pub struct Input {
    /// For messages.
    pub name: String,
    /// The file's bytes.
    pub reader: BufReader<Box<dyn Read + Send>>,
    /// How its rows are written, where its name says so.
    pub format: Option<Format>,
    /// Bytes, where known: a file that can be read twice.
    pub length: Option<u64>,
}

impl Input {
    /// Opens the file at `path`; `-` is stdin.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        if path.as_os_str() == "-" {
            let reader: Box<dyn Read + Send> = Box::new(UntilEnd(Some(io::stdin())));
            let name = "<stdin>".to_owned();
            return Ok(Self { name, reader: BufReader::new(reader), format: None, length: None });
        }
        let name = shown(path);
        let refuse = |error: io::Error| refused(path, error);
        let file = File::open(path).map_err(refuse)?;
        let metadata = file.metadata().map_err(refuse)?;
        if metadata.is_dir() {
            return Err(refused(path, "is a folder; name the files in it"));
        }
        let format = Format::of_name(&path.to_string_lossy());
        let reader: Box<dyn Read + Send> = Box::new(file);
        let length = metadata.is_file().then_some(metadata.len());
        Ok(Self { name, reader: BufReader::with_capacity(1 << 16, reader), format, length })
    }
}

/// Stdin up to its end. A terminal where somebody said Ctrl-D would be asked for more otherwise.
struct UntilEnd(Option<Stdin>);

impl Read for UntilEnd {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(stdin) = &mut self.0 else { return Ok(0) };
        let read = stdin.read(buffer)?;
        if read == 0 && !buffer.is_empty() {
            self.0 = None;
        }
        Ok(read)
    }
}

/// A bar on a terminal for so many steps, with a message of what they are; nowhere else.
pub fn steps(count: usize) -> ProgressBar {
    if is_unseen() {
        return ProgressBar::hidden();
    }
    styled(ProgressBar::new(count as u64), "{msg} {wide_bar} {percent}%, {eta} left")
}

/// How often a bar is drawn.
const TICK: Duration = Duration::from_millis(200);

/// A bar on a terminal, for as many bytes as are known to come; nowhere else.
pub fn progress(lengths: impl Iterator<Item = Option<u64>>) -> ProgressBar {
    if is_unseen() {
        return ProgressBar::hidden();
    }
    let lengths: Option<u64> = lengths.sum();
    match lengths {
        Some(length) => {
            styled(ProgressBar::new(length), "{wide_bar} {bytes} of {total_bytes}, {eta} left")
        }
        None => styled(ProgressBar::no_length(), "{spinner} {bytes} in {elapsed}"),
    }
}

fn is_unseen() -> bool {
    !io::stderr().is_terminal() || is_dumb()
}

fn styled(bar: ProgressBar, template: &str) -> ProgressBar {
    let style = ProgressStyle::with_template(template);
    let bar = bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    // It is there before the first rows are done.
    bar.tick();
    bar.enable_steady_tick(TICK);
    bar
}

/// A sign of life on a terminal while `what` is done, of which nobody knows how long it takes; nowhere
/// else, and not where it would be in the way.
pub fn spinner(visible: bool, what: &'static str) -> ProgressBar {
    if !visible || is_unseen() {
        return ProgressBar::hidden();
    }
    styled(ProgressBar::no_length().with_message(what), "{spinner} {msg}, {elapsed}")
}

/// Says on stderr what was refused, and moves the bar.
pub struct Teller<'t> {
    /// What the file is called.
    pub name: &'t str,
    /// Bytes that were read before this file.
    pub before: u64,
    /// The bar to move.
    pub progress: &'t ProgressBar,
}

impl Watch for Teller<'_> {
    fn refused(&mut self, refusal: &Refusal) -> io::Result<()> {
        let Refusal { line, message } = refusal;
        self.progress.suspend(|| say(&format!("{}:{line}: {message}", self.name)))
    }

    fn read(&mut self, bytes: u64) {
        self.progress.set_position(self.before + bytes);
    }
}
