"""Nouns and adjectives that report: "the claim that", "confident of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from . import voices
from .contents import nominal, verbal
from .lexicon import Cue
from .report import Report, made
from .trees import child, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

PREDICATES = frozenset({"acomp", "oprd", "ROOT", "conj", "advcl"})


def noun(token: Token, cues: Sequence[Cue]) -> Iterator[Report]:
    """The report that a noun makes, where its owner is named."""
    source = _owner(token)
    kind = voices.kind(source) if source is not None else None
    if source is None or kind is None:
        return
    for cue in cues:
        content = nominal(token, cue)
        if content is not None:
            yield made(
                token, cue, source, kind, content, asserts=cue.asserts and child(token, "acl", "ccomp") is not None
            )
            return


def _owner(token: Token) -> Token | None:
    """Whose claim, plan or view it is."""
    own = child(token, "poss")
    if own is not None:
        return own
    for one in token.children:
        if one.dep_ in {"prep", "agent"} and one.text.lower() in {"by", "from"}:
            return child(one, "pobj")
    verb = token.head.head if token.dep_ == "pobj" and token.head.dep_ == "prep" else token.head
    return subject(verb) if token.dep_ in {"dobj", "pobj"} and verb.tag_.startswith("V") else None


def adjective(token: Token, cues: Sequence[Cue]) -> Iterator[Report]:
    """The report that an adjective makes of the state of somebody's mind."""
    verb = token.head
    if token.dep_ not in PREDICATES or not (verb.tag_.startswith("V") or token.dep_ == "advcl"):
        return
    who = subject(token if token.dep_ == "advcl" else verb)
    kind = voices.kind(who) if who is not None else None
    if who is None or kind is None:
        return
    for cue in cues:
        content = verbal(token, cue)
        if content is not None:
            yield made(token, cue, who, kind, content, asserts=cue.asserts and child(token, "ccomp") is not None)
            return
