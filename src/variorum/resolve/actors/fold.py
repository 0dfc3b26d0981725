"""Names brought to a form in which spellings of one name are equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ...rules.people import name_rules, titles

_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "ı": "i", "ø": "o", "Ø": "O", "ł": "l",
                        "Ł": "L", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
_FAMILY = ("al", "el", "ul", "ur", "ad", "as", "ash", "az", "an", "at")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Small letters without accents, invisible characters, dots of initialisms and possessive endings; one space between words."""
    text = "".join(c for c in unicodedata.normalize("NFKD", text.translate(_MARKS)) if unicodedata.category(c) not in ("Mn", "Cf", "Cc") or c in "\n\t")
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
    while len(words) > 1 and (words[0] in titles() or f"{words[0]}." in titles()) and words[0] not in ("u", "don", "m"):
        words = words[1:]
    while len(words) > 1 and words[-1] in rules["suffixes"]:
        words = words[:-1]
    core = tuple(w.removeprefix("al'") for w in words if w not in rules["particles"])
    return core or tuple(words)


@lru_cache(maxsize=65536)
def squeezed(text: str) -> str:
    """Letters and digits alone: "Wal-Mart" and "Walmart" are one."""
    return "".join(c for c in fold(text) if c.isalnum())


@lru_cache(maxsize=65536)
def body(text: str) -> tuple[str, ...]:
    """The words of a body's name: "Ministry of Health" is turned to "health ministry", legal endings are cut."""
    rules = name_rules()
    words = fold(text).replace("-", " ").replace("'s ", " ").split()
    if len(words) > 2 and words[0] in rules["turned"] and words[1] in ("of", "for"):
        rest = words[2:]
        while rest and rest[0] == "the":
            rest = rest[1:]
        if "of" not in rest and "and" not in rest and rest:
            words = [*rest, words[0]]
    while len(words) > 1 and words[-1] in rules["legal"] and words[-1] not in ("party", "news"):
        words = words[:-1]
    return tuple(w for w in words if w != "the") or tuple(words)


@lru_cache(maxsize=65536)
def initials(text: str) -> str:
    """First letters of the words that a body's initialism takes: "Central Intelligence Agency" -> "cia"."""
    words = fold(text).replace("-", " ").split()
    return "".join(w[0] for w in words if w not in ("of", "the", "and", "for", "on", "in", "to", "de", "&", "a"))
