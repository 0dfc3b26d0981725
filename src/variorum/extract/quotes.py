"""Quotes of a page: direct speech, reported speech, both mixed, and quoted terms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ..model import QuoteClaim, Span
from ..model.claim import QuoteKind
from ..model.page import Page
from .attribution import attributed
from .speech import SILENT, Report, Spoken, outside, reports, spoken, touching, trim

UNCLOSED = "unclosed_quote"
MEMO = "quotes.bounds"
FEWEST = 2
"""Words of a content at least, where neither a verb of saying nor quotation marks vouch for it."""


def quotes(page: Page) -> Iterator[QuoteClaim]:
    """The quotes of a page; direct ones and terms without their marks. Two apostrophes, as some archives print them, are not
    quotation marks proper: the passage is speech, but is not claimed to be verbatim, so it counts as mixed, marks included."""
    said = spoken(page)
    for one in said:
        if one.kind != "part":
            yield _marked(page, one)
    seen: set[tuple[int, int | None]] = set()
    for report in reports(page):
        near = touching(said, *_reach(page, report), _outer)
        spot = _content(page, report, near)
        if (
            spot is not None and (spot[1], report.head) not in seen
        ):  # "voiced hope that": verb and noun report one thing
            seen.add((spot[1], report.head))
            yield _reported(page, report, spot, near)


def _outer(one: Spoken) -> tuple[int, int]:
    return one.marked.outer


def _reach(page: Page, report: Report) -> tuple[int, int]:
    """From the first to the last character of a report's content and cue, and two more for marks beside them."""
    at = page.doc[report.anchor].idx
    start, end = report.content or (at, at + 1)
    return min(start, at) - 2, max(end, at + 1) + 2


def _marked(page: Page, one: Spoken) -> QuoteClaim:
    span = page.article.cut(*(one.marked.outer if one.marked.doubled else (one.marked.start, one.marked.end)))
    kind: QuoteKind = "term" if one.kind == "term" else "mixed" if one.marked.doubled else "direct"
    flags = () if one.marked.closed or one.marked.resumed or one.marked.goes_on else (UNCLOSED,)
    return _claim(page, span, kind, one.report, flags)


def _reported(page: Page, report: Report, spot: tuple[int, int], near: Sequence[Spoken]) -> QuoteClaim:
    mixed = any(s.marked.start < spot[1] and spot[0] < s.marked.end for s in near)
    return _claim(page, page.article.cut(*spot), "mixed" if mixed else "indirect", report, ())


def _content(page: Page, report: Report, near: Sequence[Spoken]) -> tuple[int, int] | None:
    """Where the reported words stand; None where they are a quote in marks already, or stand within one."""
    if report.content is None or report.group == SILENT:
        return None
    at, (start, end) = page.doc[report.anchor].idx, report.content
    if any(s.kind == "direct" and s.marked.start <= at < s.marked.end for s in near):
        return None
    inside = [s for s in near if s.marked.outer[0] < end + 2 and start - 2 < s.marked.outer[1]]
    if not outside((start, end), [s.marked for s in inside], page.article.text):
        return None
    for one in inside:
        start, end = _fitted(start, end, one, report)
    start, end = trim(page.article.text, start, end)
    few = report.group not in {"say", "utter"} and not inside and page.article.text.count(" ", start, end) < FEWEST - 1
    return None if start >= end or (few and not _name(page, start)) else (start, end)


def _name(page: Page, start: int) -> bool:
    """Whether a single word is a name: "the governor endorsed Renner"."""
    word = page.doc.char_span(start, start + 1, alignment_mode="expand")
    return word is not None and word[0].tag_ in {"NNP", "NNPS"}


def _fitted(start: int, end: int, one: Spoken, report: Report) -> tuple[int, int]:
    """A content made to hold a quote that it touches wholly, or to end where somebody else's quote begins."""
    left, right = one.marked.outer
    if one.kind == "direct" and one.report is not report:
        return (max(start, right), end) if start > left else (start, min(end, left))
    if start < right and left < end:
        return min(start, left), max(end, right)
    return start, end


def _claim(page: Page, span: Span, kind: QuoteKind, report: Report | None, flags: tuple[str, ...]) -> QuoteClaim:
    source = page.cut(*report.source) if report and report.source else None
    return QuoteClaim(
        article=page.article.id,
        spans=(span,),
        sentence=_sentence(page, span),
        part=page.kind(span.start),
        kind=kind,
        speaker=source,
        cue=page.cut(*report.cue) if report else None,
        addressee=page.cut(*report.addressee) if report and report.addressee else None,
        place=page.cut(*report.place) if report and report.place else None,
        occasion=page.cut(*report.occasion) if report and report.occasion else None,
        attribution=attributed(page, report) if report else None,
        flags=flags,
    )


def _sentence(page: Page, span: Span) -> Span:
    """The sentence that the quote begins in, with those that it goes on through."""
    starts, ends = _bounds(page)
    first, last = bisect_right(starts, span.start) - 1, bisect_left(ends, span.end)
    if first < 0 or last >= len(ends):
        return span
    return page.article.cut(starts[first], max(ends[last], span.end))


def _bounds(page: Page) -> tuple[list[int], list[int]]:
    """Starts and ends of all sentences; worked out once."""
    found: tuple[list[int], list[int]] | None = page.memo.get(MEMO)
    if found is None:
        sentences = list(page.doc.sents)
        found = page.memo[MEMO] = [s.start_char for s in sentences], [s.end_char for s in sentences]
    return found
