"""Roles told without a name: whose they are by the other reports, and actors of their own where nobody tells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ...model import Mention, Merge, Record, Span, key
from ...rules.nations import nation
from ...rules.people import alike, fields
from ...rules.phrasing import anyone, owners
from .coordinated import Piece, offices
from .draft import Draft, Spot, spot_of
from .fold import clear, fold
from .handed import WHY as HANDED
from .handed import handed
from .infer import Known, Office, fits, inferred, office
from .nodes import Node

Joint = dict[str, list[tuple[int, int, int, int, Node]]]
"""Article -> for each office of a phrase of several: the ends of the phrase, those of the name it is of, and who holds it."""
Bodies = Mapping[tuple[str, int], tuple[int, str]]


class Loose(NamedTuple):
    """A role without a name: where it stands, its text with bodies as one word, its text as shown, its phrase if it is of
    several."""

    mention: Mention
    canon: str
    text: str
    piece: Piece | None = None


@dataclass(frozen=True)
class Story:
    """What the reports tell of roles: bodies by place and by word, roles of the named, who is told of where, and days."""

    bodies: Bodies
    known: Known
    people: dict[Node, dict[str, list[str]]]
    present: dict[str, set[Node]]
    days: dict[str, str]


def unnamed(
    records: Sequence[Record], loose: Sequence[Mention], owner: dict[Spot, Node], drafts: dict[Node, Draft]
) -> Joint:
    """Gives roles to whom the reports let them mean, and makes actors of the offices that are left."""
    story = _story(records, owner, drafts)
    rows = [
        Loose(m, _canon(m.span, story.bodies), m.span.text) for m in loose if m.form == "nominal" and m.kind == "person"
    ]
    rows += [_piece(p, story.bodies) for r in records for p in offices(r)]
    pairs = [(row.mention, row.canon) for row in rows if not (row.piece and row.piece.many)]
    found = {
        id(m): (node, why) for m, node, why in inferred(pairs, story.people, story.present, story.known, story.days)
    }
    free = [row.mention for row in rows if row.piece is None and id(row.mention) not in found]
    found |= {id(m): (node, HANDED) for r in records for m, node in handed(r, free, owner, drafts)}
    joint: Joint = defaultdict(list)
    for row in rows:
        if id(row.mention) in found:
            _give(row, *found[id(row.mention)], owner, drafts, joint)
    _make([row for row in rows if id(row.mention) not in found], story, owner, drafts, joint)
    return joint


def _story(records: Sequence[Record], owner: dict[Spot, Node], drafts: dict[Node, Draft]) -> Story:
    bodies = {
        (article, start): (end, _word(node))
        for (article, start, end), node in sorted(owner.items())
        if node[0] == "body"
    }
    known = {fold(_word(node)): _told(draft) for node, draft in drafts.items() if node[0] == "body"}
    days = {r.article.id: when.earliest[:10] for r in records if (when := r.article.published) and when.earliest}
    people: dict[Node, dict[str, list[str]]] = {}
    for node, draft in drafts.items():
        if draft.kind == "person":
            held: dict[str, list[str]] = defaultdict(list)
            for span in sorted({s for spans in draft.roles.values() for s in spans}):
                held[_canon(span, bodies)] += [days[span.article]] if span.article in days else []
            people[node] = dict(sorted(held.items()))
    present: dict[str, set[Node]] = defaultdict(set)
    for (article, _, _), node in owner.items():
        present[article].add(node)
    return Story(bodies, known, people, present, days)


def _word(node: Node) -> str:
    """One word for a body, whatever its name there."""
    return "Q" + key(*node)


def _told(draft: Draft) -> tuple[frozenset[str], frozenset[str]]:
    """The nations and the fields of office in the names of a body and in what stands for it."""
    words = sorted({w for s in draft.spans for w in fold(s.text).replace("'s", " ").replace("-", " ").split()})
    kinds = fields() | frozenset().union(*alike())
    lands = frozenset(here[0] for w in words if (w != "us" or _american(draft)) and (here := nation(w)))
    return lands, frozenset(w for w in words if w in kinds)


def _american(draft: Draft) -> bool:
    return any("US" in s.text.split() or "U.S." in s.text for s in draft.spans)


def _canon(span: Span, bodies: Bodies) -> str:
    """A role's text with each body's name in it replaced by the body's one word."""
    words, at = [], span.start
    while at < span.end:
        end, word = bodies.get((span.article, at), (0, ""))
        words.append(word if at < end <= span.end else span.text[at - span.start])
        at = end if at < end <= span.end else at + 1
    return "".join(words)


def _piece(piece: Piece, bodies: Bodies) -> Loose:
    named = _canon(piece.owner, bodies)
    return Loose(Mention(piece.own, "person", "nominal"), piece.called(named), piece.called(piece.owner.text), piece)


def _give(row: Loose, node: Node, why: str, owner: dict[Spot, Node], drafts: dict[Node, Draft], joint: Joint) -> None:
    """Makes a role somebody's, inferred, with the reason."""
    draft, text = drafts[node], clear(row.text)
    where = _place(row, node, owner, joint)
    draft.spans.add(where)
    if draft.node[0] == "office":
        return
    if text not in draft.roles:
        draft.guessed.add(text)
    draft.roles.setdefault(text, []).append(where)
    shown = max(draft.aliases.items(), key=lambda item: (item[1], item[0]))[0]
    draft.merges.append(Merge(left=text, right=shown, why=why))


def _place(row: Loose, node: Node, owner: dict[Spot, Node], joint: Joint) -> Span:
    """Where a role stands: its own words, or the phrase of several offices that it is in."""
    if row.piece is None:
        owner[spot_of(row.mention.span)] = node
        return row.mention.span
    whole, of = row.piece.whole, row.piece.owner
    joint[whole.article].append((whole.start, whole.end, of.start, of.end, node))
    return whole


def _make(
    rows: Sequence[Loose], story: Story, owner: dict[Spot, Node], drafts: dict[Node, Draft], joint: Joint
) -> None:
    """Actors for offices that nobody is told to hold, each with all its phrases."""
    for together in _groups([(row, made) for row in rows if (made := _office(row, story))], story.known):
        texts = Counter(_bare(row.piece.own.text if row.piece and row.piece.many else row.text) for row in together)
        name = max(texts.items(), key=lambda item: (item[1], len(item[0]), item[0]))[0]
        node = ("office", *sorted({fold(row.canon) for row in together}))
        many = any(row.piece and row.piece.many for row in together)
        draft = drafts.setdefault(node, Draft(node, "group" if many else "person"))
        draft.called = name
        draft.aliases.update(clear(row.mention.span.text) for row in together if row.mention.span != _of(row))
        for row in together:
            _give(row, node, "", owner, drafts, joint)


def _of(row: Loose) -> Span | None:
    """What an office is of, in a phrase of several: words that are no name of its holder."""
    return row.piece.owner if row.piece else None


def _office(row: Loose, story: Story) -> Office | None:
    """The office of a definite phrase, of a nation or of a body told of, which nobody named here may hold for all we know."""
    words, made = row.text.split(), office(row.canon)
    if made is None or not (made.nations or any(name in story.known for name in made.names)):
        return None
    if words[0].lower() in anyone() or words[0].lower() in owners():
        return None
    return None if row.piece is None and _claimed(made, story) else made


def _claimed(made: Office, story: Story) -> bool:
    """Whether somebody is given the same office without a word of whose it is: "President Dana Reed"."""
    roles = {text for texts in story.people.values() for text in texts}
    return any(
        (held := office(text))
        and made.word == held.word
        and made.words == held.words
        and not (held.nations or held.names)
        for text in sorted(roles)
    )


def _groups(rows: Sequence[tuple[Loose, Office]], known: Known) -> Iterator[list[Loose]]:
    """The phrases of one office together."""
    groups: list[list[tuple[Loose, Office]]] = []
    for row, made in sorted(rows, key=lambda pair: (fold(pair[0].canon), pair[0].mention.span)):
        home = next((g for g in groups if all(_one(made, other, known) for _, other in g)), None)
        if home is None:
            groups.append([(row, made)])
        else:
            home.append((row, made))
    return ([row for row, _ in group] for group in groups)


def _one(left: Office, right: Office, known: Known) -> bool:
    return fits(left, right, known) or fits(right, left, known)


def _bare(text: str) -> str:
    """A phrase without its article."""
    words = clear(text).split()
    return " ".join(words[1:] if words[0].lower() == "the" and words[1:] else words)
