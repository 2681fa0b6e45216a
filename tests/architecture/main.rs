//! Imports point one way, the domain asks nothing of the outside, and files stay small.

mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What each module may import beside itself: these, and all that these may.
const ARROWS: &[(&str, &[&str])] = &[
    ("span", &[]),
    ("hidden", &[]),
    ("measure", &[]),
    ("diagnostic", &["span", "hidden"]),
    ("text", &["span"]),
    ("matcher", &["text", "measure"]),
    ("quiz", &["diagnostic", "measure"]),
    ("hypertext", &["quiz"]),
    ("edit", &["quiz"]),
    ("suggest", &["edit", "matcher"]),
    ("grade", &["quiz", "matcher"]),
    ("score", &["grade"]),
    ("check", &["score"]),
    ("attempt", &["score"]),
    ("review", &["attempt"]),
    ("report", &["attempt", "hypertext"]),
    ("bulk", &["report"]),
    ("calibrate", &["bulk", "suggest"]),
    ("takehome", &["report"]),
    ("store", &["review"]),
    ("terminal", &["attempt", "report"]),
    ("cli", &["terminal", "calibrate", "check", "bulk", "suggest", "takehome", "store"]),
];

/// The modules that touch the outside; every other is the domain.
const SHELL: &[&str] = &["store", "terminal", "cli"];

/// What a domain file does not even mention.
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::env",
    "std::process",
    "std::net",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
    "crossterm::",
    "inquire::",
    "reedline::",
    "indicatif::",
    "ctrlc::",
    "signal_hook::",
    "clap::",
    "rusqlite::",
    "jiff::",
    "etcetera::",
    "println!",
    "eprintln!",
    "dbg!",
];

/// Lines of one file without its tests.
const LONGEST_FILE: usize = 400;

struct Source {
    path: PathBuf,
    /// The module right under the crate.
    module: String,
    /// Without comments; ends where the tests begin.
    code: String,
}

#[test]
fn imports_point_one_way() {
    let mut wrong = Vec::new();
    for source in sources() {
        if source.module == "lib" || source.module == "main" {
            continue;
        }
        let may = reachable(&source.module);
        for target in imported_modules(&source.code) {
            if target != source.module && !may.contains(target.as_str()) {
                wrong.push(format!(
                    "{}: `{}` imports `{target}`",
                    source.path.display(),
                    source.module
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that the layout does not have:\n{}", wrong.join("\n"));
}

#[test]
fn the_table_of_arrows_has_no_cycle() {
    for (module, _) in ARROWS {
        assert!(!reachable(module).contains(module), "`{module}` reaches itself");
    }
}

#[test]
fn no_two_files_take_names_from_each_other() {
    let back = files::circles(&files::arrows(&sources()));
    assert!(back.is_empty(), "circles of files:\n{}", back.join("\n"));
}

#[test]
fn every_module_stands_in_the_table() {
    let named: BTreeSet<&str> = ARROWS.iter().map(|(module, _)| *module).collect();
    let found: BTreeSet<String> = sources().into_iter().map(|source| source.module).collect();
    let unnamed: Vec<_> = found
        .iter()
        .filter(|module| !["lib", "main"].contains(&module.as_str()))
        .filter(|module| !named.contains(module.as_str()))
        .collect();
    assert!(unnamed.is_empty(), "modules without a place in the layout: {unnamed:?}");
}

#[test]
fn the_domain_mentions_nothing_of_the_outside() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !is_shell(&source.module)) {
        for word in OUTSIDE.iter().filter(|word| source.code.contains(**word)) {
            wrong.push(format!("{}: {word}", source.path.display()));
        }
    }
    assert!(wrong.is_empty(), "the domain reaches outside:\n{}", wrong.join("\n"));
}

#[test]
fn files_are_short_enough_to_read() {
    let long: Vec<_> = sources()
        .iter()
        .map(|source| (source.path.display().to_string(), source.code.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST_FILE)
        .collect();
    assert!(long.is_empty(), "more than {LONGEST_FILE} lines: {long:?}");
}

#[test]
fn the_file_of_a_module_only_lists_what_is_in_it() {
    let logic: Vec<_> = sources()
        .iter()
        .filter(|source| source.path.ends_with("mod.rs"))
        .flat_map(|source| {
            let path = source.path.display().to_string();
            statements(&source.code).into_iter().map(move |other| format!("{path}: {other}"))
        })
        .collect();
    assert!(logic.is_empty(), "give these a file of their own:\n{}", logic.join("\n"));
}

#[test]
fn the_reader_of_lists_sees_what_is_none() {
    let list =
        "#[cfg(unix)]\nmod a;\npub mod b;\npub(crate) mod c;\npub use a::{\n    D,\n    E,\n};\n";
    assert!(statements(list).is_empty());
    assert_eq!(statements("mod a;\nconst B: u8 = 1;\n"), ["const B: u8 = 1"]);
    assert_eq!(statements("pub fn f() {}\n"), ["pub fn f() {}"]);
}

#[test]
fn no_module_is_a_drawer() {
    let drawers = ["util", "utils", "common", "helpers", "misc", "types"];
    let found: Vec<_> = sources()
        .into_iter()
        .map(|source| source.path)
        .filter(|path| {
            path.components().any(|part| {
                let name = part.as_os_str().to_string_lossy();
                drawers.contains(&name.trim_end_matches(".rs"))
            })
        })
        .collect();
    assert!(found.is_empty(), "give these a name from the field: {found:?}");
}

#[test]
fn the_reader_of_imports_sees_every_form() {
    let code = "use crate::quiz::{Points, Quiz};\nuse crate::{grade, text::Text};\n\
                fn f() { crate::span::Span::new(0, 1); }\n";
    let found: Vec<String> = imported_modules(code).into_iter().collect();
    assert_eq!(found, ["grade", "quiz", "span", "text"]);
}

fn is_shell(module: &str) -> bool {
    SHELL.contains(&module) || module == "main"
}

/// The statements of `code` that neither declare a module nor import.
fn statements(code: &str) -> Vec<String> {
    let lines = code.lines().filter(|line| !line.starts_with("#["));
    let code = lines.collect::<Vec<_>>().join(" ");
    let lists = |statement: &str| {
        let shown = statement.strip_prefix("pub").map_or(statement, str::trim_start);
        let inner = shown.strip_prefix('(').and_then(|rest| rest.split_once(')'));
        let shown = inner.map_or(shown, |(_, rest)| rest.trim_start());
        shown.starts_with("mod ") || shown.starts_with("use ")
    };
    let statements = code.split(';').map(str::trim).filter(|statement| !statement.is_empty());
    statements.filter(|statement| !lists(statement)).map(str::to_owned).collect()
}

/// All that `module` may import.
fn reachable(module: &str) -> BTreeSet<&'static str> {
    let table: BTreeMap<_, _> = ARROWS.iter().copied().collect();
    let mut seen = BTreeSet::new();
    let mut open: Vec<&str> =
        table.get(module).into_iter().flat_map(|next| next.iter().copied()).collect();
    while let Some(next) = open.pop() {
        if let Some((name, further)) = ARROWS.iter().find(|(name, _)| *name == next)
            && seen.insert(*name)
        {
            open.extend(further.iter().copied());
        }
    }
    seen
}

/// The first segment after `crate::`, of every path.
fn imported_modules(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (start, _) in code.match_indices("crate::") {
        let rest = &code[start + "crate::".len()..];
        let own =
            code[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '_');
        if !own {
            continue;
        }
        match rest.strip_prefix('{') {
            Some(group) => found.extend(top_of_group(group)),
            None => found.extend(first_segment(rest)),
        }
    }
    found
}

/// The first segments of `a::b, c::{d, e}, f}`.
fn top_of_group(group: &str) -> Vec<String> {
    let (mut depth, mut piece, mut found) = (0u32, String::new(), Vec::new());
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => found.extend(first_segment(std::mem::take(&mut piece).trim())),
            _ => {}
        }
        if c != ',' || depth > 0 {
            piece.push(c);
        }
    }
    found.extend(first_segment(piece.trim()));
    found
}

/// A module's name; nothing for `crate::Type` and `crate::CONSTANT`.
fn first_segment(path: &str) -> Option<String> {
    let name: String = path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    name.starts_with(|c: char| c.is_lowercase()).then_some(name)
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    files.into_iter().map(|path| read(&root, &path)).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src can be listed") {
        let path = entry.expect("an entry of src").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

fn read(root: &Path, path: &Path) -> Source {
    let relative = path.strip_prefix(root).expect("a file of src").to_owned();
    let first = relative.components().next().expect("a name").as_os_str().to_string_lossy();
    let module = first.trim_end_matches(".rs").to_owned();
    let is_test = relative.file_name().is_some_and(|name| name == "tests.rs")
        || relative.components().any(|part| part.as_os_str() == "tests");
    let text = if is_test { String::new() } else { fs::read_to_string(path).expect("UTF-8") };
    let lines = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    let code: Vec<_> = lines.filter(|line| !line.trim_start().starts_with("//")).collect();
    Source { path: relative, module, code: code.join("\n") }
}
