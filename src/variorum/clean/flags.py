"""Signs of damage and of opinion that a reader should know of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..model import Article, Flag
from .lines import WORD
from .pieces import Piece
from .rules import texts

MOST = 20
"""Flags of one kind and article that are listed: more say nothing new."""
OPEN, CLOSE, STRAIGHT = "“„", "”", '"'
MARK = re.compile(r"[“”„\"]|''|’’")
TWO = frozenset({"''", "’’"})
"""Two single marks that close a quote."""
CAPTIONS = 3
"""Lines under pictures that a quote may run on behind."""
BROKEN_OFF = re.compile(r"\[\s*(?:\+\s*\d+ chars|…|\.\.\.)\s*\]\s*\Z|(?:\.\.\.|…)\s*\Z")
TWICE = re.compile(
    r"\b(the|a|an|of|to|and|for|with|from|by|at|was|were|are|be)\s+\1\b(?=\s+[a-z])"
    r"|\b(?:a|an|the)\s+(?:to|of|and|a|an|the)\s+(?=[a-z])"
)
LOWER = re.compile(r"(?<![a-z])[a-z]{4,}+\.\s+(?!pic\b|https?\b|www\b|com\b)[a-z]{3,}")
QUERY = re.compile(r"[a-z]\?(?:s|t|re|ve|ll|d)\b")
"""An apostrophe lost in transfer: "the town?s mayor"."""
NO_ARTICLE = r"(?<=\w )(?<!\b(?:[Tt]he|and|for) )(?<!\b(?:of|in|to|at|by) )(?<!\b(?:with|from) )"
"""After such a word a capital in mid-sentence is a name: "at the University"."""
QUOTED = re.compile(r"“[^”]{0,2000}”|\"[^\"]{0,2000}\"")
OWN = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself|[Mm]ine)\b")
"""A quick count, before the words are counted outside quotations."""
ARGUES = 6
"""Times that a text must say "I" or "my" outside quotations, and at least once in a hundred words, to be called opinion."""


def flags(article: Article, pieces: list[Piece]) -> tuple[Flag, ...]:
    """All flags of an article, in the order of its text."""
    read = [p for p in pieces if p.kind in (None, "caption", "headline")]
    found = [*_opinion(article, read), *_unclosed(article, read), *_garbled(article, read)]
    return tuple(sorted(found, key=lambda f: (f.span.start, f.span.end, f.kind)))


def _flag(article: Article, kind: str, start: int, end: int, why: str) -> Iterator[Flag]:
    if article.text[start:end].strip():
        yield Flag(kind, article.cut(start, end), why)  # type: ignore[arg-type]


def _paragraphs(pieces: list[Piece]) -> list[tuple[int, int]]:
    """Lines as far as they are read."""
    out: dict[int, tuple[int, int]] = {}
    for p in pieces:
        start, _ = out.get(p.line, (p.start, 0))
        out[p.line] = start, p.end
    return list(out.values())


def _unclosed(article: Article, pieces: list[Piece]) -> Iterator[Flag]:
    """Quotation marks that nothing closes in their paragraph, unless the next one opens anew, as a long quote's does."""
    text, spots = article.text, _paragraphs(pieces)
    made = 0
    for number, (start, end) in enumerate(spots):
        at = _left_open(text, start, end)
        if at is not None and made < MOST and not _resumed(text, spots[number + 1 : number + 2 + CAPTIONS]):
            made += 1
            yield from _flag(
                article, "unclosed_quote", at, end, "a quotation mark is opened and not closed in its paragraph"
            )


def _resumed(text: str, spots: list[tuple[int, int]]) -> bool:
    """Whether the next of these paragraphs opens anew, captions left out: lines without marks and without a stop at their end;
    or goes on in mid-sentence."""
    for number, (start, end) in enumerate(spots):
        line = text[start:end].rstrip()
        if text[start] in OPEN + STRAIGHT + CLOSE or (number == 0 and line[:1].islower()):
            return True
        if not line[-1:].isalnum() or MARK.search(line):
            return False
    return False


def _left_open(text: str, start: int, end: int) -> int | None:
    """The first mark of a paragraph that stays open. Marks of all shapes close each other, since outlets mix them; a mark
    after a digit with none open is inches."""
    opened: int | None = None
    for found in MARK.finditer(text, start, end):
        at, mark = found.start(), found[0]
        before = text[at - 1] if at > start else " "
        after = text[found.end()] if found.end() < end else " "
        if mark in TWO:
            opened = opened if before.isspace() or after.isalnum() else None
            continue
        closing = (
            (mark == CLOSE and at > start)
            or (mark in OPEN and before in ",.!?…" and after.isspace())
            or (not before.isspace() and before not in "([—–-" and not after.isalnum())
        )
        if opened is None:
            opened = at if not closing or (before.isspace() and not after.isspace()) else None
        elif mark in OPEN and before.isspace() and after.isalnum():
            if text.count(CLOSE, at, end) < sum(text.count(one, at, end) for one in OPEN) + 1:
                return opened  # else one quote stands within another, and both are closed
        else:
            opened = None
    return opened


def _garbled(article: Article, pieces: list[Piece]) -> Iterator[Flag]:
    text, made = article.text, 0
    low = set(re.findall(r"\b[a-z]{5,}\b", text))
    forms = [(form, why) for form, why in _forms() if form.search(text)]
    for start, end in _paragraphs(pieces):
        for at, stop, why in (*_damage(text, start, end, forms), *_restarts(text, start, end, low)):
            made += 1
            if made <= MOST:
                yield from _flag(article, "garbled", at, stop, why)
    if pieces and (cut := BROKEN_OFF.search(text, pieces[-1].start)):
        yield from _flag(article, "garbled", cut.start(), cut.end(), "the text breaks off here")


Forms = list[tuple[re.Pattern[str], str]]


def _damage(text: str, start: int, end: int, forms: Forms) -> Iterator[tuple[int, int, str]]:
    for form, why in forms:
        for found in form.finditer(text, start, end):
            if form is not LOWER or not _abbreviated(found[0]):
                yield found.start(), found.end(), why


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    return (
        (_broken(), "characters damaged by a wrong encoding"),
        (QUERY, "a question mark stands where an apostrophe was lost"),
        (TWICE, "words doubled or left out"),
        (LOWER, "a sentence begins in mid-phrase"),
    )


def _abbreviated(found: str) -> bool:
    return found.split(".")[0].lower() in texts().abbreviations


@cache
def _broken() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(b) for b in texts().broken))


def _restarts(text: str, start: int, end: int, low: set[str]) -> Iterator[tuple[int, int, str]]:
    """A common word with a capital in mid-sentence that is the sentence's first word: it was begun twice."""
    first = re.match(r"\W*([A-Z][a-z]{4,})\b", text[start : start + 60])
    if not first or first[1].lower() not in low:
        return
    begin = start + first.start(1)
    if first[1] not in text[begin + len(first[1]) : begin + 110]:
        return
    again = re.compile(NO_ARTICLE + first[1] + r"(?= [a-z])")
    stop = re.compile(r"[.!?:;,\"“”]").search(text, begin, end)
    if found := again.search(text, begin + len(first[1]), min(stop.start() if stop else end, begin + 110)):
        yield begin, found.end(), f"the sentence begins twice, with {first[1]!r}"


def _opinion(article: Article, pieces: list[Piece]) -> Iterator[Flag]:
    label = _label(article, pieces)
    if label:
        yield from _flag(article, "opinion", *label, "labelled as opinion or analysis")
        return
    section = (article.section or "").casefold().strip()
    if pieces and section in texts().opinion:
        yield from _flag(
            article, "opinion", pieces[0].start, pieces[0].end, f"its outlet files it under {article.section}"
        )
        return
    if len(OWN.findall(article.text)) < ARGUES:
        return
    body = QUOTED.sub(lambda m: " " * len(m[0]), article.text)
    spots = [p for p in pieces if p.kind is None]
    words = [(w, p.line) for p in spots for w in WORD.finditer(body, p.start, p.end)]
    own = [(w, line) for w, line in words if w[0].casefold().replace("’", "'") in texts().first]
    lines = {line for _, line in own}
    if len(own) >= ARGUES and len(lines) >= min(3, len(spots)) and len(own) * 100 >= len(words):
        yield from _flag(article, "opinion", own[0][0].start(), own[0][0].end(), "argues in the first person")


def _label(article: Article, pieces: list[Piece]) -> tuple[int, int] | None:
    """A word such as "Opinion" with a sign after it, before the headline or the first line; or in the headline, in brackets."""
    form = _labels()
    for piece in pieces[:2]:
        if found := form.match(article.text[piece.start : piece.end]):
            return piece.start, piece.start + found.end()
    return None


@cache
def _labels() -> re.Pattern[str]:
    inner = "|".join(re.escape(p) for p in sorted(texts().opinion, key=lambda p: (-len(p), p)))
    return re.compile(rf"\A[\[(]?(?:{inner})[\])]?\s*(?:[|:]|[–—-]\s|\Z)", re.IGNORECASE)
