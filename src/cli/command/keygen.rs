//! `viva keygen`

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::private_key::{passphrase, randomness};
use crate::cli::{Exit, Failure};
use crate::quiz::visible;
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
            return Err(refused(path, &ErrorKind::AlreadyExists.into()));
        }
    }
    let passphrase =
        arguments.passphrase.then(|| passphrase("Passphrase of the new key", true)).transpose()?;
    let mut random = randomness()?;
    let key = PrivateKey::generate(&mut random);
    let unwritable = |error| Failure::Input(format!("{}: {error}", shown(private)));
    let pem = key.to_pem(passphrase.as_deref(), &mut random).map_err(unwritable)?;
    let public_pem = key.public().to_pem().map_err(unwritable)?;
    create(private, &pem, true).map_err(|error| refused(private, &error))?;
    create(&public, &public_pem, false).map_err(|error| refused(&public, &error))?;
    let mut out = io::stdout().lock();
    writeln!(out, "wrote {}, which is secret, and {}", shown(private), shown(&public))?;
    writeln!(out, "fingerprint {}", key.public().fingerprint())?;
    writeln!(out, "keep a copy of {}: without it no answers can be opened", shown(private))?;
    Ok(Exit::Done)
}

/// Writes a new file, one that nobody else may read if it is `secret`.
fn create(path: &Path, text: &str, secret: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    if secret {
        only_mine(&mut options);
    }
    options.open(path)?.write_all(text.as_bytes())
}

#[cfg(unix)]
fn only_mine(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;

    options.mode(0o600);
}

/// Elsewhere a new file has the rights of its folder.
#[cfg(not(unix))]
fn only_mine(_: &mut OpenOptions) {}

fn refused(path: &Path, error: &io::Error) -> Failure {
    let why = match error.kind() {
        ErrorKind::AlreadyExists => "exists already, and no key is overwritten".to_owned(),
        ErrorKind::NotFound => "its directory does not exist".to_owned(),
        _ => error.to_string(),
    };
    Failure::Input(format!("{}: {why}", shown(path)))
}

fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}
