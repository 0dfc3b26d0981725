"""The rule tables of figures, turned round for look-up by word."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

import msgspec

from ...rules import forms
from ...rules.tables import table

Kind = Literal["patient", "subject", "state", "noun", "act", "toll", "object", "take", "phrase"]


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One table of `measures.toml`; the fields are explained there."""

    name: str
    class_: str = msgspec.field(name="class", default="person")
    unit: str = ""
    least: float = 0.0
    apart: bool = False
    yields: tuple[str, ...] = ()
    unless: frozenset[str] = frozenset()
    joint: str = ""
    strict: bool = False
    grows: bool = False
    spell: bool = False
    single: bool = False
    patient: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    tolls: tuple[str, ...] = ()
    objects: tuple[tuple[str, str], ...] = ()
    takes: tuple[tuple[str, str], ...] = ()
    phrases: tuple[tuple[str, str], ...] = ()
    with_: tuple[tuple[str, str], ...] = msgspec.field(name="with", default=())


class Reach(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words between an amount and what it is of; each list is explained in `measures.toml`."""

    level: tuple[str, ...]
    moves: tuple[str, ...]
    lead: frozenset[str]
    of: frozenset[str]
    back: frozenset[str]
    carriers: tuple[str, ...]
    worth: frozenset[str]


class Measures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `measures.toml`."""

    measure: tuple[Measure, ...]
    links: Reach


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One group of `groups.toml`: nouns that are one and the same when counts are compared."""

    name: str
    class_: str = msgspec.field(name="class")
    nouns: tuple[str, ...]
    general: bool = False
    plain: bool = False
    sex: str | None = None


class Groups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `groups.toml`."""

    group: tuple[Group, ...]
    counts: dict[str, float]
    words: dict[str, tuple[str, ...]]


class Degree(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How bad it was."""

    fatal: frozenset[str]
    mild: frozenset[str]
    multiple: dict[str, float]
    condition: frozenset[str]


class Parts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a count a part of one given before."""

    before: frozenset[str]
    pronouns: frozenset[str]


class Modal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say that something has not happened (yet)."""

    conditional: tuple[str, ...]
    planned: tuple[str, ...]
    proposed: tuple[str, ...]
    reported: tuple[str, ...]


class Frames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of counts over other times."""

    rate: tuple[str, ...]
    past: tuple[str, ...]
    running: tuple[str, ...]
    unless: tuple[str, ...]
    rank: tuple[str, ...]


class Links(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words between a number and what says of what it is one."""

    toll: frozenset[str]
    state: frozenset[str]


class Scopes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `scopes.toml`."""

    modality: Modal
    frames: Frames
    degree: Degree
    parts: Parts
    links: Links


class Trigger(NamedTuple):
    """A word that may say a measure. `needs` holds the other word (the verb of an object, the preposition of a phrase)."""

    measure: Measure
    kind: Kind
    needs: str = ""


class Noun(NamedTuple):
    """A counted noun: its group, and whether the form is plural."""

    group: Group
    plural: bool


class Lexicon(NamedTuple):
    """Everything by word."""

    triggers: dict[str, tuple[Trigger, ...]]
    with_: dict[str, dict[str, tuple[Measure, ...]]]
    """Verb form -> the word beside it -> measures."""
    nouns: dict[str, Noun]
    verbs: dict[str, str]
    """Form -> base, of every verb that a trigger's `needs` may name."""
    groups: Groups
    scopes: Scopes
    modal: dict[str, str]
    measures: dict[str, Measure]


def measured(language: str = "en") -> Measures:
    """The table of measures, those with a unit among them."""
    return table("measures", Measures, language=language)


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The look-up tables of a language."""
    measures = tuple(m for m in measured(language).measure if not m.unit)
    groups = table("groups", Groups, language=language)
    scopes = table("scopes", Scopes, language=language)
    triggers: dict[str, dict[Trigger, None]] = {}
    for measure in measures:
        for word, trigger in _triggers(measure, language):
            triggers.setdefault(word, {})[trigger] = None
    return Lexicon(
        {w: tuple(t) for w, t in triggers.items()},
        _with(measures, language),
        _nouns(groups, language),
        _needed(measures, language),
        groups,
        scopes,
        _modal(scopes, language),
        {m.name: m for m in measures},
    )


def _triggers(measure: Measure, language: str) -> list[tuple[str, Trigger]]:
    """Each trigger under the word that finds it: the verb's forms, the last word of a noun phrase."""
    out: list[tuple[str, Trigger]] = []
    for base in measure.patient:
        out += [
            (form.partition(" ")[0], Trigger(measure, "patient", form.partition(" ")[2]))
            for form in forms.verb(base, language)
        ]
    for base in measure.subject:
        out += [
            (form.partition(" ")[0], Trigger(measure, "subject", form.partition(" ")[2]))
            for form in forms.verb(base, language)
        ]
    out += [_last(word, measure, "state") for word in measure.states]
    nouns: tuple[tuple[tuple[str, ...], Kind], ...] = (
        (measure.nouns, "noun"),
        (measure.acts, "act"),
        (measure.tolls, "toll"),
    )
    for many, kind in nouns:
        out += [_last(form, measure, kind) for base in many for form in forms.noun(base, language)]
    idioms: tuple[tuple[tuple[tuple[str, str], ...], Kind], ...] = (
        (measure.objects, "object"),
        (measure.takes, "take"),
    )
    for pairs, kind in idioms:
        out += [
            (form, Trigger(measure, kind, verb))
            for verb, noun in pairs
            for form in forms.noun(noun.split()[-1], language)
        ]
    for prep, noun in measure.phrases:
        first, _, last = noun.rpartition(" ")
        out.append((last, Trigger(measure, "phrase", f"{prep} {first}".strip())))
    return out


def _last(phrase: str, measure: Measure, kind: Kind) -> tuple[str, Trigger]:
    head, _, last = phrase.rpartition(" ")
    if kind == "toll" and " of " in phrase:  # "number of dead": found by "number"
        first, _, rest = phrase.partition(" ")
        return first, Trigger(measure, kind, rest)
    return last, Trigger(measure, kind, head)


def _with(measures: tuple[Measure, ...], language: str) -> dict[str, dict[str, tuple[Measure, ...]]]:
    out: dict[str, dict[str, tuple[Measure, ...]]] = {}
    for measure in measures:
        for verb, word in measure.with_:
            for form in forms.verb(verb, language):
                beside = out.setdefault(form, {})
                if all(
                    m.class_ != measure.class_ for m in beside.get(word, ())
                ):  # of one class, the first table has it
                    beside[word] = (*beside.get(word, ()), measure)
    return out


def _nouns(groups: Groups, language: str) -> dict[str, Noun]:
    out: dict[str, Noun] = {}
    for group in groups.group:
        for base in group.nouns:
            one, many = forms.noun(base, language)
            out.setdefault(
                one,
                Noun(group, base in ("people", "police", "personnel", "cattle", "livestock", "folk", "townspeople")),
            )
            out.setdefault(many, Noun(group, True))
    return out


def _needed(measures: tuple[Measure, ...], language: str) -> dict[str, str]:
    bases = [verb for m in measures for verb, _ in (*m.objects, *m.takes)]
    return forms.verbs(sorted(set(bases)), language)


def _modal(scopes: Scopes, language: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for kind in ("conditional", "planned", "proposed"):
        for word in getattr(scopes.modality, kind):
            out.setdefault(word, kind)
            if word.isalpha() and word not in (
                "will",
                "shall",
                "would",
                "should",
                "could",
                "might",
                "may",
                "if",
                "due",
                "set",
                "going",
            ):
                for form in (*forms.verb(word, language), *forms.noun(word, language)):
                    out.setdefault(form, kind)
    return out
