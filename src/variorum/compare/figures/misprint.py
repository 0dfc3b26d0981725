"""Likely misprints: a number that is a slip of the pen away from what the other reports, or the same report, have.

A wrong accusation costs more than a miss. So the number must stand alone, the number that it should be must be borne out by
others, and the two must be one slip apart: a zero too many or too few, two digits changed about, a digit left out or added.
A count that rises may do so by chance to just such a number: what time explains is no misprint.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...model import Figure, Finding, Reading, Record, Span, Witness, key
from ...rules.phrases import listing, number
from .bearing import DIGIT, SMALL, SURE, bearing, borne, copied, firm, idle, unround, within
from .cases import MANY, Case, Numbers, Seen, Sentence, Slip, lone, seen_of
from .context import ENOUGH, Printed, close_to, like, printed, weight
from .downward import downward
from .excess import exceeding
from .say import have, reasons, what
from .slips import scaled, slipped, sources
from .sums import swapped
from .tale import names

_LIKE = 0.25
"""Values of 100 and more within this share of each other bear each other out."""


def suspects(many: Sequence[Figure], records: Sequence[Record], sentences: Mapping[Span, Sentence]) -> dict[str, Slip]:
    """Reading id -> slip, for all figures of a story; `sentences` as `sentences_of` gives them."""
    digits = printed(records)
    seen = {f.id: seen_of(f) for f in many if len(f.readings) <= MANY}
    by_measure: dict[str, Numbers] = {}
    story: Numbers = {}
    for figure in many:
        numbers = by_measure.setdefault(figure.measure, {})
        for one in seen.get(figure.id, ()):
            numbers.setdefault(one.number, []).append(one)
            story.setdefault(one.number, []).append(one)
    out = {**swapped(many), **exceeding(many, sentences), **downward(many)}
    for figure in (f for f in many if f.id in seen):
        every = by_measure[figure.measure]
        for reading in figure.readings:
            case = _event(figure, reading, seen[figure.id], every, sentences)
            case = case or _worded(figure, reading, every, story, sentences, digits)
            if case is not None and reading.id not in out and _rather(case, every, sentences):
                out[reading.id] = Slip(_finding(case))
    return out


def _event(
    figure: Figure, reading: Reading, seen: Sequence[Seen], every: Numbers, sentences: Mapping[Span, Sentence]
) -> Case | None:
    if figure.frame != "event":
        return None
    return _slip(figure, reading, seen, sentences) or _apart(figure, reading, every, sentences)


def _worded(
    figure: Figure,
    reading: Reading,
    every: Numbers,
    story: Numbers,
    sentences: Mapping[Span, Sentence],
    digits: Printed,
) -> Case | None:
    """A number in digits that stands nowhere else in the story, and one slip away another in words like its own."""
    found = lone(reading)
    if found is None or not _plain(reading, sentences) or len(digits.get(found, ())) != 1:
        return None
    best: tuple[float, Case] | None = None
    for wanted in sources(found):
        near = every.get(wanted, story.get(wanted, ()))
        same = [s for s in near[:MANY] if s.reading.id != reading.id and like(figure, s.figure)]
        kind = slipped(found, wanted) if same else None
        if kind is None or within(reading, wanted, same):
            continue
        case = bearing(Case(figure, reading, found, wanted, kind, same), sentences)
        total = weight(case, sentences, len(every)) if case.bearing else 0.0
        if total >= ENOUGH and (best is None or total > best[0]):
            best = total, case
    return best[1] if best else None


def _plain(reading: Reading, sentences: Mapping[Span, Sentence]) -> bool:
    """Whether the number is printed in digits, and is no increment: "another 500"."""
    return any(c.isdigit() for c in reading.spans[0].text) and not any(
        sentences[s].more for s in reading.spans if s in sentences
    )


def _rather(case: Case, every: Numbers, sentences: Mapping[Span, Sentence]) -> bool:
    """Whether it is this number that is the slip, not the other: of two that one report each has, what its own sentence or the
    others say decides, else the size."""
    if any(sentences[s].odd for s in case.reading.spans if s in sentences):
        return True
    articles = {s.article for s in case.bearing}
    if len(articles - case.articles) != 1 or articles & case.articles:
        return True
    both = articles | case.articles
    mine, theirs = close_to(case.number, every, both, _LIKE), close_to(case.wanted, every, both, _LIKE)
    return mine < theirs or (mine == theirs and case.number > case.wanted)


def _apart(figure: Figure, reading: Reading, every: Numbers, sentences: Mapping[Span, Sentence]) -> Case | None:
    """A slip against a figure that another scope keeps apart: where the sentence is a copy, or where the reading stands alone,
    its scope may well be the other's, and two reports or more have the number that it should be."""
    found = lone(reading)
    if found is None or any(s.reading.id != reading.id for s in every.get(found, ())):
        return None
    alone = len({s.article for r in figure.readings for s in r.spans}) == 1
    for wanted in sources(found):
        same = [s for s in every.get(wanted, ())[:MANY] if s.figure.id != figure.id]
        kind = slipped(found, wanted) if same else None
        if kind is None or idle(reading, found, wanted, kind, same):
            continue
        case = bearing(Case(figure, reading, found, wanted, kind, same), sentences)
        if copied(case, sentences, SURE):
            return case
        own = scaled(kind) and any(s.article in case.articles for s in same)
        near = replace(case, bearing=[s for s in case.bearing if _compatible(figure, s.figure, anywhere=own)])
        if alone and len(firm(near)) > 1 and borne(near, sentences):
            return near
    return None


def _compatible(left: Figure, right: Figure, *, anywhere: bool) -> bool:
    """Whether two figures may count the same: of one modality, and of no two peoples or, unless `anywhere`, places."""
    if (left.modality, left.frame, left.subset_of) != (right.modality, right.frame, right.subset_of):
        return False
    if left.place and right.place and left.place != right.place and not anywhere:
        return False
    return not (names(left) and names(right)) or bool(names(left) & names(right))


def _slip(figure: Figure, reading: Reading, seen: Sequence[Seen], sentences: Mapping[Span, Sentence]) -> Case | None:
    found = lone(reading)
    articles = {s.article for s in reading.spans}
    if found is None or any(s.article not in articles and s.number == found for s in seen):
        return None
    others = [s for s in seen if s.number != found]
    crowd = any(_near(s.number, found, 20) for s in others)
    for wanted in sorted({s.number for s in others}):
        kind = slipped(found, wanted)
        if kind is None or idle(reading, found, wanted, kind, seen):
            continue
        least = SMALL if scaled(kind) else DIGIT
        near = [s for s in others if s.number == wanted or _near(s.number, wanted, least)]
        case = bearing(Case(figure, reading, found, wanted, kind, near), sentences)
        told = any(s.number == wanted for s in case.bearing)
        if told and (unround(case) or (not crowd and borne(case, sentences))):
            return case
    return None


def _near(left: float, right: float, least: float) -> bool:
    return left != right and min(left, right) >= least and abs(left - right) <= _LIKE * min(left, right)


def _finding(case: Case) -> Finding:
    peers = sorted({s.number for s in case.bearing})
    count = len({s.article for s in case.bearing})
    said, wanted = reasons().slip, number(case.wanted)
    if len(peers) > 1:
        wanted = said.elsewhere.format(wanted=wanted, others=listing([number(p) for p in peers if p != case.wanted]))
    kind = said.kinds[case.kind]
    why = said.peers.format(
        value=number(case.number), what=what(case.figure), kind=kind, wanted=wanted, reports=have(count)
    )
    first = case.reading.spans[0]
    sides = [Witness(id=case.reading.id, article=first.article, span=first)]
    sides += [
        Witness(id=s.reading.id, article=s.article, span=next(p for p in s.reading.spans if p.article == s.article))
        for s in case.bearing
    ]
    return Finding(
        id=key("misprint", case.reading.id),
        kind="misprint",
        about=case.figure.id,
        readings=tuple(dict.fromkeys(sides)),
        why=why,
    )
