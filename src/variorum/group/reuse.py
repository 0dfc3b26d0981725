"""What the articles of a story share word for word, and whether it is a copy, an agency's text or a quotation.

An article that another copied and lightly edited shows as many passages with short gaps between them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec

from ..model import Article, Passage, Reuse, Span
from ..rules.tables import table
from .passages import Shared, Words, shared, tokens

COPY = 0.5
"""Share of the shorter article's words in common from which it is called a copy."""
QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»")


class Agencies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """names: news agencies whose credit marks a text as theirs."""

    names: list[str]


@cache
def _agency(language: str = "en") -> re.Pattern[str]:
    names = sorted(table("agencies", Agencies, language=language).names, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, names))})\b")


def reuse(articles: Sequence[Article]) -> tuple[Reuse, ...]:
    """What the articles of one story share, by the set of articles that share it; those with the most words first."""
    words = tokens(articles)
    together: dict[frozenset[int], list[Shared]] = defaultdict(list)
    for one in shared(words):
        together[frozenset(who for who, _ in one.places)].append(one)
    made = [_made(sorted(who), every, articles, words) for who, every in together.items()]
    return tuple(one for _, one in sorted(made, key=lambda pair: (-pair[0], pair[1].articles)))


def _made(who: Sequence[int], every: Sequence[Shared], articles: Sequence[Article], words: Words) -> tuple[int, Reuse]:
    """How many words these articles share, and what they share."""
    size = sum(one.size for one in every)
    share = size / max(1, min(words.count(i) for i in who))
    passages = tuple(Passage(spans=_spans(one, articles, words)) for one in every)
    members = sorted((articles[i] for i in who), key=lambda a: a.id)
    kind, why = _judged(members, passages, size, share)
    return size, Reuse(articles=tuple(a.id for a in members), passages=passages, kind=kind, why=why)


def _spans(one: Shared, articles: Sequence[Article], words: Words) -> tuple[Span, ...]:
    return tuple(articles[i].cut(words.starts[at], words.ends[at + one.size - 1]) for i, at in one.places)


def _judged(
    members: Sequence[Article], passages: Sequence[Passage], size: int, share: float
) -> tuple[Literal["copy", "wire", "quote"], str]:
    """The kind, and why. `share` is that of the shortest report's words."""
    credit = next((found[0] for a in members if (found := _agency().search(_head(a)))), None)
    most = f"{size} words in {len(passages)} passage{'s' if len(passages) > 1 else ''}"
    if credit and share >= COPY:
        return "wire", f"{most} are the same, and {credit} is credited"
    texts = {a.id: a for a in members}
    if share < COPY and all(_quoted(texts, passage) for passage in passages):
        return "quote", f"{most} of quotation are the same"
    return "copy", f"{most} are the same, {min(100, round(100 * share))} % of the shorter report"


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
