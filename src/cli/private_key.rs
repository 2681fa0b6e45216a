//! The recruiter's private key: its file, its passphrase, and the machine's randomness.

use std::env;
use std::io::{self, IsTerminal};
use std::path::Path;

use inquire::{InquireError, Password, PasswordDisplayMode};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::Failure;
use super::path::{refused, shown};
use super::read::{MiB, text_at_most};
use crate::takehome::key::{KeyError, PrivateKey};

/// Where a passphrase comes from if nobody can be asked.
const VARIABLE: &str = "VIVA_PASSPHRASE";

/// Reads the private key in the file at `path`; asks for its passphrase if it has one.
pub fn read_key(path: &Path) -> Result<PrivateKey, Failure> {
    let pem = text_at_most(path, MiB(1)).map_err(|error| refused(path, error))?;
    let mut failed = None;
    let asked = || {
        passphrase(&format!("Passphrase of {}", shown(path)), false)
            .map_err(|failure| failed = Some(failure))
            .ok()
    };
    let key = PrivateKey::from_pem(&pem, asked);
    match (key, failed) {
        (Err(KeyError::Encrypted), Some(failure)) => Err(failure),
        (key, _) => key.map_err(|error| refused(path, error)),
    }
}

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
