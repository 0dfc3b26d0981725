"""The table `rules/<lang>/topics.toml`: by which words two positions are on one matter, and by which they want the opposite."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from . import forms
from .tables import table

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


class Topics(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    idle: frozenset[str]
    kin: dict[str, list[str]]
    reversing: dict[str, list[str]]
    joints: frozenset[str]
    asking: list[str]


@cache
def _kin(language: str) -> dict[str, str]:
    """Every form of a word -> the plainest word for the same matter."""
    groups = table("topics", Topics, language=language).kin.values()
    return {form: group[0] for group in groups for form in (*forms.verbs(group), *forms.nouns(group))}


@cache
def _idle(language: str) -> frozenset[str]:
    return table("topics", Topics, language=language).idle


@cache
def _reversing(language: str) -> frozenset[str]:
    words = table("topics", Topics, language=language).reversing["words"]
    return frozenset((*words, *forms.verbs(words), *forms.nouns(words)))


def spelled(text: str) -> list[tuple[str, str]]:
    """The words of a text that tell its matter, each with its key: lower case, singular, the plainest of its kin."""
    found = ((m.group(), m.group().lower().replace("’", "'").removesuffix("'s")) for m in _WORD.finditer(text))
    made = ((word, _key(low)) for word, low in found if low not in _idle("en"))
    return [(word, key) for word, key in made if len(key) > 1 and key not in _idle("en")]


def _key(word: str) -> str:
    known = _kin("en").get(word)
    if known:
        return known
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def matter(text: str) -> frozenset[str]:
    """The keys of the words that tell what a text is about."""
    return frozenset(key for _, key in spelled(text))


def turned(left: str, right: str) -> bool:
    """Whether a word that one of two texts has alone makes it want the opposite of the other."""
    one, other = ({w.lower().replace("’", "'") for w in _WORD.findall(text)} for text in (left, right))
    return bool((one ^ other) & _reversing("en")) or ("n't" in left.replace("’", "'")) != (
        "n't" in right.replace("’", "'")
    )


@cache
def _joints(language: str) -> frozenset[str]:
    return table("topics", Topics, language=language).joints


@cache
def _asking(language: str) -> frozenset[str]:
    return frozenset(forms.verbs(table("topics", Topics, language=language).asking))


def head(text: str) -> str:
    """The key of the word that a phrase is about: of "a pause in the fighting", that of "pause"; empty where there is none."""
    words = text.split()
    end = next(
        (at for at, w in enumerate(words) if at and (w.lower() in _joints("en") or words[at - 1].endswith(","))),
        len(words),
    )
    told = spelled(" ".join(words[:end]))
    return told[-1][1] if told else ""


def disowned(text: str) -> str:
    """Of "asking for a ransom", "it had asked for a ransom", what was asked for; any other text as it is."""
    words = text.split()
    at = next((at for at, word in enumerate(words[:4]) if word.lower() in _asking("en")), None)
    return " ".join(words[at + 1 :]) if at is not None else text


_DENIED = frozenset({"not", "no", "never", "without", "nor", "neither"})


def denied(text: str) -> bool:
    """Whether a text says what is not to be."""
    words = [w.lower().replace("’", "'") for w in _WORD.findall(text)]
    return any(w in _DENIED or w.endswith("n't") for w in words)
