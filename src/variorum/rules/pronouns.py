"""Pronouns: `rules/<language>/pronouns.toml`, ready for look-up."""

from __future__ import annotations

from functools import cache

import msgspec

from .people import Gender
from .tables import table


class Pronouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    male: list[str]
    female: list[str]
    men: frozenset[str]
    women: frozenset[str]
    neutral: frozenset[str]
    plural: frozenset[str]
    speaker: frozenset[str]
    speakers: frozenset[str]
    reflexive: frozenset[str]
    copulas: frozenset[str]
    empty: frozenset[str]


@cache
def pronouns(language: str = "en") -> Pronouns:
    """The lists, lower-case."""
    return table("pronouns", Pronouns, language=language)


@cache
def personal(language: str = "en") -> dict[str, Gender]:
    """Pronoun for one person -> the gender it tells."""
    rows = pronouns(language)
    out: dict[str, Gender] = dict.fromkeys(rows.male, "male")
    return out | dict.fromkeys(rows.female, "female")


def told(noun: str, language: str = "en") -> Gender | None:
    """The gender that a noun for a person tells: "man", "girl"."""
    rows = pronouns(language)
    return "male" if noun in rows.men else "female" if noun in rows.women else None
