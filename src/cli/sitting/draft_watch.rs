//! What is being written goes into the history every second, so that a kill costs no more than that.

use std::io;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// How often what is being written is looked at.
const GLANCE: Duration = Duration::from_secs(1);

/// Looks at what is being written until it is dropped.
pub struct DraftWatch {
    _watching: Sender<()>,
}

impl DraftWatch {
    /// Calls `look` every second.
    pub fn begin(mut look: impl FnMut() + Send + 'static) -> io::Result<Self> {
        let (watching, ended) = channel();
        let watch = move || {
            while ended.recv_timeout(GLANCE) == Err(RecvTimeoutError::Timeout) {
                look();
            }
        };
        thread::Builder::new().name("drafts".to_owned()).spawn(watch)?;
        Ok(Self { _watching: watching })
    }
}
