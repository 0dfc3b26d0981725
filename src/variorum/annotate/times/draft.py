"""What a builder makes of a match: an expression without its span."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...model.value import TimeType
from .scan import Scan, Word

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .tense import Look


class Draft(NamedTuple):
    """Fields of an `Expression`; `first` and `last` are words of the match, counted from its start, where not all."""

    type: TimeType
    value: str
    unit: str | None = None
    shift: int | None = None
    side: str | None = None
    anchor: str = "article"
    mod: str | None = None
    weekday: int | None = None
    formula: str | None = None
    grain: bool = False
    other: str | None = None
    first: int = 0
    last: int | None = None


class Match(NamedTuple):
    """A match of the grammar with what stands round it."""

    words: Sequence[Word]
    at: int
    """Its first word within the scan."""
    scan: Scan
    text: str
    look: Look

    def get(self, kinds: str) -> Word | None:
        """The first word of one of these classes."""
        return next((w for w in self.words if w.kind in kinds), None)

    def value(self, kinds: str) -> str | None:
        """The value of the first word of one of these classes."""
        word = self.get(kinds)
        return word.value if word else None

    def before(self, back: int = 1) -> str:
        """The text of the word so many before the match, in lower case; empty at a line's beginning."""
        at = self.at - back
        if at < 0 or self.scan.kinds[at] == "|":
            return ""
        return self.text[self.scan.starts[at] : self.scan.ends[at]].lower()

    def after(self) -> str:
        """The text of the word after the match; empty at a line's end."""
        at = self.at + len(self.words)
        if at >= len(self.scan.kinds) or self.scan.kinds[at] == "|":
            return ""
        return self.text[self.scan.starts[at] : self.scan.ends[at]]

    def token(self, word: Word) -> Token | None:
        """spaCy's token at this word."""
        return self.look.token(word.start)


def mod(match: Match) -> str | None:
    """TIMEX3 MOD of early, late, mid; of a hedge its own."""
    kinds = {w.kind for w in match.words}
    if "h" in kinds:
        return match.value("h")
    return "START" if kinds & {"f"} else "END" if "k" in kinds else "MID" if "K" in kinds else None


SHIFT = {"l": -1, "p": -1, "V": -1, "i": 0, "j": 0, "x": 1, "X": 1, "F": 1}
TOLD = frozenset("jFV")
"""Words that look back to what was just told: "that day", "the following week"."""


def shift(match: Match) -> tuple[int | None, str]:
    """Shift and anchor of last, this, next, that, following, previous; None where there is no such word."""
    word = match.get("lpVijxXF")
    if word is None:
        return None, "article"
    return SHIFT[word.kind], "told" if word.kind in TOLD else "article"
