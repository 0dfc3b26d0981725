"""Measures: which of them only rise while a story goes on, and which belong to their moment."""

from __future__ import annotations

from functools import cache

import msgspec

from .tables import table


class Measure(msgspec.Struct, frozen=True):
    """What is read here of a measure in `measures.toml`."""

    name: str
    grows: bool = False
    apart: bool = False


class Measures(msgspec.Struct, frozen=True):
    """What is read here of `measures.toml`."""

    measure: tuple[Measure, ...]


@cache
def _growing(language: str = "en") -> frozenset[str]:
    return frozenset(m.name for m in table("measures", Measures, language=language).measure if m.grows)


@cache
def _loose(language: str = "en") -> frozenset[str]:
    return frozenset(m.name for m in table("measures", Measures, language=language).measure if m.apart)


def loose(measure: str) -> bool:
    """Whether amounts of the measure belong to their place and moment (winds, prices), so that no two need be told apart."""
    return measure in _loose()


def grows(measure: str) -> bool:
    """Whether a later count of the measure can only be higher."""
    return measure in _growing()
