//! One keyword, misconception or option at a time.

use super::discrimination::discrimination;
use super::figure::{Figure, LEAST_FOR_DIFFICULTY, LEAST_FOR_GROUPS, Withheld};
use super::groups::Groups;
use super::sample::{Answer, Asked, Sitter};
use super::value::{Detail, DetailKind, Remark};
use crate::quiz::PerMille;

pub(super) fn details(question: &Asked, asked: &[(&Sitter, &Answer)]) -> Vec<Detail> {
    let groups = Groups::new(asked);
    (0..)
        .zip(&question.details)
        .map(|(place, (kind, label))| {
            let best = in_group(asked, place, groups.as_ref().map(|groups| &*groups.best));
            let weakest = in_group(asked, place, groups.as_ref().map(|groups| &*groups.weakest));
            Detail {
                kind: *kind,
                label: label.clone(),
                share: share(asked, place),
                discrimination: discrimination(
                    asked,
                    |answer| {
                        if answer.has(place) { 1.0 } else { 0.0 }
                    },
                ),
                remark: remark(*kind, &best, &weakest),
                best,
                weakest,
            }
        })
        .collect()
}

fn share(asked: &[(&Sitter, &Answer)], detail: u32) -> Figure<PerMille> {
    Figure::of(asked.len(), LEAST_FOR_DIFFICULTY, || {
        Ok(share_of(asked.iter().map(|(_, answer)| *answer), detail))
    })
}

fn in_group(
    asked: &[(&Sitter, &Answer)],
    detail: u32,
    group: Option<&[&Answer]>,
) -> Figure<PerMille> {
    Figure::of(asked.len(), LEAST_FOR_GROUPS, || {
        let group = group.ok_or(Withheld::NoSpread)?;
        Ok(share_of(group.iter().copied(), detail))
    })
}

fn share_of<'a>(answers: impl Iterator<Item = &'a Answer>, detail: u32) -> PerMille {
    let (mut have, mut all) = (0, 0);
    for answer in answers {
        have += u64::from(answer.has(detail));
        all += 1;
    }
    PerMille::ratio(have, all)
}

/// Fewer of the best than this miss something; more of them than this hold something wrong.
const HALF: PerMille = PerMille::new(500);
const QUARTER: PerMille = PerMille::new(250);

fn remark(kind: DetailKind, best: &Figure<PerMille>, weakest: &Figure<PerMille>) -> Option<Remark> {
    let (best, weakest) = (*best.value()?, *weakest.value()?);
    if kind.is_right() {
        (best < HALF).then_some(Remark::BestMissIt)
    } else {
        (best >= QUARTER && best >= weakest).then_some(Remark::BestPickIt)
    }
}
