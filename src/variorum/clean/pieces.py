"""Pieces: stretches of a text on their way to becoming parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from ..model import Part
from ..model.article import PartKind
from .rules import texts

END = re.compile(r"(?<![.!?…])[.!?…]++(?:(?:[\"'”’)\]]{1,4})?(?=\s)|[\"”](?=[A-Z]))")
"""Where a sentence may end; begun at no other place of a row of stops, so that long rows cost no more than their length."""
OPENER = re.compile(r"\s*[\"'“‘(\[*•–—-]*\s?[A-Z0-9]")
FAR = 80
"""Characters before a full stop in which its word is looked for."""


class Piece(msgspec.Struct, frozen=True):
    """`text[start:end]` and what it is; None: not yet known, body in the end. `line` counts lines that are not blank."""

    start: int
    end: int
    line: int
    kind: PartKind | None = None


def lines(text: str) -> list[Piece]:
    """Every line that is not blank, without the blanks at its ends."""
    out: list[Piece] = []
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = at + len(line) - len(line.lstrip())
            out.append(Piece(start, start + len(bare), len(out)))
        at += len(line) + 1
    return out


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences between two offsets, by full stops; abbreviations and initials do not end one."""
    out, begin = [], start
    for found in END.finditer(text, start, end):
        stop = found.end()
        if stop < end and _ends(text, begin, found.start(), stop):
            out.append((begin, stop))
            begin = stop + len(text[stop : stop + FAR]) - len(text[stop : stop + FAR].lstrip())
    if begin < end:
        out.append((begin, end))
    return out


def _ends(text: str, begin: int, dot: int, stop: int) -> bool:
    if not OPENER.match(text, stop):
        return False
    if text[dot] != ".":
        return True
    head = text[max(begin, dot - FAR) : dot].rsplit(None, 1)
    word = head[-1].lstrip("\"'“‘([") if head else ""
    if len(word) == 1 and word.isupper() and word != "I":
        return False
    return word.lower() not in texts().abbreviations


def split(pieces: Iterable[Piece], cut: Callable[[Piece], Iterator[tuple[int, int, PartKind | None]]]) -> list[Piece]:
    """Pieces with those of no kind yet replaced by what `cut` makes of them."""
    out = []
    for piece in pieces:
        if piece.kind is None:
            out += [Piece(a, b, piece.line, kind) for a, b, kind in cut(piece) if a < b]
        else:
            out.append(piece)
    return out


def parts(pieces: Iterable[Piece]) -> tuple[Part, ...]:
    """Parts in order; neighbours of the same kind are one, but captions and headlines stay apart by line."""
    out: list[Part] = []
    last = -1
    for piece in pieces:
        kind = piece.kind or "body"
        alone = kind in ("caption", "headline") and piece.line != last
        if out and out[-1].kind == kind and not alone:
            out[-1] = Part(kind, out[-1].start, piece.end)
        else:
            out.append(Part(kind, piece.start, piece.end))
        last = piece.line
    return tuple(out)
