"""Nouns and adjectives that report: "the claim that", "confident of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..kin import children
from . import lexicon, voices
from .contents import equated, nominal, verbal
from .lexicon import Cue
from .report import Report, made, silent
from .trees import child, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

FROM = frozenset({"by", "from", "among"})
"""Prepositions that lead from a claim or view to those whose it is."""
PREDICATES = frozenset({"acomp", "oprd", "ROOT", "conj", "advcl"})


def noun(token: Token, cues: Sequence[Cue]) -> Iterator[Report]:
    """The report that a noun makes, where its owner is named."""
    source = _owner(token)
    kind = voices.kind(source) if source is not None else None
    if source is None and (content := _told(token, cues)) is not None:
        yield silent(token, (token.i, token.i + 1), content, voices.kind(token))
    if source is None or kind is None:
        return
    for cue in cues:
        content = nominal(token, cue) or equated(token, cue)
        if content is not None:
            finite = child(token, "acl", "ccomp") is not None or equated(token, cue) is not None
            yield made(token, cue, source, kind, content, asserts=cue.asserts and finite)
            return


def _told(noun: Token, cues: Sequence[Cue]) -> tuple[int, int] | None:
    """What reports or rumours are of that nobody is named for: "there were reports that", "amid claims that"."""
    there = noun.dep_ == "attr" and child(noun.head, "expl") is not None
    amid = noun.dep_ == "pobj" and noun.head.text.lower() in lexicon.amid()
    if (
        not (there or amid)
        or child(noun, "neg") is not None
        or ((det := child(noun, "det")) is not None and det.text.lower() == "no")
    ):
        return None
    for cue in cues:
        if cue.asserts and "that" in cue.takes and child(noun, "acl", "ccomp", "relcl") is not None:
            return nominal(noun, Cue(cue.base, "", frozenset({"that"}), cue.asserts, cue.weak, cue.group))
    return None


def _owner(token: Token) -> Token | None:
    """Whose claim, plan or view it is."""
    own, verb = child(token, "poss"), token.head
    if own is not None and own.tag_ == "PRP$" and token.dep_ == "dobj" and verb.text.lower() in lexicon.owning():
        return subject(verb) or own  # "kept her promise to": she who kept it
    if own is not None:
        return own
    for one in children(token):
        if one.dep_ in {"prep", "agent"} and one.text.lower() in FROM:
            return child(one, "pobj")
    verb = token.head.head if token.dep_ == "pobj" and token.head.dep_ == "prep" else token.head
    if token.dep_ not in {"dobj", "pobj"} or verb.text.lower() not in lexicon.owning():
        return None  # "raised hopes", "rejected claims": somebody else's
    return subject(verb)


def adjective(token: Token, cues: Sequence[Cue]) -> Iterator[Report]:
    """The report that an adjective makes of the state of somebody's mind."""
    verb = token.head
    if token.dep_ not in PREDICATES or not (verb.tag_.startswith("V") or token.dep_ == "advcl"):
        return
    who = subject(token if token.dep_ == "advcl" else verb)
    kind = voices.kind(who) if who is not None else None
    if who is None or kind is None or who.text.lower() == "it":  # "it is clear that"
        return
    for cue in cues:
        content = verbal(token, cue)
        if content is not None:
            yield made(token, cue, who, kind, content, asserts=cue.asserts and child(token, "ccomp") is not None)
            return
