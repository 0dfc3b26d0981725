"""Findings between reports on quotes: altered, cut and broken ones."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from functools import cache

import msgspec
from rapidfuzz.distance import OSA

from ..model import Actor, Article, Finding, Quote, Record, Witness, key
from ..model.dossier import FindingKind
from ..model.words import marked, words
from ..rules.headlines import headline
from ..rules.phrases import called, clip, inside, phrases
from ..rules.tables import table

UNCLOSED = "unclosed_quote"
GARBLED = "garbled"
LONG = 7
"""Letters from which a word that differs by one is taken for the same; shorter ones ("that", "what") are not."""
FEW = 2
"""Words at the edge of a match that can be alike by chance."""
FAR = 6
"""Words between them and the rest of the match from which on they are."""
SCATTERED = 3
"""Places from which on other words are another wording of the statement (a translation, notes) and no altered quote."""
ELLIPSES = ("…", "...", ". . .")
_BRACKETS = re.compile(r"\[([^\]]+)\]")
_SENTENCE = re.compile(r"[^.!?…]+")
SELF = 5
"""One word in so many may differ between two places of one report that give one quote."""
AGREED = 6
"""Words from which on the same quote in two reports is worth a line."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `misquotes.toml`."""

    turning: list[str]
    slight: list[str]
    short: dict[str, str]


def quotes(many: Sequence[Quote], records: Sequence[Record], actors: Sequence[Actor] = ()) -> tuple[Finding, ...]:
    """What is odd about the quotes: reports that give the same words differently or in part, and broken quotes. `actors` name
    the speakers."""
    names = {r.article.id: _title(r.article) for r in records} | {a.id: a.name for a in actors}
    found = [f for group in _groups(many) for f in _compared(group, names)]
    return (*sorted(found, key=lambda f: f.id), *(f for q in many for f in _broken(q)))


def _title(article: Article) -> str:
    """What a reader knows the report by: its outlet, else its headline, else that it is one."""
    return clip(article.outlet or headline(article), 60) or "one report"


def _groups(many: Sequence[Quote]) -> Iterator[list[Quote]]:
    """Quotes joined by `same_as`, directly or through others; each group in the order of the whole."""
    by_id, order, seen = {q.id: q for q in many}, {q.id: i for i, q in enumerate(many)}, set()
    for quote in many:
        if quote.id in seen or not quote.same_as:
            continue
        group, waiting = {quote.id}, [quote.id]
        while waiting:
            for one in by_id[waiting.pop()].same_as:
                if one in by_id and one not in group:
                    group.add(one)
                    waiting.append(one)
        seen |= group
        yield [by_id[i] for i in sorted(group, key=order.__getitem__)]


def _compared(group: list[Quote], names: dict[str, str]) -> Iterator[Finding]:
    """The commonest wording against each other one; ties go to the longer, then to the first."""
    wordings: dict[tuple[str, ...], list[Quote]] = {}
    for quote in group:
        wordings.setdefault(_said(quote), []).append(quote)
    ranked = sorted(wordings.items(), key=lambda w: (-len(w[1]), -len(w[0]), _place(w[1][0])))
    (said, first), others = ranked[0], ranked[1:]
    if len({q.span.article for q in first}) > 1 and len(said) >= AGREED:
        yield _finding(
            "agreement",
            tuple(first),
            f"{len({q.span.article for q in first})} reports give these words{_of(_speaker(first, names))} alike",
        )
    for _, quotes in others:
        yield from _pair(first[0], quotes[0], names)


def _place(quote: Quote) -> tuple[str, int]:
    return quote.span.article, quote.span.start


def _pair(left: Quote, right: Quote, names: dict[str, str]) -> Iterator[Finding]:
    mine, theirs = _said(left), _said(right)
    if _plainly(mine) == _plainly(theirs):
        return  # an article or a short form tells nothing
    who = _speaker((left, right), names)
    changes = [c for c in _changes(mine, theirs) if not {*c} & (_editorial(left.text) | _editorial(right.text))]
    changes = [(a, b) for a, b in changes if _plainly(a.split()) != _plainly(b.split())]
    if sum(bool(a and b) for a, b in changes) >= SCATTERED:
        yield _finding(
            "scope", (left, right), f"one statement{_of(who)} in two wordings, as two translations of it are"
        )
    elif changes and left.span.article == right.span.article and not _close(changes, mine, theirs):
        return  # two sentences of one report that have some words in common
    elif changes and not _marked_cut(left, right, changes):
        told = "; ".join(f"“{a}” against “{b}”" if a and b else f"“{a or b}” in only one of them" for a, b in changes)
        yield _finding("conflict", (left, right), f"the same words{_of(who)} are given differently: {told}")
    elif left.kind == right.kind == "direct" and mine != theirs:
        short = left if len(mine) < len(theirs) else right
        missing = abs(len(theirs) - len(mine))
        count = "a word" if missing == 1 else f"{missing} words"
        why = f"{names.get(short.span.article, 'one report')} leaves out {count} of what the other quotes{_of(who)}"
        why += _turned(short, right if short is left else left)
        yield _finding("subset", (left, right), why)


def _close(changes: Sequence[tuple[str, str]], mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether so little is changed that the words are one quote, given twice."""
    changed = sum(max(len(a.split()), len(b.split())) for a, b in changes)
    return changed * SELF <= min(len(mine), len(theirs))


def _plainly(said: Sequence[str]) -> tuple[str, ...]:
    """The words without slight ones, short forms written out: "we'll" is "we will"."""
    return tuple(word for one in said for word in _written(one.replace("’", "'")).split() if word not in _slight())


@cache
def _slight() -> frozenset[str]:
    return frozenset(table("misquotes", Words).slight)


@cache
def _written(word: str) -> str:
    found = next((end for end in table("misquotes", Words).short if word.endswith(end)), None)
    return f"{word.removesuffix(found)} {table('misquotes', Words).short[found]}" if found else word


def _speaker(quotes: Sequence[Quote], names: dict[str, str]) -> str:
    """The speaker by name where it is known; a pronoun tells a reader nothing."""
    known = [names[q.speaker] for q in quotes if q.speaker in names]
    texts = [called(q.speaker_text, None, str) for q in quotes]
    return next((who for who in (*known, *texts) if who and who != phrases().somebody), "")


def _of(who: str) -> str:
    return f" of {inside(who)}" if who else ""


def _said(quote: Quote) -> tuple[str, ...]:
    return words(quote.text) if quote.kind == "direct" else words(" ".join(marked(quote.text)))


def _changes(mine: tuple[str, ...], theirs: tuple[str, ...]) -> list[tuple[str, str]]:
    """The words that differ between the first and the last word that both have; what goes before or after is a cut."""
    blocks = [b for b in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks() if b.size]
    while len(blocks) > 1 and _stray(blocks[0], blocks[1]):
        del blocks[0]
    while len(blocks) > 1 and _stray(blocks[-1], blocks[-2]):
        del blocks[-1]
    out = []
    for one, after in itertools.pairwise(blocks):
        a, b = mine[one.a + one.size : after.a], theirs[one.b + one.size : after.b]
        if not _spelling("".join(a), "".join(b)):
            out.append((" ".join(a), " ".join(b)))
    return out


def _stray(edge: Match, beside: Match) -> bool:
    """Whether words at an edge are alike by chance: a word or two, far from all the others."""
    first, second = sorted((edge, beside))
    gap = max(second.a - first.a - first.size, second.b - first.b - first.size)
    return edge.size <= FEW and gap > FAR


def _editorial(text: str) -> frozenset[str]:
    """The words that a report puts in square brackets, as its own within a quote."""
    return frozenset(" ".join(words(one)) for one in _BRACKETS.findall(text))


def _marked_cut(left: Quote, right: Quote, changes: Sequence[tuple[str, str]]) -> bool:
    """Whether all that differs is left out where the shorter quote has an ellipsis."""
    out = {bool(a) for a, _ in changes}
    short = right if out == {True} else left
    return len(out) == 1 and all(not a or not b for a, b in changes) and any(dots in short.text for dots in ELLIPSES)


def _turned(short: Quote, long: Quote) -> str:
    """The rest of the sentence that a quote breaks off in, where it holds a word that denies, limits or sets a condition."""
    kept = words(short.text)
    for sentence in _SENTENCE.findall(long.text):
        said = words(sentence)
        tail = next((said[i:] for i in range(1, len(said)) if kept[-FEW - 1 :] == said[max(0, i - FEW - 1) : i]), ())
        lead = next((said[:i] for i in range(1, len(said)) if kept[: FEW + 1] == said[i : i + FEW + 1]), ())
        for rest in (tail, lead):
            if turning := [w for w in rest[:-1] if w in _turning() or w.endswith("n't")]:
                return f", with “{turning[0]}” among them: “{clip(' '.join(rest), 90)}”"
    return ""


@cache
def _turning() -> frozenset[str]:
    return frozenset(table("misquotes", Words).turning)


def _spelling(left: str, right: str) -> bool:
    """Whether two words are one in other spelling: "e-mail", "co-operation", "modelling"."""
    one, other = (re.sub(r"[\W_]", "", word) for word in (left, right))
    if one == other:
        return True
    return min(len(one), len(other)) >= LONG and (one + other).isalpha() and OSA.distance(one, other) <= 1


def _broken(quote: Quote) -> Iterator[Finding]:
    if UNCLOSED in quote.flags:
        yield _finding(
            "garbled",
            (quote,),
            "the quotation mark is opened and never closed, so that the end of the quote is not known",
        )
    if GARBLED in quote.flags:
        yield _finding("garbled", (quote,), "words of the quote are garbled in this report")


def _finding(kind: FindingKind, quotes: tuple[Quote, ...], why: str) -> Finding:
    readings = tuple(Witness(id=q.id, article=q.span.article, span=q.span) for q in quotes)
    return Finding(
        id=key("quote", kind, why, *(q.id for q in quotes)), kind=kind, about=quotes[0].id, readings=readings, why=why
    )
