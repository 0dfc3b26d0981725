"""What the sentences of a page count, one entry each: trigger, phrase, measure and scope; and the claims made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ...model import Expression, Quantity
from ...model.page import Page
from ..kin import children, closing, lefts, rights
from . import scope
from .ago import own, past
from .entry import Told
from .find import Hit, hits
from .lexicon import Lexicon, Measure
from .ordinals import numbered
from .parts import parts
from .persons import ORDER
from .phrase import Counted, Phrases
from .rank import joint, yielded
from .surface import missed
from .twins import twins

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_TOLL_REACH = 14

_LONG = 300
"""Tokens of the longest sentence read: what is longer is a table or a list pasted as text."""


def told(page: Page, lex: Lexicon) -> list[Told]:
    """Every count of the page, in text order."""
    phrases, olds = Phrases(page, lex), past(page)
    out: list[Told] = []
    for sentence in page.sentences:
        if not 2 <= len(sentence) <= _LONG:
            continue
        found = [_aged(page, t, olds) for t in _sentence(page, sentence, phrases, lex)]
        found += [
            Told(t.measure, t.hit, m, t.modality, t.frame, t)
            for t in found
            for m in t.counted.members
            if m.quantity is not None
        ]
        found += list(parts(page, sentence, phrases, lex, found, out))
        out += sorted(found, key=lambda t: (t.counted.start, t.hit.trigger.i))
    return out


def _aged(page: Page, one: Told, olds: Sequence[Expression]) -> Told:
    """The count, framed as past where the text dates it to another year."""
    return replace(one, frame="past") if one.frame == "event" and own(page, one, olds) is not None else one


def _sentence(page: Page, sentence: Tokens, phrases: Phrases, lex: Lexicon) -> list[Told]:
    best: dict[tuple[str, int], Told] = {}
    for hit, counted in twins(sentence, phrases, lex):
        _keep(best, hit, counted, lex)
    sure = {start for _, start in best}
    for hit in hits(sentence, phrases.words, lex):
        for counted in (c for c in _counted(hit, phrases) if c.start not in sure):
            if _accepted(hit, counted) and not _denied(hit, counted):
                _keep(best, hit, counted, lex)
            elif counted.low and scope.either(hit.trigger) and (both := joint(hit, lex)) and _accepted(both, counted):
                _keep(best, both, counted, lex)
    for one in _exchanged(sentence, phrases, [t for t in best.values() if t.measure == "released"]):
        best.setdefault((one.measure, one.counted.start), one)
    for hit, counted in _tolls(page, sentence, phrases, lex):
        _keep(best, hit, counted, lex)
    taken = {i for t in best.values() for i in range(t.counted.start, t.counted.end)}
    for hit, counted in missed(sentence, phrases, lex, taken):
        if _accepted(hit, counted) and not scope.either(hit.trigger) and not scope.negated(hit.trigger):
            _keep(best, hit, counted, lex)
    over = _overruled(best) | yielded(best)
    if len(over) == len(best):
        return []
    frame = scope.frame(page.article.text[sentence.start_char : sentence.end_char])
    return [one if frame == "event" else replace(one, frame=frame) for name, one in best.items() if name not in over]


def _keep(best: dict[tuple[str, int], Told], hit: Hit, counted: Counted, lex: Lexicon) -> None:
    name = scope.measured(hit, lex)
    if name == ORDER[0] and counted.single:
        counted = numbered(hit.trigger, counted)
    if (name, counted.start) not in best:
        best[name, counted.start] = Told(name, hit, counted, scope.modality(hit.trigger, lex), "event")


def _overruled(best: dict[tuple[str, int], Told]) -> set[tuple[str, int]]:
    """Counts that another of the same people says better: shot and killed is killed, taken captive is not yet held, and
    "still missing after being abducted" is no count of all abducted."""
    at: dict[str, set[int]] = {}
    for name, start in best:
        at.setdefault(name, set()).add(start)
    killed, hurt = at.get("killed", set()), at.get("injured", set())
    over = {("shot", s) for s in killed | hurt} | {("injured", s) for s in killed}
    over |= {
        ("held", s) for s in at.get("abducted", set()) if ("held", s) in best and best["held", s].hit.kind == "state"
    }
    over |= {("abducted", s) for s in at.get("missing", set())}
    over |= {("missing", s) for s in at.get("held", set())}
    # those let go are held no more; those whose release is only wanted still are
    over |= {("held", s) for s in at.get("released", set()) if best["released", s].modality == "actual"}
    return over & best.keys()


def _denied(hit: Hit, counted: Counted) -> bool:
    zero = counted.low == 0 and counted.high == 0
    own = hit.trigger.head if hit.kind == "phrase" else None
    return scope.either(hit.trigger) or (scope.partial(hit) if zero else scope.negated(hit.trigger, own))


def _counted(hit: Hit, phrases: Phrases) -> list[Counted]:
    if hit.multiple:
        at = next(c for c in lefts(hit.trigger) if c.lower_ in phrases.lex.scopes.degree.multiple)
        return [Counted(hit.trigger, hit.multiple, hit.multiple, "exact", at.i, hit.trigger.i + 1, None, None)]
    if hit.kind == "noun":
        found = _nouns(hit, phrases)
        return [found] if found is not None else []
    return phrases.counted(hit.head, hit.trigger)


def _nouns(hit: Hit, phrases: Phrases) -> Counted | None:
    """ "30 deaths among settlers", "no injuries" """
    counted = phrases.one(hit.head)
    if counted is None:
        no = next((c for c in lefts(hit.head) if c.lower_ == "no" and c.dep_ in ("det", "neg")), None)
        return Counted(hit.head, 0, 0, "exact", no.i, hit.head.i + 1, None, None) if no is not None else None
    if counted.low == 0 and counted.quantity is None:
        return replace(counted, noun=None)
    if counted.single or counted.quantity is None or counted.quantity.unit:
        return None
    if hit.trigger.tag_ in ("NN", "NNP") and (counted.low or 0) > 1:
        return None  # a verb that the parse takes for a noun: "police say 5 shot"
    among = next(
        (p for c in children(hit.head) if c.lower_ in ("among", "of") for p in children(c) if p.dep_ == "pobj"), None
    )
    return replace(counted, of=(among.left_edge.i, among.i + 1) if among is not None else None, noun=None)


def _accepted(hit: Hit, counted: Counted) -> bool:
    measure, noun = hit.measure, counted.noun
    if _small(measure, counted) or any(c.lower_ in measure.unless for c in rights(hit.trigger) if c.dep_ == "dobj"):
        return False
    if hit.kind == "noun" or hit.multiple:
        return True
    if counted.quantity is not None and counted.quantity.unit == "ratio":
        return False
    if noun is not None:
        return noun.group.class_ == measure.class_
    if hit.kind == "surface" and counted.of is not None:
        return False
    if counted.of is None or counted.single:
        return measure.class_ == "person" and (not measure.strict or hit.kind in ("patient", "state") or counted.single)
    head = counted.head.doc[counted.of[1] - 1]
    if hit.kind == "act":
        return False  # "losses of millions of dollars": such nouns are said of anything
    return (
        measure.class_ == "person"
        and not measure.strict
        and (head.tag_ in ("NNS", "NNPS") and head.ent_type_ not in ("ORG", "PRODUCT"))
    )


def _small(measure: Measure, counted: Counted) -> bool:
    return all(v is None or v < measure.least for v in (counted.low, counted.high))


def _exchanged(sentence: Tokens, phrases: Phrases, released: list[Told]) -> Iterator[Told]:
    """Those for whom others are let go: "freed in return for 150 prisoners"."""
    for token in sentence if released else ():
        if token.lower_ == "for" and token.head.lower_ in ("return", "exchange"):
            for head in (c for c in children(token) if c.dep_ == "pobj"):
                for counted in phrases.counted(head):
                    if (
                        counted.quantity is not None
                        and counted.noun is not None
                        and counted.noun.group.class_ == "person"
                    ):
                        yield replace(released[0], hit=released[0].hit._replace(head=head), counted=counted)


# ---- tolls


def _tolls(page: Page, sentence: Tokens, phrases: Phrases, lex: Lexicon) -> Iterator[tuple[Hit, Counted]]:
    for index in range(sentence.start, sentence.end):
        for trigger in lex.triggers.get(phrases.words[index], ()):
            if trigger.kind != "toll" or not _full(page.doc[index], trigger.needs, phrases.words):
                continue
            token = page.doc[index]
            quantity = _value(token, phrases)
            if quantity is not None:
                head = page.doc[quantity.end - 1]
                counted = Counted.given(head, quantity)
                hit = Hit(trigger.measure, token, token, "toll")
                yield hit, counted


def _full(token: Token, needs: str, words: list[str]) -> bool:
    if not needs:
        return token.tag_.startswith("NN") and token.lower_ != "dead"
    beside = needs.split()
    at, size = token.i, len(beside)
    return beside == words[at + 1 : at + 1 + size] or (at >= size and beside == words[at - size : at])


def _value(token: Token, phrases: Phrases) -> Quantity | None:
    """The number that a toll has: the first after it that "to", "at", "of", "reached" and the like lead to."""
    doc, seen, aside = token.doc, None, None
    for at in range(token.i + 1, min(closing(token), token.i + _TOLL_REACH)):
        quantity = phrases.at.get(at)
        if quantity is None or quantity is seen or quantity.unit or quantity.end <= token.i:
            continue
        seen = quantity
        if (
            doc[quantity.start - 1].lower_ in phrases.lex.scopes.links.toll
            or quantity.start == token.i + 1
            or _bare(token, quantity)
        ):
            if not _before(token, doc[at]):
                return quantity
            aside = aside or quantity
        elif aside is not None and doc[quantity.end - 1].head.i == token.head.i:
            return quantity
    return aside


def _before(token: Token, number: Token) -> bool:
    """Whether a number is what a toll is told to have been before, in a clause within: "the toll, which stood at 12, is 19"."""
    at = number
    while at.head.i not in (at.i, token.i):
        at = at.head
    return at.dep_ in ("relcl", "acl") and at.head.i == token.i and number.i < token.head.i


def _bare(token: Token, quantity: Quantity) -> bool:
    """ "Death toll from the blast at least 126": a hedged number that counts no noun of its own."""
    doc = token.doc
    after = doc[quantity.end] if quantity.end < len(doc) else None
    own = after is not None and after.tag_ in ("NN", "NNS", "JJ", "IN") and after.text[:1].islower()
    return quantity.hedge != "exact" and not own and not doc[quantity.start - 1].is_punct
