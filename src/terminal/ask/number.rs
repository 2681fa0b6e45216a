//! A number, perhaps with a unit.

use super::short::written;
use super::widget::Outcome;
use crate::attempt::Given;
use crate::quiz::question::Target;
use crate::quiz::visible;
use crate::terminal::unsent::Unsent;

/// Lets a number be written.
pub fn ask(target: &Target, draft: &Given, unsent: &Unsent) -> Outcome<Given> {
    match &target.unit {
        Some(unit) => written(&format!("Your answer, in {}:", visible(unit)), draft, unsent),
        None => written("Your answer, a number:", draft, unsent),
    }
}
