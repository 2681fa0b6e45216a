//! Runs `viva` in a folder of its own and demands everything of what it says.

use std::ffi::OsString;
use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
#[cfg(unix)]
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// One run of the binary: a cleared environment, 80 columns, its own HOME, an empty working folder
/// and no terminal. What is not expected is expected to be empty: stdout, stderr and status 0.
///
/// ```ignore
/// Viva::new().file("quiz.toml", QUIZ).args(["check", "quiz.toml"]).run();
/// ```
#[must_use = "nothing runs until `run`, `output` or `snapshot`"]
pub struct Viva {
    folder: TempDir,
    command: Command,
    stdin: Vec<u8>,
    stdout: String,
    stderr: String,
    status: i32,
}

/// What a run left behind.
pub struct Output {
    /// As text; the program never writes anything but UTF-8.
    pub stdout: String,
    /// As text.
    pub stderr: String,
    /// The exit code; -1 if a signal ended it.
    pub status: i32,
    /// The working folder, for as long as this value lives.
    folder: TempDir,
}

impl Viva {
    /// A run without arguments.
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let home = folder.path().join("home");
        let work = folder.path().join("work");
        for path in [&home, &work] {
            std::fs::create_dir(path).expect("a folder for the test");
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_viva"));
        command.env_clear().env("COLUMNS", "80").env("HOME", home).current_dir(work);
        Self {
            folder,
            command,
            stdin: Vec::new(),
            stdout: String::new(),
            stderr: String::new(),
            status: 0,
        }
    }

    /// Writes a file into the working folder.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        std::fs::write(work(&self.folder).join(name), content).expect("a file for the test");
        self
    }

    /// Makes a folder in the working folder.
    pub fn folder(self, name: &str) -> Self {
        std::fs::create_dir(work(&self.folder).join(name)).expect("a folder for the test");
        self
    }

    /// Puts a link into the working folder.
    #[cfg(unix)]
    pub fn link(self, name: &str, to: &str) -> Self {
        let path = work(&self.folder).join(name);
        std::os::unix::fs::symlink(to, path).expect("a link for the test");
        self
    }

    /// Adds arguments.
    pub fn args(mut self, arguments: impl IntoIterator<Item = impl Into<OsString>>) -> Self {
        self.command.args(arguments.into_iter().map(Into::into));
        self
    }

    /// Sets an environment variable.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// What the program reads.
    pub fn stdin(mut self, input: impl AsRef<[u8]>) -> Self {
        self.stdin = input.as_ref().to_vec();
        self
    }

    /// All that stdout must say.
    pub fn stdout(mut self, expected: impl Into<String>) -> Self {
        self.stdout = expected.into();
        self
    }

    /// All that stderr must say.
    pub fn stderr(mut self, expected: impl Into<String>) -> Self {
        self.stderr = expected.into();
        self
    }

    /// The exit code it must end with.
    pub fn status(mut self, expected: i32) -> Self {
        self.status = expected;
        self
    }

    /// Runs it and demands what is expected.
    pub fn run(mut self) -> Output {
        let expected = Output {
            stdout: std::mem::take(&mut self.stdout),
            stderr: std::mem::take(&mut self.stderr),
            status: self.status,
            folder: TempDir::new().expect("a folder for the test"),
        };
        let output = self.output();
        assert_eq!(output.to_string(), expected.to_string());
        output
    }

    /// Runs it and gives what it said.
    pub fn output(mut self) -> Output {
        let input = std::mem::take(&mut self.stdin);
        let running = self.start();
        let mut pipe = running.stdin;
        // A program that ends before it has read everything closes the pipe, as it may.
        let writer = std::thread::spawn(move || drop(pipe.write_all(&input)));
        let output = running.child.wait_with_output().expect("the binary ends");
        writer.join().expect("stdin is written");
        Output::new(output, running.folder)
    }

    /// Starts it, for a test that does something meanwhile.
    pub fn start(mut self) -> Running {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().expect("the binary runs");
        let stdin = child.stdin.take().expect("stdin is a pipe");
        Running { child, stdin, folder: self.folder }
    }
}

/// A run that goes on.
pub struct Running {
    child: Child,
    stdin: ChildStdin,
    folder: TempDir,
}

#[cfg(unix)]
impl Running {
    /// Writes to the program's stdin.
    pub fn write(&mut self, text: &str) {
        self.stdin.write_all(text.as_bytes()).expect("the program reads");
    }

    /// Waits until a file in the working folder says `text`.
    pub fn wait_for(&self, name: &str, text: &str) {
        let path = work(&self.folder).join(name);
        let end = Instant::now() + Duration::from_mins(1);
        while !std::fs::read_to_string(&path).is_ok_and(|content| content.contains(text)) {
            assert!(Instant::now() < end, "{name} never says {text:?}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until there is a file in the working folder whose name begins like this.
    pub fn wait_for_file(&self, beginning: &str) {
        let end = Instant::now() + Duration::from_mins(1);
        while !names(&work(&self.folder)).iter().any(|name| name.starts_with(beginning)) {
            assert!(Instant::now() < end, "no file begins like {beginning:?}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Lets the program write no file beyond so many bytes, as if the disk were full; false where the
    /// machine has no command for that.
    pub fn limit_files(&self, bytes: &str) -> bool {
        let (id, limit) = (self.child.id().to_string(), format!("--fsize={bytes}:"));
        let limited = Command::new("prlimit").args(["--pid", &id, &limit]).status();
        limited.is_ok_and(|status| status.success())
    }

    /// Sends a signal, by its name without `SIG`.
    pub fn signal(self, name: &str) -> Self {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status().expect("kill runs");
        assert!(sent.success(), "no signal {name}");
        self
    }

    /// Waits for the end, with stdin still open.
    pub fn end(self) -> Output {
        let Self { child, stdin, folder } = self;
        let output = child.wait_with_output().expect("the binary ends");
        drop(stdin);
        Output::new(output, folder)
    }
}

impl Output {
    fn new(output: std::process::Output, folder: TempDir) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        Self {
            stdout: text(output.stdout),
            stderr: text(output.stderr),
            status: output.status.code().unwrap_or(-1),
            folder,
        }
    }

    /// The path of a file in the working folder.
    pub fn path(&self, name: &str) -> PathBuf {
        work(&self.folder).join(name)
    }

    /// The names in the working folder.
    pub fn names(&self) -> Vec<String> {
        names(&work(&self.folder))
    }

    /// What a file in the working folder says.
    pub fn file(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("the file was written")
    }
}

/// Everything at once, for one comparison and one snapshot.
impl fmt::Display for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { stdout, stderr, status, .. } = self;
        write!(f, "{stdout}----- stderr\n{stderr}----- status {status}")
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder");
    let name = |entry: std::fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = entries.map(|entry| name(entry.expect("a file"))).collect();
    names.sort();
    names
}

fn work(folder: &TempDir) -> PathBuf {
    Path::join(folder.path(), "work")
}
