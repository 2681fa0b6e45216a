//! The fonts that a document may use.

use std::fmt;

use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;
use typst_kit::fonts::{FontSource, FontStore, embedded};

/// The fonts that a document may use: those that come with the program, and more of the machine's
/// where those lack a character.
pub struct Fonts(FontStore);

/// Adds the machine's fonts. Asked for only where a character is lacking.
pub type MoreFonts = fn(&mut Fonts);

/// Adds nothing.
pub const fn no_more_fonts(_: &mut Fonts) {}

impl Fonts {
    /// Those that come with the program. They have Latin, Greek, Cyrillic and mathematics.
    pub(super) fn embedded() -> Self {
        let mut fonts = FontStore::new();
        fonts.extend(embedded());
        Self(fonts)
    }

    /// Adds fonts that are loaded when a character needs them.
    pub fn extend<Source: FontSource>(
        &mut self,
        fonts: impl IntoIterator<Item = (Source, FontInfo)>,
    ) {
        self.0.extend(fonts);
    }

    /// Whether one of them has the character.
    pub(super) fn has(&self, character: char) -> bool {
        let book = self.0.book();
        let mut infos = (0..).map_while(|at| book.info(at));
        infos.any(|info| info.coverage.contains(character.into()))
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        self.0.book()
    }

    pub(super) fn font(&self, index: usize) -> Option<Font> {
        self.0.font(index)
    }
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.book().families().map(|(name, _)| name)).finish()
    }
}
