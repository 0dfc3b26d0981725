"""What a position is about: the text's own words, from where it is named to where another thought begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kin import children, closing, lefts, rights
from ..lexicon import Pattern
from ..mood import moods
from ..parties import party
from ..syntax import SUBJECTS, child, edges, objects, passive
from ..terms import conditional
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]
LONG = 60
"""Words of what a position is about; more is another sentence's worth."""
LOOSE = frozenset({"cc", "punct", "prep", "mark", "det", "aux", "poss", "agent"})
"""What a cut must not end on."""
BROUGHT = ("for", "to", "in", "as", "on", "against", "with", "that", "from", "until", "by", "within", "under")
"""Prepositions after the object that still belong to what is asked."""
TOWARD = ("on", "upon", "for", "to", "with")
ENDS = (".", "!", "?")
OPENERS = ("“", '"')
FINITE = ("VBD", "VBZ", "VBP", "MD")
TAIL = 12
"""Words at the end among which somebody may be named who reports it."""


def content(token: Token, fit: Pattern) -> Range | None:
    """Tokens of what is demanded or rejected: the clause that follows, the object, else what the preposition brings."""
    clause, brought = _clause(token), _brought(token, fit)
    if clause is not None and clause.tag_ in FINITE and token.head in objects(token) and token.dep_ == "relcl":
        clause = None  # "the money that it requested and that it says is needed"
    if brought is not None and (
        passive(token) or token.tag_[:2] != "VB" or (clause is not None and clause.i > brought.i)
    ):
        aimed = token.lower_ in words("addressing") and clause is not None
        if not aimed:
            return _extended(token, span(brought))
    if clause is not None:
        return _extended(token, _clausal(token, clause))
    things = objects(token)
    if things and things[0].tag_ == "PRP":
        return None
    if things and things[0].lower_ in words("voiced") and fit.objects is not None and things[0].i > token.i:
        named = (
            things[0].lower_ in words("priced") and child(things[0], "acl") is None
        )  # "a bid for the firm": the bid itself
        return (complement(things[0]) if not named else None) or _aimed(token) or _things(token, things)
    if things and brought is not None and brought.i < things[0].i and token.i < brought.i:
        return _extended(
            token, (span(brought)[0], _things(token, things)[1])
        )  # "for an end to the war, guarantees and"
    if things:
        return _extended(token, _things(token, things))
    return _extended(token, _joined(brought)) if brought is not None else None


def _joined(top: Token) -> Range:
    """With what the same preposition brings after it: "called for an inquiry and for a ballot"."""
    start, end = span(top)
    beside = (*rights(top.head), *(c for c in rights(top.head.head) if c.dep_ == "prep" and c.nbor(-1).dep_ == "cc"))
    more = next((c for c in beside if c.dep_ in ("conj", "prep") and c.i > top.i and c.lower_ == top.head.lower_), None)
    other = _top(more) if more is not None else None
    return start, max(end, span(other)[1]) if other is not None else end


def _brought(token: Token, fit: Pattern) -> Token | None:
    """What the pattern's preposition brings: "opposed to the sale"."""
    last = fit.words[-1] if fit.words else ""
    tops = (_top(c) for c in rights(token) if c.dep_ in ("prep", "agent") and c.lower_ == last)
    return next((t for t in tops if t is not None and t.ent_type_ not in ("DATE", "TIME")), None)


def _extended(token: Token, about: Range) -> Range:
    """With a condition that hangs on the verb after it: "agreed to sell, provided that the buyer repairs it"."""
    start, end = about
    for c in rights(token):
        at = c.left_edge.i
        if end <= at <= end + 1 and conditional(token.doc, at):
            end = span(c)[1]
    return start, end


def complement(noun: Token) -> Range | None:
    """What a noun such as "call" or "demand" is about: "for ...", "to ...", "that ...", "on ..."."""
    for c in rights(noun):
        if c.dep_ == "prep" and c.lower_ in ("for", "to", "on", "of", "against", "that"):
            top = _top(c)
            below = child(noun, "acl")
            if top is not None and c.lower_ == "to" and below is None and party(top):
                return None
            if top is not None and below is not None and below.i > top.i:  # "a call for the army to leave"
                return top.left_edge.i, span(below)[1]
            return span(top) if top is not None else None
        if c.dep_ in ("acl", "ccomp"):
            return span(c)
    return None


def _clause(token: Token) -> Token | None:
    found = child(token, "ccomp", "xcomp")
    if found is not None and found.i > token.i:
        return found
    addressed = any(c.dep_ in ("prep", "dobj") for c in rights(token)) and token.lower_ in words("addressing")
    return next(
        (
            c
            for c in rights(token)
            if addressed and c.dep_ == "advcl" and any(k.lower_ == "to" and k.dep_ == "aux" for k in children(c))
        ),
        None,
    )


def _clausal(token: Token, clause: Token) -> Range:
    following = token.nbor(1)
    bare = clause.dep_ == "ccomp" and child(clause, "nsubj", "nsubjpass") is None
    if following.lower_ == "on" and (following.head.i == clause.i or (following.head.i == token.i and bare)):
        # "insist on an inquiry before the work begins", where the parse is led astray
        return token.i + 2, span(clause)[1]
    start, end = span(clause)
    if any(o.lower_ in words("voiced") for o in objects(token) if o.i < clause.i):
        return start, end  # "repeated its demand today that they leave"
    more = next((c for c in rights(token) if c.dep_ == "conj" and c.tag_ == "VB" and c.i > end), None)
    if more is not None and clause.tag_ == "VB" and token.doc[end].dep_ == "cc" and more.left_edge.i <= end + 1:
        end = span(more)[1]  # "urged them to cooperate and allow a team in"
    aims = [c for c in rights(token) if c.dep_ == "dobj" and c.i < clause.i]
    if token.lower_ in words("addressing"):
        aims += [
            o for c in rights(token) if c.dep_ == "prep" and c.i < clause.i and (o := child(c, "pobj")) is not None
        ]
    if aims and (aims[0].dep_ == "dobj" or aims[0].head.lower_ in TOWARD):
        start = min(start, aims[0].left_edge.i)
    return start, end


def _aimed(token: Token) -> Range | None:
    """Of "issued an ultimatum to the bank to pay", what is to be done."""
    clause = next((c for c in rights(token) if c.dep_ in ("advcl", "xcomp", "ccomp")), None)
    told = clause is not None and any(c.lower_ == "to" and c.dep_ == "aux" for c in lefts(clause))
    return span(clause) if told and clause is not None else None


def _things(token: Token, things: list[Token]) -> Range:
    if things[0].i < token.i:
        return _fronted(token, things[0])
    start, end = span(things[0])
    turn = token.doc[end] if end < len(token.doc) else None
    if turn is not None and turn.head.i == token.i and turn.dep_ in ("advmod", "prt") and turn.lower_ in words("turns"):
        end += 1  # "want our land back"
    # the object is one of several joined ones: all belong
    end = max(end, *(span(t)[1] for t in things)) if len(things) > 1 and end >= things[-1].left_edge.i else end
    for c in rights(token):
        if c.i >= end and c.dep_ in ("prep", "agent", "advcl") and _belongs(c, end):
            end = max(end, span(c)[1])
    return start, end


def _belongs(c: Token, end: int) -> bool:
    """Whether a phrase after the object says more of what is asked: the next words, or a condition."""
    if c.lower_ == "before" and c.dep_ == "prep":
        return c.left_edge.i <= end
    if c.dep_ == "advcl" and c.left_edge.lower_ == "before" and c.tag_ != "VBD" and c.left_edge.i <= end:
        return True
    if conditional(c.doc, c.left_edge.i) or (c.left_edge.i + 1 < len(c.doc) and conditional(c.doc, c.left_edge.i + 1)):
        return True
    return c.dep_ in ("prep", "agent") and c.lower_ in BROUGHT and c.left_edge.i <= end


def _fronted(token: Token, thing: Token) -> Range:
    """Of what stands before its verb ("the deal was rejected", "a deal which it rejected"), the phrase without the clause."""
    start, end = edges(thing)
    if token.dep_ == "relcl" and end - start < 2 and token.left_edge.nbor(-1).text != ",":
        return end, end  # "the changes that she requested": which ones stands elsewhere
    start = start - 1 if start and thing.doc[start - 1].dep_ == "det" else start
    stop = thing.right_edge.i + 1
    tails = [c for c in rights(thing) if c.dep_ in ("prep", "acl") and c.i < token.i and c.right_edge.i < token.i]
    if tails and not passive(token):
        end = max(end, tails[-1].right_edge.i + 1)
    elif tails:
        end = max(end, min(stop, tails[-1].right_edge.i + 1))
    return start, end


def _top(preposition: Token) -> Token | None:
    return child(preposition, "pobj", "pcomp")


def span(top: Token) -> Range:
    """A phrase or clause without what is said aside in it and without a new clause; it ends on no loose word."""
    doc, start, end = top.doc, top.left_edge.i, top.right_edge.i + 1
    while start < top.i and (
        doc[start].dep_ in ("punct",) or (doc[start].lower_ == "that" and doc[start].dep_ == "mark")
    ):
        start += 1
    for t in doc[top.i + 1 : end]:
        if _breaks(t, top):
            end = max(t.left_edge.i if t.dep_ not in ("cc", "punct") else t.i, top.i + 1)
            break
    return start, trimmed(doc, start, _short(doc, start, _untold(top, end)))


def _short(doc: Doc, start: int, end: int) -> int:
    """The end, of what is too long at the last mark before."""
    if end - start <= LONG:
        return end
    return next((at for at in range(start + LONG, start + 1, -1) if doc[at].is_punct), start + LONG)


def _untold(top: Token, end: int) -> int:
    """The end without who reports it: "a fine of ten crowns, the Herald newspaper reported"."""
    doc, stop = top.doc, closing(top)
    after = doc[end] if end < stop else None
    if (
        after is not None
        and after.lower_ in moods("speech")
        and child(after, *SUBJECTS) is None
        and after.tag_ in FINITE
    ):
        speaker = (
            t.left_edge.i for t in doc[top.i + 1 : end] if t.dep_ == "appos" and t.left_edge.nbor(-1).text == ","
        )
        return next(speaker, end)  # "talks with Norland, an aide to the minister said"
    for t in doc[max(top.i + 1, end - TAIL) : end]:
        if (
            t.lower_ in moods("speech")
            and t.tag_ in FINITE
            and _parted(t)
            and not any(c.is_punct for c in doc[t.i + 1 : min(end, stop - 1)])
        ):
            return max(min(c.left_edge.i for c in lefts(t) if c.dep_ in SUBJECTS), top.i + 1)
    return end


def _parted(t: Token) -> bool:
    """Whether a verb of saying has its speaker right before it, and a comma before both."""
    who = next((c for c in lefts(t) if c.dep_ in SUBJECTS), None)
    return (
        who is not None
        and who.left_edge.i > 0
        and who.left_edge.nbor(-1).text == ","
        and child(t, "ccomp", "dobj") is None
    )


def trimmed(doc: Doc, start: int, end: int) -> int:
    """The end without words that want another after them."""
    while end > start + 1 and (doc[end - 1].dep_ in LOOSE or doc[end - 1].is_space) and not _closing(doc, start, end):
        end -= 1
    return end


def _closing(doc: Doc, start: int, end: int) -> bool:
    last = doc[end - 1].text
    return (last in "”)" and any(t.text in "“(" for t in doc[start:end])) or (
        doc[end - 1].dep_ == "prep" and end < len(doc) and doc[end].is_punct
    )


def _breaks(t: Token, top: Token) -> bool:
    """Whether an aside or another thought begins with this word."""
    comma = t.left_edge.i > 0 and t.left_edge.nbor(-1).text in (",", "—", "–", "-")
    if t.text in ENDS and t.i + 1 < len(t.doc) and t.nbor(1).text[:1] in OPENERS:
        return True  # a new sentence, which the parse has missed
    if t.text in (";", "\n", "—") or t.dep_ == "parataxis" or "\n" in t.text:
        return True
    if _scene(t, top) or _relayed(t):
        return True
    if t.dep_ == "relcl" or (t.dep_ == "acl" and t.tag_ in ("VBG", "VBN")):
        return comma
    if t.dep_ in ("advcl", "prep", "npadvmod") and comma:
        return (t.dep_ == "advcl" and not _kept(t)) or t.lower_ in words("asides")
    if t.dep_ == "conj" and t.head.i >= top.i and t.tag_[:2] == "VB":
        own = next((c.tag_ for c in children(t) if c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE), t.tag_)
        return own in FINITE and _other(t, own, top)
    return False


def _scene(t: Token, top: Token) -> bool:
    """Whether a clause tells when it was asked or refused, not what: "refused to leave as the city woke up"."""
    mark = child(t, "mark", "advmod") if t.dep_ == "advcl" else None
    if mark is None or mark.i != t.left_edge.i or mark.lower_ not in words("scene"):
        return False
    past = t.tag_ == "VBD" or any(c.dep_ in ("aux", "auxpass") and c.tag_ == "VBD" for c in children(t))
    return past and top.tag_ in ("VB", "VBG") and child(t, "nsubj", "nsubjpass") is not None


def _relayed(t: Token) -> bool:
    """Whether "saying ..." goes back to who says it, over words between: "denied claims of theft saying they were false"."""
    saying = t.tag_ == "VBG" and t.dep_ in ("acl", "advcl") and t.lower_ in words("asides")
    return saying and (t.head.i < t.i - 1 or t.nbor(-1).dep_ == "pobj")


def _kept(t: Token) -> bool:
    return conditional(t.doc, t.left_edge.i)


def _other(t: Token, own: str, top: Token) -> bool:
    """Whether a joined finite verb has a subject of its own, or cannot belong to what it hangs on."""
    at = t.head
    while at.dep_ == "conj" and at.head != at and at.i > top.i:
        at = at.head
    if at.dep_ == "relcl" and at.head.lower_ in words("crowd") and child(t, "nsubj", "nsubjpass") is None:
        return False  # "anyone who saw it and needs help"
    apart = at.tag_ != own and own != "MD" and not {"VB", "VBD"}.isdisjoint({at.tag_, own})
    return apart or at.tag_[:2] == "NN" or child(t, "nsubj", "nsubjpass") is not None
