"""The tables of cues and voices, made ready for look-up by word form."""

from __future__ import annotations

from functools import cache

import msgspec

from ...model.claim import VoiceKind
from ...rules import forms
from ...rules.people import Gender
from ...rules.tables import table


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cues of one behaviour; see rules/en/cues.toml."""

    name: str
    takes: list[str]
    words: list[str]
    asserts: bool = False
    weak: bool = False
    persons: bool = False
    prepositions: dict[str, list[str]] = {}


class Hearsay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    adverbs: list[str]
    verbs: list[str]
    unnamed: list[str]
    amid: list[str]


class Owning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    verbs: list[str]


class Adjunct(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases of one preposition that say whose view a clause is."""

    preposition: str
    nouns: list[str]
    direct: bool = False
    modal: bool = False


class Grounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    participles: dict[str, str]


class Sayings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    nouns: list[str]
    hearers: list[str]


class Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    verbs: list[Group]
    nouns: list[Group]
    adjectives: list[Group]
    hearsay: Hearsay
    owning: Owning
    sayings: Sayings
    adjuncts: list[Adjunct]
    grounds: Grounds


class Voices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See rules/en/voices.toml."""

    anonymous: list[str]
    institution: list[str]
    role: list[str]
    document: list[str]
    outlet_words: list[str]
    outlets: list[str]
    sending: list[str]
    occasions: list[str]
    platforms: list[str]
    beside: list[str]
    spots: list[str]
    linking: list[str]
    leading: list[str]
    askers: list[str]
    answerers: list[str]
    talk: list[str]
    shown: list[str]
    pointing: list[str]
    subjects: list[str]
    rubrics: list[str]
    endings: dict[str, Gender]
    sorts: dict[str, str]
    genders: dict[str, Gender]
    pronouns: dict[str, VoiceKind]


class Cue(msgspec.Struct, frozen=True):
    """What one word, as a cue, can have as its content."""

    base: str
    particle: str
    """The rest of a phrasal verb: "out" of "point out"."""
    takes: frozenset[str]
    asserts: bool
    weak: bool
    group: str
    persons: bool = False
    """Only where a named person is the subject."""


@cache
def verbs() -> dict[str, tuple[Cue, ...]]:
    """First word of any form of a cue verb -> its readings, those with a particle first."""
    out: dict[str, list[Cue]] = {}
    for group in table("cues", Cues).verbs:
        takes = dict.fromkeys(group.words, group.takes) | group.prepositions
        for base, wanted in takes.items():
            head, _, particle = base.partition(" ")
            cue = Cue(head, particle, frozenset(wanted), group.asserts, group.weak, group.name, group.persons)
            for form in forms.verb(head):
                out.setdefault(form, []).append(cue)
    return {form: tuple(sorted(cues, key=lambda c: not c.particle)) for form, cues in out.items()}


def _nominal(groups: list[Group], *, inflect: bool) -> dict[str, tuple[Cue, ...]]:
    out: dict[str, list[Cue]] = {}
    for group in groups:
        for base in group.words:
            cue = Cue(base, "", frozenset(group.takes), group.asserts, group.weak, group.name)
            for form in forms.noun(base) if inflect else (base,):
                out.setdefault(form, []).append(cue)
    return {form: tuple(cues) for form, cues in out.items()}


@cache
def nouns() -> dict[str, tuple[Cue, ...]]:
    """Singular and plural of a cue noun -> its readings."""
    return _nominal(table("cues", Cues).nouns, inflect=True)


@cache
def adjectives() -> dict[str, tuple[Cue, ...]]:
    """Cue adjective -> its readings."""
    return _nominal(table("cues", Cues).adjectives, inflect=False)


@cache
def hearsay() -> frozenset[str]:
    """Every form of the verbs whose passive without "by" is hearsay, and the adverbs of hearsay."""
    found = table("cues", Cues).hearsay
    return frozenset(forms.verbs(found.verbs)) | frozenset(found.adverbs)


@cache
def owning() -> frozenset[str]:
    """Every form of the verbs whose subject owns the claim or view that is their object."""
    return frozenset(forms.verbs(table("cues", Cues).owning.verbs))


@cache
def grounds() -> dict[str, str]:
    """Participle -> the preposition after it: "according" -> "to"."""
    return table("cues", Cues).grounds.participles


@cache
def adjuncts() -> dict[str, Adjunct]:
    """Preposition -> its phrases, the nouns in both numbers."""
    found = table("cues", Cues).adjuncts
    return {a.preposition: Adjunct(a.preposition, sorted(forms.nouns(a.nouns)), a.direct, a.modal) for a in found}


@cache
def sending() -> frozenset[str]:
    """Words before a body's noun that make it an outlet: "news agency", "wire service"."""
    return frozenset(table("voices", Voices).sending)


@cache
def hearers() -> frozenset[str]:
    """Verbs, in base form, whose object is whoever hears it."""
    return frozenset(table("cues", Cues).sayings.hearers)


@cache
def sayings() -> frozenset[str]:
    """Both numbers of the nouns for what is said."""
    return frozenset(forms.nouns(table("cues", Cues).sayings.nouns))


@cache
def adverbs() -> frozenset[str]:
    """The adverbs of hearsay."""
    return frozenset(table("cues", Cues).hearsay.adverbs)


@cache
def subjects() -> frozenset[str]:
    """What a headline names before its colon without anybody saying it, in small letters."""
    return frozenset(table("voices", Voices).subjects)


def rubric(words: str) -> bool:
    """Whether what follows a headline's colon tells of the page: "as it happened", "what we know so far"."""
    known, low = table("voices", Voices).rubrics, words.lower()
    return low in known or any(low.startswith(f"{one} ") for one in known if " " in one)


@cache
def unnamed() -> tuple[str, ...]:
    """What those say who do not want to be named, in small letters."""
    return tuple(table("cues", Cues).hearsay.unnamed)


@cache
def amid() -> frozenset[str]:
    """Prepositions before reports and rumours that nobody is named for."""
    return frozenset(table("cues", Cues).hearsay.amid)


@cache
def people() -> dict[str, VoiceKind | str]:
    """Noun form -> kind of source; `role` for a role that one person holds."""
    voices = table("voices", Voices)
    out: dict[str, VoiceKind | str] = {}
    for kind in ("document", "outlet_words", "anonymous", "role", "institution"):
        name = "outlet" if kind == "outlet_words" else kind
        out |= dict.fromkeys(forms.nouns(getattr(voices, kind)), name)
    return out


@cache
def pronouns() -> dict[str, VoiceKind]:
    """Pronoun -> kind of source."""
    return dict(table("voices", Voices).pronouns)


@cache
def sorts() -> dict[str, str]:
    """Pronoun -> what it can stand for: person, many, thing, self."""
    return dict(table("voices", Voices).sorts)


def gender(pronoun: str) -> Gender | None:
    """Whether a pronoun speaks of a man or a woman."""
    return table("voices", Voices).genders.get(pronoun)


def endings() -> dict[str, Gender]:
    """Ending of a noun for a person -> the pronoun's gender; longer ones stand first."""
    return table("voices", Voices).endings


@cache
def occasions() -> frozenset[str]:
    """Nouns in both numbers, in lower case, of what speech is given at or in."""
    return frozenset(form.lower() for form in forms.nouns(table("voices", Voices).occasions))


@cache
def beside() -> frozenset[str]:
    """Prepositions that tie a place, an occasion or a hearer to a cue."""
    return frozenset(table("voices", Voices).beside)


@cache
def spots() -> frozenset[str]:
    """Those of them that lead to the place."""
    return frozenset(table("voices", Voices).spots)


@cache
def linking() -> frozenset[str]:
    """Participles that lead from a cue to its occasion: "said, speaking at a rally"."""
    return frozenset(table("voices", Voices).linking)


@cache
def leading() -> frozenset[str]:
    """Nouns that lead on to whom it was said: "in remarks to reporters"."""
    return frozenset(table("voices", Voices).leading)


@cache
def askers() -> frozenset[str]:
    """Labels, in lower case, of those who only ask in a transcript."""
    return frozenset(table("voices", Voices).askers)


@cache
def answerers() -> frozenset[str]:
    """Labels, in lower case, that stand for whoever is interviewed."""
    return frozenset(table("voices", Voices).answerers)


@cache
def talk() -> frozenset[str]:
    """Words of people who talk to each other."""
    return frozenset(table("voices", Voices).talk)


@cache
def shown() -> frozenset[str]:
    """Participles of what an outlet does with a source before it reports it."""
    return frozenset(table("voices", Voices).shown)


@cache
def pointing() -> frozenset[str]:
    """Every form of the verbs whose "to" leads to what is spoken of."""
    return frozenset(forms.verbs(table("voices", Voices).pointing))


@cache
def platforms() -> frozenset[str]:
    """Where things are posted and aired, in lower case."""
    return frozenset(word.lower() for word in table("voices", Voices).platforms)


@cache
def outlets() -> tuple[frozenset[str], frozenset[str]]:
    """Names of outlets, and the words that make a name one; both in lower case."""
    voices = table("voices", Voices)
    return frozenset(o.lower() for o in voices.outlets), frozenset(voices.outlet_words)
