"""Counts that one sentence gives one after the other: "four were badly hurt, while 20 others had light injuries" makes 24."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from ...model import FigureClaim
from .made import put
from .words import words


def summed(made: Sequence[FigureClaim]) -> list[FigureClaim]:
    """The claims, some and others of one sentence put under their sum: under the count of the page that is as large, else under
    one that is added up here; where the page counts more, nobody knows who else is counted, and they stay as they are."""
    added: list[FigureClaim] = []
    home: dict[str, str] = {}
    for run in _runs(made):
        total = sum(c.low or 0 for c in run)
        stated = [c for c in made if _kind(c) == _kind(run[0]) and c not in run and (c.low or 0) >= total]
        whole = next((c for c in stated if c.low == total and c.subset_of is None), None)
        if whole is None and stated:
            continue
        if whole is None:
            whole = _sum(run, total)
            added.append(whole)
        home |= {c.id: whole.id for c in run}
    return [*put(made, home), *added]


def _runs(made: Sequence[FigureClaim]) -> list[list[FigureClaim]]:
    """The counts of one kind of each sentence, where all but the first are of others, or each is of those as badly hurt."""
    found: dict[tuple[object, ...], list[FigureClaim]] = {}
    for claim in made:
        if claim.subset_of is None and claim.unit is None and claim.low == claim.high and claim.hedge == "exact":
            found.setdefault((claim.sentence, *_kind(claim)), []).append(claim)
    many = (sorted(run, key=lambda c: c.spans[0].start) for run in found.values())
    return [run for run in many if len(run) > 1 and _first(run[0]) and _apart(run) and _beside(run)]


def _apart(run: Sequence[FigureClaim]) -> bool:
    """Whether the counts are of different people: the later of others, or each of those hurt in its own degree."""
    return all(_others(c) for c in run[1:]) or (run[0].measure == "injured" and _graded(run))


def _graded(run: Sequence[FigureClaim]) -> bool:
    """Whether behind each number stands how badly its people were hurt: "12 were seriously injured and 20 slightly hurt"."""
    low, sentence = run[0].sentence.start, run[0].sentence.text
    starts = [c.spans[0].start - low for c in run]
    behind = [
        set(sentence[a:b].lower().split()) & words().state.severity for a, b in pairwise([*starts, len(sentence)])
    ]
    return all(behind) and not set.intersection(*behind)


def _first(claim: FigureClaim) -> bool:
    """Whether a count of several people is nobody's addition."""
    return (claim.low or 0) > 1 and not _others(claim)


def _beside(run: Sequence[FigureClaim]) -> bool:
    """Whether the counts stand side by side: in a clause that only describes ("an attack in which five others died") the others
    may be others than those of the first count's kind."""
    low, sentence = run[0].sentence.start, run[0].sentence.text
    between = sentence[run[0].spans[0].end - low : run[-1].spans[0].start - low]
    return not words().again.describes & set(between.lower().split())


def _kind(claim: FigureClaim) -> tuple[str, str, str]:
    return claim.measure, claim.modality, claim.frame


def _others(claim: FigureClaim) -> bool:
    return bool(claim.low) and (claim.more or claim.of.partition(" ")[0].lower() in words().again.others)


def _sum(run: Sequence[FigureClaim], total: float) -> FigureClaim:
    return msgspec.structs.replace(
        run[0],
        spans=tuple(c.spans[0] for c in run),
        of="people",
        of_span=None,
        group="people",
        side="",
        low=total,
        high=total,
        text="; ".join(f"{c.text} {c.of}".strip() for c in run),
        inferred=True,
        weak=False,
    )
