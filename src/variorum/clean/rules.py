"""The rule tables of this stage, and phrase lists made quick: an article is looked through once for the words of all lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from ..rules.tables import table

TOKEN = re.compile(r"[^\W_]+")
ATOM = re.compile(r"[^\W\d_]+|\d+")
"""Letters and digits apart, since pages glue a date to the button after it."""


class Captions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Signs of a caption; see the table."""

    inside: list[str]
    start: list[str]
    scene: list[str]
    credits: list[str]


class Bylines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Signs of a byline; see the table."""

    start: list[str]
    end: list[str]
    inside: list[str]
    small: frozenset[str]


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is not the report; see the table."""

    longest: int
    whole: frozenset[str]
    start: list[str]
    inside: list[str]
    glued: list[str]
    lists: frozenset[str]
    sections: frozenset[str]
    leads: list[str]
    caption: Captions
    byline: Bylines


class Texts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How texts are built; see the table."""

    abbreviations: frozenset[str]
    months: list[str]
    weekdays: list[str]
    stamps: list[str]
    labels: frozenset[str]
    small: frozenset[str]
    distinct: frozenset[str]
    opinion: list[str]
    first: frozenset[str]
    broken: list[str]


@cache
def furniture() -> Furniture:
    """The table `furniture`."""
    return table("furniture", Furniture)


@cache
def texts() -> Texts:
    """The table `texts`."""
    return table("texts", Texts)


def plain(text: str) -> str:
    """Lower case with straight apostrophes; as long as the text, so that offsets hold."""
    low = text.lower().replace("’", "'")
    return (
        low
        if len(low) == len(text)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")
    )


@cache
def _phrases(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The phrases of a list ("caption.inside") with their words, long ones first."""
    value: object = furniture()
    for step in name.split("."):
        value = getattr(value, step)
    listed = sorted(value, key=lambda p: (-len(p), p)) if isinstance(value, list) else []
    return tuple((phrase, tuple(ATOM.findall(phrase))) for phrase in listed)


class Signs:
    """The phrases of each list that an article's words allow: a handful of hundreds."""

    def __init__(self, low: str) -> None:
        """`low` is the article's text as `plain` gives it."""
        self._words = set(ATOM.findall(low))
        self._lists: dict[str, tuple[str, ...]] = {}

    def of(self, name: str) -> tuple[str, ...]:
        """The phrases of this list that may stand in the article."""
        found = self._lists.get(name)
        if found is None:
            found = tuple(p for p, words in _phrases(name) if self._words.issuperset(words))
            self._lists[name] = found
        return found

    def find(self, name: str, low: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Where a phrase of the list stands in `low`, as whole words; each phrase's first place only."""
        stop = len(low) if end is None else end
        for phrase in self.of(name):
            at = low.find(phrase, start, stop)
            while at >= 0 and not whole(low, at, at + len(phrase)):
                at = low.find(phrase, at + 1, stop)
            if at >= 0:
                yield at, at + len(phrase)

    def inside(self, name: str, low: str) -> bool:
        """Whether a phrase of the list stands in `low`."""
        return next(self.find(name, low), None) is not None

    def start(self, name: str, low: str) -> int:
        """How long the phrase of the list is that `low` begins with; 0: none."""
        return next((len(p) for p in self.of(name) if low.startswith(p) and whole(low, 0, len(p))), 0)

    def end(self, name: str, low: str) -> bool:
        """Whether `low` ends with a phrase of the list, signs aside."""
        low = low.rstrip(" .,;:)]|/-–—")
        return any(low.endswith(p) and whole(low, len(low) - len(p), len(low)) for p in self.of(name))


def whole(low: str, start: int, end: int) -> bool:
    """Whether no word runs across either end."""
    left = start == 0 or not (low[start].isalnum() and low[start - 1].isalnum())
    return left and (end >= len(low) or not (low[end - 1].isalnum() and low[end].isalnum()))
