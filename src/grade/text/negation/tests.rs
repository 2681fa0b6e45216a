//! Sentences and what a fair reader takes from them. The word between `[` and `]` is the keyword.

use super::super::echo::Prompt;
use super::{Cues, Denials};
use crate::span::Span;
use crate::text::{Language, Text};

/// What the sentences answer, where that matters.
const PROMPT: &str = "Which caches can it use?";

/// Whether the marked words are denied.
fn denied(marked: &str, tag: &str) -> bool {
    let (before, rest) = marked.split_once('[').expect("a keyword is marked");
    let (keyword, after) = rest.split_once(']').expect("the mark is closed");
    let sentence = [before, keyword, after].concat();
    let span = Span::between(before.len(), before.len() + keyword.len());
    let text = Text::new(&sentence, Language::of(tag));
    let cues = Cues::of(tag);
    let prompt = Prompt::new(PROMPT, Language::of(tag));
    let denials: Denials = cues.denials(&text, &prompt);
    let position = |found: Option<usize>| u32::try_from(found.expect("the keyword is words"));
    let first = text.words().iter().position(|word| word.span.overlaps(span));
    let last = text.words().iter().rposition(|word| word.span.overlaps(span));
    let words = position(first).unwrap()..position(last).unwrap() + 1;
    denials.cue(&words, cues.speak_in(keyword, Language::of(tag))).is_some()
}

fn check(tag: &str, sentences: &[&str], expected: bool) {
    let wrong: Vec<_> =
        sentences.iter().filter(|sentence| denied(sentence, tag) != expected).collect();
    assert!(wrong.is_empty(), "denied should be {expected}: {wrong:#?}");
}

#[test]
fn what_is_denied_is_denied() {
    check("en", DENIED, true);
}

#[test]
fn what_is_said_is_not_denied() {
    check("en", SAID, false);
}

#[test]
fn german_is_read_too() {
    check("de", DENIED_IN_GERMAN, true);
    check("de", SAID_IN_GERMAN, false);
}

#[test]
fn other_languages_have_no_cues() {
    check("fr", &["il n'utilise pas [Memcached]", "not [Memcached]"], false);
    check("und", &["it does not use [Memcached]"], false);
}

const DENIED: &[&str] = &[
    "Unlike [Memcached], Redis persists",
    "the database persists, unlike [Memcached]",
    "Unlike files or [Memcached], the database is safe",
    "It does not use [Memcached] and works without Redis",
    "it does not use [Memcached]. Without it, there is Redis",
    "[Memcached] and Redis are not used for caching",
    "Memcached and [Redis] are not used for caching",
    "[Memcached] isn't used as a cache",
    "get rid of [select_related]",
    "just remove all indexes and drop [select_related], as they slow down queries",
    "[Network latency] and slow queries don't play a role",
    "[quick development] is sacrificed",
    "caching doesn't help as Django has no [framework] for it",
    "getting rid of the [indexes] makes it faster",
    "remove [select_related] and the indexes",
    "remove select_related and the [indexes], since they are slow",
    "You should drop all [indexes]",
    "first drop select_related, prefetch_related and the [indexes]",
    "avoid [select_related], it is slow",
    "always avoid [caching]",
    "disable the [cache framework]",
    "stop using [Memcached]",
    "stay away from [signals]",
    "Django forbids [raw SQL]",
    "skip [profiling] and buy a server",
    "[profiling] is useless",
    "[Memcached] was removed in Django 2",
    "[signals] are deprecated",
    "nobody uses [Memcached]",
    "there is no such thing as a [proxy model]",
    "[IPython] makes no difference",
    "[IPython] is of no use here",
    "You don't need to look at the [SQL]",
    "[slow queries] and network latency don't matter",
    "slow queries and [network latency] don't matter",
    "[network latency] does not matter compared to Python",
    "[Memcached] can't be used with it",
    "it has no [cache] of its own",
    "nothing in the [database]",
    "the [session id] isn't needed",
    "[Raw SQL] never performs better",
    "Raw SQL never performs better, even with [many joins] or complex data",
    "[quick development] was never a goal",
    "[less code] is not something the authors cared about",
    "neither can be generated from a [model]",
    "neither has a [save] method",
    "[Django] never joins anything",
    "[line_profiler] can't be used with Django",
    "Django can't use a [relational database]",
    "Django has no [protection] against attacks, and isn't made for rapid development",
    "[pre_save] doesn't run any Python code",
    "sessions don't store [data] in the cookie",
    "it does not use [Memcached]",
    "It doesn't use [Memcached].",
    "it doesn’t use [Memcached]",
    "it doesnt use [Memcached]",
    "Django never uses [Memcached]",
    "Django cannot use [Memcached]",
    "Django can't use [Memcached]",
    "it won't run the [signal]",
    "it works without [Memcached]",
    "without [Memcached] Django uses files",
    "there is no [cache]",
    "a plain form has no [model]",
    "no [session data] is stored",
    "No data is stored in [cookies].",
    "Nothing is kept in [cookies].",
    "none of the data is in [cookies]",
    "it uses neither [Redis] nor Memcached",
    "it uses neither Redis nor [Memcached]",
    "it does not use Redis nor [Memcached]",
    "it does not use Redis or [Memcached]",
    "it does not use Redis, [Memcached] or files",
    "it does not support Redis, files, or [Memcached]",
    "files instead of [Memcached]",
    "the database rather than [cookies]",
    "It uses the database, not [cookies].",
    "the database and not [cookies]",
    "the data is not stored in [cookies] but in the database",
    "The session data is not in [cookies], it is in the database.",
    "it lacks a [cache]",
    "it fails to send [pre_save]",
    "Django is unable to use [Memcached]",
    "[Memcached] isn't supported",
    "[Memcached] is not supported.",
    "[Memcached] is not supported by Django",
    "[Memcached] is not supported in Django",
    "[Memcached] is no longer supported",
    "[Memcached] is unsupported",
    "[Memcached] is unavailable in Django",
    "[Memcached] cannot be used",
    "[Memcached] can not be used here",
    "[Memcached] is not used",
    "[Memcached] is never used.",
    "[Memcached] does not exist",
    "[Redis] and Memcached aren't supported",
    "Redis works, but [Memcached] isn't supported",
    "[Memcached], which isn't supported, is a cache",
    "it is not possible to use [Memcached]",
    "it does not allow Django to use [Memcached]",
    "I don't think Django supports [Memcached]",
    "I do not believe that it uses [Memcached]",
    "Django does not need [Memcached]",
    "there is no need for [Memcached]",
    "it isn't configured by [hand]",
    "signals are not [asynchronous]",
    "a signal is not run in a [Celery task]",
    "It does not store the session data in [cookies]",
    "it no longer uses [Memcached]",
    "it has never used [Memcached]",
    "Django does not poll or use [Memcached]",
    "a non-[relational] database",
    "It isn't about [speed].",
    "you don't call the [view] yourself",
];

const SAID: &[&str] = &[
    "Unlike Memcached, [Redis] and files persist",
    "it is not unlike [Memcached]",
    "Unlike caches in files, [Memcached] is fast",
    "unlike Node's [performance], Django puts security first",
    "you can't use [sessions] without cookies",
    "you can't use sessions without [cookies]",
    "there is no [session] without a cookie",
    "no [request] is handled without a URLconf",
    "[signals] never work without a receiver",
    "nothing beats [Memcached]",
    "nothing outperforms [raw SQL]",
    "there is no alternative to [Memcached]",
    "Redis is no substitute for [Memcached]",
    "[Memcached] is not used for sending mail",
    "drop down to [raw SQL]",
    "don't repeat yourself, and [loosely coupled] components",
    "don't repeat yourself, less code and [quick development]",
    "it does not use cookies as the [database] is safer",
    "it doesn't play well with the [cache]",
    "drop the ORM and write [raw SQL]",
    "Drop the ORM, use [raw SQL] and a cursor",
    "instead of the ORM, use [raw SQL] and a cursor",
    "get rid of the loop with [select_related]",
    "remove the duplicate queries with [prefetch_related]",
    "avoid unnecessary [queries]",
    "use it to avoid [magic]",
    "you can't avoid [signals]",
    "don't drop the [indexes]",
    "a drop in [performance]",
    "a drop-down with [choices]",
    "the row is removed from the [database]",
    "remove the row from the [database]",
    "[signals] are not useless",
    "[Redis] has no schema",
    "[slow queries] matter more, not the framework",
    "Django is not slow; [slow queries] and latency matter more",
    "data isn't kept in the cookie but in the [database]",
    "you don't have to create the [tables] yourself, Django creates both",
    "cookies aren't safe, so the data is in the [database]",
    "I would not use the ORM when there are [many joins], since raw SQL performs better",
    "I would not use the ORM when there are many joins, since [raw SQL] performs better",
    "it uses [Memcached]",
    "it does not poll, it uses [Memcached]",
    "it does not poll; it uses [Memcached]",
    "it does not poll and uses [Memcached]",
    "it does not poll it uses [Memcached]",
    "It does not poll. [Memcached] is used.",
    "not in cookies but in [Memcached]",
    "data is not in cookies, but rather in the [database]",
    "not in cookies, instead in the [database]",
    "it doesn't matter whether [Memcached] is used",
    "it does not matter if [Memcached] or Redis is used",
    "not only [Memcached] but also Redis",
    "It does not only use [Memcached] but also files",
    "not just [Memcached]",
    "it isn't just [Memcached]",
    "it does not just use [Memcached]",
    "it is not limited to [Memcached]",
    "it does not always use [Memcached]",
    "not every query needs the [ORM]",
    "not all [sessions] are in the database",
    "[Memcached] cannot be ignored",
    "don't forget [Memcached]",
    "one can't ignore [Memcached]",
    "it doesn't hurt to use [Memcached]",
    "nothing but [Memcached]",
    "none other than [Memcached]",
    "no doubt [Memcached]",
    "no matter whether [Memcached] is used",
    "there is no need to install [Memcached]",
    "you do not have to install [Memcached]",
    "why not [Memcached]",
    "Isn't [Memcached] supported?",
    "Why wouldn't one use [Memcached]?",
    "not until the first [match]",
    "it doesn't run until [post_save]",
    "it does not run unless [pre_save] fires",
    "it does not work without [Memcached]",
    "it can't run without [Memcached]",
    "not without [Memcached]",
    "no page without [Memcached]",
    "if [Memcached] is not supported, files are used",
    "if the row does not exist, [pre_save] is sent",
    "when the [cache] is not available it asks the database",
    "it uses [Memcached], not cookies",
    "[Memcached] instead of cookies",
    "[Memcached] rather than cookies",
    "[Memcached] and not cookies",
    "without cookies Django uses [Memcached]",
    "Without cookies, [Memcached] is used.",
    "instead of polling it uses [Memcached]",
    "No, it uses [Memcached]",
    "No it uses [Memcached]",
    "[Memcached] is not slow",
    "[Memcached] is not used for sessions",
    "[Memcached] isn't persistent",
    "[signals] do not run in the background",
    "[Sessions] are not stored in cookies",
    "the ORM is not the right tool for [complex queries]",
    "the ORM is not the right tool when there are [many joins]",
    "it isn't suited to queries with [many joins]",
    "the ORM isn't good with [many joins]",
    "you should not use the ORM for [complex queries]",
    "you should not use the ORM when you have [many joins]",
    "the ORM does not handle [many joins] well",
    "it doesn't cope efficiently with [many joins]",
    "it is not hard to use [Memcached]",
    "it isn't uncommon to use [Memcached]",
    "Django is not slow because the [network] matters more",
    "Django is not slow since it has [Memcached]",
    "it does not store data, only the [session id]",
    "it stores no data, only the [session id]",
    "it stores nothing but the [session id]",
    "it does not store anything except the [session id]",
    "it does not store anything other than the [session id]",
    "it is not as fast as [Memcached]",
    "it isn't the same as an [abstract] class",
    "it is no faster than [Memcached]",
    "it has no model, so you [configure] it by hand",
    "it does not use cookies which means the [database] is used",
    "it doesn't matter, [Memcached] works",
    "Redis isn't supported and [Memcached] is",
    "Redis isn't supported but [Memcached] is",
    "Redis works and is not [Memcached]-only",
    "a [NOT NULL] column",
    "the [not-found] page",
    "I'm not sure but I think [Memcached]",
    "it does not prevent [Memcached]",
    "whether or not [Memcached] is used",
];

const DENIED_IN_GERMAN: &[&str] = &[
    "es verwendet nicht [Memcached]",
    "Django benutzt [Memcached] nicht",
    "es gibt keinen [Cache]",
    "ohne [Memcached]",
    "weder [Redis] noch Memcached",
    "weder Redis noch [Memcached]",
    "[Memcached] wird nicht unterstützt",
    "[Memcached] ist nicht verfügbar.",
    "die Daten liegen nicht in [Cookies]",
    "die Daten liegen nicht in [Cookies], sondern in der Datenbank",
    "statt [Cookies]",
    "es wird nie [Memcached] benutzt",
    "das Formular hat kein [Modell]",
    "in der Datenbank, nicht in [Cookies]",
];

const SAID_IN_GERMAN: &[&str] = &[
    "nicht in Cookies, sondern in der [Datenbank]",
    "nicht in Cookies sondern in der [Datenbank]",
    "nicht nur [Memcached]",
    "nicht ohne [Memcached]",
    "[Memcached] ist nicht langsam",
    "es ist egal, ob [Memcached] verwendet wird",
    "Warum nicht [Memcached]?",
    "wenn [Memcached] nicht verfügbar ist",
    "es pollt nicht, es benutzt [Memcached]",
    "nicht immer [Memcached]",
];
