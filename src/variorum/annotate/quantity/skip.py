"""Numbers that are no counts: dates, years, clock times, ages, labels, telephone numbers, scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import Lexicon, Value, lexicon
from .values import DASHES

if TYPE_CHECKING:
    from spacy.tokens import Doc


def skipped(doc: Doc, words: list[str], value: Value, lex: Lexicon) -> bool:
    before = words[value.start - 1] if value.start else ""
    after = words[value.end] if value.end < len(words) else ""
    if value.low >= 1e15 or (value.words and _pronoun(words, value, before, after)):
        return True
    if value.words:
        return after in lex.clock or before in ("age", "aged", "ages") or _aged(doc, words, value)
    return (
        _dated(doc, value, before, after, lex)
        or _labelled(doc, value, before, after, lex)
        or _chained(words, value)
        or _aged(doc, words, value)
    )


def _pronoun(words: list[str], value: Value, before: str, after: str) -> bool:
    """ "no one", "this one", "one another", "one day" """
    if words[value.start] != "one" or value.end - value.start > 1:
        return False
    return before in (
        "no",
        "any",
        "every",
        "each",
        "this",
        "that",
        "some",
        "which",
        "another",
        "the",
        "loved",
        "little",
        "day",
    ) or after in ("another", "'s", "’s", "day", "thing", "reason", "way", "-", "side")


def _dated(doc: Doc, value: Value, before: str, after: str, lex: Lexicon) -> bool:
    if after in lex.clock or after in ("st", "nd", "rd", "th"):
        return True
    if value.low <= 31 and (before in lex.months or after in lex.months) and doc[value.start].text.isdecimal():
        return after not in lex.months or before in lex.months or after != "may" or doc[value.end].text[:1].isupper()
    text = doc[value.start].text
    if value.end - value.start == 1 and len(text) == 4 and text.isdecimal() and 1800 <= value.low <= 2100:
        follows = doc[value.end].tag_ if value.end < len(doc) else ""
        return before in (
            "in",
            "since",
            "of",
            "by",
            "from",
            "until",
            ",",
            "(",
            "during",
            "late",
            "early",
            "mid",
            "-",
            "/",
        ) or follows not in ("NNS", "NNPS")
    return False


def _labelled(doc: Doc, value: Value, before: str, after: str, lex: Lexicon) -> bool:
    if before == "." and value.start >= 2 and doc[value.start - 2].text in ("No", "Nos"):
        return True
    if before in lex.labels and not (
        before in ("no", "call", "top", "count", "set", "track", "match") and doc[value.start - 1].text.islower()
    ):
        return not (
            before in ("year", "week", "day", "area", "station", "building", "team", "group", "road")
            and doc[value.start - 1].text.islower()
        )
    if doc[value.start].text in lex.rules.skip.phones and after in (
        "call",
        "calls",
        "caller",
        "dispatch",
        "dispatcher",
        "dispatchers",
        "and",
        ".",
        ",",
        "operator",
        "center",
    ):
        return True
    if after in lex.rules.skip.units or (
        after[:1].isalpha() and not doc[value.end - 1].whitespace_ and after not in lex.amounts
    ):
        return True
    return bool(before) and doc[value.start - 1].tag_ == "NNP" and doc[value.start].head.i == value.start - 1


def _chained(words: list[str], value: Value) -> bool:
    """Parts of telephone numbers, scores, fractions and dates in digits: 555-0100, 3-1, 7/10, 1:2."""
    left, right = words[max(0, value.start - 2) : value.start], words[value.end : value.end + 2]
    joined = DASHES | {"/", ":", "x"}
    after = len(right) == 2 and right[0] in joined and right[1][:1].isdecimal()
    ahead = len(left) == 2 and left[1] in joined and left[0][-1:].isdecimal()
    return after or ahead


def _aged(doc: Doc, words: list[str], value: Value) -> bool:
    """ "43-year-old", "43 years old", "aged 43", "Ann Lee, 43, of", "Ann Lee (43)" """
    rest = words[value.end : value.end + 4]
    if (
        value.end < len(words)
        and words[value.end - 1].isdecimal()
        and rest
        and rest[0] in DASHES
        and rest[1:2]
        and rest[1] in lexicon().rules.skip.ages
    ):
        return True
    if (
        rest[:1]
        and rest[0] in lexicon().rules.skip.ages
        and (rest[1:2] == ["old"] or rest[1:3] in (["-", "old"], ["of", "age"]))
    ):
        return True
    if value.words and rest[:1] == ["-"] and rest[1:2] and rest[1] in lexicon().rules.skip.ages:
        return True
    if value.start < 2 or value.low > 115 or value.end - value.start > 1 or value.words:
        return False
    mark, named = words[value.start - 1], doc[value.start - 2]
    closed = rest[:1] in ([","], ["."], [")"], [";"], ["of"], ["and"], ["was"], ["were"], ["is"]) or not rest
    return (
        mark in (",", "(")
        and closed
        and (named.tag_ in ("NNP", "NN", "NNPS", ")", "''") or named.text in ('"', "”", ")"))
    )
