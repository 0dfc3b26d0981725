"""The measures that have a unit, turned round for look-up by word."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import msgspec

from ...rules import forms
from ...rules.tables import table
from .lexicon import Measure, Reach, measured

NUMBER = "number"
"""The dimension of measures whose amount is a plain number."""
COUNT = "count"
"""That of measures that count people or things, whose nouns may stand for them: "arrests rose to 120"."""

Named = dict[str, tuple[tuple[str, Measure], ...]]
"""Last word of a phrase -> (the words before it, measure), the longest first."""


class Sizes(msgspec.Struct, frozen=True):
    """What is read here of `numbers.toml`."""

    dimensions: dict[str, tuple[str, ...]]
    else_: dict[str, str] = msgspec.field(name="else")


class Units(NamedTuple):
    """Everything by word."""

    nouns: Named
    patient: dict[str, tuple[Measure, ...]]
    subject: dict[str, tuple[Measure, ...]]
    states: dict[str, tuple[Measure, ...]]
    phrases: Named
    """By the noun; the words before it are the preposition and what else stands between."""
    with_: dict[str, tuple[tuple[str, Measure], ...]]
    """Verb form -> (the word between it and the amount, measure)."""
    reach: Reach
    level: frozenset[str]
    """Forms of the verbs that say what something measures."""
    moves: frozenset[str]
    """Forms of those that say it only with a preposition before the amount."""
    carriers: frozenset[str]
    dimensions: dict[str, str]
    """Unit -> what it measures."""
    other: dict[str, str]
    """Unit -> the one that the same word also means."""
    plain: frozenset[str]
    """Words near which a plain number can be an amount."""


@cache
def units(language: str = "en") -> Units:
    """The look-up tables of a language."""
    rules = measured(language)
    sizes = table("numbers", Sizes, language=language)
    many = tuple(m for m in rules.measure if m.unit)
    counts = tuple(m for m in rules.measure if not m.unit)
    return Units(
        nouns=_nouns(many, counts, language),
        patient=_verbs([(base, m) for m in many for base in m.patient], language),
        subject=_verbs([(base, m) for m in many for base in m.subject], language),
        states=_grouped([(word, m) for m in many for word in m.states]),
        phrases=_last([(f"{prep} {form}", m) for m in many for prep, noun in m.phrases for form in forms.noun(noun)]),
        with_=_with(many, language),
        reach=rules.links,
        level=frozenset(form for base in rules.links.level for form in forms.verb(base, language)),
        moves=frozenset(form for base in rules.links.moves for form in forms.verb(base, language)),
        carriers=frozenset(form for base in rules.links.carriers for form in forms.noun(base, language)),
        dimensions={unit: size for size, names in sizes.dimensions.items() for unit in names},
        other=sizes.else_,
        plain=frozenset(
            form.rpartition(" ")[2]
            for m in many
            if m.unit == NUMBER
            for n in m.nouns
            for form in forms.noun(n, language)
        ),
    )


def _nouns(many: tuple[Measure, ...], counts: tuple[Measure, ...], language: str) -> Named:
    named = [(form, m) for m in many for base in m.nouns for form in forms.noun(base, language)]
    named += [(forms.noun(base, language)[1], m) for m in counts for base in m.nouns]
    return _last(named)


def _last(named: list[tuple[str, Measure]]) -> Named:
    out: dict[str, dict[tuple[str, Measure], None]] = {}
    for phrase, measure in named:
        before, _, last = phrase.rpartition(" ")
        out.setdefault(last, {})[before, measure] = None
    return {word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in out.items()}


def _verbs(pairs: list[tuple[str, Measure]], language: str) -> dict[str, tuple[Measure, ...]]:
    return _grouped([(form, m) for base, m in pairs for form in forms.verb(base, language)])


def _grouped(pairs: list[tuple[str, Measure]]) -> dict[str, tuple[Measure, ...]]:
    out: dict[str, dict[Measure, None]] = {}
    for word, measure in pairs:
        out.setdefault(word, {})[measure] = None
    return {word: tuple(found) for word, found in out.items()}


def _with(many: tuple[Measure, ...], language: str) -> dict[str, tuple[tuple[str, Measure], ...]]:
    out: dict[str, list[tuple[str, Measure]]] = {}
    for measure in many:
        for verb, word in measure.with_:
            for form in forms.verb(verb, language):
                out.setdefault(form, []).append((word, measure))
    return {form: tuple(found) for form, found in out.items()}
