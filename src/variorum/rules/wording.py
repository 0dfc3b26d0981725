"""Words that news chooses between: `rules/<language>/wording.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

from . import people
from .forms import noun, nouns, verbs
from .people import Words
from .phrasing import kinds
from .tables import table


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table; its comments say what each part is for."""

    people: dict[str, list[str]]
    things: dict[str, list[str]]
    rulers: dict[str, list[str]]
    happenings: dict[str, list[str]]
    deeds: dict[str, list[str]]
    before: Words
    definite: Words
    endings: Words
    doing: Words
    tails: Words
    weak: Words
    charged: Words
    aside: Words
    kinds: Words


List = Literal["before", "definite", "doing", "tails", "weak", "charged", "aside", "kinds"]


@cache
def _table(language: str = "en") -> Wording:
    return table("wording", Wording, language=language)


@cache
def words(which: List, language: str = "en") -> frozenset[str]:
    """One of the table's plain lists."""
    found: Words = getattr(_table(language), which)
    return frozenset(found.words)


@cache
def endings(language: str = "en") -> tuple[str, ...]:
    """Endings of adjectives."""
    return tuple(_table(language).endings.words)


@cache
def referents(
    part: Literal["people", "things", "rulers"] = "people", language: str = "en"
) -> dict[str, tuple[str, str]]:
    """Noun or phrase, singular or plural -> (referent that it is a word for, the word in the singular)."""
    out: dict[str, tuple[str, str]] = {}
    for referent, many in getattr(_table(language), part).items():
        for word in many:
            for form in noun(word, language):
                out.setdefault(form, (referent, word))
    return out


@cache
def happenings(kind: str, mode: str | None = None, language: str = "en") -> frozenset[str]:
    """What news calls a happening of this type and mode, in the singular; empty for types without such words."""
    rows = _table(language).happenings
    return frozenset(rows.get(f"{kind}/{mode}", rows.get(kind, ())))


@cache
def nominals(language: str = "en") -> Mapping[str, str]:
    """Any form of any noun for a thing or a happening -> its singular."""
    rules = _table(language)
    every = (word for rows in (rules.things, rules.happenings) for many in rows.values() for word in many)
    return MappingProxyType(nouns(sorted(set(every)), language))


@cache
def firsts(language: str = "en") -> frozenset[str]:
    """The words that a term of `nominals` begins with: few words of a text are one."""
    return frozenset(form.partition(" ")[0] for form in nominals(language))


@cache
def deeds(language: str = "en") -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Form of a verb's first word -> the deeds that it is a word for, each with the verb's base."""
    out: dict[str, list[tuple[str, str]]] = {}
    for deed, bases in _table(language).deeds.items():
        for form, base in verbs(bases, language).items():
            out.setdefault(form.partition(" ")[0], []).append((deed, base))
    return MappingProxyType({form: tuple(dict.fromkeys(many)) for form, many in out.items()})


@cache
def offices(language: str = "en") -> frozenset[str]:
    """Offices, callings and kin: words that say what somebody is, as every report would; without those of `people`."""
    every = {*people.role_words(language), *people.role_last(language), *people.kin(language)}
    return frozenset(every - set(referents("people", language)))


@cache
def bodies(language: str = "en") -> frozenset[str]:
    """Kinds of bodies and places, which tell two descriptions apart only by the word before them ("armed group")."""
    return kinds(language) | words("kinds", language)
