"""What the articles of a story share, word for word or lightly edited: a copy, an agency's text or a quotation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from ..model import Article, Passage, Reuse, Span
from ..rules.credits import credited
from .notices import Stretches
from .passages import Shared, Stretch, pairs, shared
from .tokens import Words, tokens

QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»")
MOSTLY = 0.7
"""Share of a passage within quotation marks from which it is a quotation."""
AROUND = 1000
"""Characters about a passage in which its quotation marks are looked for."""


def reuse(articles: Sequence[Article], without: Mapping[str, Stretches] | None = None) -> tuple[Reuse, ...]:
    """What the articles of one story share, by the set of articles that share it, quotations apart; those with the most words
    first. `without` are stretches by article that count for nothing, as `notices` finds them."""
    words = tokens(articles, without)
    together: dict[tuple[tuple[int, ...], bool], list[Shared]] = defaultdict(list)
    for one in shared(pairs(words)):
        quoted = any(_quoted(articles[s.article], _span(s, words)) for s in one.places)
        together[tuple(s.article for s in one.places), quoted].append(one)
    agencies = {i: _agency(articles[i]) for i in sorted({i for who, _ in together for i in who})}
    made = [_made(who, quoted, every, words, agencies) for (who, quoted), every in together.items()]
    return tuple(one for _, one in sorted(made, key=lambda pair: (-pair[0], pair[1].articles, pair[1].kind)))


def _agency(article: Article) -> str | None:
    return next((one.agency for one in credited(article) if one.whole), None)


def _made(
    who: Sequence[int], quoted: bool, every: Sequence[Shared], words: Words, agencies: Mapping[int, str | None]
) -> tuple[int, Reuse]:
    """How many words these articles share, and what they share."""
    size = sum(one.size for one in every)
    passages = tuple(Passage(spans=tuple(_span(s, words) for s in one.places)) for one in every)
    credit = next((name for i in who if (name := agencies[i])), None)
    kind: Literal["copy", "wire", "quote"] = "quote" if quoted else "wire" if credit else "copy"
    why = _why(kind, every, size, min(words.count(i) for i in who), credit)
    members = tuple(sorted(words.articles[i].id for i in who))
    return size, Reuse(articles=members, passages=passages, kind=kind, why=why)


def _why(kind: str, every: Sequence[Shared], size: int, least: int, credit: str | None) -> str:
    """In one sentence, why it is of this kind."""
    most = f"{size} words in {len(every)} passage{'s' if len(every) > 1 else ''}"
    changed = max((s.end - s.start for one in every for s in one.places), default=0) and _changed(every)
    edited = f", {changed} % of their wording changed" if changed else ""
    if kind == "quote":
        return f"{most} of quotation are the same{edited}"
    share = f"{min(100, round(100 * size / max(1, least)))} % of the shorter report{edited}"
    return f"{most} are the same, {share}" + (f", and {credit} is credited" if credit else "")


def _changed(every: Sequence[Shared]) -> int:
    """Words of the longest stretches that are not the same in all, in percent."""
    whole = sum(max(s.end - s.start for s in one.places) for one in every)
    return round(100 * (whole - sum(one.size for one in every)) / max(1, whole))


def _span(one: Stretch, words: Words) -> Span:
    article = words.articles[one.article]
    return article.cut(words.place(one.article, one.start)[0], words.place(one.article, one.end - 1)[1])


def _quoted(article: Article, span: Span) -> bool:
    """Whether most of the passage stands within quotation marks."""
    inside = sum(
        max(0, min(m.end(), span.end) - max(m.start(), span.start))
        for m in QUOTED.finditer(article.text, max(0, span.start - AROUND), min(len(article.text), span.end + AROUND))
    )
    return inside >= MOSTLY * (span.end - span.start)
