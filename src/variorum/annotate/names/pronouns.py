"""Pronouns, and whom or what each stands for, where that is safe."""

from __future__ import annotations

from ...model.claim import ActorKind
from ...rules.nations import nation
from ...rules.pronouns import personal, pronouns
from .memory import FAR, SUBJECTS, Memory, anchor, last, sort
from .words import Name, Words


def pronoun(words: Words, memory: Memory, i: int) -> Name | None:
    """The mention of a pronoun that stands for somebody or something told of; None where that is not safe."""
    low, here = words.low[i], words.sentence[i]
    if low in personal():
        target = _person(words, memory, i, personal()[low])
        kind: ActorKind = "person"
    else:
        target = _thing(words, memory, i, "many" if low in pronouns().plural else "thing")
        kind = target.kind if target else "organisation"
    if target is None:
        return None
    name = Name(i, i + 1, kind, "PRON", form="pronoun", antecedent=anchor(target))
    if words.doc[i].dep_ in SUBJECTS and here - words.sentence[target.start] <= FAR:
        memory.focus[sort(target)] = Name(
            target.start,
            target.end,
            target.kind,
            target.label,
            gender=target.gender,
            antecedent=(i, i + 1),
            form="seen",
        )
    return name


def _person(words: Words, memory: Memory, i: int, gender: str) -> Name | None:
    """The last person who was a subject, else the nearest person told of, whose gender does not speak against it."""
    here, clause = words.sentence[i], own_subject(words, i)
    focus = memory.focus.get("person")
    if (
        focus
        and focus.gender in (None, gender)
        and here - words.sentence[last(focus)] <= FAR
        and not _is(focus, clause)
    ):
        return focus
    near = [
        n
        for n in memory.names[-12:]
        if n.kind == "person"
        and n.gender in (None, gender)
        and here - words.sentence[n.start] <= 2
        and not _is(n, clause)
    ]
    known = [n for n in near if n.gender == gender] or near
    return known[-1] if known else None


def own_subject(words: Words, i: int) -> int | None:
    """The subject of the verb that an object pronoun hangs on, whom it cannot mean: "Reed met him"."""
    token = words.doc[i]
    if words.low[i] in pronouns().reflexive or token.dep_ not in OBJECTS:
        return None
    verb = token.head
    while verb.dep_ in ("prep", "agent", "dative") and verb.head.i != verb.i:
        verb = verb.head
    return next((child.i for child in verb.children if child.dep_ in SUBJECTS), None)


OBJECTS = frozenset({"dobj", "pobj", "dative", "iobj"})


def _is(name: Name, at: int | None) -> bool:
    """Whether the name, or the pronoun that took it up last, holds this token."""
    spots = [(name.start, name.end), *([name.antecedent] if name.form == "seen" and name.antecedent else [])]
    return at is not None and any(start <= at < end for start, end in spots)


def _thing(words: Words, memory: Memory, i: int, sort: str) -> Name | None:
    """The subject of the same sentence or of the one before, if it is a body, a nation or a group."""
    token = words.doc[i]
    if token.dep_ == "expl" or (
        words.low[i] == "it" and token.dep_ in SUBJECTS and words.low[token.head.i] in pronouns().empty
    ):
        return None
    focus = memory.focus.get(sort) or (memory.focus.get("thing") if sort == "many" else None)
    if focus is None or (focus.kind == "place" and not nation(words.piece(focus.start, focus.end))):
        return None
    distance = words.sentence[i] - words.sentence[last(focus)]
    return focus if distance <= (0 if words.low[i] in ("its", "their") else 1) else None
