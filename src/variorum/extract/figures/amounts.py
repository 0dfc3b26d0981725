"""Amounts with a unit, and what the text says they measure: "$3m in damage", "1,200 hectares burned", "turnout was 43 percent".

Only an amount whose measure stands beside it in the parse is told: most amounts of a report measure something that no desk
lines up. The ways in which a text can say it are tried in order, the closest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from ...model import Quantity
from ...model.article import QUIET
from ...model.page import Page
from ..kin import children, lefts, opening, rights
from . import scope
from .entry import Told
from .find import Hit
from .lexicon import Lexicon, Measure
from .phrase import Counted
from .units import COUNT, NUMBER, Units, units

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONG = 300
"""Tokens of the longest sentence read: what is longer is a table or a list pasted as text."""
_NEAR = 4
"""Tokens on either side of a plain number that are looked through for a word that makes it an amount."""
_CLIMB = 3
_OF = 6
"""Words of the phrase that says what the amount is of, at most."""
_DIRECT = ("dobj", "attr", "oprd", "npadvmod", "dative", "acomp", "ccomp", "dep", "advmod", "xcomp")
_LEFT = ("compound", "nmod", "nummod", "quantmod", "amod", "npadvmod")
_TAKERS = ("nsubjpass", "dobj", "dative")
_GIVERS = (*_TAKERS, "nsubj")
_PAID = frozenset({"money", COUNT})
_SUBJECTS = ("nsubj", "nsubjpass")


class Found(NamedTuple):
    """A measure and the word that says it."""

    measure: Measure
    trigger: Token
    verb: Token | None = None
    """The verb between what is measured and the amount."""


class Amount(NamedTuple):
    """An amount where it stands: its quantity, the token that the rest of the sentence hangs it on, what its unit measures."""

    quantity: Quantity
    root: Token
    sizes: tuple[str, ...]


def amounts(page: Page, lex: Lexicon, found: Sequence[Told]) -> Iterator[Told]:
    """The amounts of a page whose measure is told, in text order, but for counts that were found already."""
    rules = units()
    known = {i for one in found for i in range(one.counted.start, one.counted.end)}
    for quantity in page.quantities:
        sizes = _sizes(page.doc, quantity, rules)
        if not sizes or quantity.end - 1 in known or page.kind(quantity.span.start) in QUIET:
            continue
        amount = Amount(quantity, _root(page.doc, quantity), sizes)
        one = _measured(amount, rules)
        if one is not None and len(one.trigger.sent) <= _LONG and not scope.negated(one.trigger):
            yield _told(amount, one, rules, lex)


def _sizes(doc: Doc, quantity: Quantity, rules: Units) -> tuple[str, ...]:
    """What the unit may measure: nothing for times, shares of a count and plain numbers without a word for it near."""
    if quantity.unit is not None:
        own, other = quantity.unit, rules.other.get(quantity.unit, "")
        return tuple(rules.dimensions[u] for u in (own, other) if u in rules.dimensions)
    near = doc[max(0, quantity.start - _NEAR) : quantity.end + _NEAR]
    return (NUMBER, COUNT) if any(t.lower_ in rules.plain for t in near) else (COUNT,)


def _root(doc: Doc, quantity: Quantity) -> Token:
    """The token of the phrase that hangs on a word outside it."""
    inside = range(quantity.start, quantity.end)
    return next((doc[i] for i in reversed(inside) if doc[i].head.i not in inside), doc[quantity.end - 1])


def _told(amount: Amount, one: Found, rules: Units, lex: Lexicon) -> Told:
    quantity = amount.quantity
    if quantity.unit in rules.other and rules.dimensions.get(quantity.unit) != one.measure.unit:
        quantity = msgspec.structs.replace(quantity, unit=rules.other[quantity.unit])
    of = _of(one, amount)
    counted = Counted.given(amount.root, quantity, of)
    hit = Hit(one.measure, one.trigger, amount.root, "toll")
    return Told(
        one.measure.name, hit, counted, scope.modality(one.verb or one.trigger, lex), scope.frame(one.trigger.sent.text)
    )


# ---- which measure


def _measured(amount: Amount, rules: Units) -> Found | None:
    ways = (
        (_left, _level) if amount.sizes == (COUNT,) else (_behind, _right, _left, _led, _verb, _subject, _level, _worth)
    )
    return next((found for way in ways if (found := way(amount, rules))), None)


def _fits(measure: Measure, amount: Amount) -> bool:
    quantity = amount.quantity
    large = max(abs(quantity.low or 0.0), abs(quantity.high or 0.0)) >= measure.least
    return (measure.unit or COUNT) in amount.sizes and large


def _noun(token: Token, amount: Amount, rules: Units, *, deep: bool = True) -> Found | None:
    """The measure that a noun names by itself, or by what stands with it: "the cost of the damage", "rainfall total"."""
    if not (token.tag_.startswith("N") or token.is_sent_start or token.lower_ in rules.plain):
        return None
    for before, measure in rules.nouns.get(token.lower_, ()):
        if _fits(measure, amount) and _preceded(token, before):
            return Found(measure, token)
    if not deep or token.lower_ not in rules.carriers:
        return None
    beside = [c for c in lefts(token) if c.dep_ in ("compound", "amod")]
    beside += [p for c in rights(token) if c.dep_ == "prep" and c.lower_ in rules.reach.back for p in _objects(c)]
    return next((f for t in beside if (f := _noun(t, amount, rules, deep=False))), None)


def _preceded(token: Token, words: str) -> bool:
    many = words.split()
    start = token.i - len(many)
    return start >= 0 and all(token.doc[start + n].lower_ == word for n, word in enumerate(many))


def _objects(prep: Token) -> list[Token]:
    heads = [c for c in children(prep) if c.dep_ in ("pobj", "pcomp")]
    return [t for h in heads for t in (h, *h.conjuncts)]


def _inside(token: Token, amount: Amount) -> bool:
    return amount.quantity.start <= token.i < amount.quantity.end


def _behind(amount: Amount, rules: Units) -> Found | None:
    """What follows right behind: "35 percent contained", "$3m in damage", "52 percent of the vote"."""
    doc, end = amount.root.doc, amount.quantity.end
    if end >= len(doc):
        return None
    after = doc[end + 1] if doc[end].lower_ == "-" and end + 1 < len(doc) else doc[end]
    for measure in rules.states.get(after.lower_, ()):
        if _fits(measure, amount):
            return Found(measure, after)
    if doc[end].tag_ not in ("IN", "TO"):
        return None
    for noun in _objects(doc[end]):
        for before, measure in rules.phrases.get(noun.lower_, ()):
            prep, _, rest = before.partition(" ")
            if _fits(measure, amount) and prep == doc[end].lower_ and _preceded(noun, rest):
                return Found(measure, noun)
        named = doc[end].lower_ in rules.reach.back and _noun(noun, amount, rules)
        if named and named.measure.unit:
            return named
    return None


def _right(amount: Amount, rules: Units) -> Found | None:
    """The noun that the amount stands before: "a $20,000 reward", "140 mph winds", "a 6.1-magnitude quake"."""
    at = amount.root
    for _ in range(_CLIMB):
        if at.dep_ not in _LEFT or at.head.i <= at.i:
            return None
        at = at.head
        found = _noun(at, amount, rules)
        if found:
            return found
    return None


def _left(amount: Amount, rules: Units) -> Found | None:
    """The noun right before: "magnitude 6.1", "Turnout: 43 percent", "gusts of up to 90 mph", which the parse may miss."""
    doc, at = amount.root.doc, amount.quantity.start - 1
    led = at > 0 and doc[at].lower_ in rules.reach.of and amount.sizes != (COUNT,)
    mark = at >= 0 and doc[at].is_punct
    if led or mark:
        at -= 1
    if at < 0 or opening(doc[at]) != opening(amount.root):
        return None
    found = _noun(doc[at], amount, rules)
    sure = led or (mark and doc[at + 1].text == ":")
    return found if found and (sure or (found.measure.unit == NUMBER and doc[at].dep_ != "nsubj")) else None


def _led(amount: Amount, rules: Units) -> Found | None:
    """Behind a preposition: "a ransom of $2m", "sold for $2m", "damage was put at $2m"."""
    prep = amount.root.head
    if amount.root.dep_ != "pobj" or prep.dep_ not in ("prep", "agent", "dative"):
        return None
    head = prep.head
    if head.tag_.startswith("N"):
        return _noun(head, amount, rules) if prep.lower_ in rules.reach.lead else None
    for word, measure in rules.with_.get(head.lower_, ()):
        if _fits(measure, amount) and (prep.lower_ == word or any(c.lower_ == word for c in rights(head))):
            return Found(measure, head)
    return _said(head, amount, rules, led=True) if prep.lower_ in rules.reach.lead else None


def _verb(amount: Amount, rules: Units) -> Found | None:
    """The object of a verb: "burned 1,200 hectares", "was fined $3m", "pay $3m to settle"."""
    verb = amount.root.head
    if amount.root.dep_ not in _DIRECT or not verb.tag_.startswith("V"):
        return None
    for word, measure in rules.with_.get(verb.lower_, ()):
        if _fits(measure, amount) and any(
            c.lower_ == word or any(g.lower_ == word for g in children(c)) for c in rights(verb)
        ):
            return Found(measure, verb)
    return next((Found(m, verb) for m in rules.patient.get(verb.lower_, ()) if _fits(m, amount)), None)


def _subject(amount: Amount, rules: Units) -> Found | None:
    """The subject of a verb: "30,000 acres have burned", "$5m was donated", "$2m was the ransom"."""
    verb = amount.root.head
    if amount.root.dep_ not in _SUBJECTS or not verb.tag_.startswith("V"):
        return None
    table = rules.patient if amount.root.dep_ == "nsubjpass" else rules.subject
    return next((Found(m, verb) for m in table.get(verb.lower_, ()) if _fits(m, amount)), None)


def _level(amount: Amount, rules: Units) -> Found | None:
    """What a verb sets equal: "turnout was 43 percent", "waves were six metres high", "arrests rose to 120"."""
    at, led = amount.root, False
    if at.dep_ in ("nummod", "quantmod", "compound"):
        return None
    for _ in range(_CLIMB):
        if at.dep_ == "prep" and at.lower_ not in rules.reach.lead:
            return None
        led = led or at.dep_ == "prep"
        if (at.dep_ not in _DIRECT and at.dep_ not in ("pobj", "prep", "amod")) or at.head is at:
            return None
        at = at.head
        if at.tag_.startswith("V"):
            return _said(at, amount, rules, led=led)
    return None


def _said(verb: Token, amount: Amount, rules: Units, *, led: bool) -> Found | None:
    """The measure that the subject or object of such a verb names."""
    if verb.lower_ not in rules.level and not (led and verb.lower_ in rules.moves):
        return None
    top = verb
    for _ in range(_CLIMB):
        named = [c for c in children(top) if c.dep_ in (*_SUBJECTS, "dobj") and not _inside(c, amount)]
        named += [top.head] if top.dep_ in ("acl", "relcl") else []
        found = next((f for t in named if (f := _noun(t, amount, rules))), None)
        if found:
            return found._replace(verb=verb)
        if top.dep_ not in ("xcomp", "conj") or top.head is top or (named and top.dep_ == "conj"):
            return None
        top = top.head
    return None


def _worth(amount: Amount, rules: Units) -> Found | None:
    """The value of what a verb is done to: "stole jewels worth $3m", "$3m worth of goods was stolen"."""
    at = amount.root
    for _ in range(_CLIMB):
        if at.head is at:
            return None
        at = at.head
        if at.lower_ in rules.reach.worth and at.head.tag_.startswith(("N", "V")):
            noun = at.head if at.head.tag_.startswith("N") else at
            return (
                _noun(noun, amount, rules)
                or _verb(amount._replace(root=noun), rules)
                or _subject(amount._replace(root=noun), rules)
            )
    return None


# ---- of what


def _of(one: Found, amount: Amount) -> tuple[int, int] | None:
    """Tokens of the phrase that says whose or of what the amount is: the object or subject of a verb, what stands behind a noun
    or before it. The subject of a verb of burning or spilling only did it."""
    trigger, wanted = one.trigger, _GIVERS if one.measure.unit in _PAID else _TAKERS
    heads: list[Token] = []
    if trigger.tag_.startswith("V"):
        kin = list(children(trigger))
        kin += children(trigger.head) if trigger.dep_ == "xcomp" else ()
        heads = [c for dep in wanted for c in kin if c.dep_ == dep]
    else:
        heads = [p for c in rights(trigger) if c.dep_ == "prep" for p in children(c) if p.dep_ == "pobj"]
        heads += [c for c in lefts(trigger) if c.dep_ in ("poss", "compound")]
    head = next(
        (h for h in heads if h.tag_[:2] == "NN" and not _inside(h, amount) and h.ent_type_ not in ("DATE", "TIME")),
        None,
    )
    if head is None:
        return None
    start = max(head.left_edge.i, head.i - _OF)
    while start < head.i and (head.doc[start].tag_ in ("DT", "PRP$") or head.doc[start].is_punct):
        start += 1
    overlaps = start < amount.quantity.end and amount.quantity.start < head.i + 1
    return None if overlaps else (start, head.i + 1)
