"""Counts of one report that cannot stand together: parts that make more than their whole, and columns changed about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ...model import Figure, FigureClaim, Finding, Reading, Record, Span, key
from ...rules.phrases import listing, number
from ..words import counts
from .cases import MANY, Slip
from .made import finding
from .relation import ONE
from .say import have, reasons, what, words
from .values import interval

Told = tuple[Figure, Reading]
Column = Mapping[float, Sequence[Told]]
Places = Mapping[Span, Told]
_WITNESSES, _LEAST = 2, 2
"""Other reports that must have two columns the other way round, and the least number in either."""


def sums(many: Sequence[Figure], records: Sequence[Record]) -> list[Finding]:
    """Parts told in one sentence, no two of which can be the same people, that make more than their whole."""
    places = {span: (figure, reading) for figure in many for reading in figure.readings for span in reading.spans}
    return [one for record in records for one in _overfull(record, places)]


def _overfull(record: Record, places: Places) -> Iterator[Finding]:
    claims = [c for c in record.claims if isinstance(c, FigureClaim)]
    whole_of = {c.id: c for c in claims if c.subset_of is None}
    parts: dict[tuple[str, int], list[FigureClaim]] = defaultdict(list)
    for claim in claims:
        if claim.subset_of in whole_of:
            parts[claim.subset_of or "", claim.sentence.start].append(claim)
    for (name, start), some in parts.items():
        whole = whole_of[name]
        told = [places[c.spans[0]] for c in (whole, *some) if c.spans[0] in places]
        groups = {c.group for c in some}
        one_each = len(groups) == len(some) > 1 and any(groups <= family for family in counts().apart)
        if whole.sentence.start == start and one_each and len(told) == len(some) + 1 and _exceed(told):
            yield _sum(told)


def _exceed(told: Sequence[Told]) -> bool:
    """Whether the readings after the first make more than it, none of them more by itself, which is a likely misprint."""
    (_, whole), *parts = told
    least, most = [interval(r)[0] for _, r in parts], interval(whole)[1]
    return sum(least) > most >= max(least)


def _sum(told: Sequence[Told]) -> Finding:
    (figure, whole), *parts = told
    why = (
        reasons()
        .sum["parts"]
        .format(
            parts=listing([f"{words(r, f)} {f.of}".strip() for f, r in parts]),
            sum=number(sum(r.number or 0 for _, r in parts)),
            whole=words(whole, figure),
            what=what(figure),
        )
    )
    return finding("conflict", figure, [whole, *(r for _, r in parts)], why)


def swapped(many: Sequence[Figure]) -> dict[str, Slip]:
    """Reading id -> slip, of two counts that one report gives just the other way round than two reports or more."""
    tolls: dict[str, dict[float, list[Told]]] = {name: defaultdict(list) for name in sorted(ONE)}
    for figure in many:
        plain = figure.frame == "event" and figure.modality == "actual" and figure.subset_of is None
        for reading in figure.readings if plain and figure.measure in ONE and len(figure.readings) <= MANY else ():
            if not reading.inferred and (reading.number or 0) >= _LEAST:
                tolls[figure.measure][reading.number or 0].append((figure, reading))
    names = sorted(tolls)
    pairs = ((tolls[one], tolls[other]) for i, one in enumerate(names) for other in names[i + 1 :])
    return {name: slip for left, right in pairs for name, slip in _crossed(left, right)}


def _crossed(left: Column, right: Column) -> Iterator[tuple[str, Slip]]:
    """`left` and `right`: the readings of two measures, by value."""
    alone: dict[str, list[float]] = defaultdict(list)
    for other, told in sorted(right.items()):
        articles = _articles(told)
        if len(articles) == 1:
            alone[min(articles)].append(other)
    for one, told in sorted(left.items()):
        mine = _articles(told)
        for other in alone.get(min(mine), ()) if len(mine) == 1 else ():
            theirs = _articles(left.get(other, ())) & _articles(right.get(one, ()))
            if other != one and not theirs & mine and len(theirs) >= _WITNESSES:
                yield from _slip(told, right[other], [*left[other], *right[one]], theirs)


def _slip(
    left: Sequence[Told],
    right: Sequence[Told],
    others: Sequence[Told],
    articles: set[str],
) -> Iterator[tuple[str, Slip]]:
    (one, first), (two, second) = left[0], right[0]
    why = reasons().slip.columns.format(
        one=words(first, one), what=what(one), two=words(second, two), other=what(two), reports=have(len(articles))
    )
    sides = [first, second, *(r for _, r in others if _of(r) & articles)]
    slip = Slip(msgspec.structs.replace(finding("misprint", one, sides, why), id=key("swapped", first.id, second.id)))
    for _, reading in (*left, *right):
        yield reading.id, slip


def _articles(told: Sequence[Told]) -> set[str]:
    return {a for _, r in told for a in _of(r)}


def _of(reading: Reading) -> set[str]:
    return {s.article for s in reading.spans}
