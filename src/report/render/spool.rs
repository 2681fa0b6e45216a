//! Where a document waits whose beginning is known at its end.

use tempfile::SpooledTempFile;

/// Bytes up to which a document waits in memory.
const IN_MEMORY: usize = 1 << 20;

/// A document that waits, a long one in a file without a name, which is gone when it is closed.
#[expect(
    clippy::disallowed_methods,
    reason = "documents of many thousand candidates do not fit into memory, and nothing of the \
              machine's files can be seen through it"
)]
pub(super) fn spool() -> SpooledTempFile {
    tempfile::spooled_tempfile(IN_MEMORY)
}
