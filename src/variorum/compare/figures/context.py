"""How much speaks for a slip: a number that stands nowhere else, in words like those in which others have another number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from ...model import Figure, Record, Span
from ...rules.phrases import phrases
from .bearing import grown, near
from .cases import Case, Seen, Sentence
from .relation import TOLLS
from .slips import Slipped, figures
from .tale import names

ENOUGH = 1.5
"""Weight from which a number is held to be a slip. Over 169 stories of three kinds as printed two numbers reach it."""
_KIND: dict[Slipped, float] = {"ten": 1.5, "tenth": 1.0, "swap": 0.5, "short": 0.0}
"""What the kind of slip weighs: nothing grows to exactly ten times a number, while 40 and 140 are there by chance."""
_COPY = 4
"""Words in a row, next to the number, that make a copy."""
_RUN, _WORD, _REPORT, _TELLING, _OWN = 0.5, 0.5, 0.5, 0.75, 1.5
"""What each weighs: a word of such a row (six at most), a word near the number that both have (four at most), a report with
the wanted number (four at most), one after the first that has it in words like these (three at most), the wanted number in
words like these in another sentence of the same article."""
_DIGIT, _ONE = -4.0, -1.0
"""The same for a number of one digit, and once more for a 1: such are in every report."""
_ODD = 6.0
"""The same where the sentence itself denies the number: "1 people"."""
_CROWDS = ((6, 0.0), (12, -0.5), (25, -1.0))
"""Different numbers of a measure up to which chance weighs so much: among many, one is a slip away from any."""
_CROWD = -1.5
_OTHER, _MEASURE, _MODE, _PART = -1.0, -1.5, -1.0, -1.0
"""The same where the words for those counted have nothing in common, where all others were read as of another measure, of
another modality, or as parts of a whole where this is none: all these are misread at times."""
_NEAR, _LONG, _STEM = 5, 4, 5
"""Words on either side that are compared, the least length of one, and how many letters of it."""
PRINTED = re.compile(r"(?<![\w.,:/])(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?![\w:/]|[.,]\d)")

Printed = Mapping[float, set[str]]


def printed(records: Sequence[Record]) -> Printed:
    """Each number in digits of a story, with the articles that have it."""
    out: dict[float, set[str]] = {}
    for record in records:
        for found in PRINTED.finditer(record.article.text):
            out.setdefault(float(found[0].replace(",", "")), set()).add(record.article.id)
    return out


def weight(case: Case, sentences: Mapping[Span, Sentence], values: int) -> float:
    """What speaks for a slip, added up; `values` are the measure's different numbers in the story. Below nothing for a slip
    that proves nothing without a copy."""
    mine = near(case.reading.spans, sentences, case.articles)
    peers = [(s, near(s.reading.spans, sentences, {s.article})) for s in case.bearing]
    others = [(s, one) for s, one in peers if s.article not in case.articles]
    run = max((_run(mine, one) for _, one in others), default=0)
    if (grown(case) and not mine.odd) or (not others and case.figure.measure not in TOLLS):
        return -1.0  # one report gives many sums of money
    if run < _COPY and not mine.odd and (case.kind not in _KIND or _round(case)):
        return -1.0
    common = max((len(_words(mine) & _words(one)) for _, one in others), default=0)
    reports = {s.article for s, _ in others}
    telling = {s.article for s, one in others if _words(mine) & _words(one) or _run(mine, one) > 1}
    own = any(s.article in case.articles and one.start != mine.start and _words(mine) & _words(one) for s, one in peers)
    total = _KIND.get(case.kind, 0.0) + _RUN * min(run, 6) + _WORD * min(common, 4) + _OWN * own
    total += _REPORT * min(len(reports), 4) + _TELLING * min(len(telling) - 1, 3)
    total += _ODD if mine.odd else 0.0
    return total + _against(case, run) + _crowded(values)


def _round(case: Case) -> bool:
    """500 and 5,000 of anything but the toll: people use round numbers of anything."""
    return max(figures(case.number), figures(case.wanted)) == 1 and case.figure.measure not in TOLLS


def _against(case: Case, run: int) -> float:
    """What speaks against one."""
    total = _DIGIT if case.least < 10 and run < _COPY else 0.0
    total += _ONE if case.least == 1 else 0.0
    total += _MEASURE if all(case.figure.measure != s.figure.measure for s in case.bearing) else 0.0
    total += _MODE if all(_mode(case.figure) != _mode(s.figure) for s in case.bearing) else 0.0
    total += _PART if all(_part(case.figure) != _part(s.figure) for s in case.bearing) else 0.0
    total += _OTHER if all(_strange(case.figure, s.figure) for s in case.bearing) else 0.0
    return total


def _mode(figure: Figure) -> tuple[str, str]:
    return figure.modality, figure.frame


def _part(figure: Figure) -> bool:
    return figure.subset_of is not None


def _strange(left: Figure, right: Figure) -> bool:
    return bool(left.of and right.of) and not set(left.of.lower().split()) & set(right.of.lower().split())


def _crowded(values: int) -> float:
    return next((weight for most, weight in _CROWDS if values <= most), _CROWD)


def _run(left: Sentence, right: Sentence) -> int:
    """Words in a row that both have next to the number, on both sides together; numbers match any number."""
    return row(left.left, right.left) + row(left.right, right.right)


def row(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words both begin with; numbers match any number."""
    for at, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b and not (a[0].isdigit() and b[0].isdigit()):
            return at
    return min(len(left), len(right))


def _words(sentence: Sentence) -> set[str]:
    near = [*_near(sentence.left), *_near(sentence.right)]
    return {w[:_STEM] for w in near if len(w) >= _LONG and w not in _stop()}


def _near(words: Sequence[str]) -> list[str]:
    return [w for w in words if w[0].isalpha()][:_NEAR]


@cache
def _stop() -> frozenset[str]:
    return frozenset(phrases().titles.stop)


def like(left: Figure, right: Figure) -> bool:
    """Whether two figures may count the same: of one unit and of no two peoples."""
    apart = names(left) and names(right) and not names(left) & names(right)
    return left.unit == right.unit and not apart


def close_to(number: float, seen: Mapping[float, Sequence[Seen]], articles: set[str], share: float) -> int:
    """How many other articles have a number within `share` of this one."""
    near = (
        v for n, v in seen.items() if n != number and min(n, number) > 0 and abs(n - number) <= share * min(n, number)
    )
    return len({s.article for many in near for s in many} - articles)
