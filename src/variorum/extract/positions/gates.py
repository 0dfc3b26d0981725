"""What looks like a position and is none: silence, facts, feelings, things withheld, another one's wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import match
from ..kin import children, lefts, opening, rights
from ..lexicon import Pattern, classes
from ..mood import asserted, moods
from ..parties import party, within
from ..syntax import DEPTH, child, names, objects, passive, preps
from .words import lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Token

FACTS = ("suggest", "insist", "propose")
WISHES = ("want", "ask", "beg", "seek", "press", "push")
CLAUSES = ("ccomp", "xcomp", "acl", "advcl", "relcl", "pcomp", "conj")


def barred(token: Token, fit: Pattern, stance: str) -> bool:
    """Whether the verb or adjective, though it fits a pattern, tells of no position."""
    return (
        _asked(token)
        or _seldom(token)
        or _described(token, fit)
        or _kindness(token, fit)
        or (token.dep_ == "relcl" and token.head.lower_ in words("empty"))
        or _feigned(token)
        or governed(token)
        or (fit.base in FACTS and fit.words in ((), ("that",)) and _told(token))
        or _wish(token, fit.base)
        or _unfounded(token)
        or _unreal(token)
        or _timed(token, fit)
        or _which(token)
        or (stance == "rejects" and (_silent(token) or _balks(token) or _falls(token, fit.base)))
        or (stance == "denies" and _withheld(token))
        or (stance == "accepts" and (_fact(token) or _mediates(token)))
        or (token.dep_ == "acomp" and fit.row.type == "accepts" and not _yields(token))
        or (stance == "demands" and _minds(token))
    )


def _asked(token: Token) -> bool:
    """Whether the verb only carries another one's wish: "was asked to accept"."""
    return token.dep_ == "xcomp" and token.head.lower_ in moods("hope")


def _described(token: Token, fit: Pattern) -> bool:
    """Whether it only says how somebody or something is: "is committed to restraint", "which offers free returns"."""
    if fit.base == "commit":
        return child(token, "dobj") is not None or (token.tag_ == "VBN" and child(token, "aux", "nsubj") is None)
    if fit.base == "push" and fit.words == ("for",) and child(token, "dobj") is not None:
        return True  # "is pushing its wares for profit"
    if fit.base == "suggest":
        clause = child(token, "ccomp")
        return clause is not None and clause.lower_ in words("states") and child(clause, "auxpass") is None
    subject = child(token, "nsubj")
    thing = subject is not None and subject.tag_ == "WDT" and not party(token.head)
    return fit.base == "offer" and "to" not in fit.words and token.tag_ in ("VBZ", "VBP") and (thing or _wares(token))


def _wares(token: Token) -> bool:
    """Whether what is offered is a feature: "offer support for 40 languages"."""
    return any(
        c.lower_ == "for" for o in objects(token) if o.lower_ == "support" for c in rights(o) if c.dep_ == "prep"
    )


def _kindness(token: Token, fit: Pattern) -> bool:
    """Whether nothing is said of what is offered: "both offered support"."""
    things = objects(token)
    whom = child(token, "dative") is not None or any(preps(token, "to"))
    vague = all(any(n in classes()["aid"] for n in names(o)) and not children(o) for o in things)
    return fit.base == "offer" and "to" not in fit.words and bool(things) and vague and not whom


def _seldom(token: Token) -> bool:
    """Whether it is hardly ever so: "rarely asks"."""
    return any(c.lower_ in words("seldom") for c in lefts(token))


def _feigned(token: Token) -> bool:
    """Whether it is told of one who only pretends to be somebody: "poses as an official who seeks"."""
    if token.dep_ != "relcl":
        return False
    return any(t.lower_ in words("feigning") for t in token.ancestors if opening(t) == opening(token))


def _unreal(token: Token) -> bool:
    """Whether it is only foreseen, might have been, or is denied with "nor": "is expected to reject", "had they accepted"."""
    above = token.head
    if token.dep_ in ("xcomp", "ccomp", "acl") and above.lower_ in words("foreseen"):
        return True
    if token.dep_ == "conj" and any(c.lower_ in ("nor", "neither") for c in (*children(above), *children(token))):
        return True
    if token.dep_ == "relcl" and any(c.lower_ == "would" and c.dep_ == "aux" for c in children(token)):
        return True
    had = next((c for c in lefts(token) if c.lower_ == "had" and c.dep_ == "aux"), None)
    subject = child(token, "nsubj", "nsubjpass")
    return had is not None and subject is not None and had.i < subject.i


def _timed(token: Token, fit: Pattern) -> bool:
    """Whether what the pattern's preposition brings is only a time: "pushed it for months"."""
    last = fit.words[-1] if fit.words else ""
    if last == "until":
        return False
    brought = [child(c, "pobj") for c in rights(token) if c.dep_ == "prep" and c.lower_ == last]
    return bool(brought) and all(b is not None and b.ent_type_ in ("DATE", "TIME") for b in brought)


def governed(token: Token) -> bool:
    """Whether it is the content of another one's position: "demanded that they refuse"."""
    at = token
    while at.dep_ == "conj" and at.head != at:
        at = at.head
    if at.dep_ not in ("ccomp", "xcomp"):
        return False
    above = match.verb(at.head, lexicon())
    return above is not None and bool(above.row.type)


def _told(token: Token) -> bool:
    """Whether a verb of asking only tells how things are: "insisted that he was well", "suggested that it cannot last"."""
    clause = child(token, "ccomp")
    if clause is None or (token.i + 1 < clause.i and token.nbor(1).lower_ == "on"):
        return False
    return not bare(clause) or (asserted(token) and not _asked_for(clause))


def bare(clause: Token) -> bool:
    """Whether a clause asks and does not assert: "that it leave", "that it should leave", "on leaving"."""
    own = [c for c in children(clause) if c.dep_ in ("aux", "auxpass")]
    if _asked_for(clause):
        return True
    only = any(c.lower_ == "only" for c in children(clause))
    return only or (clause.tag_ in ("VB", "VBG", "VBN", "VBP") and not any(c.tag_ in ("MD", "VBZ", "VBD") for c in own))


def _asked_for(clause: Token) -> bool:
    return any(c.lower_ in words("must") for c in children(clause) if c.dep_ == "aux")


def _wish(token: Token, base: str) -> bool:
    """Whether somebody only wishes to do something himself: "wants to go home", "proposed to her"."""
    clause = child(token, "xcomp", "ccomp")
    if base == "propose":
        return clause is None and not objects(token)
    return (
        base in WISHES
        and not passive(token)
        and clause is not None
        and clause.dep_ == "xcomp"
        and child(clause, "nsubj", "nsubjpass") is None
        and child(token, "dobj", "dative") is None
    )


def _which(token: Token) -> bool:
    """Whether "which", hung on people, means what was told before: "most are refugees, which supports the claim"."""
    subject = child(token, "nsubj")
    return token.dep_ == "relcl" and subject is not None and subject.lower_ == "which" and token.head.tag_ == "NNS"


def _unfounded(token: Token) -> bool:
    """Whether it stands in a clause on what is hoped or feared: "in the hope that they would press"."""
    at = token
    for _ in range(DEPTH):
        if at.dep_ not in CLAUSES or at.head == at:
            return False
        if at.dep_ in ("acl", "ccomp") and at.head.lower_ in words("hoped") and at.head.tag_[:2] == "NN":
            return True
        at = at.head
    return False


def _silent(token: Token) -> bool:
    """Whether somebody only keeps silent: "refused to say", "declined to give details", "turned down requests for comment"."""
    return silence(child(token, "xcomp", "ccomp")) or any(
        one.lower_ in words("unsaid") for o in objects(token)[:1] for one in (o, *preps(o, "for"))
    )


def silence(clause: Token | None) -> bool:
    """Whether a clause is on saying something."""
    if clause is None:
        return False
    if clause.lower_ in words("silent"):  # but "refused to respond to the demand"
        return not any(n in classes()["plea"] for o in preps(clause, "to") for n in names(o))
    return any(o.lower_ in words("unsaid") for o in objects(clause))


def _balks(token: Token) -> bool:
    """Whether nothing follows that could be at issue: "refused to budge"."""
    return balks(child(token, "xcomp", "ccomp"))


def balks(clause: Token | None) -> bool:
    """Whether a clause is of a bare verb of movement: "to leave"."""
    return (
        clause is not None
        and clause.lower_ in words("balking")
        and not any(c.dep_ in ("dobj", "prep", "ccomp", "xcomp", "advcl", "oprd") for c in children(clause))
    )


def _falls(token: Token, base: str) -> bool:
    """Whether something only grows less: "declined to 281 million"."""
    return base == "decline" and child(token, "xcomp") is None and not objects(token)


def _withheld(token: Token) -> bool:
    """Whether something is kept from somebody: "denied access to", "was denied bail", "rights are denied"."""
    if child(token, "dative") is not None:
        return True
    found = objects(token)
    return any(o.lower_ in words("withheld") or o.ent_type_ == "PERSON" for o in found) or (
        child(token, "auxpass") is not None and child(token, "dobj") is not None
    )


def _fact(token: Token) -> bool:
    """Whether it only says how things are: "agreed that the law is weak"."""
    clause = child(token, "ccomp")
    if clause is None:
        return False
    finite = [clause, *(c for c in children(clause) if c.dep_ in ("aux", "auxpass"))]
    if any(t.lower_ in words("will") or t.lower_ in words("must") for t in finite):
        return False
    return (
        any(t.tag_ in ("VBD", "VBZ", "VBP") for t in finite) and child(clause, "nsubj", "nsubjpass", "expl") is not None
    )


def _yields(token: Token) -> bool:
    """Whether one who is ready or open to something gives way by it: "is ready to talk", not "is ready to tell her story"."""
    if token.head.lower_ not in words("being") or any(c.tag_ == "WRB" for c in token.subtree):
        return False
    clause = child(token, "xcomp", "ccomp")
    if clause is not None:
        return clause.lower_ in words("yields")
    return any(
        n in classes()[kind] for kind in ("talks", "plea", "swap") for o in preps(token, "to") for n in names(o)
    ) or any(c.dep_ == "pcomp" for p in rights(token) for c in children(p))


def _mediates(token: Token) -> bool:
    """Whether one who stands between the sides brought it about: "played a role in the talks after agreeing a truce"."""
    if token.dep_ != "pcomp" or token.tag_ != "VBG":
        return False
    above = token.head.head
    around = [above, *children(above)]
    return any(t.lower_ in words("between") for t in around)


def _minds(token: Token) -> bool:
    """Whether it asks for a state of mind, or for a person: "wants people to know", "asked for her son"."""
    clause = child(token, "ccomp", "xcomp")
    if clause is None:
        return any(party(o) and o.dep_ == "pobj" for o in preps(token, "for"))
    if token.lower_ in words("asking") and (silence(clause) or _scene(token)):
        return True
    if _goods(token, clause):
        return True
    return clause.lower_ in words("states") and clause.dep_ != "conj" and not _changed(clause)


def _scene(token: Token) -> bool:
    """Whether one person only tells another what to do: "he asked her to drive"."""
    subject, whom = child(token, "nsubj"), child(token, "dobj", "dative")
    clause = child(token, "ccomp", "xcomp")
    whom = whom or (child(clause, "nsubj") if clause is not None else None)
    single = subject is not None and subject.lower_ in ("he", "she")
    return whom is not None and (whom.tag_ == "PRP" or (single and (whom.ent_type_ == "PERSON" or whom.tag_ == "NN")))


def _goods(token: Token, clause: Token) -> bool:
    """Whether what is asked for is a thing that serves a purpose: "ordered canaries to brighten her home"."""
    thing = child(token, "dobj")
    if token.lower_ not in words("addressing") or clause.dep_ != "xcomp" or thing is None:
        return False
    known = party(thing) or thing.lower_ in words("crowd")
    return not known and not within(thing) and child(clause, "auxpass") is None


def _changed(clause: Token) -> bool:
    """Whether a state is brought about: "must be released", "should get the land back"."""
    return child(clause, "auxpass") is not None or child(clause, "acomp", "attr", "dobj") is not None


def mouthpiece(token: Token) -> bool:
    """Whether the noun means one who speaks for others."""
    return token.lower_ in words("mouths")
