"""Counts that the parse misses, from the order of words alone: "Kills 31 Fighters", "12 reported dead".

Headlines, texts without commas and captions mislead the parser. Only the closest patterns are read here: a number right after a
verb of the measure, or right before one with nothing between but those counted, auxiliaries and adverbs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...model import Quantity
from ..kin import children
from .find import Hit
from .lexicon import Lexicon, Trigger
from .phrase import Counted, Phrases
from .words import attackers

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_FAR = 7
_VERBAL = ("VBD", "VBN", "VBG", "VBZ", "VBP", "VB", "JJ", "NNP", "NNPS", "NNS", "NN")


def missed(sentence: Tokens, phrases: Phrases, lex: Lexicon, known: set[int]) -> Iterator[tuple[Hit, Counted]]:
    """Hits for the quantities of a sentence that no trigger has claimed."""
    done: set[int] = set()
    for index in range(sentence.start, sentence.end):
        quantity = phrases.at.get(index)
        if quantity is None or quantity.unit or quantity.start in known or quantity.start in done:
            continue
        done.add(quantity.start)
        found = _after_verb(sentence, quantity, lex) or _before_verb(sentence, quantity, phrases, lex)
        if found is None or (_full(*found) and _whole(sentence, quantity, phrases, lex)):
            continue
        trigger, token = found
        if not _other(sentence.doc[quantity.end - 1], trigger, phrases):
            yield (
                Hit(trigger.measure, token, sentence.doc[quantity.end - 1], "surface"),
                bare(sentence, quantity, phrases),
            )


def _other(last: Token, trigger: Trigger, phrases: Phrases) -> bool:
    """Whether the number counts a known noun of another class: "injured one of the dogs"."""
    counted = phrases.one(last)
    noun = counted.noun if counted is not None else None
    return noun is not None and noun.group.class_ != trigger.measure.class_


def _full(trigger: Trigger, token: Token) -> bool:
    """Whether the word is the verb of a clause, not a participle that may belong to the noun before: "the two men shot"."""
    return trigger.kind == "subject" or any(c.dep_ in ("aux", "auxpass") for c in children(token))


def _does(verb: Token, phrases: Phrases) -> bool:
    """Whether a verb has an object, but for a number of its own: "two officers released a statement"; not "3 killed 7 hurt",
    though "two gunmen killed 7"."""
    objects = [c for c in children(verb) if c.dep_ == "dobj"]
    if objects and any(c.dep_ == "nsubj" and c.lower_ in attackers() for c in children(verb)):
        return True
    return any(not any(at in phrases.at for at in range(c.left_edge.i, c.i + 1)) for c in objects)


def _whole(sentence: Tokens, quantity: Quantity, phrases: Phrases, lex: Lexicon) -> bool:
    """Whether the number is what another is a part of: "nine of the 12 hostages", "none of the 40"."""
    at = quantity.start
    if (
        at - sentence.start < 3
        or sentence.doc[at - 1].tag_ not in ("DT", "PRP$")
        or sentence.doc[at - 2].dep_ != "prep"
    ):
        return False
    return at - 3 in phrases.at or phrases.words[at - 3] in lex.groups.words["none"]


def _after_verb(sentence: Tokens, quantity: Quantity, lex: Lexicon) -> tuple[Trigger, Token] | None:
    if quantity.start <= sentence.start:
        return None
    token = sentence.doc[quantity.start - 1]
    trigger = _trigger(token, lex, ("patient",))
    return (trigger, token) if trigger is not None and token.tag_ in _VERBAL else None


def _before_verb(sentence: Tokens, quantity: Quantity, phrases: Phrases, lex: Lexicon) -> tuple[Trigger, Token] | None:
    for at in range(quantity.end, min(sentence.end, quantity.end + _FAR)):
        token = sentence.doc[at]
        trigger = _trigger(token, lex, ("patient", "state", "subject"))
        if token.lower_ in lex.scopes.degree.fatal and token.lower_.endswith("ly"):
            return Trigger(lex.measures["killed"], "state"), token
        if trigger is not None and (token.tag_ in ("VBN", "VBD", "JJ") or trigger.kind == "state"):
            return None if trigger.kind == "patient" and _does(token, phrases) else (trigger, token)
        if not (
            token.lower_ in lex.scopes.links.state
            or (token.tag_ in ("JJ", "NNS", "NNPS", "NN", "NNP") and not token.is_punct)
        ):
            return None
    return None


def _trigger(token: Token, lex: Lexicon, kinds: tuple[str, ...]) -> Trigger | None:
    return next((t for t in lex.triggers.get(token.lower_, ()) if t.kind in kinds and not t.needs), None)


def bare(sentence: Tokens, q: Quantity, phrases: Phrases) -> Counted:
    """What a number counts, from the words right behind it."""
    noun, at = None, None
    for index in range(q.end, min(sentence.end, q.end + 4)):
        token = sentence.doc[index]
        found = phrases.noun(token) if token.tag_.startswith(("NN", "JJ")) else None
        if found is not None:
            noun, at = found, index
        elif not token.tag_.startswith(("JJ", "NN")):
            break
    if at is None and q.end < sentence.end and sentence.doc[q.end].tag_ in ("NNS", "NNPS"):
        at = q.end
    return Counted(
        sentence.doc[q.end - 1],
        q.low,
        q.high,
        q.hedge,
        q.start,
        q.end,
        (q.end, at + 1) if at is not None else None,
        noun,
        q,
        False,
        q.more,
    )
