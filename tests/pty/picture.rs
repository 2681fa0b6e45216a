//! The picture in README: a real run, drawn from the terminal's own cells.
//!
//! `SNAPSHOTS=overwrite cargo test --test pty picture` draws it anew.

use std::fmt::Write;

use snapbox::{Data, assert_data_eq};

use crate::seat::{ENTER, viva_run};

const COMMAND: &str = "viva run django --topic signals";
const ANSWER: &str = "A signal lets decoupled apps run code when something happens. per_save and \
    post_save fire around saving a model, and you connect a receiver function to them. \
    request_begun is sent before each request.";

const ROWS: u16 = 60;
const COLUMNS: u16 = 80;
/// In pixels.
const CELL: (f32, f32) = (8.4, 19.0);
const MARGIN: f32 = 16.0;
const BACKGROUND: &str = "#16181d";
const FOREGROUND: &str = "#d8dee9";

#[test]
fn the_picture_in_readme_is_a_run_of_this_program() {
    let mut seat = viva_run(&["django", "--topic", "signals"]).size(ROWS, COLUMNS).start();
    seat.see("Enter sends").send(ANSWER).see("before each request.").send(ENTER);
    seat.see("in other words?").see("[Space claims · Enter goes on]");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/run.svg");
    assert_data_eq!(drawn(seat.cells()), Data::read_from(file.as_ref(), None).raw());
}

/// The screen as SVG: a line of text per row, a stretch per look, each as wide as its cells.
fn drawn(screen: &vt100::Screen) -> String {
    let contents = screen.contents();
    let rows = contents.trim_end().lines().count() + 2;
    let width = f32::from(COLUMNS) * CELL.0 + 2.0 * MARGIN;
    let height = f32::from(u16::try_from(rows).unwrap()) * CELL.1 + 2.0 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         width=\"{width:.0}\" font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, \
         monospace\" font-size=\"14\">\n<title>A question answered and graded</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n"
    );
    text(&mut svg, 0, 0, &format!("$ {COMMAND}"), " font-weight=\"bold\"");
    for row in 0..u16::try_from(rows - 2).unwrap() {
        for (column, look, stretch) in stretches(screen, row) {
            text(&mut svg, row + 2, column, &stretch, &look);
        }
    }
    svg + "</svg>\n"
}

/// The row's stretches of one look, with the column each begins at.
fn stretches(screen: &vt100::Screen, row: u16) -> Vec<(u16, String, String)> {
    let mut stretches: Vec<(u16, String, String)> = Vec::new();
    for column in 0..COLUMNS {
        let Some(cell) = screen.cell(row, column) else { continue };
        let look = look(cell);
        let shown = if cell.has_contents() { cell.contents() } else { " " };
        match stretches.last_mut() {
            Some((_, last, stretch)) if *last == look => stretch.push_str(shown),
            _ => stretches.push((column, look, shown.to_owned())),
        }
    }
    stretches.retain(|(_, _, stretch)| !stretch.trim().is_empty());
    stretches
}

fn look(cell: &vt100::Cell) -> String {
    let mut look = String::new();
    if let Some(colour) = colour(cell.fgcolor()) {
        write!(look, " fill=\"{colour}\"").unwrap();
    }
    if cell.bold() {
        look.push_str(" font-weight=\"bold\"");
    }
    if cell.dim() {
        look.push_str(" opacity=\"0.6\"");
    }
    look
}

fn colour(colour: vt100::Color) -> Option<&'static str> {
    const PALETTE: [&str; 8] =
        ["#4c566a", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d8dee9"];
    match colour {
        vt100::Color::Idx(number) => PALETTE.get(usize::from(number % 8)).copied(),
        vt100::Color::Default | vt100::Color::Rgb(..) => None,
    }
}

fn text(svg: &mut String, row: u16, column: u16, text: &str, look: &str) {
    let blanks = text.len() - text.trim_start().len();
    let column = column + u16::try_from(blanks).unwrap();
    let text = text.trim();
    let (x, y) = (MARGIN + f32::from(column) * CELL.0, MARGIN + (f32::from(row) + 0.75) * CELL.1);
    let cells = u16::try_from(text.chars().count()).unwrap();
    let length = f32::from(cells) * CELL.0;
    let fill =
        if look.contains("fill=") { String::new() } else { format!(" fill=\"{FOREGROUND}\"") };
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    writeln!(
        svg,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" textLength=\"{length:.1}\" xml:space=\"preserve\"{fill}{look}>{escaped}</text>"
    )
    .unwrap();
}
