"""What hangs on a word and where its sentence lies, looked up once for a parse: spaCy walks the tree anew at each question,
four to twenty times as slow."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MEMO = "kin"
T = TypeVar("T")
_MISSING = object()


class Kin(NamedTuple):
    """By number of token: what hangs on it, in text order, and the first token of its sentence and the one after the last."""

    children: list[tuple[Token, ...]]
    lefts: list[tuple[Token, ...]]
    rights: list[tuple[Token, ...]]
    sentences: list[tuple[int, int]]


def kept(question: Callable[[Token], T]) -> Callable[[Token], T]:
    """A question about a word that is answered once for a parse. Nobody may change the answer."""
    name = f"{question.__module__}.{question.__qualname__}"

    @wraps(question)
    def asked(token: Token) -> T:
        memo = token.doc.user_data
        answers: dict[int, Any] | None = memo.get(name)
        if answers is None:
            answers = memo[name] = {}
        found = answers.get(token.i, _MISSING)
        if found is _MISSING:
            found = answers[token.i] = question(token)
        return found  # type: ignore[no-any-return]

    return asked


def children(token: Token) -> tuple[Token, ...]:
    """What hangs on a word, in text order."""
    return _kin(token.doc).children[token.i]


def lefts(token: Token) -> tuple[Token, ...]:
    """What hangs on a word and stands before it."""
    return _kin(token.doc).lefts[token.i]


def rights(token: Token) -> tuple[Token, ...]:
    """What hangs on a word and stands after it."""
    return _kin(token.doc).rights[token.i]


def opening(token: Token) -> int:
    """The number of the first token of a word's sentence."""
    return _kin(token.doc).sentences[token.i][0]


def closing(token: Token) -> int:
    """The number of the token after a word's sentence."""
    return _kin(token.doc).sentences[token.i][1]


def _kin(doc: Doc) -> Kin:
    found: Kin | None = doc.user_data.get(MEMO)
    if found is None:
        found = doc.user_data[MEMO] = _made(doc)
    return found


def _made(doc: Doc) -> Kin:
    before: list[list[Token]] = [[] for _ in range(len(doc))]
    after: list[list[Token]] = [[] for _ in range(len(doc))]
    for token, step in zip(doc, doc.to_array("HEAD").astype("int64").tolist(), strict=True):
        if step:
            (before if step > 0 else after)[token.i + step].append(token)
    return Kin(
        [(*left, *right) for left, right in zip(before, after, strict=True)],
        [tuple(left) for left in before],
        [tuple(right) for right in after],
        [(s.start, s.end) for s in doc.sents for _ in range(s.start, s.end)],
    )
