"""The phrase round a number: hedge, unit, increment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Article, Quantity
from ...model.value import Hedge
from .lexicon import Lexicon, Value
from .values import DASHES

if TYPE_CHECKING:
    from spacy.tokens import Doc

_REACH = 4  # words of the longest hedge
_UNIT = 4  # tokens of the longest unit


def quantity(article: Article, doc: Doc, words: list[str], value: Value, lex: Lexicon) -> Quantity:
    """The quantity of a bare number, from its hedge to its unit."""
    start, hedge, more = _before(doc, words, value, lex)
    end, unit = _unit(doc, words, value, lex)
    if start and words[start - 1] in lex.signs:
        unit, start = lex.signs[words[start - 1]], start - 1
        start, other, _ = _before(doc, words, value._replace(start=start), lex)
        hedge = other if hedge == "exact" else hedge
    if unit in lex.warm and start == value.start and start and words[start - 1] in lex.rules.below.words:
        start, value = start - 1, value._replace(low=-value.low, high=-value.low)
    tail = next((n for n in (2, 1) if " ".join(words[end : end + n]) in lex.after), 0) if hedge == "exact" else 0
    if tail:
        hedge, end = lex.after[" ".join(words[end : end + tail])], end + tail
    if value.plus:
        hedge = "at_least"
    more = more or (end < len(words) and words[end] in lex.more_after)
    if more and end < len(words) and words[end : end + 2] == ["more", "than"]:
        more = False
    low, high, hedge = _ends(value, hedge)
    span = article.cut(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
    return Quantity(span, low, high, hedge, start, end, more, unit)


def _before(doc: Doc, words: list[str], value: Value, lex: Lexicon) -> tuple[int, Hedge, bool]:
    """(first token of the phrase, hedge, increment) from the words before a number."""
    start, hedge, more, bound = value.start, "exact", False, _bound(doc, value.start)
    if start > bound and words[start - 1] in ("a", "an") and value.words and value.start == start:
        start -= 1
    while True:
        for size in range(min(_REACH, start - bound), 0, -1):
            phrase = " ".join(words[start - size : start])
            if phrase in lex.more_before:
                more, start = True, start - size
                break
            if phrase in lex.hedges and doc[start - 1].tag_ != "RP":  # "ran over 12 people" hedges nothing
                hedge = lex.hedges[phrase] if hedge == "exact" else hedge
                start -= size
                break
        else:
            break
    if start > bound and words[start - 1] == "between":
        start -= 1
    return start, hedge, more  # type: ignore[return-value]


def _bound(doc: Doc, start: int) -> int:
    """The first token of the sentence, or one as far before as hedges can reach."""
    at = start
    while at > max(0, start - 3 * _REACH) and not doc[at].is_sent_start:
        at -= 1
    return at


def _unit(doc: Doc, words: list[str], value: Value, lex: Lexicon) -> tuple[int, str | None]:
    """(token after the unit, the unit) of what stands behind a number; a unit of time is no part of the phrase."""
    if value.share:
        return value.end, "ratio"
    if value.glued:
        return value.end, lex.amounts[value.glued]
    at = value.end + (value.end < len(words) and words[value.end] in DASHES)
    for size in range(min(_UNIT, len(words) - at), 0, -1):
        phrase = " ".join(words[at : at + size])
        unit = lex.amounts.get(doc[at].text[0] if len(phrase) == 1 else phrase)
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
