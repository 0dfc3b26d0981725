"""Agreements that a page tells of as made: steps in their life, and their terms. What is only proposed is a position."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...model import AgreementClaim, Expression, Term
from ...model.claim import AgreementStep, ProvisionKind
from ...model.page import Page
from ..attribution import attribution
from ..syntax import DEPTH
from ..terms import terms
from .names import definite, kind, length, named, real, sides, spans, through
from .provisions import provisions
from .steps import Found, again, deeds, end, start, verbs
from .words import lexicon, nouns, phrases, weak, words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

MOST = 12
"""Claims of one sentence: what has more is a list, or a slip of the parse."""


def agreements(page: Page) -> Iterator[AgreementClaim]:
    """What is told of agreements, in text order; hopes, drafts and questions left out."""
    lower = page.words
    plain = not nouns().keys().isdisjoint(lower)
    spots = [at for at, word in enumerate(lower) if word in nouns() or word in weak()] if plain else []
    spots = spots or [at for at, word in enumerate(lower) if word in weak()]
    if not spots:
        return
    last: Token | None = None
    for sentence in page.sentences:
        low = bisect_left(spots, sentence.start)
        near = [page.doc[i] for i in spots[low : bisect_left(spots, sentence.end)]]
        there = [(noun, what) for noun in near if (what := kind(noun, plain=plain)) and real(noun)]
        if (there or last is not None) and not sentence.text.rstrip().endswith("?"):
            yield from _told(page, sentence, dict(there), last, plain=plain)
        subjects = [n for n, _ in there if n.dep_ in ("nsubj", "nsubjpass")]
        last = subjects[0] if subjects else last if last is not None and _goes_on(sentence) else None


def _goes_on(sentence: Tokens) -> bool:
    """Whether a sentence opens with a pronoun, so that what it takes up is still meant after it."""
    return sentence[0].lower_ in words("again")


def _told(
    page: Page, sentence: Tokens, there: dict[Token, str], last: Token | None, *, plain: bool
) -> Iterator[AgreementClaim]:
    headline = page.kind(sentence.start_char) == "headline"
    numbers = {noun.i for noun in there}
    found: list[Found] = []
    for at in range(sentence.start, sentence.end):
        token = page.doc[at]
        if token.lower_ not in lexicon().verbs:
            continue
        made = list(verbs(token, numbers, headline=headline)) if numbers else []
        if not made and again(token, last) and last is not None and _term(token):
            made = [Found(last, token, "term", start(token), end(token))]
        found += made
    steps = {f.noun.i for f in found if f.what != "term"}
    for noun in there:
        deed = deeds(noun, headline=headline)
        found += [deed] if deed is not None else []
        if definite(noun, headline=headline) or noun.i in steps:
            found += [f for f in provisions(noun) if not any(f.at.i == g.at.i for g in found)]
    sure = [f for f in found if f.what != "term" or f.noun.i in steps or _sure(f, there, headline=headline)]
    for one in sure[:MOST]:
        yield _claim(page, sentence, one, there.get(one.noun) or kind(one.noun, plain=plain) or "deal")
        yield from _beside(page, sentence, one, there)
    told = {f.noun.i for f in sure}
    for noun, what in there.items():
        if noun.i not in told and definite(noun) and (length(page, noun) or len(sides(noun)) > 1 or through(noun)):
            yield _claim(page, sentence, Found(noun, noun, "", *_extent(page, noun)), what)


def _term(token: Token) -> bool:
    """Whether a verb can tell a term without more words."""
    return any(p.row.type == "term" and not p.words for p in lexicon().verbs[token.lower_])


def _sure(one: Found, there: dict[Token, str], *, headline: bool) -> bool:
    """Whether a term is that of an agreement in force: of a certain one, and not by "would", which is a proposal's."""
    return one.noun not in there or definite(one.noun, headline=headline)


def _extent(page: Page, noun: Token) -> tuple[int, int]:
    name = named(page, noun)
    found = page.doc.char_span(name.start, name.end, alignment_mode="expand")
    return (found.start, found.end) if found is not None else (noun.i, noun.i + 1)


def _claim(page: Page, sentence: Tokens, one: Found, what: str) -> AgreementClaim:
    own = one.what not in ("term", "")
    span = page.cut(_opened(page, one), one.end)
    return AgreementClaim(
        article=page.article.id,
        spans=(span,),
        sentence=page.span(sentence),
        part=page.kind(sentence.start_char),
        attribution=attribution(page, one.at),
        kind=what,
        name=named(page, one.noun),
        step=_step(one.what) if own else None,
        planned=one.planned,
        provision=_provision(span.text) if one.what == "term" else None,
        length=length(page, one.noun),
        parties=spans(page, [*one.parties, *sides(one.noun)]),
        mediators=spans(page, [*one.mediators, *through(one.noun)]),
        by=next(iter(spans(page, list(one.by))), None),
        accuser=next(iter(spans(page, list(one.accuser))), None),
        terms=_terms(page, one),
        times=_times(page, sentence, one) if own else (),
    )


def _opened(page: Page, one: Found) -> int:
    """The first token; where a quotation is closed in the words, the mark that opens it."""
    before = page.doc[one.start - 1].text if one.start else ""
    inside = [t.text for t in page.doc[one.start : one.end]]
    return one.start - 1 if before == "“" and inside.count("”") > inside.count("“") else one.start


def _beside(page: Page, sentence: Tokens, one: Found, there: dict[Token, str]) -> Iterator[AgreementClaim]:
    """What was agreed along with it, as a term: "agreed a truce and the release of the crew"."""
    for noun in one.beside:
        start, end = noun.left_edge.i, noun.right_edge.i + 1
        yield _claim(page, sentence, Found(one.noun, noun, "term", start, end), there[one.noun])


def _terms(page: Page, one: Found) -> tuple[Term, ...]:
    """The terms in the words that tell, but for the length in the agreement's own name."""
    own = length(page, one.noun)
    return tuple(t for t in terms(page, one.start, one.end) if own is None or t.value != own.value) if one.what else ()


def _provision(text: str) -> ProvisionKind:
    low = text.lower().split()
    if not words("prolonging").isdisjoint(low):
        return "extension"
    line = " ".join(low)
    swapped = any(" ".join(p) in line for p in phrases("swaps")) or "for every" in line or "for each" in line
    return "exchange" if swapped else "term"


def _step(what: str) -> AgreementStep:
    return what  # type: ignore[return-value]


def _times(page: Page, sentence: Tokens, one: Found) -> tuple[Expression, ...]:
    """The times of the step's own clause: those under its word before another finite verb, the nearest first."""
    found: list[tuple[int, Expression]] = []
    for time in page.times(sentence.start_char, sentence.end_char):
        if time.type not in ("DATE", "TIME"):
            continue
        words = page.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        at = words.root if words is not None else None
        for _ in range(2 * DEPTH):
            if at is None or at.i == one.at.i:
                break
            if at.head.i == at.i or at.tag_[:2] in ("VB", "MD"):
                at = None
                break
            at = at.head
        if at is not None:
            found.append((abs(time.span.start - one.at.idx), time))
    return tuple(time for _, time in sorted(found, key=lambda f: (f[0], f[1].span.start))) or _since(page, one)


def _since(page: Page, one: Found) -> tuple[Expression, ...]:
    """The time on which the clause hangs: "talks in November, where the truce was agreed"."""
    at = one.at
    for _ in range(DEPTH):
        if at.dep_ == "relcl" and at.head.ent_type_ == "DATE":
            return page.times(at.head.left_edge.idx, at.head.idx + len(at.head.text))
        if at.head.i == at.i or at.dep_ == "ROOT":
            break
        at = at.head
    return ()


__all__ = ["agreements"]
