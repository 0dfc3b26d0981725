"""Whether two personal names are one person's: a judgement with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from ...model.link import Judgement
from ...rules.people import akin, genders, listed, name_rules, spelled, unlike
from ...rules.spelling import spelling
from .fold import WIFE
from .orders import apart, exchanged, given_known, led, turned


@dataclass(frozen=True)
class Verdict:
    """What two names say about each other."""

    judgement: Judgement
    score: float
    why: str


PART = 5
"""Letters that a family name needs for a particle before it, in one word, to count for nothing ("DeSantoro", not "Lamar")."""


def family(left: str, right: str) -> float:
    """How alike two family names are: 1 equal, .9 a spelling of it, .85 a slip of one letter in a very long one, .5 in a long
    one (which the names alone do not tell from another name), 0 another."""
    if left == right:
        return 1.0
    if _spelled(left, right) or _led(left, right):
        return 0.9
    size = min(len(left), len(right))
    long = size >= SLIP and left[:2] == right[:2] and left[-1] == right[-1]
    if long and {left[-3:], right[-3:]} != {"sen", "son"} and OSA.distance(left, right) == 1:
        return 0.85 if size >= SURE_SLIP else 0.5
    return 0.0


SLIP = 7
SURE_SLIP = 9
"""Letters from which a family name with one letter changed may be a slip of the pen, and from which it is one: there are
families called Hartley and Hartney, but hardly two whose names of nine letters differ in one."""


def _spelled(left: str, right: str) -> bool:
    """Whether two words are spellings of one name, by sound or by the table; in long ones an h after a consonant is nothing."""
    if (here := spelled().get(left)) and here == spelled().get(right):
        return True
    size = min(len(left), len(right))
    if size < SHORT:
        return False
    return LENGTH.sub("o", left) == LENGTH.sub("o", right) or (
        size > SHORT
        and (
            spelling(left) == spelling(right)
            or (size >= LONG and spelling(_bare(left)) == spelling(_bare(right)))
            or UMLAUT.sub(r"\1", left) == UMLAUT.sub(r"\1", right)
            or spelling(_eastern(left)) == spelling(_eastern(right))
        )
    )


SHORT = 3
"""Letters of the shortest word that can be a spelling of another."""
LENGTH = re.compile(r"o[hu](?=[bcdfgkmnprstz]|$)")
"""A long o of Japanese: "Ohta", "Outa", "Ota"."""
SLAVIC = re.compile(r"(?:ko|chuk|shyn|shin|[iy]uk|[aeo]v[aiy]?|sk[iy]+|ska[iy]?a?)$")
"""Endings of Slavic family names, in which Ukrainians and Belarusians say h for the g of Russians, and y for i."""


def _eastern(word: str) -> str:
    """A Slavic family name as if it were Russian."""
    return word.replace("h", "g") if SLAVIC.search(word) and "kh" not in word and "sh" not in word else word


LONG = 6
"""Letters from which a name with an h more after a consonant ("Siddharth", "Sidharth") is no other name."""


def _bare(word: str) -> str:
    return HUSHED.sub("", word)


UMLAUT = re.compile(r"(?<![aeiou])([aou])e(?=[bcdfghklmnrst])")
"""An umlaut written out, where the other report leaves it out: "Koehler", "Kohler"."""
HUSHED = re.compile(r"(?<=[bdgjkst])h")


def _led(left: str, right: str) -> bool:
    """Whether one has a particle before it, in one word, that the other leaves out: "DeSantoro", "Elsherbini"."""
    short, full = sorted((left, right), key=lambda word: (len(word), word))
    if len(short) < PART:
        return False
    cuts = (size for size in range(2, min(LED, len(full) - PART + 1) + 1) if _particles(full[:size]))
    return any(full[size:] == short or spelling(full[size:]) == spelling(short) for size in cuts)


LED = 6
"""Letters of the longest particles that are written in one word with a name: "Vanderweel"."""


def _particles(text: str) -> bool:
    """Whether letters are one particle of two or three letters, or two of them."""
    table = name_rules()["particles"]
    return any(text[:size] in table and text[size:] in table | {""} for size in (2, 3))


def given(left: str, right: str) -> float:
    """How well two given names agree: 1 equal, .95 by the table, .9 a spelling, .7 an initial, 0 not."""
    if left == right:
        return 1.0
    if len(left) == 1 or len(right) == 1 or (_letters(left) != _letters(right)):
        return 0.7 if left[0] == right[0] else 0.0
    if frozenset((left, right)) in unlike():
        return 0.0
    if listed(left, right) or _dropped(left, right):
        return 0.95
    if (here := PARENT.match(left)) and (there := PARENT.match(right)) and here[1][0] == there[1][0]:
        return given(left[here.end() :], right[there.end() :])
    one, two = genders().get(left), genders().get(right)
    if one and two and one != two:
        return 0.0
    if akin(left, right):
        return 0.95
    return 0.9 if _spelled(left, right) else 0.0


PARENT = re.compile(r"(ab[uo]u?|[ou]u?mm?)(?=[a-z]{4})")
"""Before the name of a child in the name of its father or mother, in one word: "abuyahya"."""


def _dropped(left: str, right: str) -> bool:
    """Whether one is the other without a beginning that daily use leaves out."""
    short, full = sorted((left, right), key=lambda word: (len(word), word))
    return len(short) >= 4 and full.endswith(short) and full.removesuffix(short) in name_rules()["dropped"]


def _letters(word: str) -> bool:
    """Whether a given name is initials ("JR"): two or three letters that nobody can say as a name."""
    return len(word) in (2, 3) and VOWELS.isdisjoint(word) and word not in genders() and not listed(word, word)


VOWELS = frozenset("aeiouy")


def compare(left: tuple[str, ...], right: tuple[str, ...]) -> Verdict:
    """Judges two full names (telling words, at least two each)."""
    if left == right:
        return Verdict("same", 1.0, "the same name")
    one, two = _generation(left), _generation(right)
    if WIFE in (one, two) and one != two:
        return Verdict("different", 0.0, "a wife who is told by her husband's name")
    if one and two and one != two:
        return Verdict("different", 0.0, f"two generations of one name: {one} and {two}")
    left, right = _plain(left), _plain(right)
    if "".join(left) == "".join(right):
        return Verdict("same", 0.98, "the same name, written apart or together")
    if turned(left, right):
        return Verdict("same", 0.9, "the same names in the other order, or a family name in another spelling")
    if led(left, right) or _honoured(left, right):
        return Verdict("same", 0.9, "the same name, once with another word before it")
    if apart(left, right):
        return Verdict("different", 0.0, "the family name stands first, and the given names differ")
    if exchanged(left, right):
        if min(map(len, left)) == 1:
            return Verdict("same", 0.75, "one name and one initial, which stands before it or after it")
        if given_known(left):
            return Verdict("same", 0.85, "the same given and family name in the other order")
        return Verdict("unsure", 0.5, "the same words in the other order: one person, or a father and a child")
    return _western(left, right)


def _western(left: tuple[str, ...], right: tuple[str, ...]) -> Verdict:
    """Judges two names whose last word is a family name."""
    last = family(left[-1], right[-1])
    if not last:
        return _double(left, right)
    first = given(left[0], right[0])
    if not first:
        return _second(left, right)
    middle = _middle(left[1:-1], right[1:-1])
    if middle is None:
        return Verdict("different", 0.1, f"other middle names: {' '.join(left[1:-1])} and {' '.join(right[1:-1])}")
    score = last * first * middle
    if score < 0.55:
        return Verdict("unsure", score, "too little of the two names agrees")
    return Verdict("same", score, _reason(left, right, first, last))


def _generation(name: tuple[str, ...]) -> str:
    return next((word[1:] for word in name if word[0] == "+"), "")


def _plain(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in name if word[0] != "+")


def _honoured(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether an honorific of Burma stands before one name, or two of one sex: "Ko", "U"; "Ma" and "Daw" are a woman's."""
    short, long = sorted((left, right), key=lambda names: (len(names), names))
    both = {long[0], short[0]} if len(long) == len(short) else {long[0]}
    same = len(long) > 2 and long[1:] == (short[1:] if len(both) == 2 else short)
    return same and any(both <= name_rules()[rank] for rank in ("burmese_male", "burmese_female"))


def _reason(left: tuple[str, ...], right: tuple[str, ...], first: float, last: float) -> str:
    if first == 0.95:
        return f"{left[0].title()} and {right[0].title()} are forms of one given name, and the family name agrees"
    if first == 0.7:
        return "the initial and the family name agree"
    if last < 1 or first < 1:
        return "two spellings of one name"
    return "the given and the family name agree; one form is fuller"


def _middle(left: tuple[str, ...], right: tuple[str, ...]) -> float | None:
    """Whether the middle names of one can be left out or shortened in the other; None where they contradict."""
    left, right = (tuple(w for w in names if w[0] != "~") for names in (left, right))
    if not left or not right:
        return 1.0
    short, long = sorted((left, right), key=lambda names: (len(names), names))
    at = 0
    for word in short:
        while at < len(long) and not given(word, long[at]):
            at += 1
        if at == len(long):
            return None
        at += 1
    return 1.0


def _second(left: tuple[str, ...], right: tuple[str, ...]) -> Verdict:
    """A person known by the second given name or a nickname: "John Michael Reed" and "Michael Reed"."""
    short, long = sorted((left, right), key=lambda names: (len(names), names))
    if len(short) == 2 and short[0] == "".join(word[0] for word in long[:-1]):
        return Verdict("same", 0.75, f"{short[0].upper()} are the initials of the fuller form")
    if len(short) == 2 and len(long) >= 3 and len(short[0]) > 2:
        name = short[0]
        if f"~{name}" in long:
            return Verdict("same", 0.9, f"{name.title()} is the nickname in the fuller form")
        halved = long[0] in name_rules()["double"] and long[1] == name
        if not halved and any(word == name or listed(word, name) for word in long[1:-1]):
            return Verdict("same", 0.75, f"{name.title()} is the second given name of the fuller form")
    return Verdict("different", 0.0, f"other given names: {left[0].title()} and {right[0].title()}")


def _double(left: tuple[str, ...], right: tuple[str, ...]) -> Verdict:
    """Two family names, of which one form leaves out the last ("Andrés López Obrador", "Andrés López")."""
    short, long = sorted((left, right), key=lambda names: (len(names), names))
    if len(long) >= 3 and len(short) >= 2 and long[: len(short)] == short:
        if name_rules()["heirs"].isdisjoint(long[len(short) :]):
            return Verdict("same", 0.8, "the fuller form goes on where the other ends")
        return Verdict("different", 0.0, f"{long[-1]} tells the son or grandson from the father")
    if len(long) > 3 and short == (long[0], long[-2]) and long[1] in genders() and long[-2] not in genders():
        return Verdict("unsure", 0.5, "one given and one family name of the fuller form")
    return Verdict("different", 0.0, "other family names")


def short(part: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a bare name ("Reed", "López Obrador", "Dana") is part of a full one, at its end or at its beginning."""
    size = len(part)
    if size >= len(full):
        return False
    return (
        full[-size:] == part
        or full[:size] == part
        or (size == 1 and (family(part[0], full[-1]) >= 0.9))
        or (size == 1 and len(full) > 2 and part[0] in full[1:])
    )
