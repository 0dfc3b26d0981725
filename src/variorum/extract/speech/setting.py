"""Where and on what occasion something was said: "told reporters in Cairo", "said in a statement", "at a rally in Lund"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..kin import children
from . import lexicon, voices
from .trees import child, phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

Tokens = tuple[int, int]
PLACES = frozenset({"GPE", "LOC", "FAC"})


def setting(verb: Token, content: tuple[int, int] | None) -> tuple[Tokens | None, Tokens | None, Token | None]:
    """Place, occasion, and the addressee that they lead to, as far as the words beside a cue say."""
    place: Tokens | None = None
    occasion: Tokens | None = None
    to: Token | None = None
    for prep, noun in _phrases(verb, content):
        word = prep.text.lower()
        if occasion is None and (found := _occasion(prep, noun)) is not None:
            occasion = found
            place = place or _inner(noun)
            to = to or _heard(noun)
            place = place or (_inner(to) if to is not None else None)
        elif place is None and word in lexicon.spots() and noun.ent_type_ in PLACES:
            place = phrase(noun)
        elif (
            to is None and word in {"to", "with"} and voices.kind(noun) and verb.text.lower() not in lexicon.pointing()
        ):
            to = noun
    return place, occasion, to


def _phrases(verb: Token, content: tuple[int, int] | None) -> Iterator[tuple[Token, Token]]:
    """Prepositions beside a cue, outside what is said, each with its noun; also those of "speaking at ..."."""
    own = [c for c in children(verb) if c.dep_ in {"prep", "agent"}]
    for link in children(verb):
        if link.dep_ == "advcl" and link.text.lower() in lexicon.linking():
            own += [c for c in children(link) if c.dep_ == "prep"]
    heard = child(verb, "dobj", "dative")
    if heard is not None:  # "told reporters in Cairo": the parse may hang the place on the reporters
        own += [c for c in children(heard) if c.dep_ == "prep" and c.text.lower() in lexicon.beside()]
    for prep in sorted(own, key=lambda t: t.i):
        noun = child(prep, "pobj")
        inside = content is not None and content[0] <= prep.idx < content[1]
        if noun is not None and prep.text.lower() in lexicon.beside() and not inside:
            yield prep, noun


def _occasion(prep: Token, noun: Token) -> Tokens | None:
    """The phrase of a noun that speech is given at, or of a platform after "on"."""
    word = prep.text.lower()
    if word == "on":
        name = noun.doc[phrase(noun)[0] : noun.i + 1].text.lower()
        known = noun.text.lower() in lexicon.platforms() or name in lexicon.platforms() or voices.outlet(noun)
        return phrase(noun) if known or noun.text.lower() == "sidelines" else None
    if word in {"to", "with", "by", "before", "after", "near"} or noun.text.lower() not in lexicon.occasions():
        return None
    return _whole(noun)


def _whole(noun: Token) -> Tokens:
    """The occasion with what it is of, with whom and where: "an interview with the BBC", "a rally in Lund"."""
    start, end = phrase(noun)[0], noun.i + 1
    for one in children(noun):
        if one.dep_ == "prep" and one.i == end and one.text.lower() in {"with", "to", "for", "in", "at", "of", "on"}:
            inner = child(one, "pobj")
            if inner is not None and inner.ent_type_ not in voices.TIMES:
                end = max(end, named(inner)[1])
    return start, end


def named(noun: Token) -> Tokens:
    """A noun phrase up to where a place or time hangs on it: "reporters" of "reporters in Bern"."""
    start, end = phrase(noun)
    tied = [
        c.i
        for c in children(noun)
        if noun.i < c.i < end and c.dep_ == "prep" and c.text.lower() in lexicon.beside() - {"to"}
    ]
    return start, min([end, *tied])


def _inner(noun: Token) -> Tokens | None:
    """The place that an occasion is at."""
    for one in children(noun):
        if one.dep_ == "prep" and one.text.lower() in lexicon.spots():
            found = child(one, "pobj")
            if found is not None and found.ent_type_ in PLACES:
                return phrase(found)
    return None


def _heard(noun: Token) -> Token | None:
    """To whom remarks are made."""
    if noun.text.lower() not in lexicon.leading():
        return None
    to = next((c for c in children(noun) if c.dep_ == "prep" and c.text.lower() == "to"), None)
    found = child(to, "pobj") if to is not None else None
    return found if found is not None and voices.kind(found) else None
