"""The terms of an offer, demand or agreement: how long, how many, in what order, on what condition."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from ..model import Quantity, Term
from ..model.claim import TermKind
from ..model.page import Page
from ..rules.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

LONG = 14
"""Words of a condition: what follows is mostly another thought."""


class Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`terms.toml`."""

    condition: list[str]
    order: list[str]
    guarantee: list[str]
    ratio: list[str]


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], TermKind], ...]]:
    """First word -> phrases that begin with it, the longest first."""
    raw = table("terms", Terms)
    kinds: tuple[tuple[TermKind, list[str]], ...] = (
        ("condition", raw.condition),
        ("order", raw.order),
        ("guarantee", raw.guarantee),
        ("ratio", raw.ratio),
    )
    found: dict[str, list[tuple[tuple[str, ...], TermKind]]] = {}
    for kind, phrases in kinds:
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, kind))
    return {first: tuple(sorted(many, key=lambda m: -len(m[0]))) for first, many in found.items()}


def terms(page: Page, start: int, end: int) -> tuple[Term, ...]:
    """The terms that the tokens from `start` up to `end` name, in text order, none twice."""
    found = [*_durations(page, start, end), *_counts(page, start, end), *_marked(page, start, end)]
    return tuple(dict.fromkeys(term for _, term in sorted(found, key=lambda f: f[0])))


def _durations(page: Page, start: int, end: int) -> list[tuple[int, Term]]:
    low, high = page.doc[start].idx, page.doc[end - 1].idx + len(page.doc[end - 1].text)
    at = bisect_left(page.expressions, low, key=lambda e: e.span.start)
    found = []
    for one in page.expressions[at : at + 40]:
        if one.span.start >= high:
            break
        if one.type == "DURATION":
            found.append((one.span.start, Term("duration", one.span.text, one.value)))
    return found


def _counts(page: Page, start: int, end: int) -> list[tuple[int, Term]]:
    at = bisect_left(page.quantities, start, key=lambda q: q.start)
    timed = (
        {(e.span.start, e.span.end) for e in page.times(page.doc[start].idx, page.doc[end - 1].idx + 40)}
        if at < len(page.quantities)
        else set()
    )
    found = []
    for one in page.quantities[at : at + 20]:
        if one.start >= end:
            break
        if not any(a <= one.span.start < b for a, b in timed):
            noun = _counted(page.doc[one.end - 1])
            stop = noun.i + 1 if noun is not None and one.end <= noun.i < min(end, one.end + 6) else one.end
            found.append((one.span.start, Term("count", page.cut(one.start, stop).text, _value(one))))
    return found


def _counted(token: Token) -> Token | None:
    """The noun that a number counts."""
    for _ in range(4):
        if token.tag_[:2] == "NN" and not token.like_num:
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _value(one: Quantity) -> str:
    low, high = (
        f"{v:g}" if v is not None and abs(v) < 1e6 else "" if v is None else f"{v:.0f}" for v in (one.low, one.high)
    )
    return low if low == high else f"{low}-{high}"


def _marked(page: Page, start: int, end: int) -> list[tuple[int, Term]]:
    """Terms that a phrase of the table marks; a condition reaches to the end of its clause."""
    found: list[tuple[int, Term]] = []
    i = start
    while i < end:
        fit = next((f for f in _phrases().get(page.doc[i].lower_, ()) if _same(page, i, f[0], end)), None)
        if fit is None:
            i += 1
            continue
        words, kind = fit
        stop = _stop(page, i, i + len(words), end, kind)
        text = page.cut(i, stop).text
        found.append((page.doc[i].idx, Term(kind, text, text.lower() if kind == "order" else text)))
        i += len(words)
    return found


def _same(page: Page, at: int, words: tuple[str, ...], end: int) -> bool:
    return at + len(words) <= end and all(page.doc[at + k].lower_ == w for k, w in enumerate(words))


def _stop(page: Page, at: int, after: int, end: int, kind: TermKind) -> int:
    if kind in ("order", "guarantee") and page.doc[at].dep_ in ("amod", "advmod"):
        return after
    stop = after
    while stop < min(end, at + LONG) and page.doc[stop].text not in (",", ";", ".", "—", "–", ":", "”", '"', ")"):
        stop += 1
    return stop
