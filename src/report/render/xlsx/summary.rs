//! The first sheet: a row per attempt in the order of the ranking, how the shares are spread, and
//! the mean of each topic, with a chart of each.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Chart, ChartType, Worksheet, XlsxError};

use super::cell::{Cell, Looks, write};
use super::layout::{Sheet, finish, head};
use super::rows::interval;
use crate::attempt::Millis;
use crate::quiz::{PerMille, TopicId, visible};
use crate::report::render::content::Spread;
use crate::report::text::{count, told_verdict};
use crate::report::{Place, Ranking, Report, Status};

/// What the ranking does not hold of each attempt.
struct Course {
    answered: usize,
    late: usize,
    hints: usize,
    started: Option<(String, Millis)>,
}

/// What is kept of every attempt until the end.
#[derive(Default)]
pub(super) struct Summary {
    courses: Vec<Course>,
    /// In the order in which they first came up: title, sum of shares, number.
    topics: Vec<(String, u64, u64)>,
    places: BTreeMap<TopicId, usize>,
    /// What graded the first.
    grader: Option<String>,
}

/// Column of the charts, right of the rows; the one before it keeps them apart.
const CHARTS: u16 = 17;
/// Columns that a chart covers.
const WIDE: u16 = 9;
/// Rows that both charts cover.
const HIGH: u32 = 34;
/// Columns of the two small tables that the charts draw, right of these.
const SPREAD: u16 = CHARTS + WIDE + 1;
const MEANS: u16 = SPREAD + 3;

impl Summary {
    pub(super) fn add(&mut self, report: &Report) {
        let started = report.sitting.as_ref().map(|it| (it.started.clone(), it.duration));
        self.courses.push(Course {
            answered: report.count(Status::Answered),
            late: report.late(),
            hints: report.hints(),
            started,
        });
        self.grader.get_or_insert_with(|| report.grader.clone());
        for topic in &report.topics {
            let place = *self.places.entry(topic.id.clone()).or_insert_with(|| {
                self.topics.push((topic.title.clone(), 0, 0));
                self.topics.len() - 1
            });
            let (_, sum, number) = &mut self.topics[place];
            *sum += u64::from(topic.score.share.thousandths());
            *number += 1;
        }
    }

    pub(super) fn write(
        &self,
        page: &mut Worksheet,
        ranking: &Ranking,
        looks: &Looks,
    ) -> Result<(), XlsxError> {
        let title = match ranking.quizzes.as_slice() {
            [only] => visible(&only.title),
            _ => "Score reports".into(),
        };
        page.write_string_with_format(0, 0, title.as_ref(), &looks.title)?;
        page.write_string_with_format(1, 0, self.about(ranking), &looks.note)?;
        head(page, Sheet::Summary, looks)?;
        for (at, name, look) in [
            (SPREAD, "Share", &looks.head),
            (SPREAD + 1, "Candidates", &looks.head_of_numbers),
            (MEANS, "Topic", &looks.head),
            (MEANS + 1, "Mean share", &looks.head_of_numbers),
        ] {
            page.write_string_with_format(Sheet::Summary.head(), at, name, look)?;
        }
        page.set_column_width(CHARTS - 1, 3)?;
        page.set_column_width(MEANS, 26)?;
        let spread = spread(ranking);
        let rows = ranking.places.len().max(Spread::TENTHS).max(self.topics.len());
        for (at, row) in (0..rows).zip(Sheet::Summary.head() + 1..) {
            if let Some(place) = ranking.places.get(at) {
                write(page, row, 0, &self.row(place), looks)?;
            }
            if let Some((share, candidates)) = spread.get(at) {
                let cells = [Cell::Text(share.as_str().into()), Cell::Count(*candidates)];
                write(page, row, SPREAD, &cells, looks)?;
            }
            if let Some((title, sum, number)) = self.topics.get(at) {
                let mean = PerMille::reached(*sum, number * 1000);
                write(page, row, MEANS, &[Cell::plain(title), Cell::Share(mean)], looks)?;
            }
        }
        let head = Sheet::Summary.head();
        let last = u32::try_from(ranking.places.len()).unwrap_or(u32::MAX).saturating_add(head);
        finish(page, Sheet::Summary, last)?;
        // On paper the rows come first, and the charts on a page of their own.
        page.set_print_scale(66).set_vertical_page_breaks(&[u32::from(CHARTS)])?;
        page.set_print_area(0, 0, last.max(head + HIGH), CHARTS + WIDE)?;
        self.charts(page, ranking)
    }

    /// The quizzes, what graded them, and how many candidates.
    fn about(&self, ranking: &Ranking) -> String {
        let quizzes: Vec<String> =
            ranking.quizzes.iter().map(|quiz| format!("quiz {}", quiz.digest)).collect();
        let grader = self.grader.iter().map(|grader| format!("graded by viva {}", visible(grader)));
        std::iter::once(count(ranking.places.len(), "candidate"))
            .chain((!quizzes.is_empty()).then(|| quizzes.join(", ")))
            .chain(grader)
            .collect::<Vec<_>>()
            .join(" · ")
    }

    fn row<'r>(&'r self, place: &'r Place) -> Vec<Cell<'r>> {
        let [low, high] = interval(place.certainty);
        let number = usize::try_from(place.number).unwrap_or_default();
        let course = number.checked_sub(1).and_then(|at| self.courses.get(at));
        let counted = |count: fn(&Course) -> usize| {
            Cell::or_empty(course, |course| Cell::count(count(course)))
        };
        let started = course.and_then(|course| course.started.as_ref());
        vec![
            Cell::or_empty(place.rank, |rank| Cell::Count(rank.place)),
            Cell::answer_owned(&place.name()),
            Cell::Share(place.total.share),
            low,
            high,
            Cell::or_empty(place.verdict(), |passed| {
                Cell::Verdict(passed, told_verdict(Some(passed)))
            }),
            Cell::or_empty(place.rank, |rank| Cell::Count(rank.best)),
            Cell::or_empty(place.rank, |rank| Cell::Count(rank.worst)),
            Cell::Points(place.total.earned),
            Cell::Points(place.total.possible),
            Cell::Count(place.total.questions),
            counted(|course| course.answered),
            counted(|course| course.late),
            counted(|course| course.hints),
            Cell::or_empty(started, |(started, _)| Cell::Moment(started)),
            Cell::or_empty(started, |(_, duration)| Cell::Duration(*duration)),
        ]
    }

    fn charts(&self, page: &mut Worksheet, ranking: &Ranking) -> Result<(), XlsxError> {
        let first = Sheet::Summary.head() + 1;
        let tenths = first + u32::try_from(Spread::TENTHS).unwrap_or_default() - 1;
        if ranking.places.len() > 1 {
            let most = spread(ranking).into_iter().map(|(_, candidates)| candidates).max();
            let mut spread = chart(ChartType::Column, "Candidates by share of the points");
            spread
                .add_series()
                .set_categories(("Summary", first, SPREAD, tenths, SPREAD))
                .set_values(("Summary", first, SPREAD + 1, tenths, SPREAD + 1))
                .set_gap(10);
            if most <= Some(10) {
                // No half candidates.
                spread.y_axis().set_major_unit(1);
            }
            page.insert_chart(first + 16, CHARTS, &spread)?;
        }
        let topics = u32::try_from(self.topics.len()).unwrap_or_default();
        if topics > 0 {
            let last = first + topics - 1;
            let mut means = chart(ChartType::Bar, "Mean share by topic");
            means.add_series().set_categories(("Summary", first, MEANS, last, MEANS)).set_values((
                "Summary",
                first,
                MEANS + 1,
                last,
                MEANS + 1,
            ));
            // In a bar chart the x axis is the one that lies: the shares.
            means.x_axis().set_min(0).set_max(1).set_num_format("0%");
            means.y_axis().set_reverse();
            page.insert_chart(first, CHARTS, &means)?;
        }
        Ok(())
    }
}

fn chart(of: ChartType, title: &str) -> Chart {
    let mut chart = Chart::new(of);
    chart.title().set_name(title);
    chart.legend().set_hidden();
    chart.set_alt_text(title);
    chart.set_width(560).set_height(300);
    chart
}

/// Candidates in each tenth of the shares, which is named.
fn spread(ranking: &Ranking) -> [(String, u32); Spread::TENTHS] {
    let mut tenths =
        std::array::from_fn(|tenth| (format!("{}–{}%", tenth * 10, tenth * 10 + 10), 0));
    for place in &ranking.places {
        tenths[Spread::tenth(place.total.share)].1 += 1;
    }
    tenths
}
