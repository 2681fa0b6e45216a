//! What one thread keeps between answers.

use super::negation::Known;
use super::terms::Picked;
use crate::matcher;
use crate::text::Room;

/// What one thread keeps between answers to one question: what words came to, and memory to work
/// with.
#[derive(Debug, Default)]
pub(in crate::grade) struct Memo {
    pub(super) matcher: matcher::Memo,
    pub(super) room: Room,
    pub(super) roles: Known,
    pub(super) picked: Picked,
}
