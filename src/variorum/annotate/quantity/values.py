"""Bare numbers, in digits and in words, and ranges of two."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from .lexicon import Lexicon, Value

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DIGITS = re.compile(
    r"((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]{1,15})(?:\.[0-9]{1,6})?)([a-z]{1,4}|\+)?\.?",
    re.ASCII,
)
"""Digits with commas by thousands or (South Asian) by lakhs, then what is glued on: a scale, a unit or a plus sign."""
DASHES = frozenset("-–—‑")
_NEXT = 6
"""Words after a signed number that are looked at."""
_HEDGED = 4
"""Words between a verb of change and its number: "dropped by more than $11 billion to $106 billion" is no range."""
_GROUPS = 4
"""Groups of three digits set apart by spaces, at most: "1 200 000"."""


def bare(doc: Doc, words: list[str], at: int, lex: Lexicon) -> Value | None:
    """The number that begins at a token."""
    word = words[at]
    if word in lex.rules.vague:
        return _vague(words, at, lex)
    if word in lex.rules.shares:
        return _share(words, at, 1.0, at, lex)
    if word[0].isdecimal():
        return _digits(doc, words, at, lex)
    if word[0] in lex.rules.below.words:
        return _cold(doc, words, at, lex)
    if word in lex.rules.rough.words:
        return _rough(words, at, lex)
    return _spelled(words, at, lex)


def _vague(words: list[str], at: int, lex: Lexicon) -> Value | None:
    """ "dozens", "hundreds of thousands", "tens of millions" """
    low, end = lex.rules.vague[words[at]], at + 1
    while words[end : end + 1] == ["of"] and words[end + 1 : end + 2] and words[end + 1] in lex.rules.vague:
        low *= lex.rules.vague[words[end + 1]] / 2
        end += 2
    if words[at] == "scores" and words[end : end + 1] not in (["of"], ["more"]):
        return None  # scores in a game, or a verb
    if words[at] == "tens" and end == at + 1:
        return None
    return Value(low, None, at, end, words=True)


def _rough(words: list[str], at: int, lex: Lexicon) -> Value | None:
    """ "several hundred", "a few dozen" """
    scale = lex.big.get(words[at + 1]) if at + 1 < len(words) else None
    return Value(2 * scale, None, at, at + 2, words=True) if scale else None


def _share(words: list[str], at: int, times: float, start: int, lex: Lexicon) -> Value | None:
    """ "half of", "two thirds of", "half a million", "a quarter of a million" """
    share, end = lex.rules.shares[words[at]] * times, at + 1
    skip = 2 if words[end : end + 2] == ["of", "a"] else 1 if words[end : end + 1] == ["a"] else 0
    scale = lex.big.get(words[end + skip]) if end + skip < len(words) and (skip or words[at] == "half") else None
    if scale:
        value = round(share * scale)
        return Value(value, value, start, end + skip + 1, words=True)
    return Value(share, share, start, end, words=True, share=True) if words[end : end + 1] == ["of"] else None


def _digits(doc: Doc, words: list[str], at: int, lex: Lexicon) -> Value | None:
    found = _DIGITS.fullmatch(_plain(words[at]))
    if not found:
        return None
    number, end, glued = float(found[1].replace(",", "")), at + 1, found[2] or ""
    if glued and glued != "+":
        return _glued(doc, words, number, at, glued, lex)
    number, end = _grouped(doc, words, number, end)
    if end < len(words) and words[end] in lex.rules.scales and words[end] != "score" and _scaled(doc, end, lex):
        number, end = number * lex.rules.scales[words[end]], end + 1
    elif end + 1 < len(words) and words[end] in DASHES and lex.big.get(words[end + 1], 0) >= 1000:
        number, end = number * lex.big[words[end + 1]], end + 2
    number = round(number, 6)
    return Value(number, number, at, end, plus=glued == "+")


def _cold(doc: Doc, words: list[str], at: int, lex: Lexicon) -> Value | None:
    """ "-12 degrees": only a temperature is below zero."""
    value = _digits(doc, [*words[:at], words[at][1:], *words[at + 1 : at + _NEXT]], at, lex)
    if value is None:
        return None
    units = [value.glued, *(" ".join(words[value.end : value.end + size]) for size in (1, 2, 3))]
    warm = any(lex.amounts.get(unit if len(unit) > 1 else unit.upper()) in lex.warm for unit in units)
    return value._replace(low=-value.low, high=-value.low) if warm else None


def _plain(word: str) -> str:
    """A word with the digits of any script as ASCII ones: "٣٤" is 34."""
    return word if word.isascii() else "".join(str(unicodedata.decimal(c, c)) for c in word).replace("٬", ",")


def _glued(doc: Doc, words: list[str], number: float, at: int, glued: str, lex: Lexicon) -> Value | None:
    """ "1.2m", "5bn", "43C", "30m high" """
    after = next((w for w in words[at + 1 : at + 3] if w not in DASHES), "")
    scale = lex.rules.scales.get(glued, 0) if glued != "m" or after not in lex.rules.tall.words else 0
    if scale:
        number = round(number * scale, 6)
        return Value(number, number, at, at + 1)
    letters = doc[at].text.rstrip(".")[-1] if len(glued) == 1 else glued
    return Value(number, number, at, at + 1, glued=letters) if letters in lex.amounts else None


def _grouped(doc: Doc, words: list[str], number: float, end: int) -> tuple[float, int]:
    """Thousands set apart by spaces ("40 000 men"): a round group behind a number of up to three digits."""
    for _ in range(_GROUPS):
        at = end + (end < len(words) and words[end] in ("\u00a0", "\u202f", "\u2009"))
        group = words[at] if at < len(words) else ""
        near = at > end or (end and doc[end - 1].whitespace_)
        fits = len(group) == 3 and group.isascii() and group.isdecimal() and (at > end or group.endswith("00"))
        if not (near and fits and 1 <= number < 10**12 and len(words[end - 1]) <= 3 and words[end - 1].isdecimal()):
            break
        number, end = number * 1000 + int(group), at + 1
    return number, end


def _scaled(doc: Doc, end: int, lex: Lexicon) -> bool:
    """Whether the token at `end` multiplies: a one-letter scale only after money, or close up before a plural."""
    if len(doc[end].text.rstrip(".")) > 1:
        return True
    if end >= 2 and doc[end - 2].lower_ in lex.signs:
        return True
    after = doc[end + 1].lower_ if end + 1 < len(doc) else ""
    if after in DASHES and end + 2 < len(doc):
        after = doc[end + 2].lower_
    close = not doc[end - 1].whitespace_ and after not in lex.rules.tall.words
    return close and end + 1 < len(doc) and doc[end + 1].tag_ == "NNS"


def _spelled(words: list[str], at: int, lex: Lexicon) -> Value | None:
    """ "twenty-one", "two hundred and fifty thousand", "a dozen" (the article is taken in by the phrase)"""
    units, scales = lex.rules.units, lex.big
    total, part, end = 0.0, None, at
    while end < len(words):
        word, after = words[end], words[end + 1] if end + 1 < len(words) else ""
        if word in units and _fits(units[word], part):
            part = (part or 0) + units[word]
        elif word in scales:
            part = (1 if part is None else part) * scales[word]
            if scales[word] >= 1000:
                total, part = total + part, 0.0
        elif word == "and" and part and words[end + 1 : end + 3] == ["a", "half"]:
            part, end = part + 0.5, end + 2
        elif _linked(words, end, part, at, lex):
            pass
        elif word in DASHES and after in lex.rules.shares and part:
            return _share(words, end + 1, part, at, lex)
        elif word in lex.rules.shares and part and end > at and (share := _share(words, end, part, at, lex)):
            return share
        else:
            break
        end += 1
    value = total + (part or 0)
    return Value(value, value, at, end, words=True) if end > at and (value or words[at] == "zero") else None


def _fits(unit: float, part: float | None) -> bool:
    """Whether a unit can follow what has been read: "twenty" + "one", "two hundred" + "fifty"."""
    if part is None:
        return True
    return bool((part % 100 == 0 and part) or (part % 10 == 0 and part % 100 >= 20 and unit < 10))


def _linked(words: list[str], end: int, part: float | None, at: int, lex: Lexicon) -> bool:
    """Whether a hyphen or "and" joins two parts of one number: "twenty-one", "two hundred and fifty"."""
    after = lex.rules.units.get(words[end + 1] if end + 1 < len(words) else "", 99.0)
    if words[end] in DASHES:
        return bool(part and part % 10 == 0 and after < 10)
    return words[end] == "and" and end > at and words[end - 1] in lex.rules.scales and after < 99


def spanned(doc: Doc, words: list[str], one: Value, lex: Lexicon) -> Value | None:
    """ "700 to 1,000", "700-1,000", "between 10 and 20", "two or three" """
    start = one.start - (one.start > 0 and words[one.start - 1] in lex.signs)
    before = words[start - 1] if start else ""
    link = words[one.end] if one.end < len(words) else ""
    joined = link in lex.rules.ranges.between or (link == "and" and before == "between")
    near = words[max(0, start - _HEDGED) : start] if link == "to" else [before]
    if not joined or any(word in lex.rules.ranges.change for word in near):
        return None
    at = one.end + 1
    if at < len(words) and words[at] in lex.signs:
        at += 1
    if at >= len(words) or not (words[at][:1].isdecimal() or words[at] in lex.rules.units):
        return None
    two = bare(doc, words, at, lex)
    if two is None or two.high is None or two.share:
        return None
    if not link.isalpha() and doc[at].is_sent_start:
        return None  # "HARVEN, May 3 - Seven miners": a dateline and a count
    low, high = one.low * _lent(one, two), two.high
    if low > high and link != "or" and _named(doc, two.end):
        low, high = high, low  # "150 to 18 rounds": ends in the wrong order, most likely a slip
    return Value(low, high, one.start, two.end, words=one.words, glued=two.glued) if low < high else None


def _named(doc: Doc, at: int) -> bool:
    """Whether a noun in the plural stands there."""
    return at < len(doc) and doc[at].tag_ == "NNS"


def _lent(one: Value, two: Value) -> float:
    """The scale that the first end of "1.2 to 1.5 million" borrows from the second."""
    for scale in (1e12, 1e9, 1e6, 1e3):
        if two.low >= scale and one.low < 1000 and two.low / scale < 1000 and two.end - two.start > 1:
            return scale
    return 1.0
