"""Lists of the language's grammar (`rules/en/syntax.toml`) that the ways through a parse ask for."""

from __future__ import annotations

from functools import cache

import msgspec

from ..rules import forms
from ..rules.tables import table


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`syntax.toml`."""

    prepositions: list[str]
    measure: list[str]
    intent: list[str]
    stages: list[str]
    past: list[str]
    toward: list[str]
    charging: list[str]
    blame: list[str]
    nominal: list[str]
    victims: list[str]
    talking: list[str]
    answer: list[str]
    means: list[str]
    where: list[str]
    goal: list[str]
    suffered: list[str]
    aimed: list[str]
    lays: list[str]
    bare: list[str]
    habit: list[str]
    people: list[str]
    harm: list[str]
    cause: list[str]
    struck: list[str]
    anybody: list[str]
    claims: list[str]
    objected: list[str]
    decreed: list[str]
    duty: list[str]
    resolve: list[str]
    blows: list[str]
    spots: list[str]
    crowds: list[str]
    civic: list[str]
    matters: list[str]
    enduring: list[str]
    done_to: list[str]
    beside: list[str]
    swings: list[str]
    nearly: list[str]
    bidding: list[str]
    ground: list[str]
    feeling: list[str]
    states: list[str]
    views: list[str]
    shows: list[str]
    informing: list[str]
    fancy: list[str]
    letting: list[str]
    dying: list[str]
    onlookers: list[str]
    undergone: list[str]
    sites: list[str]


VERBS = frozenset({"means", "suffered", "struck", "charging", "onlookers", "undergone"})
"""Lists of verbs that are looked up by any of their forms."""


@cache
def grammar(name: str) -> frozenset[str]:
    """A list of the table; of verbs in `VERBS`, all their forms."""
    found: list[str] = getattr(table("syntax", Grammar), name)
    return frozenset(found) | (frozenset(forms.verbs(found)) if name in VERBS else frozenset())


@cache
def listed(name: str) -> tuple[str, ...]:
    """A list of the table in its order, for calls that take words one by one."""
    return tuple(getattr(table("syntax", Grammar), name))
