"""Words beside a day that tell how it lies to what the report tells of."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from ...model import Expression, Record
from ...rules.tables import table

NEAR = 40
"""Characters before a day in which such a word is looked for."""
WORD = re.compile(r"[^\W\d_]+")
MARKS = frozenset(".!?\n;")


class Speech(msgspec.Struct, frozen=True):
    """Word lists of rules/en/dating.toml."""

    after: tuple[str, ...]
    between: tuple[str, ...]
    count: tuple[str, ...]
    credit: tuple[str, ...]
    old: tuple[str, ...]
    back: tuple[str, ...]


@cache
def speech() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words behind which a day lies after what happened; words that may stand between; words that make a length a count."""
    rows = table("dating", Speech)
    return frozenset(rows.after), frozenset(rows.between), frozenset(rows.count)


def afterwards(record: Record, one: Expression) -> bool:
    """Whether a day is that of something said or done about a happening, which lies after it: "police said Monday"."""
    after, between, _ = speech()
    start = one.span.start
    before = record.article.text[max(0, start - NEAR) : start]
    cut = max((before.rfind(mark) for mark in MARKS), default=-1)
    for word in reversed(WORD.findall(before[cut + 1 :].lower())):
        if word not in between:
            return word in after
    return False


def backward(record: Record, one: Expression) -> bool:
    """Whether a word before a time, in its sentence, says that it is looked back on: "previous talks in November"."""
    before = record.article.text[max(0, one.span.start - 2 * NEAR) : one.span.start]
    cut = max((before.rfind(mark) for mark in MARKS), default=-1)
    return not _backs().isdisjoint(WORD.findall(before[cut + 1 :].lower()))


@cache
def _backs() -> frozenset[str]:
    return frozenset(table("dating", Speech).back)


@cache
def credits_() -> re.Pattern[str]:
    """What follows a caption: the credit of its picture, in brackets or behind a bar, on the same line."""
    words = "|".join(re.escape(word) for word in table("dating", Speech).credit)
    return re.compile(rf"[^()|\n]{{0,240}}[(|][^()|\n]{{0,60}}(?:/|\b(?:{words})\b)", re.IGNORECASE)


@cache
def olden() -> re.Pattern[str]:
    """Words that say that a picture is not new."""
    words = "|".join(re.escape(word) for word in table("dating", Speech).old)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
