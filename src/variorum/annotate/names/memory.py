"""What has been told so far: the names and phrases that a pronoun or definite phrase can stand for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ...rules.people import made, role_last, written
from .words import Name, Words

FAR = 4
"""Sentences that a pronoun may look back."""


RECENT = 50
"""Bearers of a role that are looked back at."""


SUBJECTS = ("nsubj", "nsubjpass")


@dataclass
class Memory:
    """What has been told so far, newest last."""

    names: list[Name] = field(default_factory=list)
    focus: dict[str, Name] = field(default_factory=dict)
    """person, thing or many -> the last subject of that sort."""
    groups: dict[str, Name] = field(default_factory=dict)
    """Head noun -> the last phrase with it."""
    roles: dict[str, list[tuple[Name, set[str]]]] = field(default_factory=dict)
    """Word of a role -> who had it, with all its words."""
    told: Counter[str] = field(default_factory=Counter)
    """Last word of a person's name -> how often it was told."""


def subject(words: Words, name: Name) -> bool:
    """Whether a name or phrase is the subject of its clause."""
    for i in range(name.start, name.end):
        token = words.doc[i]
        if not name.start <= token.head.i < name.end or token.head.i == i:
            return token.dep_ in SUBJECTS
    return False


def _titled_subject(words: Words, name: Name) -> bool:
    """Whether the parse took the role right before the name for the subject: "ambassador to the council Dana Reed said"."""
    return any(
        words.doc[i].dep_ in SUBJECTS
        for start, end in name.roles
        if end <= name.start <= end + 1
        for i in range(start, end)
    )


def _made(words: Words, name: Name) -> tuple[str, ...]:
    """What a sentence makes of its subject: "Reed was charged" makes a suspect of her."""
    for i in range(name.start, name.end):
        if words.doc[i].dep_ == "nsubjpass":
            return made().get(words.low[words.doc[i].head.i], ())
    return ()


def sort(name: Name) -> str:
    """What pronouns tell apart: person, many, thing."""
    return "person" if name.kind == "person" else "many" if name.kind == "group" else "thing"


def remember(words: Words, memory: Memory, name: Name) -> None:
    """Adds a name, with the roles that it has here."""
    memory.names.append(name)
    if name.kind == "person":
        memory.told[words.low[name.end - 1]] += 1
        for start, end in name.roles:
            role = {written().get(word, word) for word in words.low[start:end]}
            for word in sorted(role & role_last()):
                memory.roles.setdefault(word, []).append((name, role))
        for word in _made(words, name):
            memory.roles.setdefault(word, []).append((name, {word}))
    if subject(words, name) or _titled_subject(words, name):
        memory.focus[sort(name)] = name


def anchor(name: Name) -> tuple[int, int]:
    """The name itself, or what a phrase stands for already."""
    return name.antecedent if name.antecedent and name.form == "nominal" else (name.start, name.end)


def last(name: Name) -> int:
    """Where the thing was last told of."""
    return name.antecedent[0] if name.form == "seen" and name.antecedent else name.start
