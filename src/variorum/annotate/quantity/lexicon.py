"""The table `numbers.toml`, turned round for look-up by word."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import msgspec

from ...model.value import Hedge
from ...rules.tables import table


class More(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a number an increment."""

    before: list[str]
    after: list[str]


class Ranges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words between the two ends of a range."""

    between: list[str]


class Skip(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside which a number is no count."""

    months: list[str]
    clock: list[str]
    labels: list[str]
    units: list[str]
    phones: list[str]
    ages: list[str]


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `numbers.toml`."""

    units: dict[str, float]
    scales: dict[str, float]
    vague: dict[str, float]
    shares: dict[str, float]
    hedges: dict[Hedge, list[str]]
    after: dict[Hedge, list[str]]
    more: More
    ranges: Ranges
    skip: Skip
    amounts: dict[str, list[str]]


class Lexicon(NamedTuple):
    """The same, turned round for look-up by word."""

    rules: Rules
    hedges: dict[str, Hedge]
    after: dict[str, Hedge]
    more_before: frozenset[str]
    more_after: frozenset[str]
    amounts: dict[str, str]
    months: frozenset[str]
    clock: frozenset[str]
    labels: frozenset[str]
    starts: frozenset[str]


class Value(NamedTuple):
    """A bare number: `low` and `high`, its tokens, and whether it was written in words or is a share of one."""

    low: float
    high: float | None
    start: int
    end: int
    words: bool = False
    share: bool = False
    plus: bool = False


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The look-up tables of a language."""
    rules = table("numbers", Rules, language=language)
    starts = frozenset({*rules.units, *rules.scales, *rules.vague, *rules.shares}) - {
        "k",
        "m",
        "b",
        "mn",
        "bn",
        "mln",
        "bln",
        "trn",
    }
    return Lexicon(
        rules,
        {p: h for h, many in rules.hedges.items() for p in many},
        {p: h for h, many in rules.after.items() for p in many},
        frozenset(rules.more.before),
        frozenset(rules.more.after),
        {p: u for u, many in rules.amounts.items() for p in many},
        frozenset(rules.skip.months),
        frozenset(rules.skip.clock),
        frozenset(rules.skip.labels),
        starts,
    )
