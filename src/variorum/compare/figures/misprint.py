"""Likely misprints: a number that is a slip of the pen away from what the other reports, or the same report, have.

A wrong accusation costs more than a miss. So the number must stand alone, the number that it should be must be borne out by
others, and the two must be one slip apart: a zero too many or too few, two digits changed about, a digit left out or added.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...model import Figure, FigureClaim, Finding, Reading, Record, Span, Witness, key
from .values import interval, shown, value

_LIKE = 0.25
"""Values of 100 and more within this share of each other bear each other out."""
_SAME, _SURE = 0.6, 0.8
"""Share of words that two sentences must have in common to be copies of one another but for the number; the same where the
number itself proves little."""
_SMALL, _DIGIT = 10, 100
"""The least number that is held to be a slip without a copied sentence to show it; the same for a lost or added digit."""
_MANY = 200
"""A figure with more readings is a table of numbers: everything is one slip from something in it."""
_OPEN = 3.0
"""Beyond this many times its number, "more than" speaks against a value too."""
_WORD = re.compile(r"[^\W\d_]{3,}")


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


def suspects(many: Sequence[Figure], records: Sequence[Record]) -> dict[str, Slip]:
    """Reading id -> slip, for all figures of a story."""
    sentences = _sentences(records)
    out: dict[str, Slip] = {}
    for figure in many:
        if figure.frame != "event" or len(figure.readings) > _MANY:
            continue
        seen = _seen(figure)
        other = [s for f in many if f.id != figure.id and f.measure == figure.measure for s in _seen(f)]
        for reading in figure.readings:
            slip = _slip(figure, reading, seen, sentences) or _apart(figure, reading, other, sentences)
            if slip is not None:
                out[reading.id] = slip
    return out


def _seen(figure: Figure) -> list[Seen]:
    return [
        Seen(figure, r, a, v)
        for r in figure.readings
        if not r.inferred and (v := value(r)) is not None
        for a in sorted({s.article for s in r.spans})
    ]


def _apart(
    figure: Figure, reading: Reading, other: Sequence[Seen], sentences: Mapping[Span, frozenset[str]]
) -> Slip | None:
    """A slip against a figure that another scope keeps apart: only where the sentence is a copy."""
    number, articles = value(reading), {s.article for s in reading.spans}
    if number is None or reading.inferred or len(articles) > 1 or any(s.number == number for s in other):
        return None
    for one in other:
        kind = slipped(number, one.number)
        if (
            kind
            and one.article not in articles
            and any(_copied(a, b, sentences, _SURE) for a in reading.spans for b in one.reading.spans)
        ):
            return Slip(
                _finding(figure, reading, number, kind, [s for s in other if s.number == one.number], one.number)
            )
    return None


def _slip(
    figure: Figure, reading: Reading, seen: Sequence[Seen], sentences: Mapping[Span, frozenset[str]]
) -> Slip | None:
    number = value(reading)
    articles = {s.article for s in reading.spans}
    if (
        number is None
        or reading.inferred
        or len(articles) > 1
        or (reading.low is not None and not float(number).is_integer())
    ):
        return None
    others = [s for s in seen if s.number != number]
    if any(s.article not in articles and s.number == number for s in seen) or any(
        _near(s.number, number, 20) for s in others
    ):
        return None
    for wanted in sorted({s.number for s in others}):
        kind = slipped(number, wanted)
        least = _DIGIT if kind and "digit" in kind else _SMALL
        bearing = [s for s in others if s.number == wanted or _near(s.number, wanted, least)]
        if kind and _borne(reading, articles, wanted, number, kind, bearing, sentences):
            return Slip(_finding(figure, reading, number, kind, bearing, wanted))
    return None


def _borne(
    reading: Reading,
    articles: set[str],
    wanted: float,
    number: float,
    kind: str,
    bearing: Sequence[Seen],
    sentences: Mapping[Span, frozenset[str]],
) -> bool:
    """Whether enough others have the wanted number: a copy of the very sentence, or two articles that are sure of it."""
    other = {s.article for s in bearing if s.article not in articles}
    same = _SURE if "digit " in kind and min(number, wanted) < _SMALL else _SAME
    if any(
        _copied(a, b, sentences, same)
        for s in bearing
        if s.number == wanted and s.article in other
        for a in reading.spans
        for b in s.reading.spans
    ):
        return True
    if any(low <= number <= high for low, high in (interval(s.reading, reach=_OPEN) for s in bearing)):
        return False  # "more than 120" does not speak against 210
    if min(number, wanted) < (_DIGIT if "digit " in kind else _SMALL):
        return False  # 40 is no 640 with a digit lost, nor 1 a 10: small counts of another thing are everywhere
    return len(other) >= 2 or (
        len(other) == 1 and min(number, wanted) >= _DIGIT and any(s.article in articles for s in bearing)
    )


def _copied(left: Span, right: Span, sentences: Mapping[Span, frozenset[str]], share: float) -> bool:
    a, b = sentences.get(left, frozenset()), sentences.get(right, frozenset())
    return len(a) >= 4 and len(b) >= 4 and len(a & b) / min(len(a), len(b)) >= share


def _near(left: float, right: float, least: float = 100) -> bool:
    return left != right and min(left, right) >= least and abs(left - right) <= _LIKE * min(left, right)


def slipped(number: float, wanted: float) -> str | None:
    """How the one may have become the other by one slip; None where it takes more."""
    a, b = f"{number:.0f}", f"{wanted:.0f}"
    if a == b or number == wanted:
        return None
    if number == wanted * 10:
        return "ten times"
    if number * 10 == wanted:
        return "a tenth of"
    if number in (wanted * 1000, wanted / 1000):
        return "a thousand times" if number > wanted else "a thousandth of"
    if len(a) == len(b) and sorted(a) == sorted(b):
        apart = [i for i in range(len(a)) if a[i] != b[i]]
        if len(apart) == 2 and apart[1] - apart[0] == 1:
            return "two digits changed about from"
    if len(a) + 1 == len(b) and len(b) > 1 and any(b[:i] + b[i + 1 :] == a for i in range(len(b))):
        return "a digit short of"
    if len(b) + 1 == len(a) and len(b) > 1 and any(a[:i] + a[i + 1 :] == b for i in range(len(a))):
        return "a digit more than"
    return None


def _finding(
    figure: Figure, reading: Reading, number: float, kind: str, bearing: Sequence[Seen], wanted: float
) -> Finding:
    peers = sorted({s.number for s in bearing})
    count = len({s.article for s in bearing})
    said = shown(wanted) if len(peers) == 1 else f"{shown(wanted)} ({', '.join(shown(p) for p in peers)} elsewhere)"
    who = f" {figure.of}" if figure.of else ""
    have = "report has" if count == 1 else "reports have"
    why = f"{shown(number)}{who} {figure.measure} is {kind} {said}, which {count} {have}: likely a misprint"
    sides = [Witness(id=reading.id, article=reading.spans[0].article, span=reading.spans[0])]
    sides += [
        Witness(id=s.reading.id, article=s.article, span=next(p for p in s.reading.spans if p.article == s.article))
        for s in bearing
    ]
    return Finding(
        id=key("misprint", reading.id), kind="misprint", about=figure.id, readings=tuple(dict.fromkeys(sides)), why=why
    )


def _sentences(records: Sequence[Record]) -> dict[Span, frozenset[str]]:
    """Span of a figure's number -> the words of its sentence."""
    return {
        claim.spans[0]: frozenset(w.lower() for w in _WORD.findall(claim.sentence.text))
        for record in records
        for claim in record.claims
        if isinstance(claim, FigureClaim)
    }
