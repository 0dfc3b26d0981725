"""What a count stands for: whether it happened, how bad it was, over what it was counted, where."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ...model import Span
from ...model.claim import Frame, Modality
from ...model.page import Page
from ..kin import children, closing, lefts, opening
from .find import Hit
from .lexicon import Lexicon, lexicon
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_CLIMB = 6
_ANY = re.escape("#")
"""Stands in a cue for any one word or number."""


def modality(trigger: Token, lex: Lexicon) -> Modality:
    """Whether the text says that it happened, from the words that govern the trigger."""
    at, found, steps = trigger, "actual", 0
    noun = trigger.tag_.startswith("N")
    while steps < _CLIMB:
        kind = _here(at, lex)
        if kind:
            found = kind
            break
        up = at.head
        if at is trigger and at.tag_[:1] in "VJ" and at.dep_ in ("acl", "relcl", "amod") and up.tag_.startswith("N"):
            break  # "the release of 130 captives still held": that they are held is told as a fact
        if (
            up is at
            or _told(at, lex)
            or _loose(at, trigger)
            or (
                at.dep_ in ("advcl", "ccomp", "parataxis", "relcl")
                and up.tag_ in ("VBD", "VBZ", "VBN", "VBP")
                and at is not trigger
                and not noun
            )
        ):
            break
        if (
            up.tag_[:1] in "VN"
            and up.i != trigger.i
            and lex.modal.get(up.lower_)
            and at.dep_
            in (
                "xcomp",
                "dobj",
                "prep",
                "pobj",
                "acl",
                "pcomp",
                "ccomp",
                "compound",
                "nsubjpass",
                "amod",
                "oprd",
                "acomp",
            )
        ):
            found = lex.modal[up.lower_]
            break
        at, steps = up, steps + 1
    return found  # type: ignore[return-value]


def _told(at: Token, lex: Lexicon) -> bool:
    """Whether a verb on the way up is told as past: what governs its noun ("investigate a shooting that killed 3") or its
    clause ("trying to find out why he shot 3") says nothing of it any more, but for what it is directly feared or hoped."""
    past = at.tag_ == "VBD" or (
        at.tag_ == "VBN" and any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP") for c in children(at))
    )
    if not past:
        return False
    return at.dep_ in ("relcl", "advcl", "acl") or (at.dep_ == "ccomp" and at.head.lower_ not in lex.modal)


def _loose(at: Token, trigger: Token) -> bool:
    """Whether a noun of an act only stands beside what is planned or sought: "seek a gunman in the killing of 4"."""
    if at.dep_ != "prep" or trigger.dep_ != "pobj" or trigger.head.i != at.i:
        return False
    table = words().modality
    return at.lower_ in table.since or (at.lower_ in table.loose and at.head.tag_.startswith("N"))


def _here(at: Token, lex: Lexicon) -> str | None:
    """What the auxiliaries, marks and adverbs of one clause say."""
    for child in children(at):
        if (
            child.dep_ in ("aux", "mark", "advmod", "amod")
            and child.lower_ in lex.modal
            and not (child.lower_ in words().modality.names and child.tag_ != "MD")
        ):
            return lex.modal[child.lower_]
    return None


def negated(trigger: Token, own: Token | None = None) -> bool:
    """Whether the clause of the trigger is negated ("was not injured"); `own` is a word that belongs to the measure itself and
    negates nothing: the preposition of "without power"."""
    at, steps = trigger, 0
    if any(t.lower_ in words().short.almost for c in lefts(trigger) for t in (c, *lefts(c))):
        return True
    while steps < 3:
        if any(c.dep_ == "neg" and c.lower_ not in ("no",) for c in children(at)) or any(
            c.lower_ in words().no.clause and c != own for c in children(at)
        ):
            return True
        if at.dep_ not in ("acomp", "attr", "xcomp", "pobj", "prep", "dobj") or at.head is at:
            return at != own and at.lower_ in words().no.spared
        at, steps = at.head, steps + 1
        if at != own and at.lower_ in words().no.spared:
            return True
    return False


def either(trigger: Token) -> bool:
    """Whether the trigger is one of two that "or" joins: "killed or injured" counts neither."""
    joined = any(c.dep_ == "conj" and c.tag_[:1] == trigger.tag_[:1] for c in children(trigger)) and any(
        c.lower_ == "or" for c in children(trigger)
    )
    return joined or (
        trigger.dep_ == "conj"
        and trigger.head.tag_[:1] == trigger.tag_[:1]
        and any(c.lower_ == "or" for c in children(trigger.head))
    )


def partial(hit: Hit) -> bool:
    """Whether a "no one" leaves room for others: "no one else", "no other injuries", "no one was seriously hurt"."""
    near = {c.lower_ for c in (*children(hit.head), *children(hit.trigger))} | {
        hit.head.nbor(1).lower_ if hit.head.i + 1 < len(hit.head.doc) else ""
    }
    return bool(near & words().no.partial)


def measured(hit: Hit, lex: Lexicon) -> str:
    """The measure's name, with "fatally wounded" and "fatal shooting" raised to killed and "attempted murder" lowered."""
    name, degree = hit.measure.name, lex.scopes.degree
    around = [c for c in children(hit.trigger) if c.dep_ in ("advmod", "amod", "compound", "npadvmod")]
    beside = [c.lower_ for c in around if not _parted(c)]
    own = any(c.dep_ == "dobj" for c in children(hit.trigger))  # "fatally shooting five and wounding six": two acts
    if hit.trigger.dep_ == "conj" and hit.trigger.head.tag_ == hit.trigger.tag_ and not own:
        beside += [c.lower_ for c in children(hit.trigger.head) if c.dep_ == "advmod" and c.i < hit.trigger.head.i]
    if name in ("shot", "injured") and any(w in degree.fatal for w in beside):
        return "killed"
    if name == "killed" and hit.kind in ("act", "noun") and any(w in degree.mild for w in beside):
        return "shot"
    return name


def _parted(adverb: Token) -> bool:
    """Whether an adverb is said of a part alone: "shot, five fatally", "shot, five of them fatally"."""
    before = adverb.doc[max(adverb.i - 2, 0) : adverb.i]
    return bool(before) and (before[-1].tag_ == "CD" or (len(before) == 2 and before[0].lower_ == "of"))


def frame(sentence: str) -> Frame:
    """Whether the sentence counts the event, a yearly rate, or something of the past."""
    frames, rank = _frames()
    for found in frames.finditer(sentence.lower()):
        said = sentence[found.start()]
        if said.isupper() and found.start():
            continue  # a name: "the Daily Telegraph"
        if found.lastgroup == "rate" and rank.search(sentence.lower(), 0, found.start()):
            continue
        return "rate" if found.lastgroup == "rate" else "past"
    return "event"


@cache
def _frames(language: str = "en") -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The cues of both frames as one pattern, whose group that matches is the frame; and words of rank."""
    frames = lexicon(language).scopes.frames
    rate, past, unless, rank = (
        "|".join(re.escape(w).replace(_ANY, r"[\w-]+") for w in words)
        for words in (frames.rate, frames.past, frames.unless, frames.rank)
    )
    both = re.compile(rf"(?P<rate>\b(?:{rate})\b(?!\s+(?:{unless})\b))|(?P<past>\b(?:{past})\b)")
    return both, re.compile(rf"\b(?:{rank})\b")


def place(page: Page, hit: Hit) -> Span | None:
    """The place of the counted act: of its own clause, else of the agent ("an attack on X that killed ...")."""
    verb = hit.trigger.head if hit.kind in ("object", "take") else hit.trigger
    for root in (verb, hit.trigger, hit.head, *_agents(verb)):
        found = _located(page, root, home=native(hit))
        if found:
            return found
    return _nearest(page, verb) if verb.dep_ in ("relcl", "acl", "conj") else None


def _nearest(page: Page, trigger: Token) -> Span | None:
    """The last place before a relative clause that the parse hangs on a later word: "an attack on X on Friday that"."""
    at = trigger
    while at.dep_ in ("conj", "xcomp") and at.head is not at:
        at = at.head
    if at.dep_ not in ("relcl", "acl"):
        return None
    for index in range(at.i - 1, max(opening(trigger), at.i - 14), -1):
        token = trigger.doc[index]
        if token.ent_type_ in _PLACES and token.dep_ == "pobj" and token.head.lower_ in words().place.near:
            return page.span(_entity(token))
    return None


def _agents(trigger: Token) -> list[Token]:
    out = [c for c in children(trigger) if c.dep_ == "nsubj"]
    at = trigger
    while at.dep_ in ("conj", "xcomp") and at.head is not at:
        at = at.head
        out += [c for c in children(at) if c.dep_ == "nsubj"]
    if at.dep_ in ("relcl", "acl"):
        out.append(at.head)
    return out


def native(hit: Hit) -> bool:
    """Whether "from" says whence those counted are, and not whence they were taken or went."""
    return hit.measure.class_ == "person" and hit.measure.name not in words().place.leaving


def _located(page: Page, root: Token, *, home: bool) -> Span | None:
    """The place told right behind a word; `home` where "from" says whence those counted are: "ten tourists from Norland"."""
    for prep in children(root):
        if (
            prep.dep_ != "prep"
            or prep.lower_ not in words().place.preps
            or (home and prep.lower_ in words().place.home)
        ):
            continue
        for target in children(prep):
            if target.dep_ == "pobj" and target.ent_type_ in _PLACES:
                return page.span(_entity(target))
    return None


def _entity(token: Token):  # type: ignore[no-untyped-def]
    start = end = token.i
    doc = token.doc
    while start > opening(token) and doc[start].ent_iob_ == "I" and doc[start - 1].ent_type_ == token.ent_type_:
        start -= 1
    while end + 1 < closing(token) and doc[end + 1].ent_iob_ == "I":
        end += 1
    return doc[start : end + 1]
