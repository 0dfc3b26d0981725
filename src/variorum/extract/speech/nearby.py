"""Look-ups by place: which reports and quotes stand at a stretch of text, in time that does not grow with the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar

from ...model.page import Page
from .marks import Marked
from .report import Report
from .reports import reports

T = TypeVar("T")
BLOCK = 256
"""Characters of text that share one list of the contents that reach into them."""
WIDEST = 6000
"""Characters of a content at most; what is longer is a slip of the parse."""


def touching(items: Sequence[T], start: int, end: int, outer: Callable[[T], tuple[int, int]]) -> Sequence[T]:
    """Those of some stretches, in order and apart from each other, that share a character with start:end."""
    first = bisect_right(items, start, key=lambda one: outer(one)[1])
    last = bisect_left(items, end, key=lambda one: outer(one)[0])
    return items[first:last]


def outer(one: Marked) -> tuple[int, int]:
    """The offsets of a quote with its marks."""
    return one.outer


class Nearby:
    """The quoted stretches of a page, and the reports whose cue stands outside all of them."""

    def __init__(self, page: Page, found: Sequence[Marked]) -> None:
        self.page = page
        self.text = page.article.text
        self.found = found
        self.reports = [r for r in reports(page) if not self.marked(page.doc[r.anchor].idx, page.doc[r.anchor].idx + 1)]
        self._places = [page.doc[r.anchor].idx for r in self.reports]
        self._blocks: dict[int, list[Report]] = {}
        for report in self.reports:
            start, end = report.content or (0, 0)
            if 0 < end - start <= WIDEST:
                for block in range(start // BLOCK, end // BLOCK + 1):
                    self._blocks.setdefault(block, []).append(report)

    def marked(self, start: int, end: int) -> Sequence[Marked]:
        """The quoted stretches, marks included, that share a character with start:end."""
        return touching(self.found, start, end, outer)

    def over(self, one: Marked) -> list[Report]:
        """Reports whose content shares a character with a quote, in the order of their cues."""
        blocks = range(one.start // BLOCK, min(one.end, one.start + WIDEST) // BLOCK + 1)
        held = {r.anchor: r for b in blocks for r in self._blocks.get(b, ()) if _meets(r, one)}
        return [held[anchor] for anchor in sorted(held)]

    def between(self, start: int, end: int) -> list[Report]:
        """Reports with their cue between two offsets."""
        return self.reports[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def loose(self, content: tuple[int, int]) -> bool:
        """Whether any word of a content stands outside all marks; a "that" or "and" before them does not count."""
        return outside(content, self.marked(*content), self.text)

    def place(self, report: Report) -> int:
        """The offset of a report's cue."""
        return self.page.doc[report.anchor].idx

    def words_to(self, at: int, report: Report) -> int:
        """Words from an offset up to a cue after it."""
        return len(self.text[at : self.place(report)].split())

    def words_from(self, report: Report, at: int) -> int:
        """Words from a cue up to an offset after it."""
        token = self.page.doc[report.anchor]
        return len(self.text[token.idx + len(token.text) : at].split())


def _meets(report: Report, one: Marked) -> bool:
    return report.content is not None and report.content[0] < one.end and one.start < report.content[1]


def outside(content: tuple[int, int], near: Sequence[Marked], text: str) -> bool:
    """Whether any word of a content stands outside these quotes, which are those that it touches; see `Nearby.loose`."""
    at, left = content[0], []
    for one in near:
        left.append(text[at : max(at, one.outer[0])])
        at = max(at, one.outer[1])
    left.append(text[at : content[1]])
    return any(
        piece.strip(" ,:“”\"'").lower() not in {"that", "and", "but"} and any(map(str.isalnum, piece)) for piece in left
    )
