"""Bare numbers, in digits and in words, and ranges of two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .lexicon import Lexicon, Value

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DIGITS = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,6})?(?:(k|m|mn|bn|b)|(\+))?", re.ASCII)
DASHES = frozenset("-–—‑")


def bare(doc: Doc, words: list[str], at: int, lex: Lexicon) -> Value | None:
    """The number that begins at a token."""
    if words[at] in lex.rules.vague:
        return _vague(words, at, lex)
    if words[at] in lex.rules.shares:
        return _share(words, at, 1.0, at, lex)
    if words[at][0].isdecimal():
        return _digits(doc, words, at, lex)
    return _spelled(words, at, lex)


def _vague(words: list[str], at: int, lex: Lexicon) -> Value | None:
    """ "dozens", "hundreds of thousands", "tens of millions" """
    low, end = lex.rules.vague[words[at]], at + 1
    while words[end : end + 1] == ["of"] and words[end + 1 : end + 2] and words[end + 1] in lex.rules.vague:
        low *= lex.rules.vague[words[end + 1]] / 2
        end += 2
    if words[at] == "scores" and words[end : end + 1] not in (["of"], ["more"]):
        return None  # scores in a game, or a verb
    return Value(low, None, at, end, words=True)


def _share(words: list[str], at: int, times: float, start: int, lex: Lexicon) -> Value | None:
    end = at + 1
    if words[at] == "half" and words[end : end + 2] == ["a", "dozen"]:
        return Value(6, 6, start, end + 2, words=True)
    if words[at] == "half" and words[end : end + 2] == ["a", "million"]:
        return Value(500_000, 500_000, start, end + 2, words=True)
    if words[end : end + 1] != ["of"] and words[at] != "half":
        return None
    share = lex.rules.shares[words[at]] * times
    return Value(share, share, start, end, words=True, share=True) if words[end : end + 1] == ["of"] else None


def _digits(doc: Doc, words: list[str], at: int, lex: Lexicon) -> Value | None:
    found = _DIGITS.fullmatch(words[at])
    if not found:
        return None
    number, end = float(words[at].rstrip("kmnb+").replace(",", "")), at + 1
    if found[1]:
        number *= lex.rules.scales[found[1]]
    elif end < len(words) and words[end] in lex.rules.scales and words[end] != "score" and _scaled(doc, end):
        number *= lex.rules.scales[words[end]]
        end += 1
    elif (
        end < len(words)
        and words[end] in DASHES
        and words[end + 1 : end + 2]
        and words[end + 1] in ("million", "billion", "thousand")
    ):
        number *= lex.rules.scales[words[end + 1]]
        end += 2
    number = round(number, 6)
    return Value(number, number, at, end, plus=bool(found[2]))


def _scaled(doc: Doc, end: int) -> bool:
    """Whether the token at `end` multiplies: a one-letter scale only close up, after money or before a plural."""
    if len(doc[end].text) > 1:
        return True
    close = not doc[end - 1].whitespace_
    money = end >= 2 and doc[end - 2].text in "$£€"
    return close and (money or (end + 1 < len(doc) and doc[end + 1].tag_ == "NNS"))


def _spelled(words: list[str], at: int, lex: Lexicon) -> Value | None:
    """ "twenty-one", "two hundred and fifty thousand", "a dozen" (the article is taken in by the phrase)"""
    units, scales = lex.rules.units, lex.rules.scales
    total, part, end = 0.0, None, at
    while end < len(words):
        word = words[end]
        if word in units and (
            part is None or (part % 100 == 0 and part) or (part % 10 == 0 and part % 100 >= 20 and units[word] < 10)
        ):
            part = (part or 0) + units[word]
        elif word in scales and len(word) > 2 and word != "score":
            part = (1 if part is None else part) * scales[word]
            if scales[word] >= 1000:
                total, part = total + part, 0.0
        elif (
            word in DASHES
            and part
            and part % 10 == 0
            and units.get(words[end + 1] if end + 1 < len(words) else "", 99) < 10
        ) or (
            word == "and" and end > at and words[end - 1] in scales and end + 1 < len(words) and words[end + 1] in units
        ):
            pass
        elif word in DASHES and end + 1 < len(words) and words[end + 1] in lex.rules.shares and part:
            return _share(words, end + 1, part, at, lex)
        elif word in lex.rules.shares and part and end > at and (share := _share(words, end, part, at, lex)):
            return share
        else:
            break
        end += 1
    value = total + (part or 0)
    return Value(value, value, at, end, words=True) if end > at and (value or words[at] == "zero") else None


def spanned(doc: Doc, words: list[str], one: Value, lex: Lexicon) -> Value | None:
    """ "700 to 1,000", "700-1,000", "between 10 and 20", "two or three" """
    before = words[one.start - 1] if one.start else ""
    link = words[one.end] if one.end < len(words) else ""
    if before in ("from", "by") or not (link in lex.rules.ranges.between or (link == "and" and before == "between")):
        return None
    at = one.end + 1
    if at < len(words) and words[at] in ("$", "£", "€"):
        at += 1
    if at >= len(words) or not (words[at][:1].isdecimal() or words[at] in lex.rules.units):
        return None
    two = bare(doc, words, at, lex)
    if two is None or two.high is None or two.share:
        return None
    low = one.low * _lent(one, two)
    return Value(low, two.high, one.start, two.end, words=one.words) if low < two.high else None


def _lent(one: Value, two: Value) -> float:
    """The scale that the first end of "1.2 to 1.5 million" borrows from the second."""
    return next(
        (
            s
            for s in (1e12, 1e9, 1e6, 1e3)
            if two.low >= s and one.low < 1000 and two.low / s < 1000 and two.end - two.start > 1
        ),
        1.0,
    )
