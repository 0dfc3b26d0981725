"""What is said: the stretch of text that a cue has as its content, as character offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kin import children, rights
from .lexicon import Cue, hearers, platforms
from .trees import QUOTES, RELATIVES, SUBJECTS, agent, child, hull, passive, reduced, trim, written

if TYPE_CHECKING:
    from spacy.tokens import Token

Offsets = tuple[int, int]
ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "question", "know", "doubt"})
BEING = frozenset({"is", "was", "are", "were", "'s", "’s", "be", "been"})
NOMINATIVE = frozenset({"he", "she", "they", "we", "i"})
"""Pronouns that are the subject of what is said, whatever the parse makes of them."""
TIMES = frozenset({"DATE", "TIME"})
RELATIVE = (", which ", ", who ", ", whose ", ", where ", ", an ", ", a ", ", the ")
"""What follows a name and tells of it."""


def verbal(cue: Token, reading: Cue) -> Offsets | None:
    """The content of a verb or adjective that is used as this reading allows; None where it has none of that shape."""
    takes = reading.takes
    if "quote" in takes:
        said = child(cue, "ccomp")
        if said is None or said.i > cue.i or not any(t.text in QUOTES for t in cue.doc[said.left_edge.i : cue.i]):
            return None
        return _clausal(cue)
    if (
        "that" in takes
        and (found := _clausal(cue) or _question(cue, reading.base) or _heard(cue, reading.base)) is not None
    ):
        return found
    if "being" in takes and (found := _being(cue)) is not None:
        return found
    if "inf" in takes and (found := _infinitive(cue)) is not None:
        return found
    if "ing" in takes and (found := _gerund(cue)) is not None:
        return found
    if "oprd" in takes or "as" in takes:
        return _framed(cue, takes)
    if "object" in takes and (found := _object(cue)) is not None:
        return found
    return _prepositional(cue, takes)


def _clausal(cue: Token) -> Offsets | None:
    every = [c for c in children(cue) if c.dep_ == "ccomp" and not reduced(c)]
    found = next((c for c in every if c.i > cue.i and c.left_edge.text.lower() == "that"), every[0] if every else None)
    if (
        found is None
        or found.text.lower() == "according"
        or not any(t.tag_.startswith(("V", "MD")) for t in found.subtree)
    ):
        return None
    if found.i < cue.i:
        return None if _announces(found, cue) else apart(hull([found]), cue)
    if found.left_edge.tag_ == "MD" and child(found, *SUBJECTS) is None and cue.i and cue.nbor(-1).text == ",":
        return None  # "the deal, announced on Friday, would last": a participle taken for the verb
    if (
        found.tag_ in {"VBZ", "VBD", "VBP"}
        and found.left_edge.i == found.i
        and any(c.dep_ == "prep" for c in rights(cue))
    ):
        return None  # the parse tore the verb off the clause that the preposition leads to
    if any(c.dep_ == "aux" and c.tag_ == "TO" for c in children(found)) or (
        found.tag_ == "VBG" and child(found, *SUBJECTS, "aux") is None
    ):
        return None
    slipped = next((c for c in _objects(cue) if c.text.lower() in NOMINATIVE and c.i < found.i), None)
    start, end = hull([found] if slipped is None else [slipped, found])
    return max(start, cue.idx + len(cue.text)), end  # "which the mayor said had closed"


def _announces(clause: Token, cue: Token) -> bool:
    """Whether a colon or semicolon parts a clause from the cue after it, which has no part in it then."""
    return any(t.text in {":", ";"} for t in cue.doc[clause.right_edge.i + 1 : cue.i])


def _heard(cue: Token, base: str) -> Offsets | None:
    """What somebody is told, where the parse took it for a clause about the hearer: "told friends he was leaving"."""
    if base not in hearers():
        return None
    for one in _objects(cue):
        told = child(one, "relcl")
        own = child(told, *SUBJECTS) if told is not None else None
        if (
            told is not None
            and own is not None
            and told.left_edge.i == own.left_edge.i
            and own.text.lower() in NOMINATIVE
        ):
            return hull([told])
    return None


def _question(cue: Token, base: str) -> Offsets | None:
    """An indirect question that the parse took for a condition: "asked them if it was safe"."""
    for one in children(cue):
        if one.dep_ == "advcl" and one.i > cue.i and (mark := child(one, "mark")) is not None:
            word = mark.text.lower()
            if word == "whether" or (word == "if" and base in ASKING):
                return hull([one])
    return None


def _infinitive(cue: Token) -> Offsets | None:
    found = child(cue, "xcomp", "ccomp")
    if found is None or found.i < cue.i or not any(c.tag_ == "TO" for c in children(found)):
        return None
    return hull([found, *_objects(cue)])


def _being(cue: Token) -> Offsets | None:
    """An infinitive with a subject of its own: "expects prices to fall"."""
    found = child(cue, "ccomp", "xcomp")
    if found is None or found.i < cue.i or not any(c.tag_ == "TO" for c in children(found)):
        return None
    return hull([found]) if child(found, *SUBJECTS) is not None else None


def _objects(cue: Token) -> list[Token]:
    return [c for c in children(cue) if c.dep_ in {"dobj", "dative"} and c.i > cue.i]


def _gerund(cue: Token) -> Offsets | None:
    found = child(cue, "xcomp", "ccomp", "pcomp")
    return hull([found]) if found is not None and found.tag_ == "VBG" and found.i > cue.i else None


def _object(cue: Token) -> Offsets | None:
    found = [c for c in _objects(cue) if c.dep_ == "dobj" and c.ent_type_ not in TIMES]
    if not found:
        return None
    after = [
        c
        for c in children(cue)
        if c.dep_ == "prep" and c.i > found[0].i and c.text.lower() in {"as", "of", "for", "with", "from"}
    ]
    return hull([*found, *after])


def undergone(cue: Token, reading: Cue) -> Offsets | None:
    """What the source of a passive speaks of: "the plan was echoed by the unions"."""
    if (
        "object" not in reading.takes
        or not passive(cue)
        or child(cue, "agent") is None
        or child(cue, "neg") is not None
    ):
        return None
    found = child(cue, "nsubjpass")
    return hull([found]) if found is not None and found.tag_ not in RELATIVES else None


def _framed(cue: Token, takes: frozenset[str]) -> Offsets | None:
    objects = [one for one in _objects(cue) if one.tag_ != "CD"]  # "called 112"
    by = agent(cue)  # "seen by some as a threat": the parse hangs "as" on "some"
    second = [
        c
        for c in (*children(cue), *(children(by) if by is not None else ()))
        if c.i > cue.i and ((c.dep_ == "oprd" and "oprd" in takes) or (c.dep_ == "prep" and c.text.lower() in takes))
    ]
    if objects and (second or ("oprd" in takes and _second(objects[-1]))):
        return hull([*objects, *second])
    small = child(cue, "ccomp") if "oprd" in takes else None
    if small is not None and small.i > cue.i and child(small, *SUBJECTS) is not None:
        return hull([small])
    if second and passive(cue):  # "was named by the club as its captain"
        return hull([cue])
    return hull(second) if second else None


def _second(noun: Token) -> bool:
    """Whether the parse has hung what is said of an object on the object: "accused him of lying", "called it “a gift”"."""
    return any(
        (one.dep_ == "appos" and one.left_edge.i - noun.i <= 2 and noun.nbor().text != ",")
        or (one.dep_ == "prep" and child(one, "pcomp") is not None)
        for one in children(noun)
        if one.i > noun.i
    )


def _prepositional(cue: Token, takes: frozenset[str]) -> Offsets | None:
    for one in children(cue):
        if one.dep_ == "prep" and one.i > cue.i and one.text.lower() in takes:
            inner = child(one, "pobj", "pcomp")
            if inner is not None and inner.ent_type_ not in TIMES and not _aired(one, inner):
                more = [
                    c
                    for c in children(cue)
                    if c.dep_ in {"xcomp", "advcl"}
                    and c.i > inner.i
                    and one.text.lower() in {"on", "for"}
                    and any(g.tag_ == "TO" for g in children(c))
                ]
                return hull([inner, *more])
    if "for" in takes:  # "called for the council to resign": "for" only marks the infinitive
        for one in children(cue):
            if (
                one.dep_ in {"advcl", "ccomp", "xcomp"}
                and one.i > cue.i
                and one.left_edge.text.lower() == "for"
                and child(one, *SUBJECTS)
            ):
                start, end = hull([one])
                return start + len("for"), end
    return None


def _aired(prep: Token, noun: Token) -> bool:
    """Whether "on" leads to where something is posted or aired, not to what it is about."""
    return prep.text.lower() == "on" and noun.doc[noun.left_edge.i : noun.i + 1].text.lower() in platforms()


def nominal(noun: Token, reading: Cue) -> Offsets | None:
    """The content that hangs on a noun."""
    for one in children(noun):
        if one.i < noun.i:
            continue
        infinitive = any(c.tag_ == "TO" for c in children(one))
        if (
            one.dep_ in {"acl", "ccomp", "relcl"}
            and ("inf" in reading.takes if infinitive else "that" in reading.takes)
            and (infinitive or any(c.dep_ == "mark" for c in children(one)))
        ):
            return hull([one])
    return _prepositional(noun, reading.takes)


def equated(noun: Token, reading: Cue) -> Offsets | None:
    """The clause that a noun is said to be: "their argument is that prices will fall"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.text.lower() not in BEING:
        return None
    found = child(verb, "ccomp" if "that" in reading.takes else "xcomp")
    return hull([found]) if found is not None and found.i > verb.i else None


def _joined(adjunct: Token, after: int) -> frozenset[str]:
    """How a clause must hang on another for an adjunct to speak for both: set off by a comma, or at the sentence's end."""
    if adjunct.i and adjunct.nbor(-1).text == ",":
        return frozenset({"conj", "advcl"})
    rest = written(adjunct.doc)[after : after + 2].strip(" ”\"’'")
    return frozenset({"advcl"}) if rest[:1] in {"", ".", "\n"} else frozenset()


def clause(adjunct: Token, after: int, *, relays: bool = False) -> Offsets | None:
    """The clause that an adjunct such as "according to" belongs to, without the adjunct where it stands at an edge. An outlet
    that relays stands behind the saying as well: "the mayor said the road was open, according to Reuters"."""
    head = adjunct.head
    while head.dep_ in {
        "prep",
        "pobj",
        "amod",
        "nummod",
        "npadvmod",
        "quantmod",
        "dobj",
        "attr",
        "nsubj",
        "nsubjpass",
        "compound",
        "appos",
        "agent",
        "acomp",
        "advmod",
    }:
        if head.head.i == head.i:
            break
        head = head.head
    joined = _joined(adjunct, after)
    while head.dep_ in joined and head.i < adjunct.i and head.head.i != head.i:
        head = head.head
    while relays and head.dep_ == "ccomp" and head.head.i < head.i:
        head = head.head
    start, end = hull([head])
    edge = adjunct.left_edge.idx
    left, right = written(adjunct.doc)[start:edge], written(adjunct.doc)[after:end]
    if len(left.strip(' ,.–—-;"”’')) < 2:
        start = after
    elif len(right.strip(' ,.–—-;"”’')) < 2 or right.startswith(RELATIVE):
        end = edge
    return clean(adjunct, start, end)


def clean(token: Token, start: int, end: int) -> Offsets | None:
    """The offsets without white space and stops; None where nothing is left."""
    start, end = trim(written(token.doc), start, end)
    return (start, end) if start < end else None


def apart(whole: Offsets, verb: Token) -> Offsets | None:
    """The clause without the comment, where that stands at its edge."""
    own = [verb, *(c for c in children(verb) if c.dep_ not in {"ccomp", "parataxis", "punct"})]
    left = min(t.i if t is verb else t.left_edge.i for t in own)
    right = max(t.i if t is verb else t.right_edge.i for t in own)
    doc, (start, end) = verb.doc, whole
    from_, to = doc[left].idx, doc[right].idx + len(doc[right].text)
    if to <= start or from_ >= end:
        return whole
    if not written(doc)[start:from_].strip(' ,"“”'):
        start = to
    elif not written(doc)[to:end].strip(' ,."“”'):
        end = from_
    return clean(verb, start, end)
