"""Whether what others have bears out that a number is a slip: a copied sentence, or reports that are sure of another number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...model import Reading, Span
from ...model.moment import before
from ...rules.measures import grows
from .cases import NOWHERE, Case, Seen, Sentence
from .relation import TOLLS
from .slips import Slipped, digit, figures, scaled
from .values import close, interval, unit

_SAME, SURE = 0.6, 0.8
"""Share of words that two sentences must have in common to be copies of one another but for the number; the same where the
number itself proves little."""
_SHORT = 8
"""Words of a sentence of which many are like it by chance."""
SMALL, DIGIT = 10, 100
"""The least number that is held to be a slip without a copied sentence to show it; the same for a lost or added digit."""
_CROWD = 12
"""In a figure with more values, one other report is not enough: something in it is one slip away by chance."""
_SETTLED = 3
"""Reports that give a number without hedge: it rises no more."""
_OPEN = {1: 3.0, 2: 2.0}
"""Beyond this many times its number, "more than" speaks against a value too, by the number of its telling digits."""
_EXACT = 1.5
"""The same for a number with more telling digits: nobody says "at least 126" of 216."""


def idle(reading: Reading, found: float, wanted: float, kind: Slipped, seen: Sequence[Seen]) -> bool:
    """Whether the likeness means nothing: one digit beside a 1, or a sum of which the wanted number is told as a part."""
    return (digit(kind) and min(found, wanted) == 1) or within(reading, wanted, seen)


def within(reading: Reading, wanted: float, seen: Sequence[Seen]) -> bool:
    """Whether the wanted number is told as a part of the sum that the reading is."""
    return any(
        whole.article == part.article and whole.start <= part.start and part.end <= whole.end
        for s in seen
        if s.number == wanted
        for part in s.reading.spans
        for whole in reading.spans
    )


def bearing(case: Case, sentences: Mapping[Span, Sentence]) -> Case:
    """The case with those values only that count the same: not those of another time ("last year 12 died" beside 21), nor the
    parts of which the suspected number may be the sum. Exactly ten times another number is neither."""
    if scaled(case.kind) and figures(case.number) > 1:
        return case
    mine = near(case.reading.spans, sentences, case.articles)
    if not any(s.article in case.articles for s in case.bearing):
        mine = mine._replace(past=None)  # the report has no other count of now: "the war that began in 2011 has killed"
    kept = [s for s in case.bearing if _same(case, mine, s, near(s.reading.spans, sentences, {s.article}))]
    return replace(case, bearing=kept)


def _same(case: Case, mine: Sentence, seen: Seen, other: Sentence) -> bool:
    if mine.past:
        (first, last), (start, end) = mine.past or ("", ""), other.past or ("", "")
        return max(first, start) <= min(last, end)
    whole = other.total > seen.number and case.number >= other.total
    return not whole or share(mine, other) >= SURE


def near(spans: Sequence[Span], sentences: Mapping[Span, Sentence], articles: set[str]) -> Sentence:
    """The sentence of the first of these spans that stands in one of these articles."""
    return next((sentences[s] for s in spans if s.article in articles and s in sentences), NOWHERE)


def unround(case: Case) -> bool:
    """ "around 103" beside the others' "about 130": who rounds does not give the last digit."""
    loose = case.reading.hedge == "about" and unit(case.number) == 1 and case.number >= DIGIT
    return loose and case.kind == "swap" and unit(case.wanted) > 1 and len(firm(case)) > 1


def borne(case: Case, sentences: Mapping[Span, Sentence]) -> bool:
    """Whether enough others have the wanted number: a copy of the very sentence, or articles that are sure of it."""
    if copied(case, sentences, SURE if digit(case.kind) and case.least < SMALL else _SAME):
        return True
    if case.least < (DIGIT if digit(case.kind) else SMALL):
        return False  # 40 is no 640 with a digit lost, nor 1 a 10: small counts of another thing are everywhere
    sure = firm(case)
    if max(figures(case.number), figures(case.wanted)) == 1 and case.figure.measure not in TOLLS:
        return False  # 500 and 5,000 are round numbers, which people use of anything
    if len(sure) != 1:
        return len(sure) > 1
    if any(s.article in case.articles for s in case.bearing):
        return case.least >= DIGIT or scaled(case.kind)
    few = len({r.number for r in case.figure.readings}) <= _CROWD
    telling = max(figures(case.number), figures(case.wanted))
    return few and telling > (1 if scaled(case.kind) else 2) and not digit(case.kind)


def firm(case: Case) -> set[str]:
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


def grown(case: Case) -> bool:
    """Whether every other report is of a time that explains the difference: reports that go on keep their sentences and change
    the number. Nothing grows to exactly ten times 34."""
    if not grows(case.figure.measure) or (scaled(case.kind) and figures(case.number) > 1):
        return False
    return all(
        before(s.reading.as_of, case.reading.as_of)
        if case.wanted < case.number
        else before(case.reading.as_of, s.reading.as_of)
        for s in case.bearing
        if s.number == case.wanted
    )


def copied(case: Case, sentences: Mapping[Span, Sentence], share: float) -> bool:
    """Whether another article has the very sentence with the wanted number, or the same article has it once more."""
    return not grown(case) and any(
        (a.article != b.article or case.figure.measure in TOLLS)  # one report gives many sums of money
        and _alike(sentences.get(a, NOWHERE), sentences.get(b, NOWHERE), share if a.article != b.article else SURE)
        for s in case.bearing
        if s.number == case.wanted
        for a in case.reading.spans
        for b in s.reading.spans
    )


def _alike(a: Sentence, b: Sentence, least: float) -> bool:
    return share(a, b) >= (least if min(len(a.words), len(b.words)) >= _SHORT else SURE)


def share(a: Sentence, b: Sentence) -> float:
    """The share of words that two sentences have in common; none for one and the same, nor for very short ones."""
    fewer = min(len(a.words), len(b.words))
    if fewer < 4 or (a.article == b.article and a.start == b.start):
        return 0.0
    return len(a.words & b.words) / fewer
