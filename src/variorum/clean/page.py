"""A whole page: lines by their kind and their neighbours, then the sentences of what is left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from ..model.article import PartKind
from .headline import tag, titled
from .lines import WORD, ended, kind
from .pieces import Piece, sentences, split
from .rules import Signs, furniture, texts, whole

COUNTS = re.compile(r"(?:\s+\d{1,4}\b(?!\s+[a-z]))*\s*")
SOME, MANY = 0.5, 0.6
"""Share of a line's words that must stand nowhere else in the article for it to be of another story; the second where the
line holds a figure, which is a loss if the line is the article's own after all."""
PROSE = frozenset(
    ("a", "an", "the", "was", "were", "has", "have", "had", "been", "i", "you", "he", "she", "they", "we")
)
"""Words that headlines leave out; a line with one is a caption, a highlight or an item of a list."""
SHORT = 25
"""Words above which a line is no link, whatever its end."""


def furnish(text: str, low: str, pieces: list[Piece], signs: Signs) -> list[Piece]:
    """Pieces with furniture, bylines, captions and stamps marked; body lines come out as sentences."""
    pieces = split(pieces, lambda p: _glued(text, low, p, signs))
    pieces = [
        msgspec.structs.replace(p, kind=kind(text[p.start : p.end], signs)) if p.kind is None else p for p in pieces
    ]
    pieces = _lists(text, pieces, signs)
    pieces = _edges(text, pieces)
    pieces = _strangers(text, pieces)
    return split(pieces, lambda p: _sentences(text, p, signs))


def _glued(text: str, low: str, piece: Piece, signs: Signs) -> Iterator[tuple[int, int, PartKind | None]]:
    """The line cut where buttons are glued into it."""
    at = piece.start
    for start, end in _spots(text, low, piece, signs):
        if start < at:
            continue
        if start > at:
            yield at, start, None
        yield start, end, "furniture"
        at = end
    if at < piece.end:
        yield at, piece.end, None


def _spots(text: str, low: str, piece: Piece, signs: Signs) -> list[tuple[int, int]]:
    """Every place of every glued phrase in a line, with the counts that follow a button ("Get short URL 0 0 0")."""
    out = []
    for phrase in signs.of("glued"):
        at = low.find(phrase, piece.start, piece.end)
        while at >= 0:
            end = COUNTS.match(text, at + len(phrase), piece.end)
            if whole(low, at, at + len(phrase)) or (low[at - 1 : at].isdigit() and whole(low[at:], 0, len(phrase))):
                out.append((at, end.end() if end else at + len(phrase)))
            at = low.find(phrase, at + len(phrase), piece.end)
    return sorted(out, key=lambda spot: (spot[0], -spot[1]))


def _lists(text: str, pieces: list[Piece], signs: Signs) -> list[Piece]:
    """Links below "Related" and the like, and lists of bulleted headlines: lines without a full stop, up to a sentence."""
    out, listing = [], False
    heads = furniture().lists
    for piece in pieces:
        line = text[piece.start : piece.end]
        core = line.strip(" :+*•·>|»-–—").casefold()
        link = piece.kind is None and not ended(line) and len(WORD.findall(line)) <= SHORT
        if piece.kind == "furniture":
            listing = listing or core in heads or bool(signs.start("leads", core))
        elif piece.kind == "headline" or not link:
            listing = False
        if link and (listing or _bulleted(line)):
            piece = msgspec.structs.replace(piece, kind="furniture")
        out.append(piece)
    return out


def _bulleted(line: str) -> bool:
    """A headline with a sign of a link before it: "+ Man held after fire", ">> Names released"."""
    return line[0] in "+>»×" and len(WORD.findall(line)) >= 3


def _edges(text: str, pieces: list[Piece]) -> list[Piece]:
    """Bread crumbs before the first sentence and tags after the last."""
    out = list(pieces)
    inner = [
        i for i, p in enumerate(pieces) if p.kind == "headline" or (p.kind is None and _report(text[p.start : p.end]))
    ]
    if not inner:
        return out
    for i, piece in enumerate(pieces):
        if piece.kind is None and (i < inner[0] or i > inner[-1]) and tag(text[piece.start : piece.end]):
            out[i] = msgspec.structs.replace(piece, kind="furniture")
    return out


def _report(line: str) -> bool:
    return ended(line) or len(line) > 120


def _strangers(text: str, pieces: list[Piece]) -> list[Piece]:
    """Headlines of other stories within the text: lines without an end, of words that the rest of the article does not have."""
    out = list(pieces)
    spots = [i for i, p in enumerate(pieces) if p.kind is None and _headlined(text[p.start : p.end])]
    if not spots or sum(p.kind is None and _report(text[p.start : p.end]) for p in pieces) < 4:
        return out
    own = [p for i, p in enumerate(pieces) if p.kind in (None, "headline") and i not in spots]
    known = Counter(w for p in own for w in _content(text[p.start : p.end]))
    known.update(w for i in spots for w in _content(text[pieces[i].start : pieces[i].end]))
    for i in spots:
        line = text[pieces[i].start : pieces[i].end]
        words = _content(line)
        strange = sum(known[w] < 2 for w in words)
        if strange > len(words) * (MANY if any(c.isdigit() for c in line) else SOME):
            out[i] = msgspec.structs.replace(pieces[i], kind="furniture")
    return out


def _content(line: str) -> frozenset[str]:
    """The words of a line that say what it is about."""
    small = texts().small
    return frozenset(
        w for w in (w.casefold() for w in WORD.findall(line)) if (len(w) > 3 or w[0].isdigit()) and w not in small
    )


def _headlined(line: str) -> bool:
    words = WORD.findall(line)
    if not 4 <= len(words) <= 22 or ended(line) or line[0].isdigit() or line[0] in "\"“'‘([|#" or "(@" in line:
        return False
    return titled(words) or not any(w.lower() in PROSE for w in words)


def _sentences(text: str, piece: Piece, signs: Signs) -> Iterator[tuple[int, int, PartKind | None]]:
    """The sentences of a line; a caption's or button's words in a longer line mark their own sentence only."""
    spots = sentences(text, piece.start, piece.end)
    for start, end in spots:
        yield start, end, kind(text[start:end], signs, alone=False) if len(spots) > 1 else None
