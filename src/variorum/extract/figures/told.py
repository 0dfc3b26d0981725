"""What the sentences of a page count, one entry each: trigger, phrase, measure and scope; and the claims made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...model import FigureClaim, Quantity, Span
from ...model.claim import Modality
from ...model.page import Page
from ..attribution import attribution
from . import scope
from .find import Hit, hits
from .lexicon import Lexicon, Measure
from .phrase import Counted, Phrases
from .surface import missed

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_TOLL_REACH = 14
_TO = frozenset({"to", "at", "of", "is", "was", "are", "were", "reached", "reach", "reaches", "hit", "hits", "past", "passed", "passes", "surpassed", "surpasses", "topped", "tops", "exceeded",
                 "exceeds", "exceed", "stands", "stood", "climbed", "rose", ":", "now", "be", "been", "as", "crossed", "totaled", "totalled", "nears", "neared", "approaches", "became", "becomes"})


@dataclass(frozen=True)
class Told:
    """One count in one sentence."""

    measure: str
    hit: Hit
    counted: Counted
    modality: Modality
    frame: str
    whole: Told | None = None
    """The count that this one is a part of."""
    share: float | None = None


def told(page: Page, lex: Lexicon) -> list[Told]:
    """Every count of the page, in text order."""
    phrases = Phrases(page, lex)
    out: list[Told] = []
    for sentence in page.sentences:
        if len(sentence) < 2:
            continue
        found = _sentence(page, sentence, phrases, lex)
        found += [Told(t.measure, t.hit, m, t.modality, t.frame, t) for t in found for m in t.counted.members if m.quantity is not None]
        found += list(_parts(page, sentence, phrases, lex, found, out))
        out += sorted(found, key=lambda t: (t.counted.start, t.hit.trigger.i))
    return out


def _sentence(page: Page, sentence: Tokens, phrases: Phrases, lex: Lexicon) -> list[Told]:
    best: dict[tuple[str, int], Told] = {}
    for hit in hits(sentence, lex):
        for counted in _counted(hit, phrases):
            if _accepted(hit, counted, lex) and not _denied(hit, counted):
                one = Told(scope.measured(hit, lex), hit, counted, scope.modality(hit.trigger, lex), scope.frame(page, hit, lex))
                best.setdefault((one.measure, counted.start), one)
    for exchanged in _exchanged(sentence, phrases, [t for t in best.values() if t.measure == "released"]):
        best.setdefault((exchanged.measure, exchanged.counted.start), exchanged)
    for one in _tolls(page, sentence, phrases, lex):
        best.setdefault((one.measure, one.counted.start), one)
    for hit, counted in missed(sentence, phrases, lex, {i for t in best.values() for i in range(t.counted.start, t.counted.end)}):
        if _accepted(hit, counted, lex) and not scope.either(hit.trigger) and not scope.negated(hit.trigger):
            best.setdefault((scope.measured(hit, lex), counted.start), Told(scope.measured(hit, lex), hit, counted, scope.modality(hit.trigger, lex), scope.frame(page, hit, lex)))
    killed = {start for name, start in best if name == "killed"}
    hurt = {start for name, start in best if name == "injured"}
    taken = {start for name, start in best if name == "abducted"}
    dropped = {("shot", s) for s in killed | hurt} | {("injured", s) for s in killed} | {("held", s) for s in taken if best.get(("held", s)) and best["held", s].hit.kind == "state"}
    dropped |= {("abducted", s) for name, s in best if name == "missing"}  # "still missing after being abducted" is no count of all abducted
    return [one for key, one in best.items() if key not in dropped]


def _denied(hit: Hit, counted: Counted) -> bool:
    zero = counted.low == 0 and counted.high == 0
    return scope.either(hit.trigger) or (scope.partial(hit) if zero else scope.negated(hit.trigger))


def _counted(hit: Hit, phrases: Phrases) -> list[Counted]:
    if hit.multiple:
        at = next(c for c in hit.trigger.lefts if c.lower_ in phrases.lex.scopes.degree.multiple)
        return [Counted(hit.trigger, hit.multiple, hit.multiple, "exact", at.i, hit.trigger.i + 1, None, None)]
    if hit.kind == "noun":
        found = _nouns(hit, phrases)
        return [found] if found is not None else []
    return phrases.counted(hit.head)


def _nouns(hit: Hit, phrases: Phrases) -> Counted | None:
    """ "30 deaths among settlers", "no injuries" """
    counted = phrases.one(hit.head)
    if counted is None:
        no = next((c for c in hit.head.lefts if c.lower_ == "no" and c.dep_ in ("det", "neg")), None)
        return Counted(hit.head, 0, 0, "exact", no.i, hit.head.i + 1, None, None) if no is not None else None
    if counted.single or counted.quantity is None or counted.quantity.unit:
        return None
    among = next((p for c in hit.head.children if c.lower_ in ("among", "of") for p in c.children if p.dep_ == "pobj"), None)
    return replace(counted, of=(among.left_edge.i, among.i + 1) if among is not None else None, noun=None)


def _accepted(hit: Hit, counted: Counted, lex: Lexicon) -> bool:
    measure, noun = hit.measure, counted.noun
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
    return measure.class_ == "person" and not measure.strict and (head.tag_ in ("NNS", "NNPS") and head.ent_type_ not in ("ORG", "PRODUCT"))


def _exchanged(sentence: Tokens, phrases: Phrases, released: list[Told]) -> Iterator[Told]:
    """Those for whom others are let go: "freed in return for 150 prisoners"."""
    for token in sentence:
        if released and token.lower_ == "for" and token.head.lower_ in ("return", "exchange"):
            for head in (c for c in token.children if c.dep_ == "pobj"):
                for counted in phrases.counted(head):
                    if counted.quantity is not None and counted.noun is not None and counted.noun.group.class_ == "person":
                        yield replace(released[0], hit=released[0].hit._replace(head=head), counted=counted)


# ---- tolls

def _tolls(page: Page, sentence: Tokens, phrases: Phrases, lex: Lexicon) -> Iterator[Told]:
    for token in sentence:
        for trigger in lex.triggers.get(token.lower_, ()):
            if trigger.kind != "toll" or not _full(token, trigger.needs):
                continue
            quantity = _value(token, phrases)
            if quantity is not None:
                head = page.doc[quantity.end - 1]
                counted = Counted(head, quantity.low, quantity.high, quantity.hedge, quantity.start, quantity.end, None, None, quantity)
                hit = Hit(trigger.measure, token, token, "toll")
                yield Told(trigger.measure.name, hit, counted, scope.modality(token, lex), scope.frame(page, hit, lex))


def _full(token: Token, needs: str) -> bool:
    if not needs:
        return token.tag_.startswith("NN") and token.lower_ != "dead"
    after = token.doc[token.i + 1:token.i + 1 + len(needs.split())].text.lower()
    before = token.doc[max(0, token.i - len(needs.split())):token.i].text.lower()
    return needs in (after, before)


def _value(token: Token, phrases: Phrases) -> Quantity | None:
    """The number that a toll has: the first after it that "to", "at", "of", "reached" and the like lead to."""
    doc, seen = token.doc, None
    for at in range(token.i + 1, min(token.sent.end, token.i + _TOLL_REACH)):
        quantity = phrases.at.get(at)
        if quantity is None or quantity is seen or quantity.unit or quantity.end <= token.i:
            continue
        seen = quantity
        if doc[quantity.start - 1].lower_ in _TO or quantity.start == token.i + 1:
            return quantity
    return None


# ---- parts of a count

def _parts(page: Page, sentence: Tokens, phrases: Phrases, lex: Lexicon, here: list[Told], before: list[Told]) -> Iterator[Told]:
    """Counts that name a part of one before: "including five children", "among them 19 women", "a quarter of them soldiers"."""
    known = {t.counted.start for t in here}
    for token in sentence:
        if token.lower_ in lex.scopes.parts.before and token.lower_ != "of":
            for head in _listed(token):
                counted = phrases.one(head)
                whole = _whole(token, here, before)
                if counted is None or whole is None or counted.quantity is None or counted.start in known or not _smaller(counted, whole.counted):
                    continue
                if counted.noun is not None and counted.noun.group.class_ != "person" and whole.hit.measure.class_ == "person":
                    continue
                known.add(counted.start)
                yield Told(whole.measure, whole.hit._replace(trigger=whole.hit.trigger), counted, whole.modality, whole.frame, whole)
    for at, one in enumerate(here):
        after = [t.lower_ for t in page.doc[one.counted.end:one.counted.end + 2]]
        if one.whole is None and one.counted.quantity is not None and len(after) == 2 and after[0] == "of" and after[1] in lex.scopes.parts.pronouns:
            whole = _whole(page.doc[one.counted.start], [t for t in here if t is not one], before, back=True)
            if whole is not None and _smaller(one.counted, whole.counted) and not (whole.measure in ("shot", "injured") and one.measure != whole.measure):
                here[at] = replace(one, whole=whole)
    for quantity in {id(q): q for i in range(sentence.start, sentence.end) if (q := phrases.at.get(i))}.values():
        if quantity.unit == "ratio" and quantity.start not in known:
            part = _share(page, quantity, phrases, here, before)
            if part is not None:
                yield part


def _listed(token: Token) -> list[Token]:
    """The phrases after "including", or after "among them are"."""
    heads = [c for c in token.children if c.dep_ in ("pobj", "pcomp", "dobj", "attr") and c.i > token.i and c.lower_ not in ("them", "whom", "those")]
    up = token.head
    if token.lower_ == "among" and up.tag_.startswith("V"):
        heads = [c for c in up.children if c.dep_ in ("nsubj", "attr", "nsubjpass") and c.i > token.i]
    return [h for head in heads for h in (head, *head.conjuncts) if h.i > token.i]


def _whole(token: Token, here: list[Told], before: list[Told], *, back: bool = False) -> Told | None:
    """The count that a part belongs to: the nearest before it in the sentence, else the last of the sentence before."""
    ahead = [t for t in here if t.counted.end <= token.i and not t.counted.single]
    if ahead:
        return max(ahead, key=lambda t: t.counted.start)
    if back or token.lower_ == "among" or token.i - token.sent.start > 3:
        ahead_texts = _ahead(token)
        near = [t for t in before if not t.counted.single and t.counted.head.sent.text.strip() in ahead_texts][-4:]
        last = list(dict.fromkeys(t.whole or t for t in near))
        return next((t for t in last if t.counted.start == last[-1].counted.start), None) if last else None
    return None


def _ahead(token: Token) -> frozenset[str]:
    """The texts of the two sentences before this one; a repeated sentence is known by its first place."""
    doc, at, out = token.doc, token.sent.start - 1, []
    while at >= 0 and len(out) < 2:
        sentence = doc[at].sent
        if sentence.text.strip():
            out.append(sentence.text.strip())
        at = sentence.start - 1
    return frozenset(out)


def _smaller(part: Counted, whole: Counted) -> bool:
    top = whole.high if whole.high is not None else whole.low
    return part.low is not None and top is not None and (part.low < top or whole.high is None)


def _share(page: Page, quantity: Quantity, phrases: Phrases, here: list[Told], before: list[Told]) -> Told | None:
    """ "about a quarter of them soldiers": the arithmetic is kept, hedged as the text hedges it."""
    doc = page.doc
    after = doc[quantity.end:quantity.end + 2].text.lower()
    whole = _whole(doc[quantity.start], here, before, back=True)
    if whole is None or not after.startswith(("of them", "of those", "of whom", "of the")) or whole.counted.low is None or quantity.low is None:
        return None
    value = float(round(whole.counted.low * quantity.low))
    noun = next((t for t in doc[quantity.end + 2:quantity.end + 5] if phrases.noun(t)), None)
    hedge = "about" if quantity.hedge == "exact" or quantity.hedge == "about" else quantity.hedge
    counted = Counted(doc[quantity.start], value, value, hedge, quantity.start, quantity.end, (noun.i, noun.i + 1) if noun is not None else None,
                      phrases.noun(noun) if noun is not None else None, quantity)
    return Told(whole.measure, whole.hit, counted, whole.modality, whole.frame, whole, quantity.low)


# ---- claims

def claim(page: Page, one: Told, known: list[Told]) -> FigureClaim:
    """The claim of one count."""
    counted, hit = one.counted, one.hit
    number = page.cut(counted.start, counted.end)
    of = page.cut(*counted.of) if counted.of and counted.of[0] < counted.of[1] else None
    trigger = hit.trigger if one.whole is None else page.doc[counted.start]
    earlier = any(t.measure == one.measure and t.counted.start < counted.start and not t.counted.single for t in known)
    return FigureClaim(
        article=page.article.id, spans=(number,), sentence=page.sentence(page.doc[counted.start]), part=page.kind(number.start),
        attribution=attribution(page, hit.trigger), measure=one.measure, of=_label(of), of_span=of, low=counted.low, high=counted.high,
        hedge=counted.hedge, text=number.text, place=scope.place(page, hit) or _placed(page, counted), modality=one.modality,  # type: ignore[arg-type]
        more=counted.more and earlier, times=scope.times(page, hit._replace(trigger=trigger)), frame=one.frame,  # type: ignore[arg-type]
        subset_of=claim(page, one.whole, known).id if one.whole is not None else None, group=_group(counted),
        side=next((page.doc[i].text for i in range(*counted.of) if page.doc[i].ent_type_ == "NORP"), "") if counted.of else "",
    )


def _placed(page: Page, counted: Counted) -> Span | None:
    """The place in the phrase itself: "Ohio residents"."""
    inside = [i for i in range(*(counted.of or (0, 0))) if page.doc[i].ent_type_ == "GPE"]
    return page.cut(inside[0], inside[-1] + 1) if inside else None


def _label(of: Span | None) -> str:
    return " ".join(of.text.split()) if of else ""


def _group(counted: Counted) -> str:
    """The group's name in groups.toml; that of the first part of a coordination where all are persons is people."""
    if counted.members:
        return "people"
    return counted.noun.group.name if counted.noun else ""
