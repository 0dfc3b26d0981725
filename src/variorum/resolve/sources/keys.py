"""Which voices are one source: the same actor, else the same words; the unnamed within one report only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from ...model import Cast, Claim, Span, Voice
from ...model.claim import VoiceKind
from ...model.words import words
from ...rules.tables import table as load
from .. import speakers
from ..speakers import PRONOUNS, attributed

LOOSE: frozenset[VoiceKind] = frozenset({"anonymous", "document"})
"""Kinds whose words alone do not tell one from another: two reports' "officials" need not be the same."""
Name = tuple[str, ...]
"""What makes two voices one source."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `sources.toml`, where each list is explained."""

    small: list[str]
    distancing: list[str]
    asking: list[str]
    being: list[str]
    taking: list[str]
    some: list[str]
    bare: list[str]
    joining: list[str]
    authority: str
    ministry: str
    passing: list[str]


@cache
def table(language: str = "en") -> Words:
    """By which words sources are told apart."""
    return load("sources", Words, language=language)


def voices(claim: Claim, cast: Cast) -> Iterator[tuple[int, Voice]]:
    """The voices that a claim rests on with their place in its chain; a pronoun that stands for nobody known is no source, nor
    is hearsay."""
    attribution = attributed(cast, claim.attribution)
    for place, one in enumerate(attribution.chain if attribution else ()):
        for voice in _each(cast, one):
            if voice.actor or not (voice.text.lower() in PRONOUNS or _hearsay(voice)):
                yield place, voice


def _each(cast: Cast, one: Voice) -> tuple[Voice, ...]:
    """The two of "the ministry and the army", where both are somebody, or one is and the other has an article and a name of its
    own; else the voice as it is."""
    if one.span is None or one.actor:
        return (one,)
    for start, end in _joints(one.text):
        left = _part(one.span, 0, start)
        right = _part(one.span, end, len(one.text))
        two = tuple(speakers.voice(cast, Voice(s.text, one.kind, span=s)) for s in (left, right))
        if two[0].actor != two[1].actor and all(v.actor or _own(v.text) for v in two):
            return two
    return (one,)


def _own(text: str) -> bool:
    """Whether the words have an article and a name of their own ("the Norland army"), not a part of the name before."""
    first, *rest = text.split() or [""]
    return first.lower() in table().taking and any(word[:1].isupper() for word in rest)


def _part(span: Span, start: int, end: int) -> Span:
    return Span(span.article, span.start + start, span.start + end, span.text[start:end])


def _joints(text: str) -> list[tuple[int, int]]:
    """Where words may join two names, in order."""
    found = [(m.start(), m.end()) for word in table().joining for m in re.finditer(re.escape(word), text)]
    return sorted(found)


def bare(voice: Voice) -> bool:
    """Whether a headline's "source" may take up one that the report tells more of."""
    return voice.kind == "anonymous" and " " not in voice.text and not voice.text.endswith("s")


def _hearsay(voice: Voice) -> bool:
    """Whether the words of a voice name nobody: "reportedly", "is believed"."""
    said = voice.text.lower().split()
    return voice.kind == "anonymous" and (
        said[0] in table().asking or said[0] in table().being or (len(said) == 1 and said[0].endswith("ly"))
    )


def shown(voice: Voice) -> str:
    """The words of a voice as a name."""
    text = voice.text.strip(" ,-–—")
    return text[:-2] if text.endswith(("'s", "’s")) else text


def name(voice: Voice, article: str, heads: dict[str, Name]) -> Name:
    """What makes two voices the same: the actor; else the words, for the unnamed within one report only."""
    if voice.actor and voice.kind not in LOOSE:
        return ("actor", voice.actor)
    said = telling(voice)
    if _definite(voice, said) and said[0] in heads:
        return heads[said[0]]
    made = (voice.kind, article, *said) if voice.kind in LOOSE or _definite(voice, said) else (voice.kind, *said)
    for word in said:
        heads[word] = made
    return made


def telling(voice: Voice) -> tuple[str, ...]:
    """The words of a voice that tell it from others."""
    return tuple(w for w in words(shown(voice)) if w not in table().small)


def _definite(voice: Voice, said: tuple[str, ...]) -> bool:
    """Whether the words are a bare "the source", "the ministry", which takes up one that the report named before."""
    first, last = voice.text.split()[0], voice.text.split()[-1]
    return len(said) == 1 and (bare(voice) or (first.lower() in table().taking and last.islower()))
