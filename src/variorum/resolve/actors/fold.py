"""Names brought to a form in which spellings of one name are equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ...rules.people import name_rules, titles

_MARKS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "‐": "-",
        "‑": "-",
        "–": "-",
        "ı": "i",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
    }
)
_GIVEN = frozenset(
    ("ben", "van", "mac", "di", "del", "lo", "e", "y", "i", "o", "an", "santa", "san", "bar", "av", "ten")
)
"""Particles that are given names when they come first."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Small letters without accents, invisible characters, dots of initialisms and possessive endings."""
    text = "".join(
        c
        for c in unicodedata.normalize("NFKD", text.translate(_MARKS))
        if unicodedata.category(c) not in ("Mn", "Cf", "Cc") or c in "\n\t"
    )
    text = re.sub(r"'s?$", "", " ".join(text.lower().split()))
    text = re.sub(r"\b(?:[a-z]\.){2,}", lambda m: m[0].replace(".", ""), text + "")
    text = re.sub(r"\b([a-z]\.)+[a-z]\b", lambda m: m[0].replace(".", ""), text)
    return text.removeprefix("the ").strip(" .,;:-'\"")


@lru_cache(maxsize=65536)
def person(text: str) -> tuple[str, ...]:
    """The telling words of a personal name, in order: titles, particles, suffixes and nicknames in marks left out."""
    rules = name_rules()
    text = re.sub(r"[\"“(][^\"”)]{1,20}[\"”)]", " ", text)
    words = [w.strip(".") for w in re.split(r"[\s]+", fold(text).replace("-", " ")) if w.strip(".'")]
    words = [
        f"{words[i - 1]}{w}" if i and words[i - 1] in ("mac", "mc") else w
        for i, w in enumerate(words)
        if not (w in ("mac", "mc") and 0 < i < len(words) - 1)
    ]
    while len(words) > 1 and (words[0] in titles() or f"{words[0]}." in titles()) and words[0] not in ("u", "don", "m"):
        words = words[1:]
    while len(words) > 1 and words[-1] in rules["suffixes"]:
        words = words[:-1]
    core = [
        w for i, w in enumerate(words) if w not in rules["particles"] or i == len(words) - 1 or (i == 0 and w in _GIVEN)
    ]
    return tuple(core[: len(core) // 2] if len(core) > 3 and core[: len(core) // 2] == core[len(core) // 2 :] else core)


@lru_cache(maxsize=65536)
def body(text: str) -> tuple[str, ...]:
    """The words of a body's name: "Ministry of Health" is turned to "health ministry", legal endings are cut."""
    rules = name_rules()
    words = fold(text).replace("-", " ").replace("'s ", " ").split()
    words = _turned(words, rules["turned"])
    while len(words) > 1 and words[-1] in rules["legal"] and words[-1] not in ("party", "news"):
        words = words[:-1]
    return tuple(w for w in words if w != "the") or tuple(words)


def _turned(words: list[str], heads: frozenset[str]) -> list[str]:
    """ "harbour ministry" for "ministry of harbours": what stands before the head stays in front."""
    at = next((i for i, w in enumerate(words[:-2]) if w in heads and words[i + 1] in ("of", "for")), None)
    if at is None:
        return words
    rest = [w for w in words[at + 2 :] if w != "the"]
    return words if not rest or "of" in rest or "and" in rest else [*words[:at], *rest, words[at]]


@lru_cache(maxsize=65536)
def initials(text: str) -> str:
    """First letters of the words that a body's initialism takes: "Central Intelligence Agency" -> "cia"."""
    words = fold(text).replace("-", " ").split()
    return "".join(w[0] for w in words if w not in ("of", "the", "and", "for", "on", "in", "to", "de", "&", "a"))
