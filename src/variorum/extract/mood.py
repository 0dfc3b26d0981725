"""Whether what a verb says has happened, goes on, is planned, or is only talked of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

import msgspec

from ..rules import forms
from ..rules.tables import table
from .grammar import grammar
from .kin import children, kept, lefts, rights
from .lexicon import people
from .syntax import DEPTH, child, heading

if TYPE_CHECKING:
    from spacy.tokens import Token

Real = Literal["planned", "held", "ongoing", "unclear"]
WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})
WOULD = frozenset({"would", "'d", "’d"})
MAY = frozenset({"could", "can", "may", "might", "ca", "must", "should", "ought", "need"})
BE = frozenset({"am", "is", "are", "'s", "’s", "'re", "’re"})
WAS = frozenset({"was", "were"})
STATES = frozenset({"have", "'ve", "’ve", "may", "might", "could", "can", "do"})
NOT = frozenset({"not", "n't", "n’t", "never"})


class Moods(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`moods.toml`."""

    plan: list[str]
    fact: list[str]
    hope: list[str]
    motion: list[str]
    speech: list[str]
    unreal: list[str]
    real: list[str]
    future: list[str]
    vain: list[str]
    at: list[str]
    issue: list[str]
    doubt: list[str]
    lasting: list[str]
    before: list[str]


@dataclass(frozen=True)
class Mood:
    """`real` is None for what is only talked of; `will` tells an intention or forecast; `modal` a word such as "must"."""

    real: Real | None
    negated: bool = False
    will: bool = False
    modal: str = ""


@cache
def moods(name: str) -> frozenset[str]:
    """A list of the table; of verbs, all their forms."""
    words: list[str] = getattr(table("moods", Moods), name)
    if name in ("plan", "fact", "hope", "motion", "speech", "issue", "lasting"):
        return frozenset(words) | frozenset(forms.verbs(words)) | (BE if "be" in words else frozenset())
    return frozenset(words)


def mood(verb: Token, *, headline: bool = False, depth: int = 0) -> Mood:
    """The mood of a verb (or of an adjective with its "be")."""
    aux = [c for c in children(verb) if c.dep_ in ("aux", "auxpass")]
    if (
        verb.tag_[:2] != "VB"
        and verb.head.tag_[:2] in ("VB", "MD")
        and verb.dep_ in ("acomp", "attr", "oprd", "prep", "advmod")
    ):
        return mood(verb.head, headline=headline, depth=depth + 1)
    words = {c.lower_ for c in aux}
    negated = _negated(verb)
    if _unreal(verb) or _inverted(verb, aux):
        return Mood(None, negated)
    modal = next((c.lower_ for c in aux if c.lower_ in MAY and c.tag_ == "MD"), "")
    if modal:
        return Mood(None, negated, modal="can" if modal == "ca" else modal)
    if words & WILL:
        return _under(verb, Mood("planned", negated, will=True), depth)
    if words & WOULD:
        if "have" in words:
            return Mood(None, negated, modal="would")  # "would have killed him"
        return Mood("planned" if _reported(verb) else None, negated, will=_reported(verb), modal="would")
    if "to" in words and not words & {"had", "has"}:
        return _infinitive(verb, negated, headline, depth)
    return _tensed(verb, aux, negated, headline, depth)


def finite(clause: Token) -> list[Token]:
    """The verb of a clause and its auxiliaries."""
    return [clause, *(c for c in children(clause) if c.dep_ in ("aux", "auxpass"))]


def asserted(verb: Token) -> bool:
    """Whether the clause below says how things are, and asks for nothing: "insisted that he was well"."""
    clause = child(verb, "ccomp")
    if clause is None or (verb.i + 1 < clause.i and verb.nbor(1).lower_ == "on"):
        return False
    verbs = finite(clause)
    if any(t.lower_ in ("should", "must", "ought") for t in verbs):
        return False
    return any(t.tag_ in ("VBD", "VBZ") or t.lower_ in WILL | WOULD | BE | STATES for t in verbs)


@kept
def _negated(verb: Token) -> bool:
    for c in children(verb):
        if c.dep_ == "neg" or c.lower_ in NOT:
            return True
        if c.dep_ in ("aux", "auxpass") and any(k.lower_ in NOT for k in rights(c)):
            return True
        if c.lower_ == "longer" and any(k.lower_ == "no" for k in children(c)):
            return True
        if c.dep_ in ("nsubj", "nsubjpass", "dobj") and any(
            k.lower_ in ("no", "neither") and k.dep_ in ("det", "preconj") for k in children(c)
        ):
            return True
        if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in ("none", "nobody", "neither", "nothing"):
            return True
    return False


@kept
def _unreal(verb: Token) -> bool:
    """Whether the verb, or one that it hangs on, stands in a clause that begins with "if", "unless", "before" ..."""
    at = verb
    for _ in range(DEPTH):
        if any(c.dep_ in ("mark", "advmod") and c.lower_ in moods("unreal") and c.i < at.i for c in children(at)):
            return True
        if at.dep_ == "pcomp" and at.head.lower_ not in moods("real"):
            return True
        if at.dep_ == "advcl" and at.tag_ in ("VBZ", "VBP") and _awaited(at):
            return True
        if at.dep_ not in ("conj", "xcomp", "ccomp", "auxpass", "aux") or at.head == at:
            return False
        at = at.head
    return False


def _awaited(verb: Token) -> bool:
    """Whether a clause tells what is waited for: "when the crowd disperses, come back", "when they meet, they will ..."."""
    if not any(c.lower_ == "when" for c in lefts(verb)):
        return False
    above = verb.head
    return above.tag_ == "VB" or any(c.lower_ in WILL | MAY for c in children(above))


def _inverted(verb: Token, aux: list[Token]) -> bool:
    """Whether a clause supposes by its order of words: "had they met, the strike would have been avoided"."""
    subject = child(verb, "nsubj", "nsubjpass")
    above = verb.head if verb.dep_ == "ccomp" and verb.head.dep_ == "advcl" else None  # as some parse it
    if subject is not None and above is not None and above.lower_ == "had" and above.i < subject.i:
        return True
    first = aux[0] if aux else None
    if (
        subject is None
        or first is None
        or first.lower_ not in ("had", "should", "were")
        or first.i > subject.left_edge.i
    ):
        return False
    return verb.dep_ in ("advcl", "ccomp", "ROOT", "conj") and verb.left_edge.i == first.i


def _reported(verb: Token) -> bool:
    """Whether a verb of saying governs the clause, in the past: "said it would"."""
    at = verb
    for _ in range(DEPTH):
        if at.dep_ in ("ccomp", "conj", "xcomp") and at.head != at:
            at = at.head
            if at.lower_ in moods("speech"):
                return True
        else:
            return any(c.lower_ in moods("speech") for c in children(at) if c.dep_ in ("ccomp", "parataxis"))
    return False


def _under(verb: Token, own: Mood, depth: int) -> Mood:
    """The mood as its governor leaves it: what somebody hopes or denies is no event."""
    at = verb
    while at.dep_ == "conj" and depth < DEPTH and at.head != at:
        at, depth = at.head, depth + 1
    if at.dep_ in ("ccomp", "xcomp") and at.head.lower_ in moods("hope") and at.head.tag_[:2] == "VB":
        return Mood(None, own.negated)
    if at.dep_ == "ccomp" and at.head.tag_[:2] == "VB" and _negated(at.head):
        return Mood(None, own.negated)  # "did not say that he had met them"
    return own


def _infinitive(verb: Token, negated: bool, headline: bool, depth: int) -> Mood:
    head = verb.head
    if head == verb or (headline and heading(verb) is not None):
        return Mood("planned", negated, will=True)
    if depth >= DEPTH:
        return Mood(None, negated)
    if verb.dep_ == "xcomp" and _due(head):
        return Mood("planned", negated, will=True)
    if verb.dep_ in ("xcomp", "ccomp", "oprd", "acomp", "dep") or (
        verb.dep_ == "advcl" and head.lower_ in moods("plan")
    ):
        if head.lower_ in moods("hope"):
            return Mood(None, negated)
        above = mood(head, headline=headline, depth=depth + 1)
        if head.lower_ in moods("plan") and above.real:
            return Mood("unclear" if _past(head) else "planned", negated or above.negated, will=True)
        return Mood(above.real if head.lower_ in moods("fact") else None, negated or above.negated)
    if verb.dep_ == "conj":
        return mood(head, headline=headline, depth=depth + 1)
    if verb.dep_ in ("advcl", "acl") and _staged(verb):
        return replace(
            mood(head if head.tag_[:2] == "VB" else head.head, headline=headline, depth=depth + 1), negated=negated
        )
    if verb.dep_ == "advcl" and head.lower_ in moods("motion"):
        above = mood(head, headline=headline, depth=depth + 1)
        return Mood("planned" if above.real else None, negated or above.negated, will=above.will)
    return Mood(None, negated)


STAGE = 6
"""Words between the stage and what is done on it."""


def _staged(verb: Token) -> bool:
    """Whether somebody goes before the public to do it, which is to do it: "took the stage to unveil", "returned to the podium
    to announce", "made an appearance to present"."""
    before = verb.doc[max(verb.i - STAGE, 0) : verb.i]
    return any(t.lower_ in grammar("stages") and t.head.dep_ != "nsubj" for t in before) and verb.head.i < verb.i


def _past(verb: Token) -> bool:
    """Whether a plan is one of the past, of which nobody says that it holds: "had planned to", "was going to"; what somebody
    said is a plan all the same."""
    words = {c.lower_ for c in children(verb) if c.dep_ in ("aux", "auxpass")}
    past = "had" in words or (verb.lower_ == "going" and bool(words & WAS))
    return past and not _reported(verb)


def _due(verb: Token) -> bool:
    """Whether the verb is the "be" of what is arranged: "they are to meet in May"; not "the aim is to win"."""
    if verb.lower_ not in BE | WAS or child(verb, "attr", "acomp", "expl") is not None:
        return False
    subject = child(verb, "nsubj")
    if subject is None:
        return False
    return subject.tag_ in ("NNP", "NNPS", "NNS", "PRP") or bool(subject.ent_type_) or subject.lower_ in people()


def _tensed(verb: Token, aux: list[Token], negated: bool, headline: bool, depth: int) -> Mood:
    tag, words = verb.tag_, {c.lower_ for c in aux}
    if tag == "VBD" or (
        words & {"had", "has", "have", "'ve", "’ve", "did", "was", "were", "been"} and tag in ("VBN", "VB", "VBD")
    ):
        return _under(verb, Mood("held", negated), depth)
    if tag == "VBG":
        return _participle(verb, words, negated, headline, depth)
    if tag == "VBN":
        if words & {"is", "are", "'s", "’s", "being", "'re", "’re"}:
            return _under(verb, Mood("ongoing", negated), depth)
        if verb.dep_ == "conj" and depth < DEPTH and verb.head.tag_ in ("VBN", "VB"):
            above = mood(verb.head, headline=headline, depth=depth + 1)
            return Mood(above.real, negated or above.negated, above.will, above.modal)
        if verb.dep_ in ("ccomp", "xcomp") and not words and depth < DEPTH and verb.head.tag_[:2] == "VB":
            above = mood(verb.head, headline=headline, depth=depth + 1)  # "the bill can see them deported"
            return Mood("held" if above.real else None, negated, above.will, above.modal)
        return Mood("held", negated)
    if tag == "VB" and depth < DEPTH:
        return _bare(verb, words, negated, headline, depth)
    return _under(verb, Mood("held" if headline else "ongoing", negated), depth)


def _participle(verb: Token, words: set[str], negated: bool, headline: bool, depth: int) -> Mood:
    if words & {"is", "are", "'s", "’s", "'re", "’re", "been", "am"}:
        return _under(verb, Mood("ongoing", negated), depth)
    if words & {"was", "were"} or depth >= DEPTH or verb.head == verb:
        return _under(verb, Mood("held" if words else "ongoing", negated), depth)
    if verb.dep_ in ("xcomp", "advcl", "conj", "ccomp", "dep"):
        if verb.head.lower_ in moods("hope"):
            return Mood(None, negated)
        above = mood(verb.head, headline=headline, depth=depth + 1)
        return Mood(above.real, negated or (above.negated and verb.dep_ == "xcomp"), above.will)
    return Mood("held" if verb.dep_ == "pcomp" else "ongoing", negated)


def _bare(verb: Token, words: set[str], negated: bool, headline: bool, depth: int) -> Mood:
    if words & {"do", "does"}:
        return Mood("ongoing", negated)
    if verb.dep_ == "conj" and verb.head != verb:
        above = mood(verb.head, headline=headline, depth=depth + 1)
        return Mood(above.real, negated or above.negated, above.will, above.modal)
    if verb.dep_ in ("ccomp", "xcomp", "acl", "relcl") and child(verb, "nsubj") is not None:
        return Mood(None, negated)  # "demanded that it leave", "let them go"
    return Mood("held" if headline else "ongoing", negated)
