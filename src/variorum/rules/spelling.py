"""How names sound: keys that the spellings of one name in Latin letters share."""

from __future__ import annotations

import re
from functools import lru_cache


def skeleton(word: str) -> str:
    """The consonants that spellings of one name share ("mohamed", "muhammad" -> "mhmd"): for transliterated names."""
    word = word.replace("x", "ks").removeprefix("y" if word[1:2] == "e" else " ")
    out = word[:1] if word[:1] not in "aeiou" else "a"
    for char in word[1:].translate(_ALIKE):
        if char not in "aeiouyw'’-" and char != out[-1:]:
            out += char
    return out.translate(_ALIKE)


@lru_cache(maxsize=4096)
def romanised(word: str, language: str) -> str:
    """A key that the romanisations of one Korean or Chinese given name, in one word, share ("jungsoo", "jeongsu"); for Chinese
    only fit to compare names whose family names are romanised in two ways, since it takes some syllables together."""
    for left, right in _ROMANISED[language]:
        word = word.replace(left, right)
    return word


_ROMANISED = {
    "korean": (
        ("eo", "u"),
        ("oo", "u"),
        ("ou", "u"),
        ("ee", "i"),
        ("ui", "i"),
        ("ch", "j"),
        ("k", "g"),
        ("p", "b"),
        ("t", "d"),
        ("r", "l"),
    ),
    "chinese": (
        ("hs", "x"),
        ("zh", "ch"),
        ("tz", "z"),
        ("ts", "z"),
        ("c", "z"),
        ("zh", "q"),
        ("j", "q"),
        ("ih", "i"),
        ("eh", "e"),
        ("ien", "ian"),
        ("ung", "ong"),
        ("oo", "u"),
        ("k", "g"),
        ("t", "d"),
        ("p", "b"),
        ("yu", "u"),
        ("you", "u"),
    ),
}
"""Applied in order; from the systems that news mixes: McCune-Reischauer and the revised one, Wade-Giles and pinyin."""


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """A key that the usual spellings of one name in Latin letters share: doubled letters, q and k, ou and u, ee, y and i fall
    together ("saleem", "salim"; "sergey", "sergei"), while endings that tell two names apart stay ("samir", "samira")."""
    for old, new in _SHAPES:
        word = old.sub(new, word)
    for left, right in _SOUNDS:
        word = word.replace(left, right)
    return re.sub(r"(.)\1+", r"\1", word)


_SHAPES = (
    (re.compile(r"['-]"), ""),
    (re.compile(r"^mac(?=[a-z]{4})"), "mc"),
    (re.compile(r"[aeou]ll?ah$"), "ulah"),
    (re.compile(r"(?<=[a-z]{2}[bdfghjklmnprstvz])ah$"), "a"),
    (re.compile(r"oh(?=[bcdfgkmnprstz]|$)"), "o"),
    (re.compile(r"sk(?:aya|aia|aja)$"), "ska"),
    (re.compile(r"vi(?:ch|tch|cz)$"), "vic"),
    (re.compile(r"(?<=[a-z]{3})ane$"), "an"),
    (re.compile(r"ouch"), "oush"),
    (re.compile(r"([oe])ff$"), r"\1v"),
    (re.compile(r"aw(?=[bdfgkmnprstz])"), "au"),
    (re.compile(r"yov(?=a?$)"), "ev"),
    (re.compile(r"^chatz"), "hatz"),
)
"""Shapes that stand at one place of a word: Mc and Mac, the Arabic "of God", the long o of Japanese, the Russian -off."""
_SOUNDS = (
    ("ph", "f"),
    ("kh", "h"),
    ("dj", "j"),
    ("sch", "sh"),
    ("x", "ks"),
    ("ou", "u"),
    ("oo", "u"),
    ("oe", "u"),
    ("ue", "u"),
    ("ae", "a"),
    ("ee", "i"),
    ("ei", "i"),
    ("ey", "i"),
    ("iy", "i"),
    ("ij", "i"),
    ("ck", "k"),
    ("q", "k"),
    ("c", "k"),
    ("y", "i"),
    ("e", "i"),
    ("o", "u"),
    ("w", "v"),
)
"""Applied in order; from the romanisations of Arabic, Hebrew, Persian, Urdu and the Slavic languages that news mixes, and from
umlauts spelled out."""
_ALIKE = str.maketrans({"q": "k", "c": "k", "z": "s", "j": "g"})
