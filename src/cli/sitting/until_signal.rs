//! Work that a signal to end can interrupt.

use std::io;

/// Does `work` and gives what came of it; `None` if the process is told to end before that
/// (`SIGTERM`, or `SIGHUP` when the terminal is gone).
#[cfg(unix)]
pub fn until_signal<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> io::Result<Option<T>> {
    use std::panic::resume_unwind;
    use std::thread;

    use signal_hook::consts::{SIGHUP, SIGTERM};
    use signal_hook::iterator::{Handle, Signals};

    /// Ends the wait for signals, also when the work panics.
    struct Done(Handle);

    impl Drop for Done {
        fn drop(&mut self) {
            self.0.close();
        }
    }

    let mut signals = Signals::new([SIGTERM, SIGHUP])?;
    let done = Done(signals.handle());
    let worker = thread::Builder::new().name("conversation".to_owned()).spawn(move || {
        let _done = done;
        work()
    })?;
    if signals.forever().next().is_some() {
        return Ok(None);
    }
    worker.join().map(Some).or_else(|panic| resume_unwind(panic))
}

/// Does `work` and gives what came of it: no signal can be heard here.
#[cfg(not(unix))]
pub fn until_signal<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> io::Result<Option<T>> {
    Ok(Some(work()))
}
