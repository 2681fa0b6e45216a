//! Looks for all terms at once.

use super::assemble::assemble;
use super::compiled::Matcher;
use super::fast;
use super::finds::Finds;
use super::memo::Memo;
use crate::text::Text;

impl Matcher {
    /// Everything that is found in `text`, in time linear in its length.
    #[must_use]
    pub fn find(&self, text: &Text<'_>, memo: &mut Memo) -> Finds {
        fast::sightings(self, text, memo);
        assemble(self, text, &mut memo.scratch)
    }
}
