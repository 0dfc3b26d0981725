"""Articles and their parts."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

import msgspec

from .span import Span, cut
from .value import Time, When

PartKind = Literal["headline", "body", "caption", "byline", "dateline", "furniture", "repeat"]
FlagKind = Literal["garbled", "unclosed_quote", "unsourced", "opinion"]
QUIET: frozenset[str] = frozenset({"furniture", "byline", "repeat"})
"""Parts that no claim is taken from."""


class Part(msgspec.Struct, frozen=True, order=True):
    """A stretch of the article's text and what it is. Parts are in order and do not overlap."""

    kind: PartKind
    start: int
    end: int


class Flag(msgspec.Struct, frozen=True):
    """Something about the text that a reader should know."""

    kind: FlagKind
    span: Span
    why: str


class Post(msgspec.Struct, frozen=True):
    """One of the many small reports of a live blog, from its stamp to the next, or a post that a report embeds, less its links.

    `value` is the stamp in TIMEX3, with X for a day that it does not tell, and empty where there is none; `when` is its moment,
    `by` who posted an embedded one.
    """

    start: int
    end: int
    stamp: Span
    value: str
    when: When | None = None
    by: Span | None = None


def _start(part: Part | Post) -> int:
    return part.start


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One report as read. Nothing is deleted from `text`; `parts` says what each stretch is."""

    id: str
    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    published: When | None = None
    updated: When | None = None
    section: str | None = None
    """Where the outlet files it, as it says itself: "World", "Opinion"."""
    parts: tuple[Part, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    times: tuple[Time, ...] = ()
    flags: tuple[Flag, ...] = ()
    posts: tuple[Post, ...] = ()
    """Of a live blog, or those embedded in a report, in text order."""

    def cut(self, start: int, end: int) -> Span:
        """The span of these characters, white space at its ends left out."""
        return cut(self.id, self.text, start, end)

    def part(self, at: int) -> PartKind:
        """What the character at this offset belongs to; body where no part says otherwise."""
        last = bisect_right(self.parts, at, key=_start) - 1
        return self.parts[last].kind if last >= 0 and at < self.parts[last].end else "body"

    def stretches(self) -> tuple[Part, ...]:
        """The parts that claims may be taken from, in order; what no part covers is body."""
        out: list[Part] = []
        at = 0
        for part in sorted(self.parts, key=lambda p: p.start):
            if part.start > at:
                out.append(Part("body", at, part.start))
            if part.kind not in QUIET:
                out.append(part)
            at = max(at, part.end)
        if at < len(self.text):
            out.append(Part("body", at, len(self.text)))
        return tuple(out)
