"""Passages that articles share word for word, found through an index of word runs: exact, and linear in the text.

An article that another copied and lightly edited shows as many passages with short gaps between them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from ..model import Article, Passage, Reuse
from ..rules.tables import table

RUN = 8
"""Words in a row that make two texts share a passage; shorter runs are common phrases."""
LEAST = 12
"""Words of the shortest passage worth naming; a name with its title is 8 to 10 words long."""
COPY = 0.5
"""Share of the shorter article's words in common from which it is called a copy."""
CROWD = 200
"""Places that one run of words may stand in before it is taken for boilerplate and left aside."""

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»")

Token = tuple[str, int, int]


class Agencies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """names: news agencies whose credit marks a text as theirs."""

    names: list[str]


@cache
def _agency(language: str = "en") -> re.Pattern[str]:
    names = sorted(table("agencies", Agencies, language=language).names, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, names))})\b")


def reuse(articles: Sequence[Article]) -> tuple[Reuse, ...]:
    """What the articles of one story share, by the set of articles that share it; those with the most words first."""
    words = {a.id: _tokens(a) for a in articles}
    by_set: dict[tuple[str, ...], list[Passage]] = defaultdict(list)
    sizes: dict[tuple[str, ...], int] = defaultdict(int)
    for members, passage, size in _passages(articles, words):
        by_set[members].append(passage)
        sizes[members] += size
    texts = {a.id: a for a in articles}
    order = sorted(by_set, key=lambda members: (-sizes[members], members))
    return tuple(_reuse(members, by_set[members], sizes[members], texts, words) for members in order)


def _tokens(article: Article) -> list[Token]:
    """The words of all but furniture, lower-cased, with their offsets."""
    return [
        (m[0].lower(), m.start(), m.end())
        for part in article.stretches()
        for m in WORD.finditer(article.text, part.start, part.end)
    ]


def _passages(
    articles: Sequence[Article], words: dict[str, list[Token]]
) -> Iterator[tuple[tuple[str, ...], Passage, int]]:
    """(ids, passage, words). A passage belongs to the first article that has it; the others' places are aligned with it."""
    index: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for article in articles:
        tokens = words[article.id]
        for at in range(len(tokens) - RUN + 1):
            index[tuple(t[0] for t in tokens[at : at + RUN])].append((article.id, at))
    texts = {a.id: a for a in articles}
    for article in articles:
        tokens = words[article.id]
        at = 0
        while at <= len(tokens) - RUN:
            places = _others(index[tuple(t[0] for t in tokens[at : at + RUN])], article.id, at)
            if not places:
                at += 1
                continue
            length = RUN
            while at + length < len(tokens) and all(
                _goes_on(words[who], spot + length, tokens[at + length][0]) for who, spot in places
            ):
                length += 1
            if length >= LEAST:
                spots = [(article.id, at), *places]
                spans = tuple(
                    texts[who].cut(words[who][spot][1], words[who][spot + length - 1][2]) for who, spot in spots
                )
                yield tuple(sorted(who for who, _ in spots)), Passage(spans=spans), length
            at += length - RUN + 1
            at = max(at, 1)


def _others(places: list[tuple[str, int]], own: str, at: int) -> list[tuple[str, int]]:
    """One place in each other article, if this article is the first that has the run; else none."""
    if len(places) < 2 or len(places) > CROWD or places[0] != (own, at):
        return []
    first: dict[str, int] = {}
    for who, spot in places:
        if who != own:
            first.setdefault(who, spot)
    return list(first.items())


def _goes_on(tokens: list[Token], at: int, word: str) -> bool:
    return at < len(tokens) and tokens[at][0] == word


def _reuse(
    members: tuple[str, ...],
    passages: list[Passage],
    size: int,
    texts: dict[str, Article],
    words: dict[str, list[Token]],
) -> Reuse:
    share = size / max(1, min(len(words[who]) for who in members))
    credit = next((found[0] for who in members if (found := _agency().search(_head(texts[who])))), None)
    most = f"{size} words in {len(passages)} passage{'s' if len(passages) > 1 else ''}"
    if credit and share >= COPY:
        return Reuse(
            articles=members,
            passages=tuple(passages),
            kind="wire",
            why=f"{most} are the same, and {credit} is credited",
        )
    if share < COPY and all(_quoted(texts, passage) for passage in passages):
        return Reuse(articles=members, passages=tuple(passages), kind="quote", why=f"{most} of quotation are the same")
    return Reuse(
        articles=members,
        passages=tuple(passages),
        kind="copy",
        why=f"{most} are the same, {min(100, round(100 * share))} % of the shorter report",
    )


def _head(article: Article) -> str:
    """Where an agency is credited: the beginning and the end of a text."""
    return article.text[:200] + "\n" + article.text[-200:]


def _quoted(texts: dict[str, Article], passage: Passage) -> bool:
    """Whether most of the passage stands within quotation marks where it first occurs."""
    span = passage.spans[0]
    text = texts[span.article].text
    inside = sum(
        max(0, min(m.end(), span.end) - max(m.start(), span.start))
        for m in QUOTED.finditer(text, max(0, span.start - 1000), min(len(text), span.end + 1000))
    )
    return inside >= 0.7 * (span.end - span.start)
