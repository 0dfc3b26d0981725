"""Two tolls run together without a verb between them: "8 persons killed 58 others injured", "48 people dead over 100 hurt".

The parse takes the first participle for a verb and the second number for its object.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ...model import Quantity
from .find import Hit
from .lexicon import Lexicon, Trigger
from .phrase import Counted, Phrases
from .surface import bare
from .words import attackers

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_FAR = 4
"""Tokens behind a number within which the word for its end stands."""
_ENDS = ("patient", "state")
_ON = ("IN", "WRB", "CC", "RB", "TO", ".", ",", ":", "-RRB-", "''", "_SP")
"""Tags of what may follow the second: never an object or the noun that it describes."""


class Toll(NamedTuple):
    """A number and the word for the end of those counted, with nothing but them between."""

    quantity: Quantity
    trigger: Trigger
    token: Token


def twins(sentence: Tokens, phrases: Phrases, lex: Lexicon) -> Iterator[tuple[Hit, Counted]]:
    """Both counts of each such pair, in text order."""
    found = [one for one in phrases.within(sentence) if not one.unit]
    if len(found) < 2:
        return
    tolls = [toll for one in found if (toll := _toll(sentence, one, lex)) is not None]
    for first, second in pairwise(tolls):
        if _paired(first, second, lex) and not _doers(first):
            for one in (first, second):
                counted = bare(sentence, one.quantity, phrases)
                yield Hit(one.trigger.measure, one.token, counted.head, "surface"), counted


def _toll(sentence: Tokens, quantity: Quantity, lex: Lexicon) -> Toll | None:
    for at in range(quantity.end, min(sentence.end, quantity.end + _FAR)):
        token = sentence.doc[at]
        trigger = next((t for t in lex.triggers.get(token.lower_, ()) if t.kind in _ENDS and not t.needs), None)
        if trigger is not None and trigger.measure.class_ == "person":
            return Toll(quantity, trigger, token)
        if not token.tag_.startswith(("NN", "JJ")):
            return None
    return None


def _paired(first: Toll, second: Toll, lex: Lexicon) -> bool:
    """Whether the second stands right behind the first, tells another end, counts nobody of its own kind and ends there."""
    doc = first.token.doc
    if second.quantity.start != first.token.i + 1 or first.trigger.measure is second.trigger.measure:
        return False
    between = doc[second.quantity.end : second.token.i]
    after = second.token.i + 1
    return all(_plain(t, lex) for t in between) and (after >= len(doc) or doc[after].tag_ in _ON)


def _plain(token: Token, lex: Lexicon) -> bool:
    noun = lex.nouns.get(token.lower_)
    return token.lower_ in lex.scopes.links.state or (noun is not None and noun.group.general)


def _doers(first: Toll) -> bool:
    """Whether those counted first did it: "two gunmen killed 20 others wounded before"."""
    return any(t.lower_ in attackers() for t in first.token.doc[first.quantity.end : first.token.i])
