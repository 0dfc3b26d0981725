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
    change: frozenset[str]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A plain list of words."""

    words: frozenset[str]


class Skip(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside which a number is no count; each list is explained in the table."""

    months: frozenset[str]
    clock: frozenset[str]
    labels: frozenset[str]
    weak: frozenset[str]
    units: frozenset[str]
    phones: frozenset[str]
    phoned: frozenset[str]
    ages: frozenset[str]
    aged: frozenset[str]
    closing: frozenset[str]
    being: frozenset[str]
    years: frozenset[str]
    multi: frozenset[str]
    all_but: frozenset[str]
    one_after: frozenset[str]
    one_before: frozenset[str]
    streets: frozenset[str]


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `numbers.toml`."""

    units: dict[str, float]
    scales: dict[str, float]
    vague: dict[str, float]
    rough: Words
    shares: dict[str, float]
    hedges: dict[Hedge, list[str]]
    after: dict[Hedge, list[str]]
    more: More
    ranges: Ranges
    skip: Skip
    amounts: dict[str, list[str]]
    dimensions: dict[str, list[str]]
    else_: dict[str, str] = msgspec.field(name="else")
    tall: Words
    below: Words


class Lexicon(NamedTuple):
    """The same, turned round for look-up by word."""

    rules: Rules
    hedges: dict[str, Hedge]
    after: dict[str, Hedge]
    more_before: frozenset[str]
    more_after: frozenset[str]
    amounts: dict[str, str]
    signs: dict[str, str]
    """Currency signs, which stand before their number, with their unit."""
    money: frozenset[str]
    """Units of money."""
    warm: frozenset[str]
    """Units of temperature, the only ones that go below zero."""
    big: dict[str, float]
    """Scale words that are no mere letters: "million", "bn", "dozen"."""
    starts: frozenset[str]
    """Words that can begin a number."""


class Value(NamedTuple):
    """A bare number: `low` and `high`, its tokens, and how it was written: in words, as a share of one, with a plus sign behind
    it, with a unit glued to it ("43C")."""

    low: float
    high: float | None
    start: int
    end: int
    words: bool = False
    share: bool = False
    plus: bool = False
    glued: str = ""


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The look-up tables of a language."""
    rules = table("numbers", Rules, language=language)
    big = {word: size for word, size in rules.scales.items() if len(word) > 2 and word != "score"}
    short = rules.scales.keys() - big.keys() - {"score"}
    words = {*rules.units, *rules.scales, *rules.vague, *rules.shares, *rules.rough.words}
    amounts = {phrase: unit for unit, many in rules.amounts.items() for phrase in many}
    money = frozenset(rules.dimensions["money"])
    signs = {p: u for p, u in amounts.items() if u in money and (len(p) == 1 or p.endswith("$") or p == "rs")}
    return Lexicon(
        rules,
        {p: h for h, many in rules.hedges.items() for p in many},
        {p: h for h, many in rules.after.items() for p in many},
        frozenset(rules.more.before),
        frozenset(rules.more.after),
        amounts,
        signs,
        money,
        frozenset(rules.dimensions["temperature"]),
        big,
        frozenset(words - short),
    )
