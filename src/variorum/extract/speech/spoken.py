"""Spoken words: which quoted stretches are speech, and whose."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ...model.article import QUIET
from ...model.page import Page
from .marks import Marked, marks
from .report import Report
from .reports import reports

if TYPE_CHECKING:
    from spacy.tokens import Token

MEMO = "speech.spoken"
_END = re.compile(r"[a-z]{4,}[.!?][”\"]? ")
"""The end of a sentence; shorter words with a full stop are titles (Mr., Sen., Gov.)."""
SHORT = 4
"""Quoted words fewer than this are a term unless a cue stands beside them."""
NEAR = 24
"""Tokens between a quote and its cue at most."""
TALKING = frozenset({"say", "utter", "think", "predict", "show", "urge", "frame", "talk", "judge", "assertion"})
LOOKBACK = 4
"""Quoted terms that may stand between two parts of one speech."""
LONGEST_TITLE = 6
LEADING = frozenset(
    {
        "a",
        "an",
        "the",
        "of",
        "on",
        "in",
        "by",
        "with",
        "for",
        "from",
        "at",
        "this",
        "that",
        "his",
        "her",
        "their",
        "its",
        "these",
        "those",
        "my",
        "our",
        "so-called",
        "and",
        "or",
        "via",
    }
)
STOPS = (".", "?", "!", "…", ",", "—", "–")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch within marks; `report` says who says it, where that was found."""

    marked: Marked
    kind: Literal["direct", "part", "term"]
    """`part`: words within a content that is otherwise not quoted."""
    report: Report | None
    inherited: bool = False
    """The speaker is that of the quote before."""


def spoken(page: Page) -> tuple[Spoken, ...]:
    """The quoted stretches of a page, in order; worked out once."""
    found = page.memo.get(MEMO)
    if found is None:
        found = page.memo[MEMO] = tuple(_all(page))
    return found  # type: ignore[no-any-return]


def _all(page: Page) -> list[Spoken]:
    text = page.doc.text
    found = [m for m in marks(text) if page.kind(m.start) not in QUIET]
    table = _Table(page, found)
    out: list[Spoken] = []
    for at, _one in enumerate(found):
        out.append(_judge(page, table, found, at, out, text))
    return _backward(out, text)


class _Table:
    """Reports whose cue stands outside all quotes, by the place of the cue."""

    def __init__(self, page: Page, found: list[Marked]) -> None:
        doc = page.doc
        starts = [m.outer[0] for m in found]

        def inside(at: int) -> bool:
            i = bisect_left(starts, at + 1) - 1
            return (
                i >= 0
                and found[i].outer[0] <= at < found[i].outer[1]
                and not (found[i].single and found[i].outer[1] - found[i].outer[0] > 400)
            )

        self.reports = [r for r in reports(page) if not inside(doc[r.anchor].idx)]
        self.places = [doc[r.anchor].idx for r in self.reports]
        ranked = [(r.content[0], r.content[1], r) for r in self.reports if r.content]
        self.contents = sorted(ranked, key=lambda c: (c[0], c[1], c[2].anchor))

    def over(self, one: Marked) -> list[Report]:
        """Reports whose content shares characters with the quote."""
        out = []
        for start, end, report in self.contents:
            if start >= one.end:
                break
            if end > one.start:
                out.append(report)
        return out

    def between(self, start: int, end: int) -> list[Report]:
        """Reports with their cue between two offsets."""
        return self.reports[bisect_left(self.places, start) : bisect_left(self.places, end)]


def _judge(page: Page, table: _Table, found: list[Marked], at: int, before: list[Spoken], text: str) -> Spoken:
    one = found[at]
    words = len(text[one.start : one.end].split())
    whole, part = _owners(table.over(one), one, found, text, page)
    if whole is not None:
        return Spoken(one, "direct", whole)
    beside = None if _titled(one, text) else _beside(page, table, found, at, text)
    if part is not None and not (beside and _full(one, text, words)):
        return Spoken(one, "part", part)
    if beside is not None and (words >= SHORT or _closed(one, text) or _words_from(page, beside, one.outer[0]) == 0):
        return Spoken(one, "direct", beside)
    last = next((s for s in reversed(before[-LOOKBACK:]) if s.kind != "term"), None)
    if (
        last is not None
        and last.report
        and _follows(last.marked, one, text)
        and (one.resumed or _full(one, text, words))
    ):
        return Spoken(one, "direct", last.report, inherited=True)
    if one.single or not _full(one, text, words) or words <= SHORT:
        return Spoken(one, "term", None)
    return Spoken(one, "direct", _told(table, one, text), inherited=True)


def _titled(one: Marked, text: str) -> bool:
    """Whether the quoted words are the name of a work or programme, or words that the sentence uses as its own: a few, after
    a possessive, an article or a preposition."""
    words = text[one.start : one.end].split()
    lead = text[max(0, one.outer[0] - 24) : one.outer[0]].rstrip().lower()
    if len(words) > LONGEST_TITLE or not lead:
        return False
    return lead.endswith(("'s", "’s")) or lead.rpartition(" ")[2] in LEADING


def _told(table: _Table, one: Marked, text: str) -> Report | None:
    """The report in the sentence before, where the quote has a paragraph of its own or begins one."""
    line = text.rfind("\n", 0, one.outer[0]) + 1
    if text[line : one.outer[0]].strip():
        return None
    above = text[:line].rstrip()
    start = max(above.rfind("\n"), above.rfind(". "), 0)
    found = [r for r in table.between(start, line) if r.group in {"say", "utter"} and r.source]
    return found[-1] if found else None


def _owners(
    over: list[Report], one: Marked, found: list[Marked], text: str, page: Page
) -> tuple[Report | None, Report | None]:
    """The report whose content is this quote and no more, and the one whose content the quote is part of."""
    whole = part = None
    for report in over:
        if report.content is None or report.group in {"according", "hearsay"}:
            continue
        loose = outside(report.content, found, text)
        if not loose:
            whole = (
                whole if whole is not None and _distance(page, whole, one) <= _distance(page, report, one) else report
            )
        elif report.content[0] <= one.start or one.end <= report.content[1]:
            part = report if part is None or _size(report) < _size(part) else part
    return whole, part


def _size(report: Report) -> int:
    return report.content[1] - report.content[0] if report.content else 0


def _distance(page: Page, report: Report, one: Marked) -> int:
    at = page.doc[report.anchor].idx
    return min(abs(at - one.start), abs(at - one.end))


def outside(content: tuple[int, int], found: list[Marked], text: str) -> bool:
    """Whether any word of the content stands outside the marks; a first "that" does not count."""
    at, left = content[0], []
    for one in found:
        if one.end <= content[0] or one.start >= content[1]:
            continue
        left.append(text[at : max(at, one.outer[0])])
        at = max(at, one.outer[1])
    left.append(text[at : content[1]] if at < content[1] else "")
    return any(
        c.isalnum() for piece in left for c in piece if piece.strip(" ,:“”\"'").lower() not in {"that", "and", "but"}
    )


def _closed(one: Marked, text: str) -> bool:
    return text[one.start : one.end].rstrip().endswith(STOPS)


def _full(one: Marked, text: str, words: int) -> bool:
    """Whether the quoted words look like a sentence of their own."""
    inner = text[one.start : one.end].strip()
    after = text[one.outer[1] : one.outer[1] + 1]
    return (
        words >= SHORT
        and (inner[:1].isupper() or inner[:1] in "‘'…[(")
        and (inner.endswith(STOPS) or after in ".?!,\n" or not one.closed)
    )


def _beside(page: Page, table: _Table, found: list[Marked], at: int, text: str) -> Report | None:
    """The cue next to a quote: after it where it ends with a comma, before it where words lead up to it."""
    one = found[at]
    left = found[at - 1].outer[1] if at else 0
    right = found[at + 1].outer[0] if at + 1 < len(found) else len(text)
    left, right = max(left, text.rfind("\n", 0, one.outer[0]) + 1), min(right, _until(text, one.outer[1]))
    after = [r for r in table.between(one.outer[1], right) if _speaks(r) and _words_to(page, one.outer[1], r) <= NEAR]
    before = [r for r in table.between(left, one.outer[0]) if _speaks(r)]
    lead = text[left : one.outer[0]].rstrip()
    inner = text[one.start : one.end].rstrip()
    tail = text[one.outer[1] : one.outer[1] + 1]
    led = (
        bool(before) and one.start < len(text) and text[one.start].islower()
    )  # the quote goes on the sentence before it
    if (
        after
        and not led
        and (
            inner.endswith((",", "?", "!", "—", "–", "…", "-")) or tail in ",—–" or (inner.endswith(".") and not before)
        )
        and not lead.endswith(":")
    ) and _straight(page, one.outer[1], after[0]):
        return after[0]
    if before:
        nearest = before[-1]
        if lead.endswith((":", ",")) or _words_from(page, nearest, one.outer[0]) <= 3:
            return nearest
        if (
            "." not in text[page.doc[nearest.anchor].idx : one.outer[0]].strip()
            and _words_from(page, nearest, one.outer[0]) <= 8
            and text[one.start : one.start + 1].isupper()
        ):
            return nearest
    return None


def _speaks(report: Report) -> bool:
    return report.group in TALKING or (report.asserts and report.group not in {"according", "hearsay"})


def _until(text: str, at: int) -> int:
    """Where the line ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _straight(page: Page, start: int, report: Report) -> bool:
    """Whether the cue follows in the sentence that the quote ends in."""
    return not _END.search(page.doc.text, start, page.doc[report.anchor].idx)


def _words_to(page: Page, at: int, report: Report) -> int:
    return len(page.doc.text[at : page.doc[report.anchor].idx].split())


def _words_from(page: Page, report: Report, at: int) -> int:
    token: Token = page.doc[report.anchor]
    return len(page.doc.text[token.idx + len(token.text) : at].split())


def _follows(last: Marked, one: Marked, text: str) -> bool:
    """Whether a quote goes on the one before: in the same paragraph, or in the next one that is all quote."""
    between = text[last.outer[1] : one.outer[0]]
    if "\n" not in between:
        return len(between) < 400
    return not between[between.index("\n") :].strip()


def _backward(found: list[Spoken], text: str) -> list[Spoken]:
    """Quotes without a speaker take that of the quote that goes straight on from them."""
    for at in range(len(found) - 2, -1, -1):
        one, after = found[at], found[at + 1]
        if one.kind == "direct" and one.report is None and after.kind == "direct" and after.report is not None:
            between = text[one.marked.outer[1] : after.marked.outer[0]]
            if not between.strip() and (not one.marked.closed or "\n" not in between):
                found[at] = Spoken(one.marked, "direct", after.report, inherited=True)
    return found
