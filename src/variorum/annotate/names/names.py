"""The steps of finding mentions, in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...model import Article, Mention, Role, Span, cut
from .refer import referring
from .roles import by_pronoun, give
from .spans import found
from .words import Name, Words, read

if TYPE_CHECKING:
    from spacy.tokens import Doc


def names(article: Article, doc: Doc) -> Iterator[Mention]:
    """Mentions in text order, in live parts only; a role that precedes or follows a name is a nominal mention of its own."""
    if not len(doc):
        return
    words = read(article, doc)
    own = found(words)
    titled = give(words, own)
    meant = referring(words, own)
    by_pronoun(words, own, meant)
    everything = sorted([*own, *titled, *meant], key=lambda n: (n.start, n.end))
    for name in everything:
        yield _mention(words, name)


def _span(words: Words, pair: tuple[int, int]) -> Span:
    start, end = pair
    return cut(words.article.id, words.article.text, words.at[start], words.to[end - 1])


def _mention(words: Words, name: Name) -> Mention:
    roles = tuple(Role(span.text, span) for span in (_span(words, pair) for pair in name.roles))
    antecedent = _span(words, name.antecedent) if name.antecedent else None
    return Mention(_span(words, (name.start, name.end)), name.kind, name.form, roles, antecedent)  # type: ignore[arg-type]
