"""What is said where the parse has not tied it to its cue: comments set into a clause, a torn "that", what a relative clause is
about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kin import children, closing, lefts, rights
from . import lexicon, voices
from .contents import Offsets, apart, clean
from .lexicon import Cue
from .trees import FINITE, SUBJECTS, behind, child, hull, phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

FEWEST = 4
"""Tokens of a clause at least."""
NEAR = 16
"""Tokens between a cue and its "that" at most."""
BREAKS = frozenset({",", ";", ":", "“", "”", "(", ")", "—", "–"})
"""What parts a cue from a clause that is not its own."""
TO_THAT = frozenset({"so", "such", "than"})
"""Words that lead to a "that" themselves."""


def fronted(verb: Token) -> Offsets | None:
    """The clause that a comment such as ", he said," or "as he put it" is set into."""
    if verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and _comments(verb)):
        return apart(hull([verb.head]), verb)
    return None


def _comments(verb: Token) -> bool:
    """Whether "as" leads to a comment, not to what goes on at the same time ("as they answered questions", "as though he were
    screaming")."""
    marks = [c.text.lower() for c in children(verb) if c.dep_ in {"mark", "advmod", "prep"} and c.i < verb.i]
    said = child(verb, "dobj")
    return (
        "as" in marks
        and "though" not in marks
        and "if" not in marks
        and verb.tag_ != "VBG"
        and (said is None or said.text == "it" or voices.kind(said) is not None)
    )


def parted(verb: Token) -> Offsets | None:
    """The sentence that "said" with its speaker behind it parts: "The road, said the mayor, is open"."""
    return hull([verb]) if behind(verb) is not None else None


def led(verb: Token) -> Offsets | None:
    """The sentence that a comment begins though the parse hangs the comment on it: "And, the mayor tells them, it is open"."""
    head = verb.head
    if (
        verb.dep_ != "ccomp"
        or head.i < verb.i
        or any(t.is_alpha and t.dep_ != "cc" for t in verb.doc[head.left_edge.i : verb.left_edge.i])
    ):
        return None
    if any(cue.group == "say" for cue in lexicon.verbs().get(head.text.lower(), ())):
        return None  # "the driver answered, police said"
    after = verb.right_edge.i + 1
    first = min((c.left_edge.i for c in lefts(head) if c.dep_ in SUBJECTS), default=head.i)
    if verb.doc[after].text != "," or not after < first:
        return None
    return clean(verb, verb.doc[after].idx, hull([head])[1])


def spelled(verb: Token) -> Offsets | None:
    """The clause after "that", where the parse tore it from its cue: "said on the air on Sunday that"."""
    doc = verb.doc
    for one in doc[verb.i + 1 : min(verb.i + NEAR, closing(verb))]:
        if one.text.lower() == "that":
            rest = doc[one.i + 1 : closing(verb)]
            clause = one.tag_ == "IN" and len(rest) >= FEWEST and any(t.tag_ in FINITE for t in rest)
            return clean(verb, one.idx, verb.sent.end_char) if clause else None
        if (
            one.tag_.startswith("V")
            or one.text in BREAKS
            or one.text.lower() in TO_THAT
            or one.text.lower() in lexicon.nouns()
        ):
            return None
    return None


def inverted(verb: Token, speaker: Token) -> Offsets | None:
    """What stands before a comment that ends a sentence, untied by the parse: "Two dead in fire, police say"."""
    doc, first = verb.doc, min(speaker.left_edge.i, verb.i)
    if not first or doc[first - 1].text != "," or speaker.head.i != verb.i:
        return None
    sentence = verb.sent
    if first - sentence.start < FEWEST or speaker.i < sentence.start:
        return None
    last = next((t.i for t in rights(verb) if t.text == "as"), sentence.end)  # "quoted the mayor as saying"
    rest = doc[max(verb.i, speaker.right_edge.i) + 1 : last]
    if any(t.tag_.startswith("V") or t.text in {",", ":"} for t in rest):
        return None
    return clean(verb, sentence.start_char, doc[first - 1].idx)


def about(verb: Token, reading: Cue) -> Offsets | None:
    """The noun that a relative clause with the cue tells of: "a line that they repeated", "the things she said of them"."""
    noun = verb.head
    if verb.dep_ not in {"relcl", "acl"} or (verb.tag_ in {"VBG", "VBN"} and not child(verb, "aux", "nsubj")):
        return None
    own = child(verb, "nsubj")
    asked = [c for c in children(verb) if c.dep_ == "dobj"]
    if own is None or own.tag_.startswith("W") or any(not c.tag_.startswith("W") for c in asked):
        return None
    if own.left_edge.i and own.left_edge.nbor(-1).text == ",":
        return None  # "the site, the agency reported, is closed"
    if noun.ent_type_ in voices.TIMES or not (
        _empty(verb, reading) or "object" in reading.takes or _sayable(verb, noun)
    ):
        return None
    start, end = (noun.doc[i].idx for i in phrase(noun))
    return clean(verb, start, min(end, verb.left_edge.idx))


def _sayable(verb: Token, noun: Token) -> bool:
    """Whether a noun is something said, or the clause tells what it was said of."""
    if noun.text.lower() in lexicon.nouns() or noun.text.lower() in lexicon.sayings():
        return True
    return any(c.dep_ == "prep" and c.text.lower() in {"about", "of"} for c in children(verb))


def _empty(verb: Token, reading: Cue) -> bool:
    """Whether a preposition that leads to the content has nothing behind it: "the job he talks about"."""
    return any(
        c.dep_ == "prep" and c.text.lower() in reading.takes and child(c, "pobj", "pcomp") is None
        for c in children(verb)
    )
