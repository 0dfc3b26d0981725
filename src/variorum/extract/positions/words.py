"""The vocabulary that positions look at beside their patterns (`rules/en/stances.toml`)."""

from __future__ import annotations

from functools import cache

import msgspec

from ...rules import forms
from ...rules.tables import table
from ..lexicon import Events, Lexicon, compile_rows


class Stances(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`stances.toml`."""

    must: list[str]
    will: list[str]
    willing: list[str]
    binding: list[str]
    deciding: list[str]
    foreseen: list[str]
    taking: list[str]
    standing: list[str]
    granted: list[str]
    bound: list[str]
    linked: list[str]
    saving: list[str]
    drafts: list[str]
    going: list[str]
    insisting: list[str]
    termed: list[str]
    bodies: list[str]
    mouths: list[str]
    between: list[str]
    empty: list[str]
    pointing: list[str]
    silent: list[str]
    unsaid: list[str]
    balking: list[str]
    withheld: list[str]
    states: list[str]
    hoped: list[str]
    addressing: list[str]
    asking: list[str]
    yields: list[str]
    voiced: list[str]
    priced: list[str]
    asides: list[str]
    being: list[str]
    favour: list[str]
    seldom: list[str]
    feigning: list[str]
    relaying: list[str]
    scene: list[str]
    clear: list[str]
    crowd: list[str]
    turns: list[str]
    offices: list[str]


VERBS = frozenset(
    {
        "binding",
        "deciding",
        "foreseen",
        "taking",
        "insisting",
        "termed",
        "silent",
        "balking",
        "states",
        "addressing",
        "asking",
        "yields",
        "between",
        "being",
        "feigning",
        "relaying",
    }
)
NOUNS = frozenset(
    {"granted", "bound", "standing", "drafts", "bodies", "mouths", "between", "unsaid", "withheld", "hoped", "voiced"}
)


@cache
def words(name: str) -> frozenset[str]:
    """A list of the table; of verbs and nouns, all their forms."""
    return forms.listed(getattr(table("stances", Stances), name), verbal=name in VERBS, nominal=name in NOUNS)


@cache
def lexicon() -> Lexicon:
    """The patterns of the position table."""
    return compile_rows(table("positions", Events).event)


@cache
def wanted() -> frozenset[str]:
    """All words that a position may hang on."""
    known = lexicon()
    return frozenset(
        (
            *known.verbs,
            *known.nouns,
            *known.adjectives,
            *words("must"),
            *words("will"),
            "only",
            "against",
            "in",
            "there",
            "under",
            *words("linked"),
        )
    )
