"""Quotes of a page: direct speech, reported speech, both mixed, and quoted terms."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import QuoteClaim, Span
from ..model.claim import QuoteKind
from ..model.page import Page
from .attribution import attributed
from .speech import SILENT, Report, Spoken, outside, reports, spoken, trim

UNCLOSED = "unclosed_quote"
FEWEST = 3
"""Words of a content at least, where neither a verb of saying nor quotation marks vouch for it."""


def quotes(page: Page) -> Iterator[QuoteClaim]:
    """The quotes of a page; direct ones and terms without their marks. Marks of two apostrophes each are not sure to be marks
    of quotation, so that what they hold counts as mixed, marks included."""
    said = spoken(page)
    for one in said:
        if one.kind != "part":
            yield _marked(page, one)
    taken = [s for s in said if s.kind == "direct"]
    seen: set[tuple[int, int, int | None]] = set()
    for report in reports(page):
        spot = _content(page, report, said, taken)
        if spot is not None and (*spot, report.head) not in seen:
            seen.add((*spot, report.head))
            yield _reported(page, report, spot, said)


def _marked(page: Page, one: Spoken) -> QuoteClaim:
    span = page.article.cut(*(one.marked.outer if one.marked.doubled else (one.marked.start, one.marked.end)))
    kind: QuoteKind = "term" if one.kind == "term" else "mixed" if one.marked.doubled else "direct"
    flags = () if one.marked.closed or one.marked.resumed else (UNCLOSED,)
    return _claim(page, span, kind, one.report, flags)


def _reported(page: Page, report: Report, spot: tuple[int, int], said: tuple[Spoken, ...]) -> QuoteClaim:
    span = page.article.cut(*spot)
    mixed = any(s.marked.start < spot[1] and spot[0] < s.marked.end for s in said)
    return _claim(page, span, "mixed" if mixed else "indirect", report, ())


def _content(page: Page, report: Report, said: tuple[Spoken, ...], taken: list[Spoken]) -> tuple[int, int] | None:
    """Where the reported words stand; None where they are a quote in marks already, or stand within one."""
    if report.content is None or report.group == SILENT:
        return None
    at, (start, end) = page.doc[report.anchor].idx, report.content
    near = [s for s in said if s.marked.outer[0] < end + 2 and start - 2 < s.marked.outer[1]]
    if any(t.marked.start <= at < t.marked.end for t in taken) or not outside(
        (start, end), [s.marked for s in near], page.doc.text
    ):
        return None
    for one in near:
        left, right = one.marked.outer
        if one.kind == "direct" and one.report is not report:
            start, end = (max(start, right), end) if start > left else (start, min(end, left))
        elif start < right and left < end:
            start, end = min(start, left), max(end, right)
    start, end = trim(page.doc.text, start, end)
    if start >= end or (
        report.group not in {"say", "utter"} and not near and page.doc.text.count(" ", start, end) < FEWEST - 1
    ):
        return None
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
        attribution=attributed(page, report) if report else None,
        flags=flags,
    )


def _sentence(page: Page, span: Span) -> Span:
    """The sentence that the quote begins in, with those that it goes on through."""
    tokens = page.doc.char_span(span.start, span.end, alignment_mode="expand")
    return page.article.cut(tokens[0].sent.start_char, tokens[-1].sent.end_char) if tokens is not None else span
