"""What befalls an agreement: it is made, takes effect, is extended, suspended, breached, left, ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .. import match
from ..kin import children, closing, lefts, opening, rights
from ..lexicon import Pattern
from ..mood import NOT, Mood, mood
from ..parties import antecedent, party
from ..positions.about import span, trimmed
from ..syntax import DEPTH, child, doers, joined, kernel, objects, passive, preps
from .words import lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Token

DEEDS = {
    "breaching": "breached",
    "extending": "extended",
    "ending": "ended",
    "leaving": "left",
    "agreeing": "agreed",
    "suspending": "suspended",
}
JOINED = ("conj", "cc")


@dataclass(frozen=True)
class Found:
    """What the parse tells of an agreement: the noun that names it, the word that tells, its range, and who is in it."""

    noun: Token
    at: Token
    what: str
    """A step, or "term"."""
    start: int
    end: int
    by: tuple[Token, ...] = ()
    accuser: tuple[Token, ...] = ()
    parties: tuple[Token, ...] = ()
    mediators: tuple[Token, ...] = ()
    planned: bool = False
    beside: tuple[Token, ...] = field(default=())
    """What was agreed along with it: "a truce and the release of"."""


def verbs(token: Token, accords: set[int], *, headline: bool) -> Iterator[Found]:
    """What a verb tells of one of the agreements whose nouns have these numbers."""
    fit = match.verb(token, lexicon())
    if fit is None or not fit.row.type:
        return
    meant = [one for one in _meant(token, fit) if one.i in accords]
    if not meant:
        return
    own = mood(token, headline=headline)
    if fit.row.type == "term":
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in children(token))
        subject = child(token, "nsubjpass")
        if not infinitive and (not passive(token) or subject is not None):
            low = subject.left_edge.i if subject is not None else start(token)
            yield Found(meant[0], token, "term", low, end(token), planned=own.real is None or own.will)
        return
    blamed = _blamed(token) if fit.row.type == "breached" else None
    what = _step(token, fit, own)
    if what is None and blamed is None:
        return
    by = joined(child(blamed, "dobj")) if blamed is not None else [d for d in doers(token) if party(d)]
    between = _between(token, fit)
    makes = fit.row.type == "agreed" and fit.base not in words("approving") and not between
    others = [o for o in preps(token, "with") if party(o)] if makes else []
    signers = by if fit.base not in words("crafting") or len(by) + len(others) > 1 else []
    yield Found(
        meant[0],
        token,
        what or "breached",
        start(token),
        end(token),
        by=tuple(by),
        accuser=tuple(doers(blamed)) if blamed is not None else (),
        parties=(*signers, *others) if makes else (),
        mediators=tuple(by) if between else (),
        planned=own.real == "planned" or fit.row.type == "runs" or _coming(token, fit, own),
        beside=tuple(o for o in objects(token) if o.i not in accords and o.dep_ == "conj") if makes or between else (),
    )


def _meant(token: Token, fit: Pattern) -> list[Token]:
    """The heads of what the pattern asks for: its subject, its object, or what its preposition brings."""
    if fit.subjects is not None:
        heads = doers(token)
    elif fit.words and (brought := list(preps(token, fit.words[-1]))):
        heads = brought
    elif fit.words and (inner := [o for c in children(token) for o in preps(c, fit.words[-1])]):
        heads = inner
    else:
        heads = objects(token)
    found = [one for head in heads for one in (head, kernel(head))]
    return [
        *found,
        *(o for head in heads if head.lower_ not in words("sought") for o in preps(head, "in", "with", "to")),
    ]


def _step(token: Token, fit: Pattern, own: Mood) -> str | None:
    """The step that the verb tells of; None where it only talks of it."""
    what = fit.row.type
    if own.negated or own.real is None or own.real == "unclear" or _doubted(token):
        return None
    if fit.base in words("making") and (token.tag_ == "VBG" or any(c.lower_ == "being" for c in lefts(token))):
        return None
    if what == "runs":
        bounded = any(c.lower_ in ("until", "till", "through", "to") for c in rights(token))
        return "ended" if bounded or "until" in fit.words or "through" in fit.words else None
    if own.real == "planned" and fit.subjects is None and not passive(token) and fit.row.type != "extended":
        return None
    if own.real == "planned" and what in ("agreed", "breached"):
        return None
    return what


def _coming(token: Token, fit: Pattern, own: Mood) -> bool:
    """Whether a present tells of what is to come: "expires on 14 May"."""
    return own.real == "ongoing" and token.tag_ in ("VBZ", "VBP") and fit.base in words("coming")


def _doubted(token: Token) -> bool:
    """Whether a verb above is negated, so that what is said below it is not: "did not claim that it was broken"."""
    for _ in range(DEPTH):
        if token.dep_ not in ("ccomp", "xcomp", "acl", "pcomp", "prep", "pobj", "attr") or token.head.i == token.i:
            return False
        token = token.head
        if any(c.dep_ == "neg" or c.lower_ in NOT for c in children(token)):
            return True
    return False


def _blamed(token: Token) -> Token | None:
    """The verb by which somebody is said to have broken it: "accused the rebels of violating"."""
    above = token.head.head if token.dep_ == "pcomp" else None
    above = above.head if above is not None and above.dep_ == "dobj" else above
    if above is None or above.lower_ not in words("accusing"):
        return None
    own = mood(above)
    return above if own.real in ("held", "ongoing") and not own.negated and child(above, "dobj") is not None else None


def _between(token: Token, fit: Pattern) -> bool:
    """Whether those who do it stand between the sides: "brokered", "played a role in securing"."""
    if fit.base in ("broker", "mediate", "facilitate"):
        return True
    above = token.head if token.dep_ == "pcomp" else token
    around = [
        above,
        *children(above),
        above.head,
        *children(above.head),
        *(k for c in children(above.head) for k in children(c)),
    ]
    return token.dep_ == "pcomp" and any(t.lower_ in words("middle") for t in around)


def deeds(noun: Token, *, headline: bool) -> Found | None:
    """What a noun tells of the agreement tied to it: "minor breaches in the ceasefire", "an extension of the truce"."""
    deed = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in words("ties") else None
    if deed is None or deed.tag_[:2] != "NN":
        return None
    what = next((step for name, step in DEEDS.items() if deed.lower_ in words(name)), None)
    if what is None:
        return None
    verb = deed.head if deed.dep_ != "pobj" else deed.head.head
    blamed = verb.lower_ in words("accusing")
    after = deed.dep_ == "pobj" and deed.head.lower_ in words("since")
    own = mood(verb, headline=headline) if verb.tag_[:2] == "VB" else Mood("held")
    denied = (
        own.negated or _doubted(deed) or any(c.lower_ in ("no", "any", "possible", "potential") for c in lefts(deed))
    )
    sought = verb.tag_[:2] == "VB" and not after and not blamed and (own.real not in ("held", "ongoing"))
    plain = what == "breached" or after or deed.dep_ in ("nsubjpass", "nsubj") or verb.lower_ in words("announced")
    if denied or sought or not plain:
        return None
    by = [o for o in preps(deed, "by") if party(o)] + [c for c in lefts(deed) if c.dep_ == "poss" and party(c)]
    if blamed:
        by = by or [o for o in objects(verb) if party(o)]
    stop = max([noun.i + 1, *(o.i + 1 for o in by)])
    return Found(noun, deed, what, deed.left_edge.i, stop, by=tuple(by), accuser=tuple(doers(verb)) if blamed else ())


def start(token: Token) -> int:
    """The verb with its "was" and "not"."""
    return min([c.i for c in lefts(token) if c.dep_ in ("aux", "auxpass", "neg", "advmod")] + [token.i])


def end(token: Token) -> int:
    """The end of the verb's phrase, without what is joined to it."""
    stop = span(token)[1]
    for c in rights(token):
        if c.dep_ == "conj" and c.tag_[:2] == "VB" and c.i < stop:
            edge = min([k.i for k in rights(token) if k.dep_ == "cc" and k.i < c.i], default=c.left_edge.i)
            stop = min(stop, edge)
    stop = min([stop, *(c.left_edge.i for c in token.subtree if c.dep_ == "relcl" and token.i + 1 < c.left_edge.i)])
    stop = trimmed(token.doc, token.i, max(stop, token.i + 1))
    after = [t.lower_ for t in token.doc[stop : stop + 2]]
    if len(after) == 2 and after[0] == "for" and after[1] in ("every", "each"):  # "a day for every ten captives"
        stop = next((t.i for t in token.doc[stop : closing(token)] if t.is_punct), closing(token))
    return stop


def again(token: Token, last: Token | None) -> bool:
    """Whether the subject of a verb is a pronoun that takes up the agreement of the sentence before."""
    subject = child(token, "nsubj", "nsubjpass")
    if last is None or subject is None or subject.lower_ not in words("again") or antecedent(subject).i != subject.i:
        return False
    return subject.i - opening(token) < 3
