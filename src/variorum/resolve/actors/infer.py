"""Roles without a name, linked to a person when the other reports make it unambiguous."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from ...model import Mention
from ...rules.nations import nation
from ...rules.people import alike, fields, gendered, genders, lower, role_words, small, sole
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


Known = Mapping[str, tuple[frozenset[str], frozenset[str]]]
"""Word for a body -> the nations and the fields that the reports tell of it."""
NOTHING: Known = {}
Roles = Mapping[Node, Mapping[str, Sequence[str]]]
"""Person -> the roles that texts join to the name, each with the days of the reports that do, where known."""


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


def fits(phrase: Office, role: Office, known: Known = NOTHING) -> bool:
    """Whether the phrase can mean the holder of the role: a shared class, the same field, the same nation or body. What the
    reports tell of the role's body counts for a phrase that names a field: "the Kenyan spy chief" is the head of the body
    that some text calls a Kenyan intelligence agency."""
    if not phrase.heads & role.heads or not phrase.names <= role.names or not (phrase.nations or phrase.names):
        return False
    if phrase.nations <= role.nations and _worded(phrase, role.words | role.names):
        return _field(role) <= _field(phrase) | phrase.names
    lands, words = known.get(min(role.names, default=""), (frozenset[str](), frozenset[str]()))
    return bool(phrase.words) and phrase.nations <= role.nations | lands and _worded(phrase, words | role.words)


def _worded(phrase: Office, said: frozenset[str]) -> bool:
    """Whether every word that tells which office is meant is said of the other, or one for the same field."""
    return all(w in said or any(w in group and group & said for group in alike()) for w in sorted(phrase.words))


def _field(role: Office) -> frozenset[str]:
    """The fields of office that a phrase must name too: a foreign minister is no finance minister."""
    return frozenset(_same(w) for w in role.words & fields() - {"national", "security", "state"})


@lru_cache(maxsize=1024)
def _same(word: str) -> str:
    """One word for a field that has several: "spy", "intelligence"."""
    return min((min(group) for group in alike() if word in group), default=word)


def inferred(
    mentions: Sequence[tuple[Mention, str]],
    people: Roles,
    present: Mapping[str, set[Node]],
    known: Known = NOTHING,
    days: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[tuple[Mention, Node, str]]:
    """Role phrases without a name whose office one person of the story holds, by the roles that texts join to names, with the
    reason. A bare "the president" says too little: it means a person whom the same article names, or nobody; "the transport
    minister" and "the mayor" mean the one of the story, if no other person has such an office. Of several who held an
    office, the one is meant who held it on the day of the report (`days`)."""
    offices = [(node, made, text) for node in sorted(people) for text in sorted(people[node]) if (made := office(text))]
    for mention, text in mentions:
        wanted, here = office(text), present.get(mention.span.article, set())
        why = HOLDS
        if wanted is None:
            holders = called(text, people, here)
        elif wanted.nations or wanted.names:
            found = [(node, said) for node, made, said in offices if fits(wanted, made, known)]
            holders = sorted({node for node, _ in found})
            if len(holders) > 1:
                why = HELD
                holders = _then(
                    {n: [d for m, said in found if m == n for d in people[n][said]] for n in holders},
                    days.get(mention.span.article),
                )
        else:
            holders = sorted({node for node, made, _ in offices if node in here and _bare(wanted, made)})
            if not holders and mention.span.text[:4].lower() == "the " and (wanted.words or wanted.word in sole()):
                holders = _only(wanted, [(node, made) for node, made, _ in offices])
        if len(holders) == 1 and not _other_sex(wanted, holders[0]):
            yield mention, holders[0], why


def _other_sex(wanted: Office | None, node: Node) -> bool:
    """Whether the word for an office tells another sex than the given name of the one who would hold it."""
    told, known = gendered().get(wanted.word if wanted else ""), genders().get(node[1]) if len(node) > 2 else None
    return bool(told and known) and told != known


HOLDS = "the only one whom the reports give this office or calling"
HELD = "the one to whom the reports of that time give this office"


def _then(held: Mapping[Node, Sequence[str]], day: str | None) -> list[Node]:
    """Those who held an office on a day: the one whose reports lie round it, or the last before it where nobody follows."""
    if day is None or not all(held.values()):
        return []
    spans = {node: (min(found), max(found)) for node, found in held.items()}
    round_it = [node for node, (first, last) in spans.items() if first <= day <= last]
    if round_it:
        return round_it
    before = [node for node, (_, last) in spans.items() if last < day]
    if len(before) < len(spans):
        return []
    latest = max(spans[node][1] for node in before)
    return [node for node in before if spans[node][1] == latest]


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
