"""Whether two articles tell of one happening: grouping by words alone may set two crimes of one town side by side."""

from __future__ import annotations

import re
from functools import lru_cache

from ...model import Record

NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
"""A capitalised word within a sentence."""
WORD = re.compile(r"[^\W\d_]{4,}|\d+")
SHARED = 5
"""Names that two reports of one happening share at least: of 58 pairs below this, 40 told of two."""

FEW, HALF = 3, 0.5
"""Names that short reports share at least, and the share of the fewer names of the two that these must be."""


def kin(left: Record, right: Record) -> bool:
    """Whether the two share enough names, those of days and months left out."""
    a, b = _names(left.article.text), _names(right.article.text)
    common = len(a & b - _days(left))
    return common >= SHARED or (common >= FEW and common >= HALF * min(len(a), len(b)))


def likeness(left: Record, right: Record) -> float:
    """The share of their words that two articles have in common, 0 to 1: those of one day repeat each other's words."""
    a, b = _words(left.article.text), _words(right.article.text)
    return len(a & b) / max(1, len(a | b))


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text[:20000].lower()))


@lru_cache(maxsize=4096)
def _names(text: str) -> frozenset[str]:
    return frozenset(NAME.findall(text[:20000]))


def _days(record: Record) -> frozenset[str]:
    return frozenset(word for one in record.expressions for word in one.span.text.split())
