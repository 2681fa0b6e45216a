//! The recruiter's private key: its passphrase, and the machine's randomness.

use std::env;
use std::io::{self, IsTerminal};

use inquire::{InquireError, Password, PasswordDisplayMode};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::Failure;

/// Where a passphrase comes from if nobody can be asked.
const VARIABLE: &str = "VIVA_PASSPHRASE";

/// Asks for a passphrase, twice for a new one. Without a terminal it is that of the environment.
pub fn passphrase(message: &str, new: bool) -> Result<String, Failure> {
    if let Some(passphrase) = env::var(VARIABLE).ok().filter(|passphrase| !passphrase.is_empty()) {
        return Ok(passphrase);
    }
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        let message = format!("nobody can be asked for the passphrase; set {VARIABLE}");
        return Err(Failure::Usage(message));
    }
    let prompt = Password::new(message).with_display_mode(PasswordDisplayMode::Masked);
    let prompt = if new {
        prompt.with_custom_confirmation_message("Again").with_validator(inquire::required!())
    } else {
        prompt.without_confirmation()
    };
    prompt.prompt().map_err(|error| match error {
        InquireError::IO(error) => Failure::Io(error),
        _ => Failure::Usage("no passphrase was given".to_owned()),
    })
}

/// A generator that nobody can foresee.
pub fn randomness() -> Result<ChaCha20Rng, Failure> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(io::Error::from)?;
    Ok(ChaCha20Rng::from_seed(seed))
}
