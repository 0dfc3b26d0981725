"""Counts that are parts of one given before, with their arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ...model import Quantity
from ...model.page import Page
from ..kin import children, opening
from .entry import Told
from .lexicon import Lexicon, Noun
from .phrase import Counted, Phrases
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

ENDS = frozenset({"shot", "injured", "killed"})
"""Measures of which no part is told with another: "killing 31 and wounding dozens of them" wounds none of the 31."""
THEM = frozenset({"them", "whom", "these", "those"})
NEAR = 4
"""Words of a phrase that says who is a part."""
_BACK = 40
"""Counts looked back over for the whole of a part."""


def parts(
    page: Page, sentence: Tokens, phrases: Phrases, lex: Lexicon, here: list[Told], before: list[Told]
) -> Iterator[Told]:
    """Counts that name a part of one before: "including five children", "among them 19 women", "a quarter of them soldiers"."""
    known = {t.counted.start for t in here}
    for index in range(sentence.start, sentence.end):
        if phrases.words[index] in lex.scopes.parts.before and phrases.words[index] != "of":
            token = page.doc[index]
            for head in _listed(token):
                counted = phrases.one(head)
                whole = _named(token, lex, here, before) if _names(token) else _whole(token, here, before)
                if (
                    counted is None
                    or whole is None
                    or counted.quantity is None
                    or counted.start in known
                    or not (_smaller(counted, whole.counted) or (whole in here and token.lower_ == "including"))
                ):
                    continue
                if (
                    counted.noun is not None
                    and counted.noun.group.class_ != "person"
                    and whole.hit.measure.class_ == "person"
                ):
                    continue
                known.add(counted.start)
                yield Told(
                    whole.measure,
                    whole.hit._replace(trigger=whole.hit.trigger),
                    counted,
                    whole.modality,
                    whole.frame,
                    whole,
                )
    yield from _amid(phrases, here, known)
    yield from _ofthem(page, sentence, phrases, [here, before], known | {t.counted.start for t in here})
    for at, one in enumerate(here):
        after = [t.lower_ for t in page.doc[one.counted.end : one.counted.end + 2]]
        if (
            one.whole is None
            and one.counted.quantity is not None
            and len(after) == 2
            and after[0] == "of"
            and after[1] in lex.scopes.parts.pronouns
        ):
            whole = _whole(page.doc[one.counted.start], [t for t in here if t is not one], before, back=True)
            if (
                whole is not None
                and _smaller(one.counted, whole.counted)
                and not (whole.measure in ENDS and one.measure != whole.measure)
            ):
                here[at] = replace(one, whole=whole)
    for quantity in phrases.within(sentence):
        if quantity.unit == "ratio" and quantity.start not in known:
            part = _share(page, quantity, phrases, here, before)
            if part is not None:
                yield part


def _amid(phrases: Phrases, here: list[Told], known: set[int]) -> Iterator[Told]:
    """Counts said to be among those of another: "a family of five among 14 killed", "two were among the 31 hurt"."""
    for whole in (t for t in list(here) if t.counted.quantity is not None and t.whole is None):
        doc, at = whole.counted.head.doc, whole.counted.start - 1
        at -= at > 0 and doc[at].tag_ in ("DT", "PRP$")
        if at < 1 or phrases.words[at] != "among":
            continue
        told = next((i for i, t in enumerate(here) if t.whole is None and _borders(t.counted, doc[at])), None)
        if told is not None:  # a part above its whole is kept as the text has it: comparing finds the fault
            here[told] = replace(here[told], whole=whole)
        elif (part := _subject(doc[at], phrases)) is not None:
            known.add(part.start)
            yield Told(whole.measure, whole.hit, part, whole.modality, whole.frame, whole)


def _ofthem(page: Page, sentence: Tokens, phrases: Phrases, told: list[list[Told]], known: set[int]) -> Iterator[Told]:
    """Parts told right behind their number: "five of them children", "three of whom were soldiers", "two of them seriously"."""
    for quantity in phrases.within(sentence):
        at = quantity.end
        if quantity.unit or quantity.start in known or phrases.words[at : at + 1] != ["of"]:
            continue
        if at + 2 >= sentence.end or phrases.words[at + 1] not in THEM:
            continue
        whole = _whole(page.doc[quantity.start], told[0], told[1], back=True)
        found = _said(page, at + 2, sentence.end, phrases)
        if whole is None or found is None or whole.hit.measure.class_ != "person":
            continue
        first, last, noun = found
        head = page.doc[quantity.start]
        part = Counted.given(head, quantity, (first, last), noun)
        if _smaller(part, whole.counted):
            yield Told(whole.measure, whole.hit, part, whole.modality, whole.frame, whole)


def _said(page: Page, at: int, end: int, phrases: Phrases) -> tuple[int, int, Noun | None] | None:
    """What stands behind "five of them": the tokens that say who or how they are, with the noun that counts persons."""
    doc = page.doc
    while at < end and phrases.words[at] in words().glue.be:
        at += 1
    if at < end and phrases.words[at] in words().state.severity and doc[at].tag_ == "RB":
        return at, at + 1, None
    last = at
    while last < end and doc[last].tag_[:2] in ("NN", "JJ") and last - at < NEAR:
        last += 1
    noun = phrases.noun(doc[last - 1]) if last > at else None
    return (at, last, noun) if noun is not None and noun.group.class_ == "person" else None


def _borders(counted: Counted, among: Token) -> bool:
    """Whether a phrase ends before the word, but for a form of "be"."""
    between = among.doc[max(counted.end, counted.head.i + 1) : among.i]
    return counted.end <= among.i and all(t.lower_ in words().glue.be or t.tag_ == "RB" for t in between)


def _subject(among: Token, phrases: Phrases) -> Counted | None:
    """The count that is said to be among others."""
    up = among.head
    heads = [c for c in children(up) if c.dep_ == "nsubj" and c.i < among.i] if up.lower_ in words().glue.be else [up]
    found = next((one for h in heads if h.i < among.i and (one := phrases.one(h))), None)
    return found if found is not None and found.quantity is not None else None


def _listed(token: Token) -> list[Token]:
    """The phrases after "including", or after "among them are"."""
    heads = [
        c
        for c in children(token)
        if c.dep_ in ("pobj", "pcomp", "dobj", "attr") and c.i > token.i and c.lower_ not in ("them", "whom", "those")
    ]
    up = token.head
    if token.lower_ == "among" and up.tag_.startswith("V"):
        heads = [c for c in children(up) if c.dep_ in ("nsubj", "attr", "nsubjpass") and c.i > token.i]
    elif token.lower_ == "among" and up.tag_.startswith("NN") and up.i > token.i:
        heads = [up]  # "14 workers, among them two women"
    return [h for head in heads for h in (head, *head.conjuncts) if h.i > token.i]


def _names(token: Token) -> Token | None:
    """The word that says of which count a part is: "dead" of "among the dead are six children"."""
    if token.lower_ != "among":
        return None
    return next((c for c in children(token) if c.dep_ == "pobj" and c.tag_[:2] in ("NN", "JJ", "VB")), None)


def _named(token: Token, lex: Lexicon, here: list[Told], before: list[Told]) -> Told | None:
    """The last count of the measure that the word after "among" says; of any measure where it says none."""
    word = _names(token)
    found = lex.triggers.get(word.lower_, ()) if word is not None else ()
    measures = {t.measure.name for t in found if t.kind in ("state", "noun", "patient")}
    if not measures or "casualties" in measures:
        return _whole(token, here, before)
    told = [t for t in here if t.counted.end <= token.i] + before[-_BACK:][::-1]
    return next((t for t in told if t.measure in measures and not t.counted.single and t.whole is None), None)


def _whole(token: Token, here: list[Told], before: list[Told], *, back: bool = False) -> Told | None:
    """The count that a part belongs to: the nearest before it in the sentence, else the last of the sentence before."""
    ahead = [t for t in here if t.counted.end <= token.i and not t.counted.single]
    if ahead:
        return max(ahead, key=lambda t: t.counted.start)
    if back or token.lower_ == "among" or token.i - opening(token) > 3:
        ahead_texts = _ahead(token)
        near = [t for t in before[-_BACK:] if not t.counted.single and t.counted.head.sent.text.strip() in ahead_texts][
            -4:
        ]
        last = list(dict.fromkeys(t.whole or t for t in near))
        return next((t for t in last if t.counted.start == last[-1].counted.start), None) if last else None
    return None


def _ahead(token: Token) -> frozenset[str]:
    """The texts of the two sentences before this one; a repeated sentence is known by its first place."""
    doc, at = token.doc, opening(token) - 1
    out: list[str] = []
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
    after = doc[quantity.end : quantity.end + 2].text.lower()
    whole = _whole(doc[quantity.start], here, before, back=True)
    if (
        whole is None
        or not after.startswith(("of them", "of those", "of whom", "of the"))
        or whole.counted.low is None
        or quantity.low is None
    ):
        return None
    value = float(round(whole.counted.low * quantity.low))
    noun = next((t for t in doc[quantity.end + 2 : quantity.end + 5] if phrases.noun(t)), None)
    hedge = "about" if quantity.hedge == "exact" or quantity.hedge == "about" else quantity.hedge
    counted = Counted(
        doc[quantity.start],
        value,
        value,
        hedge,
        quantity.start,
        quantity.end,
        (noun.i, noun.i + 1) if noun is not None else None,
        phrases.noun(noun) if noun is not None else None,
        quantity,
    )
    return Told(whole.measure, whole.hit, counted, whole.modality, whole.frame, whole, quantity.low)
