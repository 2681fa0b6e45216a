//! Which file takes names from which, and whether any two take from each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::Source;

/// Per file, by its module path (`grade::text::judge`), the files that it takes names from.
///
/// A name that a `mod.rs` passes on counts as taken from the file that has it; `super::*` and what
/// a `mod.rs` itself lists are left out.
pub fn arrows(sources: &[Source]) -> BTreeMap<String, BTreeSet<String>> {
    let files = sources.iter().filter(|source| !is_list(source));
    let modules: BTreeSet<Vec<String>> = sources.iter().map(module).collect();
    let passed_on = passed_on(sources);
    let target = |path: &[String]| file(path, &modules, &passed_on);
    files
        .map(|source| {
            let own = module(source);
            let taken = paths(&source.code, &own).into_iter().filter_map(|path| target(&path));
            (own.join("::"), taken.filter(|other| *other != own).map(|o| o.join("::")).collect())
        })
        .collect()
}

/// Files from which a way leads back to themselves, each with where its way begins.
pub fn circles(arrows: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let reaches = |from: &str, to: &str| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
        while let Some(file) = open.pop() {
            for next in arrows.get(file).into_iter().flatten() {
                if next == to {
                    return true;
                }
                if seen.insert(next.as_str()) {
                    open.push(next);
                }
            }
        }
        false
    };
    let arrows = arrows.iter().flat_map(|(from, to)| to.iter().map(move |to| (from, to)));
    let back = arrows.filter(|(from, to)| reaches(to, from));
    back.map(|(from, to)| format!("{from} -> {to}")).collect()
}

fn is_list(source: &Source) -> bool {
    source.path.ends_with("mod.rs") || ["lib", "main"].contains(&source.module.as_str())
}

/// `grade/text/judge.rs` and `grade/text/mod.rs` are `grade::text::judge` and `grade::text`.
fn module(source: &Source) -> Vec<String> {
    let path = source.path.with_extension("");
    let parts = path.iter().map(|part| part.to_string_lossy().into_owned());
    parts.filter(|part| part != "mod").collect()
}

/// Per name as others write it, the path that a `mod.rs` has it from.
fn passed_on(sources: &[Source]) -> BTreeMap<Vec<String>, Vec<String>> {
    let lists = sources.iter().filter(|source| source.path.ends_with("mod.rs"));
    lists
        .flat_map(|source| {
            let own = module(source);
            let uses = source.code.split(';').filter_map(|line| line.split_once("use "));
            let trees = uses.flat_map(|(_, tree)| tree_paths(tree));
            trees.filter_map(move |path| {
                let name = path.last()?.clone();
                let absolute = match path[0].as_str() {
                    "crate" => path[1..].to_vec(),
                    _ => [own.clone(), path].concat(),
                };
                Some(([own.clone(), vec![name]].concat(), absolute))
            })
        })
        .collect()
}

/// The file that `path` is taken from.
fn file(
    path: &[String],
    modules: &BTreeSet<Vec<String>>,
    passed_on: &BTreeMap<Vec<String>, Vec<String>>,
) -> Option<Vec<String>> {
    let longest = (1..=path.len()).rev().find(|end| modules.contains(&path[..*end]))?;
    let name = path.get(..=longest).and_then(|name| passed_on.get(name));
    match name {
        Some(further) => file(further, modules, passed_on),
        None => Some(path[..longest].to_vec()),
    }
}

/// Every path that begins with `crate::` or `super::`, from the crate's root.
fn paths(code: &str, own: &[String]) -> Vec<Vec<String>> {
    let starts = ["crate::", "super::"].into_iter().flat_map(|start| code.match_indices(start));
    let fresh = starts.filter(|(at, _)| {
        !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
    });
    let trees = fresh.flat_map(|(at, _)| tree_paths(&code[at..]));
    trees.map(|path| absolute(&path, own)).collect()
}

fn absolute(path: &[String], own: &[String]) -> Vec<String> {
    let ups = path.iter().take_while(|part| *part == "super").count();
    match ups {
        0 => path[1..].to_vec(),
        _ => [&own[..own.len().saturating_sub(ups)], &path[ups..]].concat(),
    }
}

/// `a::{b, c::d}` as `a::b` and `a::c::d`.
fn tree_paths(tree: &str) -> Vec<Vec<String>> {
    let tree = tree.trim_start();
    let name: String = tree.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let rest = tree[name.len()..].strip_prefix("::");
    let below = match rest.map(str::trim_start) {
        None => vec![Vec::new()],
        Some(rest) => match rest.strip_prefix('{') {
            Some(group) => branches(group).iter().flat_map(|branch| tree_paths(branch)).collect(),
            None => tree_paths(rest),
        },
    };
    below.into_iter().map(|path| [vec![name.clone()], path].concat()).collect()
}

/// The branches of a group whose brace is already open.
fn branches(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0u32, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                found.push(group[start..at].trim());
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    found.retain(|branch| !branch.is_empty());
    found
}

#[test]
fn a_circle_is_seen_through_groups_and_lists() {
    let source = |path: &str, code: &str| Source {
        path: path.into(),
        module: "room".into(),
        code: code.into(),
    };
    let sources = [
        source("room/mod.rs", "mod a;\nmod b;\nmod c;\npub use a::{One, Two};"),
        source("room/a.rs", "use super::{b::Three, c::Four};"),
        source("room/b.rs", "fn f(one: crate::room::One) {}"),
        source("room/c.rs", "use std::fmt;"),
    ];
    assert_eq!(circles(&arrows(&sources)), ["room::a -> room::b", "room::b -> room::a"]);
}
