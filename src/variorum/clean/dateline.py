"""Datelines: the place, day and agency before the first sentence, and nothing of the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..model.article import PartKind
from .pieces import Piece, split
from .rules import texts

REACH = 4
"""Lines of body in which a dateline may stand."""
AHEAD = 40
"""Characters behind it that are looked at for small letters."""
DASH = r"\s*(?:[–—―]+|-{1,3}(?=\s)|(?<=\s)-{1,3})\s*"


@cache
def _forms() -> re.Pattern[str]:
    month = "(?:" + "|".join(one for m in texts().months for one in (m.capitalize(), m.upper())) + r")\b\.?"
    day = (
        rf"(?:{month}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{month}(?:,?\s+\d{{4}})?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"
    )
    weekday = "(?:" + "|".join(w.capitalize() for w in texts().weekdays) + r")\b\.?"
    upper = r"[A-Z][A-Z.’'-]+(?:[ /][A-Z][A-Z.’'-]*|\s(?:de|la|el|al)(?=\s[A-Z]))*"
    region = r"(?:,?\s+(?:[A-Z][A-Za-z.]+)(?:\s[A-Z][A-Za-z.]+)?)"
    place = rf"{upper}(?:\s?/\s?{upper})?{region}?"
    mixed = r"[A-Z][\w.’'-]+(?:[ /,]+[A-Z][\w.’'-]*){0,5}"
    agency = r"(?:\([A-Z][\w.&’' /,-]{1,40}\))"
    when = rf"(?:,?\s*(?:{weekday},?\s*)?{day})"
    said = "(?:" + "|".join(s.capitalize() for s in sorted(texts().stamps, key=len, reverse=True)) + ")"
    numeric = r"\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d"
    dated = rf"(?:{weekday},?\s+)?(?:{month}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{month},?\s+\d{{4}}|{numeric})"
    return re.compile(
        rf"\A(?:{place}{when}?\s*{agency}?{DASH}|{place}{when}\s*{agency}\s*|{mixed}{when}?\s*{agency}{DASH}"
        rf"|{mixed},?\s+{day}{DASH}"
        rf"|{agency}{DASH}|\((?:[A-Z]{{2,6}})\)\s*(?=[A-Z“\"])|{dated}\s*[-–—|:]?\s*(?=[A-Z“\"(]|get short url)"
        rf"|{said}:?\s+{dated}\s*[-–—|:]?\s*(?=[A-Z“\"(\d]))",
    )


def datelines(text: str, pieces: list[Piece]) -> list[Piece]:
    """Pieces with the dateline of the first body lines cut off."""
    first = [p.line for p in pieces if p.kind is None][:REACH]

    def cut(piece: Piece) -> Iterator[tuple[int, int, PartKind | None]]:
        found = _forms().match(text[piece.start : min(piece.end, piece.start + 160)]) if piece.line in first else None
        at = piece.start + found.end() if found else piece.start
        if found and at < piece.end and _sound(found[0], text[at : at + AHEAD]):
            yield piece.start, at, "dateline"
            yield at, piece.end, None
        else:
            yield piece.start, piece.end, None

    return split(pieces, cut)


def _sound(found: str, after: str) -> bool:
    """Not a label ("UPDATE -", "EVENING UPDATE -") that is written as a place is, nor words of a text all in capitals."""
    words = re.findall(r"\w+", found.partition("(")[0])
    return not (words and words[-1] in texts().labels) and any(c.islower() for c in after)
