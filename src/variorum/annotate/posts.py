"""The posts of a live blog: many small reports on one page, each under its clock time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model import Article, Expression, Post, Span
from .times.cut import clock

FEWEST = 3
"""Stamps that make a live blog: fewer are the times of an ordinary report."""
LEAST = 40
"""Characters of a post that tells something: the lines of a timetable or programme are shorter."""
LEAD = r"[\s•*▪●#\-–—\[(]*"
TAIL = r"[\])*]*\s*(?:[A-Z]{2,4}\b)?[\])*]*[ \t]*(?:\Z|\n|[:|–—-])"
"""What may stand before and behind a stamp in its line: a time zone, then the end of the line or a sign of separation."""
BARE = re.compile(rf"^{LEAD}(?P<clock>\d{{1,2}}[:.]\d{{2}})(?={TAIL}|[ \t]+[\"“‘']?[A-Z])", re.M)
"""A clock time without a word that says so, which is one at the beginning of a line alone."""
BEFORE, AFTER = re.compile(rf"{LEAD}\Z"), re.compile(TAIL)
LINE = 60
"""Characters of a line that are looked at on either side."""


def posts(article: Article, expressions: Sequence[Expression]) -> tuple[Post, ...]:
    """The posts of an article in text order, each from its stamp to the next; none where it is no live blog."""
    text = article.text
    stamps = {s.start: (s, value) for s, value in _bare(article)}
    stamps |= {e.span.start: (e.span, e.value) for e in expressions if _alone(text, e)}
    if len(stamps) < FEWEST:
        return ()
    starts = sorted(stamps)
    found = tuple(Post(a, b, *stamps[a]) for a, b in pairwise([*starts, len(text)]))
    telling = [p for p in found if len(text[p.stamp.end : p.end].strip()) >= LEAST]
    return found if len(telling) >= FEWEST and 2 * len(telling) >= len(found) else ()


def _bare(article: Article) -> Iterator[tuple[Span, str]]:
    for found in BARE.finditer(article.text):
        hour = clock(found["clock"])
        if hour:
            yield article.cut(*found.span("clock")), f"XXXX-XX-XXT{hour}"


def _alone(text: str, one: Expression) -> bool:
    """Whether an expression is a clock time that opens its line."""
    if one.type != "TIME" or ":" not in one.value:
        return False
    before = text[max(one.span.start - LINE, 0) : one.span.start].rpartition("\n")[2]
    after = text[one.span.end : one.span.end + LINE]
    return BEFORE.match(before) is not None and AFTER.match(after) is not None
