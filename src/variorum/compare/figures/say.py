"""Sentences about figures, from the templates of `rules/<language>/reasons.toml`."""

from __future__ import annotations

from functools import cache

import msgspec

from ...model import Figure, Reading, When
from ...rules import phrases
from ...rules.tables import table
from .values import day


class Slips(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sentences about misprints."""

    peers: str
    elsewhere: str
    part: str
    range: str
    plain: str
    columns: str
    have: tuple[str, str]
    kinds: dict[str, str]


class Reasons(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `reasons.toml`; its comments say what each part is for."""

    difference: dict[str, str]
    agreement: dict[str, str]
    lone: dict[str, str]
    part: dict[str, str]
    scope: dict[str, str]
    sum: dict[str, str]
    age: dict[str, str]
    slip: Slips
    status: dict[str, str]


@cache
def reasons(language: str = "en") -> Reasons:
    """The templates of a language."""
    return table("reasons", Reasons, language=language)


def words(reading: Reading, figure: Figure) -> str:
    """A reading's value in words: "at least 35,000"."""
    return phrases.reading(reading, figure.unit)


def moment(reading: Reading, figure: Figure) -> str:
    """A reading's value, and its day where that is known: "at least 35,000 (7 May 2024)"."""
    return f"{words(reading, figure)}{dated(reading.as_of)}"


def what(figure: Figure) -> str:
    """What a figure counts: "people killed"."""
    name = phrases.measure(figure.measure)
    return f"{phrases.inside(figure.of)} {name}" if phrases.whom(figure.of, figure.measure) else name


def have(reports: int) -> str:
    """ "1 report has", "3 reports have" """
    one, many = reasons().slip.have
    return (one if reports == 1 else many).format(n=reports)


def dated(when: When | None) -> str:
    """ " (21 March 2024)" where the day is known to within three days, else nothing"""
    if when is None or not when.earliest or not when.latest or not day(when):
        return ""
    days = msgspec.structs.replace(when, earliest=when.earliest[:10], latest=when.latest[:10])
    return f" ({phrases.when(days)})"
