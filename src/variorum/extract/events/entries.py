"""Kinds of articles that tell of events in their own way: live blogs and opinion pieces.

A live blog is many small entries, each with the clock time of its posting; what an entry tells without a time is of that time.
"""

from __future__ import annotations

import re
from bisect import bisect_right

import msgspec

from ...model import Expression
from ...model.page import Page
from ...rules.tables import table

FEWEST = 3
"""Stamps that make a live blog: fewer are the times of an ordinary report."""
LEAD = re.compile(r"[\s•*▪●#\-–—]*\Z")
"""What may stand before a stamp in its line."""
TAIL = re.compile(r"\s*(?:[A-Z]{2,4}\b)?\s*(?:\Z|[:|–—-])")
"""What may stand behind it: a time zone, then the end of the line or a sign of separation."""
LINE = 60
"""Characters of a line that are looked at on either side."""


class Texts(msgspec.Struct, frozen=True):
    """The part of `texts.toml` that is needed here."""

    first: list[str]


def argued(page: Page) -> bool:
    """Whether the article is labelled or filed as opinion. Much first person alone may be an eyewitness's report."""
    own = table("texts", Texts).first
    return any(f.kind == "opinion" and f.span.text.casefold().replace("’", "'") not in own for f in page.article.flags)


def entries(page: Page) -> list[Expression]:
    """The stamps of the article's entries in text order; empty where it is no live blog."""
    text = page.article.text
    found = [
        e for e in page.expressions if e.type == "TIME" and ":" in e.value and _alone(text, e.span.start, e.span.end)
    ]
    return found if len(found) >= FEWEST else []


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a clock time opens its line."""
    before = text[max(start - LINE, 0) : start].rpartition("\n")[2]
    after = text[end : end + LINE].partition("\n")[0]
    return LEAD.match(before) is not None and TAIL.match(after) is not None


def posted(stamps: list[Expression], at: int) -> tuple[Expression, ...]:
    """The stamp of the entry that a character lies in; none before the first."""
    last = bisect_right(stamps, at, key=lambda e: e.span.start) - 1
    return (stamps[last],) if last >= 0 else ()
