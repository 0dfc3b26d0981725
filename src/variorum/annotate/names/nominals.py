"""Common nouns that refer to somebody, some body or somewhere (`rules/en/nominals.toml`), ready for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from ...model.claim import ActorKind
from ...rules.forms import noun
from ...rules.people import Words as Plain
from ...rules.people import kin, role_last
from ...rules.tables import table


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    person: Plain
    organisation: dict[str, list[str]]
    group: Plain
    place: dict[str, list[str]]
    compound: Plain
    vague: Plain
    nobody: Plain
    plain: Plain
    owners: Plain
    definite: Plain
    articles: Plain
    any: Plain
    collective: Plain
    anybody: Plain
    lettered: Plain
    towns: Plain


@dataclass(frozen=True)
class Nominals:
    """`heads`: noun, as in the text but small -> what it refers to; `names`: noun -> words of names it can stand for;
    `compounds`: last word of a body's usual name in two words -> the words that may stand before it."""

    heads: dict[str, ActorKind]
    names: dict[str, frozenset[str]]
    compounds: dict[str, frozenset[str]]
    lists: dict[str, frozenset[str]]
    """The plain lists of the file by their names: definite, anybody, lettered, towns."""


@cache
def nominals(language: str = "en") -> Nominals:
    """The table's look-ups."""
    rows = table("nominals", Table, language=language)
    heads: dict[str, ActorKind] = {}
    for word in rows.group.words:
        heads[noun(word)[1]] = "group"
    for word in sorted({*rows.person.words, *role_last(), *kin()}):
        heads.setdefault(noun(word)[1], "group")
    heads |= dict.fromkeys(rows.collective.words, "group")
    for word in sorted({*rows.person.words, *role_last()}):
        heads.setdefault(word, "person")
    heads |= dict.fromkeys(rows.organisation, "organisation")
    heads |= dict.fromkeys(rows.place, "place")
    names = {k: frozenset(v) for k, v in [*rows.organisation.items(), *rows.place.items()]}
    compounds: dict[str, set[str]] = {}
    for phrase in rows.compound.words:
        first, _, last = phrase.rpartition(" ")
        compounds.setdefault(last, set()).add(first)
    lists = {name: frozenset(getattr(rows, name).words) for name in ("definite", "anybody", "lettered", "towns")}
    return Nominals(heads, names, {last: frozenset(first) for last, first in compounds.items()}, lists)
