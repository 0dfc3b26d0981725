"""Which measures only rise while a story goes on."""

from __future__ import annotations

from functools import cache

import msgspec

from ...rules.tables import table


class Measure(msgspec.Struct, frozen=True):
    """What is read here of a measure in `measures.toml`."""

    name: str
    grows: bool = False


class Measures(msgspec.Struct, frozen=True):
    """What is read here of `measures.toml`."""

    measure: tuple[Measure, ...]


@cache
def _growing(language: str = "en") -> frozenset[str]:
    return frozenset(m.name for m in table("measures", Measures, language=language).measure if m.grows)


def grows(measure: str) -> bool:
    """Whether a later count of the measure can only be higher."""
    return measure in _growing()
