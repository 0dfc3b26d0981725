"""How common a word is in general news: rules/<language>/frequency.toml as one map."""

from __future__ import annotations

from functools import cache

import msgspec

from .tables import table


class Frequency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """share: level -> the words at that level."""

    share: dict[str, str]


@cache
def shares(language: str = "en") -> dict[str, float]:
    """Word -> share of general news reports that it stands in."""
    levels = table("frequency", Frequency, language=language).share
    return {word: float(level) for level, words in levels.items() for word in words.split()}
