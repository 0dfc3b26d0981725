"""Numbers that are no counts: dates, years, clock times, ages, labels, addresses, telephone numbers, scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import Lexicon, Value
from .values import DASHES

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HUGE = 1e15
"""No report counts as much: a number pasted together."""
_OLDEST = 115
_ADDRESS = 4
"""Words of the longest street name."""
_JOINED = DASHES | {"/", ":", "x"}


def skipped(doc: Doc, words: list[str], value: Value, lex: Lexicon) -> bool:
    """Whether a number counts nothing, from the words right before and behind it."""
    before = words[value.start - 1] if value.start else ""
    after = words[value.end] if value.end < len(words) else ""
    skip = lex.rules.skip
    if before in DASHES and value.start > 1 and words[value.start - 2] in skip.multi:
        return True
    if before and " ".join(words[max(0, value.start - 2) : value.start]) in skip.all_but:
        return True
    if value.low >= _HUGE or (value.words and _pronoun(words, value, before, after, lex)):
        return True
    if value.words:
        return after in skip.clock or before in skip.aged or _aged(doc, words, value, lex)
    return (
        _dated(doc, value, before, after, lex)
        or _labelled(doc, value, before, after, lex)
        or _addressed(doc, words, value, lex)
        or _chained(words, value)
        or _aged(doc, words, value, lex)
    )


def _pronoun(words: list[str], value: Value, before: str, after: str, lex: Lexicon) -> bool:
    """ "no one", "this one", "one another", "one day" """
    if words[value.start] != "one" or value.end - value.start > 1:
        return False
    return before in lex.rules.skip.one_after or after in lex.rules.skip.one_before


def _dated(doc: Doc, value: Value, before: str, after: str, lex: Lexicon) -> bool:
    skip = lex.rules.skip
    if after in skip.clock or after in ("st", "nd", "rd", "th"):
        return True
    text = doc[value.start].text
    if value.low <= 31 and (before in skip.months or after in skip.months) and text.isdecimal():
        return after not in skip.months or before in skip.months or after != "may" or doc[value.end].text[:1].isupper()
    if value.end - value.start == 1 and len(text) == 4 and text.isdecimal() and 1800 <= value.low <= 2100:
        follows = doc[value.end].tag_ if value.end < len(doc) else ""
        return before in skip.years or follows not in ("NNS", "NNPS")
    return False


def _labelled(doc: Doc, value: Value, before: str, after: str, lex: Lexicon) -> bool:
    skip = lex.rules.skip
    if before == "." and value.start >= 2 and doc[value.start - 2].text in ("No", "Nos"):
        return True
    if before in skip.labels and not (before in skip.weak and doc[value.start - 1].text.islower()):
        return True
    if doc[value.start].text in skip.phones and after in skip.phoned:
        return True
    glued = after[:1].isalpha() and not doc[value.end - 1].whitespace_ and after not in lex.amounts
    if after in skip.units or glued:
        return True
    return bool(before) and doc[value.start - 1].tag_ == "NNP" and doc[value.start].head.i == value.start - 1


def _addressed(doc: Doc, words: list[str], value: Value, lex: Lexicon) -> bool:
    """ "45 Mill Lane": capitals up to a word for a street."""
    for at in range(value.end, min(len(words), value.end + _ADDRESS)):
        if not doc[at].text[:1].isupper():
            return False
        if words[at] in lex.rules.skip.streets and at > value.end:
            return True
    return False


def _chained(words: list[str], value: Value) -> bool:
    """Parts of telephone numbers, scores, fractions and dates in digits: 555-0100, 3-1, 7/10, 1:2."""
    left, right = words[max(0, value.start - 2) : value.start], words[value.end : value.end + 2]
    after = len(right) == 2 and right[0] in _JOINED and right[1][:1].isdecimal()
    ahead = len(left) == 2 and left[1] in _JOINED and left[0][-1:].isdecimal()
    return after or ahead


def _aged(doc: Doc, words: list[str], value: Value, lex: Lexicon) -> bool:
    """ "43-year-old", "43 years old", "aged 43", "Ann Lee, 43, of", "Ann Lee (43)" """
    skip, rest = lex.rules.skip, words[value.end : value.end + 4]
    if (
        len(rest) > 1
        and rest[0] in DASHES
        and rest[1] in skip.ages
        and (value.words or words[value.end - 1].isdecimal())
    ):
        return True
    if rest[:1] and rest[0] in skip.ages and (rest[1:2] == ["old"] or rest[1:3] in (["-", "old"], ["of", "age"])):
        return True
    if value.start < 2 or value.low > _OLDEST or value.end - value.start > 1 or value.words:
        return False
    mark, named = words[value.start - 1], doc[value.start - 2]
    closed = not rest or rest[0] in skip.closing
    person = named.tag_ in ("NNP", "NN", "NNPS", ")", "''") or named.text in ('"', "”", ")")
    if rest[:1] and rest[0] in skip.being and named.tag_ == "NN" and named.ent_type_ != "PERSON":
        return False
    return mark in (",", "(") and closed and person
