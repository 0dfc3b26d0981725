"""The same demand of one party in other words: linked, both ways, with a reason; other lengths, denials and parties are not."""

from __future__ import annotations

from variorum.model import Position, Span, Term
from variorum.resolve.wordings import linked


def position(name: str, about: str, *, party: str = "union", stance: str = "demands", length: str = "") -> Position:
    return Position(
        id=name,
        party=party,
        party_text=party,
        stance=stance,  # type: ignore[arg-type]
        about=about,
        terms=(Term("duration", length, length),) if length else (),
        spans=(Span(name, 0, len(about), about),),
    )


def pairs(*many: Position, names: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    return [(one.id, same.position) for one in linked(many, names) for same in one.same_as]


def test_other_words_for_one_matter_are_linked_both_ways() -> None:
    one, other = position("a", "a lasting ceasefire in the valley"), position("b", "a permanent truce")
    assert pairs(one, other) == [("a", "b"), ("b", "a")]
    assert "ceasefire" in linked((one, other), frozenset())[0].same_as[0].why


def test_one_topic_alone_makes_no_link() -> None:
    assert pairs(position("a", "a ceasefire"), position("b", "a ceasefire before the harvest of the olives")) == []


def test_another_length_another_party_and_a_denial_make_none() -> None:
    lasting = position("a", "a permanent ceasefire", length="P60D")
    assert pairs(lasting, position("b", "a lasting truce", length="P30D")) == []
    assert pairs(lasting, position("b", "a lasting truce", party="owners")) == []
    assert pairs(lasting, position("b", "no lasting truce")) == []
    assert pairs(lasting, position("b", "a lasting truce", stance="rejects")) == []


def test_names_tell_no_matter() -> None:
    one, other = position("a", "free the Harven crew"), position("b", "reopen the Harven office of the crew")
    assert pairs(one, other, names=frozenset({"harven"})) == []
