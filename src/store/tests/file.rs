//! The file of a history: its versions, damage to it, and who may read it.

use super::*;

#[test]
fn a_database_of_every_earlier_version_is_brought_to_this_one() {
    for version in 0..SCRIPTS.len() {
        let folder = folder();
        let old = Connection::open(folder.path().join("vivavoce.db")).unwrap();
        SCRIPTS[..version].iter().for_each(|script| old.execute_batch(script).unwrap());
        if version > 0 {
            old.pragma_update(None, "application_id", 0x7669_7661).unwrap();
            old.pragma_update(None, "user_version", u32::try_from(version).unwrap()).unwrap();
        }
        drop(old);
        let mut store = open(folder.path());
        let (number, attempt) = answered(&mut store);
        assert_eq!(store.attempt(number).unwrap().unwrap().attempt().unwrap(), attempt);
        let schema = |connection: &Connection| {
            let mut statement =
                connection.prepare("SELECT sql FROM sqlite_schema ORDER BY name").unwrap();
            let rows = statement.query_map([], |row| row.get::<_, Option<String>>(0)).unwrap();
            rows.map(Result::unwrap).collect::<Vec<_>>()
        };
        let fresh = self::folder();
        assert_eq!(schema(&store.connection), schema(&open(fresh.path()).connection));
    }
}

#[test]
fn a_newer_database_is_refused_and_stays_as_it_is() {
    let folder = folder();
    let store = open(folder.path());
    store.connection.pragma_update(None, "user_version", known() + 1).unwrap();
    drop(store);
    let before = fs::read(folder.path().join("vivavoce.db")).unwrap();
    let error = Store::open(folder.path()).unwrap_err();
    assert!(matches!(error, StoreError::Newer { found, .. } if found == known() + 1));
    assert!(error.to_string().contains("use the newer program"), "{error}");
    assert_eq!(fs::read(folder.path().join("vivavoce.db")).unwrap(), before);
}

#[test]
fn a_database_of_another_program_is_refused_and_stays_as_it_is() {
    let folder = folder();
    let other = Connection::open(folder.path().join("vivavoce.db")).unwrap();
    other.execute_batch("CREATE TABLE theirs (a)").unwrap();
    drop(other);
    let before = fs::read(folder.path().join("vivavoce.db")).unwrap();
    assert!(matches!(Store::open(folder.path()), Err(StoreError::Foreign(_))));
    assert_eq!(fs::read(folder.path().join("vivavoce.db")).unwrap(), before);
}

#[test]
fn a_damaged_database_is_set_aside_and_never_overwritten() {
    let folder = folder();
    let path = folder.path().join("vivavoce.db");
    for number in 1..=2 {
        let damage = format!("no database, {number}, and long enough to be one").repeat(100);
        fs::write(&path, &damage).unwrap();
        let opened = Store::open(folder.path()).unwrap();
        let aside = opened.set_aside.unwrap();
        assert!(aside.ends_with(format!("vivavoce.damaged-{number}.db")), "{}", aside.display());
        assert_eq!(fs::read_to_string(aside).unwrap(), damage);
        let mut store = opened.store;
        answered(&mut store);
    }
}

#[test]
fn a_set_aside_that_was_cut_off_goes_on_with_what_is_left() {
    let folder = folder();
    let path = folder.path().join("vivavoce.db");
    let damage = "no database, and long enough to be one".repeat(100);
    fs::write(&path, &damage).unwrap();
    fs::write(folder.path().join("vivavoce.damaged-1.db-wal"), "its journal").unwrap();
    let aside = Store::open(folder.path()).unwrap().set_aside.unwrap();
    assert!(aside.ends_with("vivavoce.damaged-1.db"), "{}", aside.display());
    assert_eq!(fs::read_to_string(aside.with_extension("db-wal")).unwrap(), "its journal");
}

#[test]
fn a_full_disk_is_an_error_after_which_writing_goes_on_when_there_is_room() {
    let folder = folder();
    let mut store = open(folder.path());
    let (number, mut attempt) = answered(&mut store);
    store.connection.pragma_update(None, "max_page_count", 1).unwrap();
    let kept = attempt.log().len();
    attempt.show(1, Millis(6000)).unwrap();
    attempt.answer(1, Given::text("long ".repeat(10_000)), Millis(7000)).unwrap();
    let error = store.append(number, kept, &news(&attempt, NOW)).unwrap_err();
    assert!(error.to_string().contains("full"), "{error}");
    store.connection.pragma_update(None, "max_page_count", 1_000_000).unwrap();
    store.append(number, kept, &news(&attempt, NOW)).unwrap();
    assert_eq!(store.attempt(number).unwrap().unwrap().attempt().unwrap(), attempt);
}

#[test]
fn a_sound_database_has_no_problems_and_a_folder_without_one_has_no_history() {
    let folder = folder();
    assert!(Store::open_existing(folder.path()).unwrap().is_none());
    answered(&mut open(folder.path()));
    let health = examine(folder.path()).unwrap().unwrap();
    assert_eq!((health.attempts, health.problems), (1, Vec::new()));
}

#[cfg(unix)]
#[test]
fn nobody_else_can_look_into_a_history() {
    use std::os::unix::fs::PermissionsExt;

    let folder = folder();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    fs::set_permissions(&data, fs::Permissions::from_mode(0o755)).unwrap();
    let mut store = open(&data);
    let (_, id) = store.begin(&paper(quiz(1)), &news(&attempt(), NOW)).unwrap();
    let _claim = store.claim(&id).unwrap().expect("free");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o077;
    let files = ["vivavoce.db", "vivavoce.db-wal", "vivavoce.db-shm", "vivavoce.lock", "running"];
    for name in files {
        assert_eq!(mode(&data.join(name)), 0, "{name}");
    }
    assert_eq!(mode(&data.join("running").join(id.to_string())), 0);
}
