//! `viva keygen`

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::new_file::{create, create_secret, not_created};
use crate::cli::path::{refused, shown};
use crate::cli::private_key::{passphrase, randomness};
use crate::cli::talk::say_done;
use crate::cli::{Exit, Failure};
use crate::takehome::key::PrivateKey;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The file for the private key, which must not exist; the public one is written beside it
    #[arg(long, value_name = "KEY.pem")]
    output: PathBuf,
    /// Encrypt the private key with a passphrase, which is asked for
    #[arg(long)]
    passphrase: bool,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let (private, public) = (&arguments.output, arguments.output.with_extension("pub.pem"));
    for path in [private, &public] {
        if fs::symlink_metadata(path).is_ok() {
            return Err(not_overwritten(path, &ErrorKind::AlreadyExists.into()));
        }
    }
    let passphrase =
        arguments.passphrase.then(|| passphrase("Passphrase of the new key", true)).transpose()?;
    let mut random = randomness()?;
    let key = PrivateKey::generate(&mut random);
    let unwritable = |error| refused(private, error);
    let pem = key.to_pem(passphrase.as_deref(), &mut random).map_err(unwritable)?;
    let public_pem = key.public().to_pem().map_err(unwritable)?;
    create_secret(private, &pem).map_err(|error| not_overwritten(private, &error))?;
    create(&public, &public_pem).map_err(|error| {
        // Alone it would be in the way of the next try.
        let _ = fs::remove_file(private);
        not_overwritten(&public, &error)
    })?;
    let (private, public) = (shown(private), shown(&public));
    say_done(&format!("wrote {private}, which is secret, and {public}"))?;
    say_done(&format!("fingerprint {}", key.public().fingerprint()))?;
    say_done(&format!("keep a copy of {private}: without it no answers can be opened"))?;
    Ok(Exit::Done)
}

fn not_overwritten(path: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        ErrorKind::AlreadyExists => refused(path, "exists already, and no key is overwritten"),
        _ => not_created(path, error),
    }
}
