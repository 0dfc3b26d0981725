"""Who says so: the attribution of a token's clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Attribution, Span, Voice
from ..model.claim import VoiceKind
from ..model.page import Page
from .speech import Report, Spoken, reports, spoken, standing, voices

if TYPE_CHECKING:
    from spacy.tokens import Token

MEMO = "attribution"
LONGEST = 4
"""Links of a chain; longer ones are nests of quotes that no reader follows."""
WIDEST = 4000
"""Characters that one source can be cited for at once; what is longer is a slip of the parse."""
BLOCK = 256
"""Characters of text that share one list of what covers them."""
CLOSE = 25
"""Tokens of an attribution's words at most; in what is longer, source and cue stand apart."""
SELF = frozenset({"i", "we", "me", "us", "my", "our"})


@dataclass(frozen=True, slots=True)
class Cited:
    """A stretch of text and the report that it is the content of."""

    start: int
    end: int
    report: Report


def attribution(page: Page, token: Token) -> Attribution | None:
    """The one whom the article cites for the statement that holds this token; None where it speaks for itself."""
    over = _over(page, token.idx)[:LONGEST]
    return _attribution(page, [r for one in over for r in (*_around(page, one.report), one.report)])


def attributed(page: Page, report: Report) -> Attribution | None:
    """Whoever is cited for a report itself, then its own source."""
    return _attribution(page, [*_around(page, report), report])


def _attribution(page: Page, chain: list[Report]) -> Attribution | None:
    found: dict[str, Voice] = {}
    for report in chain:
        for tokens, kind in report.voices:
            one = _voice(page, tokens, kind)
            if not found or one.text.lower() not in SELF:
                found.setdefault(one.text, one)
    links = tuple(found.values())[:LONGEST]
    return Attribution(links, words(page, chain[0])) if links else None


def _voice(page: Page, tokens: tuple[int, int], kind: VoiceKind) -> Voice:
    """A link of a chain; a pronoun with what it stands for, where other sources tell."""
    span, known = page.cut(*tokens), standing(page, tokens)
    if known.tokens is None:
        return Voice(span.text, kind, span=span, open=known.open)
    own = voices.kind(page.doc[known.head]) if known.head is not None else None
    return Voice(span.text, own or kind, span=span, stands=page.cut(*known.tokens))


def words(page: Page, report: Report) -> Span:
    """Source and cue where they stand together, else the source, else the cue."""
    tokens = (report.cue, report.source) if report.source else (report.cue,)
    start, end = min(t[0] for t in tokens), max(t[1] for t in tokens)
    return page.cut(start, end) if end - start <= CLOSE else page.cut(*(report.source or report.cue))


def _over(page: Page, at: int) -> list[Cited]:
    """What covers an offset, the widest first."""
    found = [c for c in _table(page).get(at // BLOCK, ()) if c.start <= at < c.end]
    return sorted(found, key=lambda c: (c.start, -c.end, c.report.anchor))


def _around(page: Page, report: Report) -> list[Report]:
    """The reports that a report is itself part of; those made within its own content are not."""
    at, (start, end) = page.doc[report.anchor].idx, report.content or (0, 0)
    return [
        c.report for c in _over(page, at) if c.report is not report and not start <= page.doc[c.report.anchor].idx < end
    ]


def _table(page: Page) -> dict[int, list[Cited]]:
    """Block of the text -> what reaches into it; worked out once."""
    found: dict[int, list[Cited]] | None = page.memo.get(MEMO)
    if found is None:
        found = page.memo[MEMO] = {}
        for one in (*_said(page), *_quoted(page)):
            for block in range(one.start // BLOCK, one.end // BLOCK + 1):
                found.setdefault(block, []).append(one)
    return found


def _said(page: Page) -> Iterator[Cited]:
    """The contents of reports; one made within a quote ends with the quote."""
    direct = [s for s in spoken(page) if s.kind == "direct"]
    at = 0
    for report in reports(page):
        if not report.asserts or report.content is None or not report.voices:
            continue
        place, (start, end) = page.doc[report.anchor].idx, report.content
        while at < len(direct) and direct[at].marked.outer[1] <= place:
            at += 1
        if at < len(direct) and direct[at].marked.outer[0] <= place:
            start, end = max(start, direct[at].marked.start), min(end, direct[at].marked.end)
        if 0 < end - start <= WIDEST:
            yield Cited(start, end, report)


def _quoted(page: Page) -> Iterator[Cited]:
    for one in spoken(page):
        if one.kind == "direct" and one.report is not None and _whole(one):
            yield Cited(*one.marked.outer, one.report)


def _whole(one: Spoken) -> bool:
    return one.report is not None and bool(one.report.voices) and one.marked.end - one.marked.start <= WIDEST
