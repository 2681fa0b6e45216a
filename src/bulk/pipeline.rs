//! Read, grade in parallel, write in order.

use std::io::{self, BufRead, Write};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::chunk::{Chunk, Place};
use super::face::{Face, Head, Piece};
use super::graded::GradedRow;
use super::layout::Layout;
use super::lookup::Lookup;
use super::row::{Refusal, Row};
use super::source::Source;
use crate::attempt::answer;
use crate::grade::{Grader, Memo};
use crate::quiz::Quiz;

/// Rows that one thread takes at a time.
const ROWS_A_PIECE: usize = 128;

/// What grades rows: a quiz, its grader, and what threads remember from row to row.
#[derive(Debug)]
pub struct Job<'q> {
    quiz: &'q Quiz,
    grader: &'q Grader,
    lookup: Lookup<'q>,
    /// One per thread and question.
    memos: Vec<Mutex<Vec<Memo>>>,
}

/// How many rows there were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows graded.
    pub graded: u64,
    /// Rows refused.
    pub refused: u64,
}

/// Who is told while rows are graded, after each chunk is written.
pub trait Watch {
    /// A row was refused. In the order of the file.
    fn refused(&mut self, refusal: &Refusal) -> io::Result<()>;

    /// So many bytes of the source were read.
    fn read(&mut self, bytes: u64);
}

impl<'q> Job<'q> {
    /// Grades answers to `quiz` with `grader`, which was made from it.
    #[must_use]
    pub fn new(quiz: &'q Quiz, grader: &'q Grader) -> Self {
        let memos = || quiz.questions.iter().map(|_| Memo::default()).collect();
        let threads = rayon::current_num_threads().max(1);
        let memos = (0..threads).map(|_| Mutex::new(memos())).collect();
        Self { quiz, grader, lookup: Lookup::new(quiz), memos }
    }

    fn piece(&self, layout: &Layout, chunk: &Chunk, rows: &[Place], face: &dyn Face) -> Piece {
        let mut piece = Piece::default();
        let thread = rayon::current_thread_index().unwrap_or_default() % self.memos.len();
        let Some(memos) = self.memos.get(thread) else { return piece };
        // A memo never changes a grade, so one that a panic left behind is as good as any.
        let mut memos = memos.lock().unwrap_or_else(PoisonError::into_inner);
        for place in rows {
            let graded = layout
                .row(chunk, place)
                .and_then(|row| self.row(&row, &mut memos, face, &mut piece));
            if let Err(message) = graded {
                piece.refuse(Refusal::new(place.line, message), face);
            }
        }
        piece
    }

    fn row(
        &self,
        row: &Row<'_>,
        memos: &mut [Memo],
        face: &dyn Face,
        piece: &mut Piece,
    ) -> Result<(), String> {
        let position = self.lookup.position(row).inspect_err(|_| face.unread(row, None, piece))?;
        let (Some(question), Some(grader), Some(memo)) = (
            self.quiz.questions.get(position),
            self.grader.question(position),
            memos.get_mut(position),
        ) else {
            return Err(self.lookup.unknown(row));
        };
        let response = answer::read(question, &row.answer, &[]).map_err(|error| {
            face.unread(row, Some(position), piece);
            error.to_string()
        })?;
        let grade = grader.grade_with(&response, memo);
        face.row(&GradedRow { row, position, question, grade: &grade }, piece);
        piece.graded += 1;
        Ok(())
    }
}

/// Grades every row of `source` and writes it to `out` in the source's order. While all threads
/// grade a chunk, the next one is read.
pub fn grade<R: BufRead + Send>(
    source: Source<R>,
    job: &Job<'_>,
    face: &mut dyn Face,
    mut out: impl Write,
    watch: &mut dyn Watch,
) -> io::Result<Counts> {
    let (mut rows, layout, file) = source.into_parts();
    let open = file.is_some() || matches!(layout, Layout::Json);
    let mut head = Head { file: file.as_deref(), further: &[], open };
    let mut counts = Counts::default();
    if let Layout::Unusable(refusal) = &layout {
        out.write_all(&face.begin(&head))?;
        let mut piece = Piece::default();
        piece.refuse(refusal.clone(), face);
        deliver(vec![piece], face, &mut out, watch, &mut counts)?;
        return Ok(counts);
    }
    let mut chunk = rows.next_chunk()?;
    let further = further(&layout, &chunk);
    head.further = &further;
    out.write_all(&face.begin(&head))?;
    while !chunk.rows.is_empty() {
        let read = rows.read();
        let drawn: &dyn Face = face;
        let (pieces, next) = rayon::join(
            || {
                let places = chunk.rows.par_chunks(ROWS_A_PIECE);
                places.map(|places| job.piece(&layout, &chunk, places, drawn)).collect()
            },
            || rows.next_chunk(),
        );
        deliver(pieces, face, &mut out, watch, &mut counts)?;
        watch.read(read);
        chunk = next?;
    }
    Ok(counts)
}

/// The names of the further columns: the header's, or those of the first row that can be read.
fn further(layout: &Layout, chunk: &Chunk) -> Vec<String> {
    if let Some(names) = layout.extra() {
        return names.into_iter().map(str::to_owned).collect();
    }
    let row = chunk.rows.iter().find_map(|place| layout.row(chunk, place).ok());
    let names = row.map(|row| row.extra.into_iter().map(|(name, _)| name.into_owned()).collect());
    names.unwrap_or_default()
}

fn deliver(
    pieces: Vec<Piece>,
    face: &mut dyn Face,
    out: &mut impl Write,
    watch: &mut dyn Watch,
    counts: &mut Counts,
) -> io::Result<()> {
    for piece in pieces {
        out.write_all(&piece.bytes)?;
        counts.graded += piece.graded;
        counts.refused += piece.refusals.len() as u64;
        piece.refusals.iter().try_for_each(|refusal| watch.refused(refusal))?;
        face.gather(piece.marks);
    }
    Ok(())
}
