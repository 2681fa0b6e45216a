//! Which process has an attempt under way.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::database::Store;
use super::error::StoreError;
use super::number::AttemptId;
use super::private::{private_file, private_folder};
use crate::attempt::Millis;

/// An attempt that this process has under way. A lock of the operating system, so that it ends with
/// the process however that ends. The locked file says how far the attempt has come, so that nobody
/// wins time by a kill.
#[derive(Debug)]
pub struct Claim {
    path: PathBuf,
    file: File,
    last_seen: Option<Millis>,
    beat: Option<Sender<Millis>>,
}

/// How often a process says that the attempt is under way.
const BEAT: Duration = Duration::from_secs(1);

impl Claim {
    /// How far the attempt had come, from its start, when the process that had it before was seen
    /// last; `None` where no process was cut off.
    #[must_use]
    pub const fn last_seen(&self) -> Option<Millis> {
        self.last_seen
    }

    /// Forgets it, when the attempt has ended and will not go on.
    pub const fn forget(&mut self) {
        self.last_seen = None;
    }

    /// Says that the attempt has come to `at`, and from then on every second how far it is.
    pub fn beat(&mut self, at: Millis) {
        if let Some(beat) = &self.beat {
            // A thread that has ended could not write; time is given back then.
            let _ = beat.send(at);
            return;
        }
        let (beat, moments) = channel();
        let Ok(file) = self.file.try_clone() else { return };
        let say = move || say_how_far(&file, at, &moments);
        if thread::Builder::new().name("claim".to_owned()).spawn(say).is_ok() {
            self.beat = Some(beat);
        }
    }
}

fn say_how_far(mut file: &File, mut at: Millis, moments: &Receiver<Millis>) -> io::Result<()> {
    let mut since = Instant::now();
    loop {
        file.rewind()?;
        // All of one length, so that each covers the one before.
        file.write_all(format!("{:020}", (at + Millis::from(since.elapsed())).0).as_bytes())?;
        match moments.recv_timeout(BEAT) {
            Ok(moment) => (at, since) = (moment, Instant::now()),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
    }
}

impl Store {
    /// Takes an attempt for this process; `None` while another has it.
    pub fn claim(&self, id: &AttemptId) -> Result<Option<Claim>, StoreError> {
        let running = self.folder.join("running");
        let path = running.join(&id.0);
        let take = || {
            private_folder(&running)?;
            let mut file = private_file().open(&path)?;
            match file.try_lock() {
                // Another process has just ended its attempt and taken the file away.
                Ok(()) if !is_at(&file, &path) => Ok(None),
                Ok(()) => {
                    let mut said = String::new();
                    file.read_to_string(&mut said)?;
                    let last_seen = said.parse().ok().map(Millis);
                    Ok(Some(Claim { path: path.clone(), file, last_seen, beat: None }))
                }
                Err(TryLockError::WouldBlock) => Ok(None),
                Err(TryLockError::Error(error)) => Err(error),
            }
        };
        take().map_err(|error: io::Error| StoreError::folder(&path, error))
    }
}

impl Store {
    /// Whether a process has the attempt called `id` under way.
    #[must_use]
    pub fn is_claimed(&self, id: &AttemptId) -> bool {
        let file = File::open(self.folder.join("running").join(&id.0));
        file.is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }
}

/// Whether `file` is what is at `path`.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let id = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let there = fs::metadata(path).map(id).ok();
    there.is_some() && there == file.metadata().map(id).ok()
}

/// Whether `file` is what is at `path`: a file that is open cannot be taken away here.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

impl Drop for Claim {
    fn drop(&mut self) {
        // Who only looked at an attempt that was cut off leaves it as it was.
        if self.last_seen.is_some() && self.beat.is_none() {
            return;
        }
        // The lock ends with the process; the file that would stay harms nobody.
        let _ = fs::remove_file(&self.path);
    }
}
