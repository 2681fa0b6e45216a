//! True or false.

use super::widget::{Outcome, pick};
use crate::attempt::Given;

/// Lets one of the two be picked.
pub fn ask(draft: &Given) -> Outcome<Given> {
    let start = usize::from(*draft == Given::text("false"));
    let options = ["True".to_owned(), "False".to_owned()];
    let help = "↑↓ move · Enter answers · Esc menu";
    let picked = pick("Your answer:", &options, start, help, draft)?;
    Ok(Given::text((picked == 0).to_string()))
}
