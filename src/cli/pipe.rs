//! Opening what may be a pipe with a name.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::path::shown;

/// How long the other end of a pipe may take before a person is told what is waited for.
const SILENCE: Duration = Duration::from_secs(1);

/// Opens the file at `path`. A pipe with a name opens when something begins to write to it, which may
/// be never: then a line on stderr says so, and the wait goes on.
pub fn open(path: &Path) -> io::Result<File> {
    if !is_pipe(path) {
        return File::open(path);
    }
    let (opened, wait) = channel::<()>();
    let name = shown(path);
    thread::Builder::new().name("pipe".to_owned()).spawn(move || tell(&name, &wait))?;
    let file = File::open(path);
    drop(opened);
    file
}

fn tell(name: &str, wait: &Receiver<()>) {
    if wait.recv_timeout(SILENCE) == Err(RecvTimeoutError::Timeout) {
        // Nobody is left to tell when stderr is closed.
        let _ = writeln!(io::stderr(), "{name}: a pipe; waiting until something writes to it");
    }
}

#[cfg(unix)]
fn is_pipe(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;

    path.metadata().is_ok_and(|file| file.file_type().is_fifo())
}

/// No file is one here.
#[cfg(not(unix))]
fn is_pipe(_: &Path) -> bool {
    false
}
