//! Defaults of a person's own: the config file, and where each value comes from.

mod origin;
mod place;
mod read;
mod said;
mod settled;

pub use origin::{Origin, Setting};
pub use place::{config_file, data_folder};
pub use settled::Settings;
