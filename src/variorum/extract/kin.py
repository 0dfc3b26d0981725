"""What hangs on a word and where its sentence lies, looked up once for a parse: spaCy walks the tree anew at each question.
Most words are never asked about, so nothing is worked out ahead but where sentences begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BOUNDS = "kin.bounds"
T = TypeVar("T")
_MISSING = object()


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


@kept
def children(token: Token) -> tuple[Token, ...]:
    """What hangs on a word, in text order."""
    return tuple(token.children)


@kept
def lefts(token: Token) -> tuple[Token, ...]:
    """What hangs on a word and stands before it."""
    return tuple(token.lefts)


@kept
def rights(token: Token) -> tuple[Token, ...]:
    """What hangs on a word and stands after it."""
    return tuple(token.rights)


def opening(token: Token) -> int:
    """The number of the first token of a word's sentence."""
    starts = _starts(token.doc)
    return starts[bisect_right(starts, token.i) - 1]


def closing(token: Token) -> int:
    """The number of the token after a word's sentence."""
    starts = _starts(token.doc)
    after = bisect_right(starts, token.i)
    return starts[after] if after < len(starts) else len(token.doc)


def _starts(doc: Doc) -> list[int]:
    """The numbers of the tokens that begin sentences."""
    found: list[int] | None = doc.user_data.get(BOUNDS)
    if found is None:
        found = doc.user_data[BOUNDS] = [sentence.start for sentence in doc.sents]
    return found
