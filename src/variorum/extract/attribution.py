"""Who says so: the attribution of a token's clause."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from ..model import Attribution, Span, Voice
from ..model.page import Page
from .speech import Report, reports

if TYPE_CHECKING:
    from spacy.tokens import Token

MEMO = "attribution"
LONGEST = 4
"""Links of a chain; longer ones are nests of quotes that no reader follows."""


def attribution(page: Page, token: Token) -> Attribution | None:
    """The one whom the article cites for the statement that holds this token; None where it speaks for itself."""
    over = [r for r in _table(page).get(token.sent.start, ()) if r.content and r.content[0] <= token.idx < r.content[1]]
    if not over:
        return None
    over.sort(key=lambda r: (r.content[0] - r.content[1], r.anchor) if r.content else (0, 0))
    chain: dict[str, Voice] = {}
    for report in over:
        for (start, end), kind in report.voices:
            span = page.cut(start, end)
            chain.setdefault(span.text, Voice(span.text, kind, span=span))
    voices = tuple(chain.values())[:LONGEST]
    return Attribution(voices, _words(page, over[0]))


def _words(page: Page, report: Report) -> Span:
    tokens = [report.cue, *(span for span, _ in report.voices)]
    start, end = min(t[0] for t in tokens), max(t[1] for t in tokens)
    return page.cut(start, end) if end - start <= 25 else page.cut(*report.voices[0][0])


def _table(page: Page) -> dict[int, list[Report]]:
    """First token of a sentence -> the reports whose content reaches into it."""
    found = page.memo.get(MEMO)
    if found is None:
        starts = [(s.start_char, s.start) for s in page.sentences]
        found = page.memo[MEMO] = {}
        for report in reports(page):
            if report.asserts and report.content and report.voices:
                first = max(0, bisect_right(starts, (report.content[0], len(page.doc))) - 1)
                for at, token in starts[first:]:
                    if at >= report.content[1]:
                        break
                    found.setdefault(token, []).append(report)
    return found  # type: ignore[no-any-return]
