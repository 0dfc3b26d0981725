"""Patterns of the rule tables, compiled: the form of a word -> what it can begin.

How a pattern is written is told on top of `rules/en/events.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

import msgspec

from ..errors import RulesError
from ..rules import forms
from ..rules.tables import table
from .grammar import grammar

Scope = Literal["open", "clause", "topic"]
NAME = "\0name"
"""Stands in a class for any proper name that is not a person's: `@Name`."""
PERSON = "\0person"
"""Stands in a class for any person called by name: `@Person`."""


class Light(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list of verbs."""

    verbs: list[str]


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of a table of patterns; see `rules/en/events.toml` for the fields."""

    type: str
    mode: str | None = None
    object: Literal["target", "topic", "both", "source"] = "target"
    scope: Scope = "open"
    verbs: list[str] = []
    nouns: list[str] = []
    adjectives: list[str] = []
    again: bool = False


class Events(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of event patterns."""

    event: list[Row]
    light: Light = Light([])
    occur: Light = Light([])
    cancel: Light = Light([])


class Classes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`classes.toml`."""

    classes: dict[str, list[str]]
    people: dict[str, list[str]]


@dataclass(frozen=True)
class Pattern:
    """One pattern. `words` must stand by the verb or behind the noun, `before` right before the noun; `objects` and `subjects`
    hold lower-cased forms; None: anything."""

    row: Row
    base: str
    words: tuple[str, ...] = ()
    objects: frozenset[str] | None = None
    subjects: frozenset[str] | None = None
    weight: int = 0
    before: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """Patterns by the form of the word that they hang on, the most telling first."""

    verbs: dict[str, tuple[Pattern, ...]] = field(default_factory=dict)
    nouns: dict[str, tuple[Pattern, ...]] = field(default_factory=dict)
    adjectives: dict[str, tuple[Pattern, ...]] = field(default_factory=dict)


@cache
def classes() -> dict[str, frozenset[str]]:
    """Class name -> all forms of its nouns, `people` among them. Raises `RulesError` for a class that is not there."""
    loaded = table("classes", Classes)
    raw = {**loaded.classes, "people": loaded.people["nouns"], "Name": [NAME], "Person": [PERSON]}
    return {name: frozenset(f for noun in _members(name, raw) for f in _noun(noun)) for name in raw}


def _members(name: str, raw: dict[str, list[str]]) -> list[str]:
    if name not in raw:
        raise RulesError(f"rule table en/classes.toml: no class {name!r}, which a pattern names")
    return [m for noun in raw[name] for m in (_members(noun[1:], raw) if noun.startswith("@") else [noun])]


def _noun(noun: str) -> tuple[str, str]:
    singular, plural = forms.noun(noun)
    if singular.endswith("man") and plural.endswith(
        "mans"
    ):  # militiamen, and whatever else the table of irregular forms lacks
        plural = f"{singular[:-3]}men"
    return singular.lower(), plural.lower()


@cache
def people() -> frozenset[str]:
    """Forms of the nouns that mean people, bodies and groups."""
    return frozenset(f for noun in table("classes", Classes).people["nouns"] for f in _noun(noun))


@cache
def adjuncts() -> frozenset[str]:
    """Nouns that name somebody even before another noun: "rebel positions"."""
    return frozenset(table("classes", Classes).people["adjuncts"])


@cache
def things() -> frozenset[str]:
    """Forms of the nouns in -er and -or that mean no people."""
    return frozenset(f for noun in table("classes", Classes).people["things"] for f in _noun(noun))


@cache
def bases(names: tuple[str, ...]) -> dict[str, str]:
    """Any form of these verbs (first words of phrasal ones) -> its base."""
    return forms.verbs([name.split()[0] for name in names])


def compile_rows(rows: Sequence[Row]) -> Lexicon:
    """The lexicon of these rows; of patterns that weigh the same, the earlier one wins."""
    return Lexicon(
        _index((p for row in rows for text in row.verbs for p in _verb(text, row)), verbal=True),
        _index((_nominal(text, row) for row in rows for text in row.nouns), verbal=False),
        _index((p for row in rows for text in row.adjectives for p in _verb(text, row)), verbal=None),
    )


def _index(patterns: Iterable[Pattern], *, verbal: bool | None) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        keys = forms.verb(pattern.base) if verbal else (pattern.base,) if verbal is None else _noun(pattern.base)
        for key in dict.fromkeys(keys):
            found.setdefault(key, []).append(pattern)
    return {key: tuple(sorted(many, key=_rank)) for key, many in found.items()}


def _rank(pattern: Pattern) -> tuple[int, bool, bool]:
    """What says most first; then what blocks, then what names its subject."""
    return -pattern.weight, pattern.row.type != "", pattern.subjects is None


def _verb(text: str, row: Row) -> Iterable[Pattern]:
    left, less, rest = text.partition(" < ")
    subjects = _nouns(left) if less else None
    middle, more, right = (rest if less else text).partition(" > ")
    base, *words = middle.split()
    objects = _nouns(right) if more else None
    weight = len(words) + (2 if more else 0) + (2 if less else 0)
    yield Pattern(row, base, tuple(words), objects, subjects, weight)


def _nouns(text: str) -> frozenset[str]:
    out: set[str] = set()
    for word in text.split():
        out |= classes()[word[1:]] if word.startswith("@") and word[1:] in classes() else set(_noun(_known(word)))
    return frozenset(out)


def _known(word: str) -> str:
    if word.startswith("@"):
        raise RulesError(f"rule table en/classes.toml: no class {word!r}, which a pattern names")
    return word


def _nominal(text: str, row: Row) -> Pattern:
    words = text.replace("-", " - ").split()
    after = tuple(words[-1:]) if len(words) > 1 and words[-1] in (*grammar("prepositions"), "that") else ()
    named = words[: len(words) - len(after)]
    if "of" in named:  # "cessation of hostilities": the head comes first
        at = named.index("of")
        return Pattern(row, named[0], ("of",), _nouns(" ".join(named[at + 1 :])), None, 3)
    return Pattern(row, named[-1], after, None, None, len(named) - 1 + len(after), tuple(named[:-1]))
