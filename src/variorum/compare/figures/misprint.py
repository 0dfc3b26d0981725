"""Likely misprints: a number that is a slip of the pen away from what the other reports, or the same report, have.

A wrong accusation costs more than a miss. So the number must stand alone, the number that it should be must be borne out by
others, and the two must be one slip apart: a zero too many or too few, two digits changed about, a digit left out or added.
A count that rises may do so by chance to just such a number: what time explains is no misprint.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ...model import Figure, FigureClaim, Finding, Reading, Record, Span, Witness, key
from ...rules.phrases import listing, number
from .grows import grows
from .relation import TOLLS
from .say import have, reasons, what, words
from .slips import Slipped, digit, figures, scaled, slipped, sources
from .values import before, close, interval, unit, value

_LIKE = 0.25
"""Values of 100 and more within this share of each other bear each other out."""
_SAME, _SURE = 0.6, 0.8
"""Share of words that two sentences must have in common to be copies of one another but for the number; the same where the
number itself proves little."""
_SHORT = 8
"""Words of a sentence of which many are like it by chance."""
_SMALL, _DIGIT = 10, 100
"""The least number that is held to be a slip without a copied sentence to show it; the same for a lost or added digit."""
_MANY = 200
"""A figure with more readings is a table of numbers: everything is one slip from something in it."""
_CROWD = 12
"""In a figure with more values, one other report is not enough: something in it is one slip away by chance."""
_SETTLED = 3
"""Reports that give a number without hedge: it rises no more."""
_OPEN = {1: 3.0, 2: 2.0}
"""Beyond this many times its number, "more than" speaks against a value too, by the number of its telling digits."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_EXACT = 1.5
"""The same for a number with more telling digits: nobody says "at least 126" of 216."""


@dataclass(frozen=True)
class Slip:
    """A suspect reading, and the finding that says why."""

    finding: Finding


@dataclass(frozen=True)
class Seen:
    """One value of one article."""

    figure: Figure
    reading: Reading
    article: str
    number: float


class Sentence(NamedTuple):
    """The sentence of a number: where it stands, and its words."""

    article: str
    start: int
    words: frozenset[str]


Numbers = dict[float, list[Seen]]
"""The values of one measure, by number."""
_NONE = Sentence("", -1, frozenset())


@dataclass(frozen=True)
class Case:
    """A reading that may be a slip for `wanted`, and the values of others (and of its own article) that bear that out."""

    figure: Figure
    reading: Reading
    number: float
    wanted: float
    kind: Slipped
    bearing: Sequence[Seen]

    @property
    def articles(self) -> set[str]:
        """The articles of the reading; one, as a rule."""
        return {s.article for s in self.reading.spans}

    @property
    def least(self) -> float:
        """The smaller of the two numbers."""
        return min(self.number, self.wanted)


def suspects(many: Sequence[Figure], records: Sequence[Record]) -> dict[str, Slip]:
    """Reading id -> slip, for all figures of a story."""
    sentences = _sentences(records)
    seen = {f.id: _seen(f) for f in many if len(f.readings) <= _MANY}
    by_measure: dict[str, Numbers] = {}
    for figure in many:
        numbers = by_measure.setdefault(figure.measure, {})
        for one in seen.get(figure.id, ()):
            numbers.setdefault(one.number, []).append(one)
    out = _parts(many, sentences)
    for figure in many:
        if figure.frame != "event" or figure.id not in seen:
            continue
        for reading in figure.readings:
            case = _slip(figure, reading, seen[figure.id], sentences) or _apart(
                figure, reading, by_measure[figure.measure], sentences
            )
            if case is not None:
                out[reading.id] = Slip(_finding(case))
    return out


def _parts(many: Sequence[Figure], sentences: Mapping[Span, Sentence]) -> dict[str, Slip]:
    """Parts that are told of as larger than their whole in one sentence: "69 people, including 190 children"."""
    by_id = {f.id: f for f in many}
    out: dict[str, Slip] = {}
    for figure in many:
        whole = by_id.get(figure.subset_of or "")
        if whole is not None and len(figure.readings) * len(whole.readings) > _MANY * _MANY:
            continue
        for part in figure.readings if whole else ():
            home = next((r for r in whole.readings if _told(part, r, sentences)), None) if whole else None
            if whole is None or home is None or interval(part)[0] <= max(interval(home)[1], _SMALL):
                continue
            why = reasons().slip.part.format(
                part=words(part, figure), who=figure.of, whole=words(home, whole), what=what(whole)
            )
            sides = (_witness(part), _witness(home))
            out[part.id] = Slip(
                Finding(id=key("misprint", part.id), kind="misprint", about=figure.id, readings=sides, why=why)
            )
    return out


def _told(part: Reading, whole: Reading, sentences: Mapping[Span, Sentence]) -> bool:
    """Whether both stand in one sentence of one article."""
    return any(
        a.article == b.article and sentences.get(a, _NONE).start == sentences.get(b, _NONE).start
        for a in part.spans
        for b in whole.spans
    )


def _witness(reading: Reading) -> Witness:
    return Witness(id=reading.id, article=reading.spans[0].article, span=reading.spans[0])


def _seen(figure: Figure) -> list[Seen]:
    return [
        Seen(figure, r, a, v)
        for r in figure.readings
        if not r.inferred and (v := value(r)) is not None
        for a in sorted({s.article for s in r.spans})
    ]


def _lone(reading: Reading) -> float | None:
    """The number of a reading that one article alone has, where it is a whole one."""
    found = value(reading)
    if found is None or reading.inferred or not float(found).is_integer():
        return None
    return found if len({s.article for s in reading.spans}) == 1 else None


def _apart(figure: Figure, reading: Reading, every: Numbers, sentences: Mapping[Span, Sentence]) -> Case | None:
    """A slip against a figure that another scope keeps apart: where the sentence is a copy, or where the reading stands alone,
    its scope may well be the other's, and two reports or more have the number that it should be."""
    found = _lone(reading)
    if found is None or any(s.reading.id != reading.id for s in every.get(found, ())):
        return None
    alone = len({s.article for r in figure.readings for s in r.spans}) == 1
    for wanted in sources(found):
        same = [s for s in every.get(wanted, ())[:_MANY] if s.figure.id != figure.id]
        kind = slipped(found, wanted) if same else None
        if kind is None or _idle(reading, found, wanted, kind, same):
            continue
        case = Case(figure, reading, found, wanted, kind, same)
        if _copied(case, sentences, _SURE):
            return case
        own = scaled(kind) and any(s.article in case.articles for s in same)
        near = replace(case, bearing=[s for s in same if _compatible(figure, s.figure, anywhere=own)])
        if alone and len(_firm(near)) > 1 and _borne(near, sentences):
            return near
    return None


def _compatible(left: Figure, right: Figure, *, anywhere: bool) -> bool:
    """Whether two figures may count the same: of one modality, and of no two peoples or, unless `anywhere`, places."""
    if (left.modality, left.frame, left.subset_of) != (right.modality, right.frame, right.subset_of):
        return False
    if left.place and right.place and left.place != right.place and not anywhere:
        return False
    names = [{w for w in f.of.split() if w[:1].isupper()} for f in (left, right)]
    return not (names[0] and names[1]) or bool(names[0] & names[1])


def _slip(figure: Figure, reading: Reading, seen: Sequence[Seen], sentences: Mapping[Span, Sentence]) -> Case | None:
    found = _lone(reading)
    articles = {s.article for s in reading.spans}
    if found is None or any(s.article not in articles and s.number == found for s in seen):
        return None
    others = [s for s in seen if s.number != found]
    crowd = any(_near(s.number, found, 20) for s in others)
    for wanted in sorted({s.number for s in others}):
        kind = slipped(found, wanted)
        if kind is None or _idle(reading, found, wanted, kind, seen):
            continue
        least = _SMALL if scaled(kind) else _DIGIT
        bearing = [s for s in others if s.number == wanted or _near(s.number, wanted, least)]
        case = Case(figure, reading, found, wanted, kind, bearing)
        if _unround(case) or (not crowd and _borne(case, sentences)):
            return case
    return None


def _idle(reading: Reading, found: float, wanted: float, kind: Slipped, seen: Sequence[Seen]) -> bool:
    """Whether the likeness means nothing: one digit beside a 1, or a sum of which the wanted number is told as a part."""
    if digit(kind) and min(found, wanted) == 1:
        return True
    return any(
        whole.article == part.article and whole.start <= part.start and part.end <= whole.end
        for s in seen
        if s.number == wanted
        for part in s.reading.spans
        for whole in reading.spans
    )


def _unround(case: Case) -> bool:
    """ "around 103" beside the others' "about 130": who rounds does not give the last digit."""
    loose = case.reading.hedge == "about" and unit(case.number) == 1 and case.number >= _DIGIT
    return loose and case.kind == "swap" and unit(case.wanted) > 1 and len(_firm(case)) > 1


def _borne(case: Case, sentences: Mapping[Span, Sentence]) -> bool:
    """Whether enough others have the wanted number: a copy of the very sentence, or articles that are sure of it."""
    if _copied(case, sentences, _SURE if digit(case.kind) and case.least < _SMALL else _SAME):
        return True
    if case.least < (_DIGIT if digit(case.kind) else _SMALL):
        return False  # 40 is no 640 with a digit lost, nor 1 a 10: small counts of another thing are everywhere
    firm = _firm(case)
    if max(figures(case.number), figures(case.wanted)) == 1 and case.figure.measure not in TOLLS:
        return False  # 500 and 5,000 are round numbers, which people use of anything
    if len(firm) != 1:
        return len(firm) > 1
    if any(s.article in case.articles for s in case.bearing):
        return case.least >= _DIGIT or scaled(case.kind)
    few = len({value(r) for r in case.figure.readings}) <= _CROWD
    telling = max(figures(case.number), figures(case.wanted))
    return few and telling > (1 if scaled(case.kind) else 2) and not digit(case.kind)


def _firm(case: Case) -> set[str]:
    """The other articles whose number cannot be the suspected one: not by their hedge, nor by the time between them."""
    return {s.article for s in case.bearing if s.article not in case.articles and not _allows(case, s)}


def _allows(case: Case, other: Seen) -> bool:
    low, high = interval(other.reading, reach=_OPEN.get(figures(other.number), _EXACT))
    if low <= case.number <= high:
        return True
    if not grows(case.figure.measure) or (scaled(case.kind) and figures(case.number) > 1):
        return False  # nothing grows to exactly ten times 34
    if len({s.article for s in case.bearing if s.number == case.wanted and s.reading.hedge == "exact"}) >= _SETTLED:
        return False
    then, now = (other.reading, case.reading) if case.number > other.number else (case.reading, other.reading)
    return before(then.as_of, now.as_of) and not (figures(case.number) > 2 and close(then.as_of, now.as_of))


def _copied(case: Case, sentences: Mapping[Span, Sentence], share: float) -> bool:
    """Whether another article has the very sentence with the wanted number, or the same article has it once more."""
    return any(
        _alike(sentences.get(a, _NONE), sentences.get(b, _NONE), share if a.article != b.article else _SURE)
        for s in case.bearing
        if s.number == case.wanted
        for a in case.reading.spans
        for b in s.reading.spans
    )


def _alike(a: Sentence, b: Sentence, share: float) -> bool:
    if a.article == b.article and a.start == b.start:
        return False
    least, both = min(len(a.words), len(b.words)), len(a.words & b.words)
    return least >= 4 and both / least >= (share if least >= _SHORT else _SURE)


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


def _sentences(records: Sequence[Record]) -> dict[Span, Sentence]:
    """Span of a figure's number -> its sentence."""
    return {
        claim.spans[0]: Sentence(
            claim.article, claim.sentence.start, frozenset(w.lower() for w in _WORD.findall(claim.sentence.text))
        )
        for record in records
        for claim in record.claims
        if isinstance(claim, FigureClaim)
    }
