//! Being told to end from outside.

use std::io;
use std::ops::ControlFlow;

/// What tells the process to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndSignal {
    /// `SIGINT`: Ctrl-C where nobody reads it as a key, or another program.
    Interrupt,
    /// `SIGTERM`.
    Terminate,
    /// `SIGHUP`: the terminal is gone.
    HangUp,
}

/// Lets `react` know of each of `signals` from now on, on a thread of its own, until it breaks off.
#[cfg(unix)]
pub fn on_end_signal(
    signals: &[EndSignal],
    mut react: impl FnMut(EndSignal) -> ControlFlow<()> + Send + 'static,
) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    let numbers = signals.iter().map(|signal| match signal {
        EndSignal::Interrupt => SIGINT,
        EndSignal::Terminate => SIGTERM,
        EndSignal::HangUp => SIGHUP,
    });
    let mut heard = Signals::new(numbers)?;
    let listen = move || {
        for number in heard.forever() {
            let signal = match number {
                SIGINT => EndSignal::Interrupt,
                SIGTERM => EndSignal::Terminate,
                _ => EndSignal::HangUp,
            };
            if react(signal).is_break() {
                return;
            }
        }
    };
    std::thread::Builder::new().name("signals".to_owned()).spawn(listen).map(drop)
}

/// Lets `react` know of Ctrl-C, if it is among `signals` and nobody listens yet: no more can be heard
/// here.
#[cfg(not(unix))]
pub fn on_end_signal(
    signals: &[EndSignal],
    mut react: impl FnMut(EndSignal) -> ControlFlow<()> + Send + 'static,
) -> io::Result<()> {
    if !signals.contains(&EndSignal::Interrupt) {
        return Ok(());
    }
    match ctrlc::set_handler(move || drop(react(EndSignal::Interrupt))) {
        Ok(()) | Err(ctrlc::Error::MultipleHandlers) => Ok(()),
        Err(error) => Err(io::Error::other(error)),
    }
}

/// Whether reading or writing failed because the terminal is gone, which may be known before the
/// signal that says so.
#[cfg(unix)]
pub fn is_hang_up(error: &io::Error) -> bool {
    /// Reading and writing fail with it.
    const EIO: i32 = 5;
    /// Opening `/dev/tty` anew does.
    const ENXIO: i32 = 6;

    matches!(error.raw_os_error(), Some(EIO | ENXIO))
}

/// No error says so here.
#[cfg(not(unix))]
pub fn is_hang_up(_: &io::Error) -> bool {
    false
}
