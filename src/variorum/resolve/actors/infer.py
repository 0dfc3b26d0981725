"""Roles without a name, linked to a person when the other reports make it unambiguous."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...model import Mention
from ...rules.nations import nation
from ...rules.people import alike, fields, lower, role_words, small, sole
from .calling import called
from .fold import fold
from .nodes import Node


@dataclass(frozen=True)
class Office:
    """A role taken apart: classes of its head, other words that say which office, the nations and names it belongs to."""

    heads: frozenset[str]
    words: frozenset[str]
    nations: frozenset[str]
    names: frozenset[str]
    word: str = ""
    """The head as the text has it."""


@lru_cache(maxsize=8192)
def office(text: str) -> Office | None:
    """The office that a role's text names; None for a calling, a former or a lower office."""
    words = [w for w in fold(text).replace("-", " ").replace("'s", " ").replace(",", " ").split() if w not in small()]
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            classes = role_words().get(" ".join(words[at : at + size])) or role_words().get(
                _spelt(words, at, size, text)
            )
            if classes:
                rest = words[:at] + words[at + size :]
                return (
                    None
                    if any(w in lower() for w in rest)
                    else _office(text, classes, rest, " ".join(words[at : at + size]))
                )
    return None


def callings(text: str) -> frozenset[str]:
    """The classes of offices in a role's text, or the calling itself ("goalkeeper")."""
    words = [w for w in fold(text).replace("-", " ").replace("'s", " ").replace(",", " ").split() if w not in small()]
    known = [(w, role_words()[w]) for w in words if w in role_words()]
    return frozenset(c for word, classes in known for c in (classes or {word}))


def _spelt(words: list[str], at: int, size: int, text: str) -> str:
    """Phrases such as "head of state", whose small words were left out."""
    return " of ".join(words[at : at + size]) if size == 2 and " of " in text.lower() else ""


def _office(text: str, classes: frozenset[str], rest: list[str], word: str) -> Office:
    lands: set[str] = set()
    names: set[str] = set()
    words: set[str] = set()
    at = 0
    capital = {fold(w.strip(",.")) for w in text.split() if w[:1].isupper()}
    while at < len(rest):
        two = nation(" ".join(rest[at : at + 2])) if at + 1 < len(rest) else None
        one = nation(rest[at]) if rest[at] != "us" or "US" in text else None
        if two or one:
            lands.add((two or one or ("", ""))[0])
            at += 2 if two else 1
            continue
        (names if rest[at] in capital and rest[at] not in fields() else words).add(rest[at])
        at += 1
    return Office(classes, frozenset(words), frozenset(lands), frozenset(names), word)


def fits(phrase: Office, role: Office) -> bool:
    """Whether the phrase can mean the holder of the role: a shared class, the same field, the same nation or body."""
    if not phrase.heads & role.heads or not phrase.nations <= role.nations or not phrase.names <= role.names:
        return False
    if not (phrase.nations or phrase.names):
        return False
    return (
        all(
            w in role.words
            or w in role.names
            or any(w in group and group & (role.words | role.names) for group in alike())
            for w in sorted(phrase.words)
        )
        and _field(role) <= _field(phrase) | phrase.names
    )


def _field(role: Office) -> frozenset[str]:
    """The fields of office that a phrase must name too: a foreign minister is no finance minister."""
    return role.words & fields() - {"national", "security", "state"}


def inferred(
    mentions: Sequence[tuple[Mention, str]], people: dict[Node, list[str]], present: dict[str, set[Node]]
) -> Iterator[tuple[Mention, Node]]:
    """Role phrases without a name whose office one person of the story holds, by the roles that texts join to names. A bare
    "the president" says too little: it means a person whom the same article names, or nobody; "the transport minister" and "the
    mayor" mean the one of the story, if no other person has such an office."""
    offices = [(node, made) for node in sorted(people) for text in sorted(set(people[node])) if (made := office(text))]
    for mention, text in mentions:
        wanted = office(text)
        if wanted is None:
            holders = called(text, people, present.get(mention.span.article, set()))
        elif wanted.nations or wanted.names:
            holders = sorted({node for node, made in offices if fits(wanted, made)})
        else:
            here = present.get(mention.span.article, set())
            holders = sorted({node for node, made in offices if node in here and _bare(wanted, made)})
            if not holders and mention.span.text[:4].lower() == "the " and (wanted.words or wanted.word in sole()):
                holders = _only(wanted, offices)
        if len(holders) == 1:
            yield mention, holders[0]


def _only(phrase: Office, offices: list[tuple[Node, Office]]) -> list[Node]:
    """The one person of the story with an office of this class; a field that both name must be the same."""
    rivals = sorted(
        {
            node
            for node, made in offices
            if made.heads & phrase.heads and (not phrase.words or not made.words or phrase.words & made.words)
        }
    )
    if len(rivals) != 1:
        return []
    own = [made for node, made in offices if node == rivals[0] and made.heads & phrase.heads]
    return (
        rivals
        if any(
            phrase.words <= made.words and (phrase.words or made.word == phrase.word or phrase.word in sole())
            for made in own
        )
        else []
    )


def _bare(phrase: Office, role: Office) -> bool:
    """Whether a phrase that names no nation and no body can mean the holder: the same head and field, in this article."""
    return phrase.word == role.word and phrase.words == role.words
