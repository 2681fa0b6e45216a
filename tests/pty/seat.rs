//! A person at a terminal: types, waits for what is on the screen, and never for a fixed time.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// How long a slow, busy machine may take for one step.
const PATIENCE: Duration = Duration::from_mins(1);

pub const ENTER: &str = "\r";
pub const ESC: &str = "\x1b";
pub const UP: &str = "\x1b[A";
pub const DOWN: &str = "\x1b[B";
pub const ALT_ENTER: &str = "\x1b\r";
pub const CTRL_C: &str = "\x03";
pub const CTRL_D: &str = "\x04";

/// A run about to start.
pub struct Run {
    command: CommandBuilder,
    folder: TempDir,
    size: (u16, u16),
}

/// `viva run` with `arguments`.
pub fn viva_run(arguments: &[&str]) -> Run {
    viva(&[&["run"], arguments].concat())
}

/// `viva` with `arguments` at a terminal of 80 columns, in a cleared environment and an empty folder.
pub fn viva(arguments: &[&str]) -> Run {
    let folder = TempDir::new().expect("a folder for the test");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_viva"));
    command.env_clear();
    for (name, value) in
        [("TERM", "xterm-256color"), ("PATH", "/usr/bin:/bin"), ("LANG", "C.UTF-8")]
    {
        command.env(name, value);
    }
    command.env("HOME", folder.path());
    command.cwd(folder.path());
    command.args(arguments);
    Run { command, folder, size: (60, 80) }
}

impl Run {
    /// Writes a file that the run can name.
    pub fn file(self, name: &str, content: &str) -> Self {
        std::fs::write(self.folder.path().join(name), content).expect("a file for the test");
        self
    }

    /// Writes a program that the run can name.
    pub fn script(self, name: &str, content: &str) -> Self {
        use std::os::unix::fs::PermissionsExt;
        let path = self.folder.path().join(name);
        let run = self.file(name, content);
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).expect("a script");
        run
    }

    /// Sets an environment variable.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Sets the size of the window.
    pub fn size(mut self, rows: u16, columns: u16) -> Self {
        self.size = (rows, columns);
        self
    }

    /// Sits down.
    pub fn start(self) -> Seat {
        let (rows, cols) = self.size;
        let size = PtySize { rows, cols, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let child = pair.slave.spawn_command(self.command).expect("the binary runs");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a terminal");
        let writer = pair.master.take_writer().expect("a terminal");
        let (send, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(nonzero(rows), nonzero(cols), 1000);
        Seat {
            screen,
            raw: Vec::new(),
            output,
            writer,
            child,
            master: Some(pair.master),
            folder: self.folder,
        }
    }
}

/// A person at the terminal of a run.
pub struct Seat {
    screen: vt100::Parser,
    raw: Vec<u8>,
    output: Receiver<Vec<u8>>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    /// Nothing once the terminal is closed.
    master: Option<Box<dyn MasterPty + Send>>,
    folder: TempDir,
}

impl Seat {
    /// Types.
    pub fn send(&mut self, keys: &str) -> &mut Self {
        self.writer.write_all(keys.as_bytes()).expect("the terminal listens");
        self.writer.flush().expect("the terminal listens");
        self
    }

    /// Pastes, as a terminal does for a program that asked for brackets.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.send(&format!("\x1b[200~{text}\x1b[201~"))
    }

    /// Waits until the screen shows `text`, line breaks and runs of blanks aside.
    pub fn see(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| squeezed(screen).contains(&squeezed(text)))
    }

    /// Waits until a row of the screen is `row`.
    pub fn see_row(&mut self, row: &str) -> &mut Self {
        self.until(row, |screen| screen.lines().any(|line| line.trim_end() == row))
    }

    /// Waits until so many rows of the screen are `row`, where an earlier prompt has left one.
    pub fn see_rows(&mut self, row: &str, times: usize) -> &mut Self {
        let count = |screen: &str| screen.lines().filter(|line| line.trim_end() == row).count();
        self.until(row, |screen| count(screen) == times)
    }

    fn until(&mut self, what: &str, seen: impl Fn(&str) -> bool) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        while !seen(&self.screen()) {
            let open = self.pump(end.saturating_duration_since(Instant::now()));
            assert!(open || seen(&self.screen()), "waited for {what:?}:\n{}", self.screen());
        }
        self
    }

    /// What the screen shows.
    pub fn screen(&self) -> String {
        self.screen.screen().contents()
    }

    /// The cells of the screen.
    pub fn cells(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// Everything that was sent to the terminal.
    pub fn raw(&self) -> String {
        String::from_utf8_lossy(&self.raw).into_owned()
    }

    /// Changes the size of the window.
    pub fn resize(&mut self, rows: u16, columns: u16) -> &mut Self {
        self.screen.screen_mut().set_size(nonzero(rows), nonzero(columns));
        let size = PtySize { rows, cols: columns, ..PtySize::default() };
        self.terminal().resize(size).expect("the window changes");
        self
    }

    /// Sends the run a signal, by its name without `SIG`.
    pub fn signal(&mut self, name: &str) -> &mut Self {
        let id = self.child.process_id().expect("the run goes on").to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status().expect("kill runs");
        assert!(sent.success(), "no signal {name}");
        self
    }

    /// Whether the terminal shows what is typed and hands it on line by line, as a shell expects.
    pub fn is_as_a_shell_expects(&self) -> bool {
        let modes = self.terminal().get_termios().expect("a terminal");
        let modes = format!("{:?}", modes.local_flags);
        let screen = self.screen.screen();
        ["ECHO", "ICANON", "ISIG"].iter().all(|mode| modes.contains(mode))
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
    }

    /// Waits for the end and gives the exit code.
    pub fn end(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        while self.pump(end.saturating_duration_since(Instant::now())) {}
        assert!(Instant::now() < end, "the run does not end:\n{}", self.screen());
        self.child.wait().expect("the run ends").exit_code()
    }

    /// Closes the terminal, and gives the exit code. `key` is one that the run shows, so that whoever
    /// reads here finds out that nobody listens.
    pub fn hang_up(&mut self, key: &str) -> u32 {
        self.output = channel().1;
        self.send(key);
        self.writer = Box::new(std::io::sink());
        self.master = None;
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("the run ends") {
                return status.exit_code();
            }
            assert!(Instant::now() < end, "the run does not end");
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn terminal(&self) -> &dyn MasterPty {
        self.master.as_deref().expect("the terminal is open")
    }

    /// A file that the run wrote.
    pub fn file(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("the file was written")
    }

    /// The path of a file in the run's folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Takes what the program sends next; false when it sends no more or time is out.
    fn pump(&mut self, patience: Duration) -> bool {
        match self.output.recv_timeout(patience) {
            Ok(bytes) => {
                self.screen.process(&bytes);
                self.raw.extend_from_slice(&bytes);
                self.tell_cursor(&bytes);
                true
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
        }
    }

    /// Answers the question where the cursor is, as every terminal does.
    fn tell_cursor(&mut self, bytes: &[u8]) {
        let asked = bytes.windows(4).filter(|window| window == b"\x1b[6n").count();
        for _ in 0..asked {
            let (row, column) = self.screen.screen().cursor_position();
            self.send(&format!("\x1b[{};{}R", row + 1, column + 1));
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        // A run that has ended cannot be ended again.
        let _ = self.child.kill();
    }
}

fn nonzero(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a window has rows and columns")
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
