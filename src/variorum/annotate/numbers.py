"""Quantities of a parsed article: numbers in digits and words, with hedge, range, unit and increment.

What only looks like a count is left out: dates, years, clock times, ages, telephone numbers, scores, labels ("route 9").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from ..model import Article, Quantity
from ..model.value import Hedge
from ..rules.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DIGITS = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,6})?(?:(k|m|mn|bn|b)|(\+))?", re.ASCII)
_DASHES = frozenset("-–—‑")
_REACH = 4  # words of the longest hedge


class More(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make a number an increment."""

    before: list[str]
    after: list[str]


class Ranges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words between the two ends of a range."""

    between: list[str]


class Skip(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside which a number is no count."""

    months: list[str]
    clock: list[str]
    labels: list[str]
    units: list[str]
    phones: list[str]
    ages: list[str]


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `numbers.toml`."""

    units: dict[str, float]
    scales: dict[str, float]
    vague: dict[str, float]
    shares: dict[str, float]
    hedges: dict[Hedge, list[str]]
    after: dict[Hedge, list[str]]
    more: More
    ranges: Ranges
    skip: Skip
    amounts: dict[str, list[str]]


class Lexicon(NamedTuple):
    """The same, turned round for look-up by word."""

    rules: Rules
    hedges: dict[str, Hedge]
    after: dict[str, Hedge]
    more_before: frozenset[str]
    more_after: frozenset[str]
    amounts: dict[str, str]
    months: frozenset[str]
    clock: frozenset[str]
    labels: frozenset[str]
    starts: frozenset[str]


class Value(NamedTuple):
    """A bare number: `low` and `high`, its tokens, and whether it was written in words or is a share of one."""

    low: float
    high: float | None
    start: int
    end: int
    words: bool = False
    share: bool = False
    plus: bool = False


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The look-up tables of a language."""
    rules = table("numbers", Rules, language=language)
    starts = frozenset({*rules.units, *rules.scales, *rules.vague, *rules.shares}) - {"k", "m", "b", "mn", "bn", "mln", "bln", "trn"}
    return Lexicon(
        rules, {p: h for h, many in rules.hedges.items() for p in many}, {p: h for h, many in rules.after.items() for p in many},
        frozenset(rules.more.before), frozenset(rules.more.after), {p: u for u, many in rules.amounts.items() for p in many},
        frozenset(rules.skip.months), frozenset(rules.skip.clock), frozenset(rules.skip.labels), starts)


def numbers(article: Article, doc: Doc) -> Iterator[Quantity]:
    """The quantities of a text, in order; they do not overlap."""
    lex = lexicon()
    words = [t.lower_ for t in doc]
    at = 0
    while at < len(words):
        value = _value(doc, words, at, lex) if words[at] in lex.starts or words[at][:1].isdigit() else None
        if value is None:
            at += 1
            continue
        value = _range(doc, words, value, lex) or value
        if not _skipped(doc, words, value, lex):
            yield _quantity(article, doc, words, value, lex)
        at = value.end


def _value(doc: Doc, words: list[str], at: int, lex: Lexicon) -> Value | None:
    """The number that begins at a token."""
    if words[at] in lex.rules.vague:
        return _vague(words, at, lex)
    if words[at] in lex.rules.shares:
        return _share(words, at, 1.0, at, lex)
    if words[at][0].isdigit():
        return _digits(doc, words, at, lex)
    return _spelled(words, at, lex)


def _vague(words: list[str], at: int, lex: Lexicon) -> Value | None:
    """ "dozens", "hundreds of thousands", "tens of millions" """
    low, end = lex.rules.vague[words[at]], at + 1
    while words[end:end + 1] == ["of"] and words[end + 1:end + 2] and words[end + 1] in lex.rules.vague:
        low *= lex.rules.vague[words[end + 1]] / 2
        end += 2
    if words[at] == "scores" and words[end:end + 1] not in (["of"], ["more"]):
        return None  # scores in a game, or a verb
    return Value(low, None, at, end, words=True)


def _share(words: list[str], at: int, times: float, start: int, lex: Lexicon) -> Value | None:
    end = at + 1
    if words[at] == "half" and words[end:end + 2] == ["a", "dozen"]:
        return Value(6, 6, start, end + 2, words=True)
    if words[at] == "half" and words[end:end + 2] == ["a", "million"]:
        return Value(500_000, 500_000, start, end + 2, words=True)
    if words[end:end + 1] != ["of"] and words[at] != "half":
        return None
    share = lex.rules.shares[words[at]] * times
    return Value(share, share, start, end, words=True, share=True) if words[end:end + 1] == ["of"] else None


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
    elif end < len(words) and words[end] in _DASHES and words[end + 1:end + 2] and words[end + 1] in ("million", "billion", "thousand"):
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
    """ "twenty-one", "two hundred and fifty thousand", "a dozen" (the article is taken in by the phrase) """
    units, scales = lex.rules.units, lex.rules.scales
    total, part, end = 0.0, None, at
    while end < len(words):
        word = words[end]
        if word in units and (part is None or (part % 100 == 0 and part) or (part % 10 == 0 and part % 100 >= 20 and units[word] < 10)):
            part = (part or 0) + units[word]
        elif word in scales and len(word) > 2 and word != "score":
            part = (1 if part is None else part) * scales[word]
            if scales[word] >= 1000:
                total, part = total + part, 0.0
        elif word in _DASHES and part and part % 10 == 0 and units.get(words[end + 1] if end + 1 < len(words) else "", 99) < 10:
            pass
        elif word == "and" and end > at and words[end - 1] in scales and end + 1 < len(words) and words[end + 1] in units:
            pass
        elif word in _DASHES and end + 1 < len(words) and words[end + 1] in lex.rules.shares and part:
            return _share(words, end + 1, part, at, lex)
        elif word in lex.rules.shares and part and end > at and (share := _share(words, end, part, at, lex)):
            return share
        else:
            break
        end += 1
    value = total + (part or 0)
    return Value(value, value, at, end, words=True) if end > at and (value or words[at] == "zero") else None


def _range(doc: Doc, words: list[str], one: Value, lex: Lexicon) -> Value | None:
    """ "700 to 1,000", "700-1,000", "between 10 and 20", "two or three" """
    before = words[one.start - 1] if one.start else ""
    link = words[one.end] if one.end < len(words) else ""
    if before in ("from", "by") or not (link in lex.rules.ranges.between or (link == "and" and before == "between")):
        return None
    at = one.end + 1
    if at < len(words) and words[at] in ("$", "£", "€"):
        at += 1
    if at >= len(words) or not (words[at][:1].isdigit() or words[at] in lex.rules.units):
        return None
    two = _value(doc, words, at, lex)
    if two is None or two.high is None or two.share:
        return None
    low = one.low * _lent(one, two)
    return Value(low, two.high, one.start, two.end, words=one.words) if low < two.high else None


def _lent(one: Value, two: Value) -> float:
    """The scale that the first end of "1.2 to 1.5 million" borrows from the second."""
    return next((s for s in (1e12, 1e9, 1e6, 1e3) if two.low >= s and one.low < 1000 and two.low / s < 1000 and two.end - two.start > 1), 1.0)


# ---- what is no count

def _skipped(doc: Doc, words: list[str], value: Value, lex: Lexicon) -> bool:
    before = words[value.start - 1] if value.start else ""
    after = words[value.end] if value.end < len(words) else ""
    if value.low >= 1e15 or (value.words and _pronoun(words, value, before, after)):
        return True
    if value.words:
        return after in lex.clock or before in ("age", "aged", "ages") or _aged(doc, words, value)
    return (_dated(doc, words, value, before, after, lex) or _labelled(doc, value, before, after, lex)
            or _chained(words, value) or _aged(doc, words, value))


def _pronoun(words: list[str], value: Value, before: str, after: str) -> bool:
    """ "no one", "this one", "one another", "one day" """
    if words[value.start] != "one" or value.end - value.start > 1:
        return False
    return before in ("no", "any", "every", "each", "this", "that", "some", "which", "another", "the", "loved", "little", "day") or after in (
        "another", "'s", "’s", "day", "thing", "reason", "way", "-", "side")


def _dated(doc: Doc, words: list[str], value: Value, before: str, after: str, lex: Lexicon) -> bool:
    if after in lex.clock or after in ("st", "nd", "rd", "th"):
        return True
    if value.low <= 31 and (before in lex.months or after in lex.months) and doc[value.start].text.isdigit():
        return after not in lex.months or before in lex.months or after != "may" or doc[value.end].text[:1].isupper()
    text = doc[value.start].text
    if value.end - value.start == 1 and len(text) == 4 and text.isdigit() and 1800 <= value.low <= 2100:
        follows = doc[value.end].tag_ if value.end < len(doc) else ""
        return before in ("in", "since", "of", "by", "from", "until", ",", "(", "during", "late", "early", "mid", "-", "/") or follows not in ("NNS", "NNPS")
    return False


def _labelled(doc: Doc, value: Value, before: str, after: str, lex: Lexicon) -> bool:
    if before == "." and value.start >= 2 and doc[value.start - 2].text in ("No", "Nos"):
        return True
    if before in lex.labels and not (before in ("no", "call", "top", "count", "set", "track", "match") and doc[value.start - 1].text.islower()):
        return not (before in ("year", "week", "day", "area", "station", "building", "team", "group", "road") and doc[value.start - 1].text.islower())
    if doc[value.start].text in lex.rules.skip.phones and after in ("call", "calls", "caller", "dispatch", "dispatcher", "dispatchers", "and", ".", ",", "operator", "center"):
        return True
    if after in lex.rules.skip.units or (after[:1].isalpha() and not doc[value.end - 1].whitespace_ and after not in lex.amounts):
        return True
    return bool(before) and doc[value.start - 1].tag_ == "NNP" and doc[value.start].head.i == value.start - 1


def _chained(words: list[str], value: Value) -> bool:
    """Parts of telephone numbers, scores, fractions and dates in digits: 555-0100, 3-1, 7/10, 1:2."""
    left, right = words[max(0, value.start - 2):value.start], words[value.end:value.end + 2]
    joined = _DASHES | {"/", ":", "x"}
    after = len(right) == 2 and right[0] in joined and right[1][:1].isdigit()
    ahead = len(left) == 2 and left[1] in joined and left[0][-1:].isdigit()
    return after or ahead


def _aged(doc: Doc, words: list[str], value: Value) -> bool:
    """ "43-year-old", "43 years old", "aged 43", "Ann Lee, 43, of", "Ann Lee (43)" """
    rest = words[value.end:value.end + 4]
    if value.end < len(words) and words[value.end - 1].isdigit() and rest and rest[0] in _DASHES and rest[1:2] and rest[1] in lexicon().rules.skip.ages:
        return True
    if rest[:1] and rest[0] in lexicon().rules.skip.ages and (rest[1:2] == ["old"] or rest[1:3] in (["-", "old"], ["of", "age"])):
        return True
    if value.words and rest[:1] == ["-"] and rest[1:2] and rest[1] in lexicon().rules.skip.ages:
        return True
    if value.start < 2 or value.low > 115 or value.end - value.start > 1 or value.words:
        return False
    mark, named = words[value.start - 1], doc[value.start - 2]
    closed = rest[:1] in ([","], ["."], [")"], [";"], ["of"], ["and"], ["was"], ["were"], ["is"]) or not rest
    return mark in (",", "(") and closed and (named.tag_ in ("NNP", "NN", "NNPS", ")", "''") or named.text in ('"', "”", ")"))


# ---- the phrase

def _quantity(article: Article, doc: Doc, words: list[str], value: Value, lex: Lexicon) -> Quantity:
    start, hedge, more = _before(doc, words, value, lex)
    end, unit = _unit(words, value, lex)
    if start and words[start - 1] in ("$", "£", "€", "¥", "₹", "₪", "us$"):
        unit, start = lex.amounts[words[start - 1]], start - 1
        start, other, _ = _before(doc, words, value._replace(start=start), lex)
        hedge = other if hedge == "exact" else hedge
    tail = next((n for n in (2, 1) if " ".join(words[end:end + n]) in lex.after), 0) if hedge == "exact" else 0
    if tail:
        hedge, end = lex.after[" ".join(words[end:end + tail])], end + tail
    if value.plus:
        hedge = "at_least"
    more = more or (end < len(words) and words[end] in lex.more_after)
    if more and end < len(words) and words[end:end + 2] == ["more", "than"]:
        more = False
    low, high, hedge = _ends(value, hedge)
    span = article.cut(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
    return Quantity(span, low, high, hedge, start, end, more, unit)


def _before(doc: Doc, words: list[str], value: Value, lex: Lexicon) -> tuple[int, Hedge, bool]:
    """(first token of the phrase, hedge, increment) from the words before a number."""
    start, hedge, more, bound = value.start, "exact", False, doc[value.start].sent.start
    if start > bound and words[start - 1] in ("a", "an") and value.words and value.start == start:
        start -= 1
    while True:
        for size in range(min(_REACH, start - bound), 0, -1):
            phrase = " ".join(words[start - size:start])
            if phrase in lex.more_before:
                more, start = True, start - size
                break
            if phrase in lex.hedges and not (phrase in ("over", "under", "above", "below") and doc[start - 1].tag_ == "RP"):
                hedge = lex.hedges[phrase] if hedge == "exact" else hedge
                start -= size
                break
        else:
            break
    if start > bound and words[start - 1] == "between":
        start -= 1
    return start, hedge, more  # type: ignore[return-value]


def _unit(words: list[str], value: Value, lex: Lexicon) -> tuple[int, str | None]:
    if value.share:
        return value.end, "ratio"
    at = value.end + (words[value.end:value.end + 1] == ["-"])
    for size in (2, 1):
        unit = lex.amounts.get(" ".join(words[at:at + size]))
        if unit:
            return (at + size if unit != "time" else value.end), unit
    return value.end, None


def _ends(value: Value, hedge: Hedge) -> tuple[float | None, float | None, Hedge]:
    low, high = value.low, value.high
    if high is None:
        return low, None, "about" if hedge == "exact" else hedge
    if low != high:
        return low, high, "range"
    if hedge in ("at_least", "more_than"):
        return low, None, hedge
    if hedge in ("at_most", "less_than"):
        return None, high, hedge
    return low, high, hedge
