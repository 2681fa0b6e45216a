//! What the process settles with the machine before it works.

use std::io;
#[cfg(unix)]
use std::sync::Arc;

use rayon::ThreadPoolBuilder;

/// Makes a write beyond the limit of a file's size fail, where it would end the process at once.
#[cfg(unix)]
pub fn outlive_full_files() -> io::Result<()> {
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default()).map(drop)
}

/// No signal tells of it here.
#[cfg(not(unix))]
pub fn outlive_full_files() -> io::Result<()> {
    Ok(())
}

/// Lets this thread do all work where the machine gives the process no more of them.
pub fn share_out_work() -> io::Result<()> {
    if ThreadPoolBuilder::new().build().is_ok() {
        return Ok(());
    }
    let alone = ThreadPoolBuilder::new().num_threads(1).use_current_thread();
    alone.build_global().map_err(io::Error::other)
}
