"""The table `counting.toml`: who did it, who is told of again, what merely stands beside a count."""

from __future__ import annotations

from functools import cache

import msgspec

from ...rules import forms
from ...rules.tables import table


class Attacker(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for the one who did it."""

    nouns: frozenset[str]
    self: frozenset[str]
    turn: tuple[str, ...]
    weapons: frozenset[str]
    before: frozenset[str]


class Again(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell of somebody again, or of somebody else."""

    known: frozenset[str]
    grown: frozenset[str]
    fresh: frozenset[str]
    others: frozenset[str]
    describes: frozenset[str]
    vague: frozenset[str]
    illness: frozenset[str]


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say how those already counted fare."""

    severity: frozenset[str]
    remain: frozenset[str]
    rest: frozenset[str]
    all: frozenset[str]
    first: frozenset[str]
    ordinals: dict[str, int]

    @property
    def fares(self) -> frozenset[str]:
        """Words of either kind that say how somebody fares."""
        return self.severity | self.remain


class Care(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of being in hospital."""

    verbs: tuple[str, ...]
    company: frozenset[str]
    places: frozenset[str]
    checks: frozenset[str]


class Modality(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that cut an act off from what governs its phrase."""

    loose: frozenset[str]
    names: frozenset[str]
    since: frozenset[str]


class Short(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that take a count back."""

    almost: frozenset[str]


class Links(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Openings of lines that lead to other stories."""

    openings: tuple[str, ...]


class Glue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that only tie a clause together."""

    be: frozenset[str]
    have: frozenset[str]
    states: frozenset[str]
    beside: frozenset[str]
    of: frozenset[str]
    relative: frozenset[str]


class No(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of clauses that say that nobody was."""

    clause: frozenset[str]
    spared: frozenset[str]
    partial: frozenset[str]


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Prepositions before the place of an act."""

    preps: frozenset[str]
    near: frozenset[str]
    home: frozenset[str]
    leaving: frozenset[str]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `counting.toml`."""

    attacker: Attacker
    again: Again
    state: State
    care: Care
    modality: Modality
    short: Short
    links: Links
    glue: Glue
    no: No
    place: Place


@cache
def words(language: str = "en") -> Words:
    """The table of a language."""
    return table("counting", Words, language=language)


@cache
def turning(language: str = "en") -> frozenset[str]:
    """Every form of the verbs of turning a weapon on somebody."""
    return frozenset(forms.verbs(list(words(language).attacker.turn), language))


@cache
def caring(language: str = "en") -> frozenset[str]:
    """Every form of the verbs whose subject is a patient when the place is a hospital."""
    return frozenset(forms.verbs(list(words(language).care.verbs), language))


@cache
def attackers(language: str = "en") -> frozenset[str]:
    """The words for those who did it, one or many."""
    nouns = sorted(words(language).attacker.nouns)
    return frozenset(form for noun in nouns for form in forms.noun(noun, language))
