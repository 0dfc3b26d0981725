"""Dates that do not stand in running text: a stamp line, a dateline, a copyright line, the date before a headline."""

from __future__ import annotations

import re
from functools import cache

from ...model import Article
from ...model.value import Stamp
from .lexicon import words

FULL = re.compile(r"\d{4}-\d\d-\d\d(?:T|$)")
DAY = re.compile(r"[\dX]{4}-\d\d-\d\d(?:T|$)")
WORD = re.compile(r"[^\W\d]+|\(c\)|©", re.I)
INSET = re.compile(r"\(\s*(?:published|posted|updated|aired|recorded)\b[^()]*$", re.I)
SPANS = frozenset("-–,")
"""What follows the first year of a copyright line that gives two."""
CUED = frozenset({"published", "posted", "published on", "posted on", "date"})
TOP = 300
"""Characters from the start within which a date that opens a line is the article's own."""
HEAD = 0.3
"""A stamp without a word that says so counts only in the first part of the text."""


@cache
def sets() -> dict[str, frozenset[str]]:
    return {name: frozenset(rows) for name, rows in words().stamps.items()}


def stamp(article: Article, start: int, end: int, value: str) -> Stamp | None:
    """What kind of stamp the date at these characters is; None for running text."""
    text = article.text
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    if (
        copyright_(text[max(begin, start - 40) : start])
        and re.fullmatch(r"\d{4}", value)
        and text[end : end + 1] not in SPANS
    ):
        return "copyright"
    if not DAY.match(value):
        return None
    if _archive(text[begin:start][-120:], text[end:stop][:40]):
        return "archive"
    if INSET.search(text[max(begin, start - 24) : start]):
        return "inset"
    if _dateline(text, begin, start, end):
        return "dateline"
    line = text[begin:start][-200:] + " " + text[end:stop][:200]
    top = start < 600 or start < HEAD * len(text)
    found = _line(line, text[begin:start], value, top=top) or _first(text, begin, start, end, value)
    return found or ("dateline" if article.part(start) == "dateline" else None)


def copyright_(before: str) -> bool:
    """Whether a copyright sign or word stands just before."""
    low = before.lower()
    return any(word in low for word in sets()["copyright"])


def _archive(before: str, after: str) -> bool:
    """Whether the date is an old picture's."""
    low = f"{before} {after}".lower()
    return any(phrase in low for phrase in sets()["archive"])


def _line(line: str, before: str, value: str, *, top: bool) -> Stamp | None:
    """A line of a date and little else. "Updated" counts where it is the last such word before the date."""
    found = [w.lower() for w in WORD.findall(line)]
    rest = [w for w in found if not any(w in rows for rows in sets().values())]
    said = [w.lower() for w in WORD.findall(before[-60:])]
    cue = next((w for w in reversed(said) if w in sets()["published"] or w in sets()["updated"]), None)
    if cue and len(rest) <= 8 and len(line) < 160:
        return "updated" if cue in sets()["updated"] else "published"
    if not rest and top and FULL.match(value):
        return "published"
    return None


def _first(text: str, begin: int, start: int, end: int, value: str) -> Stamp | None:
    """A full date that opens the text or one of its first lines, before a headline or a dash, or behind "Posted on"."""
    if start > TOP or not FULL.match(value):
        return None
    if text[begin:start].strip(" :").lower() in CUED:
        return "published"
    if start != begin:
        return None
    after = text[end : end + 3].lstrip(" .")
    return "published" if after[:1].isupper() or after[:1] in "-–—|:" else None


def _dateline(text: str, begin: int, start: int, end: int) -> bool:
    """ "CITY, March 21 (Agency) -"."""
    before, after = text[begin:start].strip(), text[end : end + 60]
    if not before or len(before) > 60 or before[:1].islower():
        return False
    place = before.rstrip(",( ")
    letters = [c for c in place if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < 0.7 * len(letters):
        return False
    return bool(re.match(r"\.?\)?,?\s*(?:\([^)\n]{2,40}\)\s*)?[-–—:]|\.?\s*\([^)\n]{2,40}\)", after))
