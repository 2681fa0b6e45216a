//! Where a document waits whose beginning is known at its end.

use std::fs::File;
use std::io;

/// A file without a name, which is gone when it is closed.
#[expect(
    clippy::disallowed_methods,
    reason = "documents of many thousand candidates do not fit into memory, and no name, place or \
              content of the machine's files can be seen through it"
)]
pub(super) fn spool() -> io::Result<File> {
    tempfile::tempfile()
}
