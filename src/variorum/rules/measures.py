"""Measures: which of them only rise while a story goes on, which belong to their moment, and which to a stretch of time."""

from __future__ import annotations

from functools import cache

import msgspec

from .tables import table


class Measure(msgspec.Struct, frozen=True):
    """What is read here of a measure in `measures.toml`."""

    name: str
    grows: bool = False
    apart: bool = False
    spell: bool = False


class Measures(msgspec.Struct, frozen=True):
    """What is read here of `measures.toml`."""

    measure: tuple[Measure, ...]


@cache
def _marked(field: str, language: str = "en") -> frozenset[str]:
    """The measures whose table has this mark."""
    return frozenset(m.name for m in table("measures", Measures, language=language).measure if getattr(m, field))


def loose(measure: str) -> bool:
    """Whether amounts of the measure belong to their place and moment (winds, prices), so that no two need be told apart."""
    return measure in _marked("apart")


def grows(measure: str) -> bool:
    """Whether a later count of the measure can only be higher."""
    return measure in _marked("grows")


def bounded(measure: str) -> bool:
    """Whether a stretch named beside a count of the measure bounds it: those freed in "a four-day pause"."""
    return measure in _marked("spell")
