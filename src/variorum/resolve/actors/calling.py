"""Phrases with a calling, or an office held no longer: "the former coast guard chief", "the Danish striker"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...rules.nations import nation
from ...rules.people import callings, dead, lower, past, role_last, role_words, small
from .fold import fold
from .nodes import Node

STAR = "star"
"""The calling whose row lists those whom news likes to tell by their nation."""


@dataclass(frozen=True)
class Calling:
    """A role as words: its last noun, what tells it from others (nations by code), and whether it is held no longer."""

    head: str
    words: frozenset[str]
    lower: frozenset[str]
    over: bool


def called(text: str, people: Mapping[Node, Iterable[str]], here: set[Node]) -> list[Node]:
    """Those whom a phrase can mean by the roles that the reports give: with words of its own anybody in the story, without
    them somebody told of in its article."""
    wanted = calling(text)
    if wanted is None:
        return []
    for heads in ((wanted.head,), callings().get(wanted.head, ())):
        found = [n for n in sorted(people) if (n in here or wanted.words) and _is(wanted, heads, people[n], n in here)]
        near = [node for node in found if node in here]
        if found:
            return near or found
    return []


def _is(wanted: Calling, heads: Sequence[str], roles: Iterable[str], here: bool) -> bool:
    return any(_fits(wanted, heads, role, here) for text in roles if (role := calling(text)))


def _fits(wanted: Calling, heads: Sequence[str], role: Calling, here: bool) -> bool:
    """Whether the role has the phrase's words; a nation that no role tells may be that of a star told of `here`. Who was
    something is no longer it; who is something may have been it."""
    famed = here and role.head == wanted.head in callings().get(STAR, ()) and not any(w.isupper() for w in role.words)
    wanting = {word for word in wanted.words if not (famed and word.isupper())}
    over = wanted.over or not role.over or not role_words().get(role.head)
    return role.head in heads and wanting <= role.words and wanted.lower == role.lower and over


@lru_cache(maxsize=8192)
def calling(text: str) -> Calling | None:
    """A role's text taken apart; None where its last word is no role. What follows a small word ("of", "for") only tells."""
    plain = fold(text).replace("-", " ").replace("'s", " ").replace(",", " ").split()
    cut = next((i for i, word in enumerate(plain) if i and word in small() and plain[i - 1] in role_last()), len(plain))
    if not cut or plain[cut - 1] not in role_last():
        return None
    rest = [word for word in (*plain[: cut - 1], *plain[cut:]) if word not in small()]
    telling = frozenset(
        here[0] if (here := nation(word)) else word for word in rest if word not in (past() | lower()) - dead()
    )
    offices = frozenset(word for word in rest if word in lower() and word not in past())
    return Calling(plain[cut - 1], telling, offices, any(word in past() & lower() for word in rest))
