"""Which times and places of a sentence are those of an event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...model import Expression
from ...model.page import Page
from .. import match
from ..grammar import grammar
from ..kin import children, lefts
from ..mood import moods
from ..syntax import DEPTH, SUBJECTS, objects, surface, verbal
from .hits import INCIDENTS, Hit, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


def tops(hit: Hit) -> list[Token]:
    """The words that places and times of the event may hang on."""
    found = [hit.token]
    verb = hit.verb
    if verb is None and hit.token.dep_ in SUBJECTS:  # "talks ended in ..."
        found.append(hit.token.head)
    noun = hit.token if hit.nominal else surface(hit.token) if hit.pattern.subjects is not None else None
    if noun is not None:  # "the meeting, scheduled to take place in ..."
        inner = [c for c in children(noun) if c.dep_ in ("acl", "relcl")]
        found += [noun, *inner, *(x for c in inner for x in children(c) if x.dep_ == "xcomp")]
    for _ in range(3):
        if verb is None:
            break
        found.append(verb)
        found += objects(verb)
        journey = verb.dep_ == "advcl" and verb.tag_ == "VB" and verb.head.lower_ in moods("motion")
        if not (journey or verb.dep_ in ("xcomp", "conj", "pcomp")) or verb.head == verb:
            break
        verb = verb.head
    return found


def perfect(hit: Hit) -> bool:
    """Whether the event is told as over before the rest: "had rejected", "had been held", "first denied", "the aides who met";
    not "would have", nor a state that lasts ("had been meeting")."""
    if hit.verb is None or hit.mood.real != "held":
        return False
    if hit.verb.dep_ in ("advcl", "ccomp") and _since(hit.verb):
        return True
    if any(c.dep_ == "advmod" and c.lower_ in moods("before") for c in children(hit.verb)):
        return True
    if hit.verb.dep_ == "relcl" and hit.verb.tag_ == "VBD" and hit.type not in INCIDENTS:
        return True
    had = any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("had", "'d", "’d") for c in lefts(hit.verb))
    return had and hit.verb.tag_ in ("VBN", "VBD")


def _since(verb: Token) -> bool:
    """Whether it is what a length of time is counted from: "a week after the ferry went down"."""
    mark = next((c for c in lefts(verb) if c.dep_ == "mark" and c.lower_ == "after"), None)
    return mark is not None and mark.i > 0 and mark.nbor(-1).ent_type_ in ("DATE", "TIME")


def times_of(page: Page, hit: Hit, times: Sequence[Expression]) -> tuple[Expression, ...]:
    """The time expressions of the event's own clause, the nearest first."""
    near: list[tuple[int, int, Expression]] = []
    chain = {t.i: n for n, t in reversed(list(enumerate(_clauses(hit))))}
    probed = _probed(hit)
    for one in times:
        if _named(page, one) or (probed is not None and one.span.start > probed):
            continue
        words = page.doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
        at = words.root if words is not None else None
        for step in range(4 * DEPTH):
            if at is None:
                break
            if at.i in chain:
                near.append((chain[at.i], step, one))
                break
            if at.dep_ == "relcl" and at.head.i == hit.token.i and hit.type in INCIDENTS:
                near.append((1, step, one))  # "the attack in which a man killed two on 3 May"
                break
            if (
                at.tag_ in ("VBD", "VBZ", "VBP", "MD")
                or _other(at, hit)
                or at.dep_ in ("relcl", "ccomp", "advcl")
                or at.head == at
                or (at.dep_ == "conj" and at.tag_[:2] == "VB")
            ):
                break
            at = at.head
    return tuple(e for _, _, e in sorted(near, key=lambda n: (n[0], n[1], n[2].span.start)))


def _probed(hit: Hit) -> int | None:
    """Where the incident begins that is looked into as of now: a day told behind it is its own ("are investigating a fire on
    Friday")."""
    if hit.type != "LEGAL" or hit.mood.real != "ongoing" or hit.verb is None:
        return None
    fits = ((o, match.noun(o, lexicon())) for o in objects(hit.verb) if o.i > hit.verb.i)
    return next((o.idx for o, fit in fits if fit is not None and fit.row.type in INCIDENTS), None)


def _named(page: Page, one: Expression) -> bool:
    """Whether a year only names a thing in a phrase: "meddling in the 2016 election"."""
    if not one.value.isdecimal():
        return False
    words = page.doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
    at = words.root if words is not None else None
    return at is not None and at.dep_ in ("compound", "nummod", "amod", "nmod") and at.head.dep_ in ("pobj", "dobj")


def _other(noun: Token, hit: Hit) -> bool:
    """Whether a phrase names a deed of its own, whose day says nothing of the event: "convicted him for the June shooting"."""
    if noun.dep_ != "pobj" or hit.type in INCIDENTS or noun.i == hit.token.i or noun.tag_[:2] != "NN":
        return False
    fit = match.noun(noun, lexicon())
    return fit is not None and fit.row.type in INCIDENTS


def _clauses(hit: Hit) -> list[Token]:
    """The event's word, then the verbs that share its time."""
    chain = [hit.token]
    above = hit.token.head.head
    told = hit.type in INCIDENTS and hit.nominal and hit.verb is None and hit.token.dep_ == "pobj"
    if told and above.tag_[:2] == "NN" and above.lower_ not in grammar("measure"):
        return chain  # "a suspect in the shooting was arrested on Monday"
    verb = hit.verb if hit.verb is not None else verbal(hit.token)
    for _ in range(DEPTH):
        if verb is None:
            break
        if verb != chain[-1]:
            chain.append(verb)
        shared = verb.dep_ in ("xcomp", "conj", "pcomp", "oprd") or (
            verb.dep_ in ("advcl", "acl", "prep") and verb.tag_ in ("VBG", "VB")
        )
        verb = verbal(verb) if shared else None
    return chain
