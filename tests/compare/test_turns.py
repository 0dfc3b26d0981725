"""A party that turns round, and reports that differ on what it wants."""

from __future__ import annotations

from variorum.compare.positions import positions
from variorum.model import Position, Span, Term, When
from variorum.model.claim import Stance


def made(
    name: str, stance: Stance, about: str, *, day: str = "", article: str = "a", terms: tuple[Term, ...] = ()
) -> Position:
    when = When(earliest=day, latest=day, basis="stated", why="stated") if day else None
    span = Span(article=article, start=0, end=len(about), text=about)
    return Position(
        id=name, party="u", party_text="the union", stance=stance, about=about, terms=terms, when=when, spans=(span,)
    )


def kinds(*many: Position) -> list[str]:
    return [f.kind for f in positions(many, {"u": "the union"})]


def test_rejected_then_accepted_is_an_update() -> None:
    first = made("1", "rejects", "the wage freeze at the mine", day="2023-03-01")
    then = made("2", "accepts", "a freeze of wages at the mine", day="2023-03-04", article="b")
    found = positions([then, first], {"u": "the union"})
    assert [f.kind for f in found] == ["update"]
    assert "first rejection, then acceptance" in found[0].why


def test_opposite_on_one_day_in_two_reports_is_a_conflict() -> None:
    left = made("1", "rejects", "the pay cut at the mine", day="2023-03-01")
    right = made("2", "accepts", "a pay cut at the mine", day="2023-03-01", article="b")
    assert kinds(left, right) == ["conflict"]


def test_an_end_to_it_is_not_the_thing_itself() -> None:
    left = made("1", "rejects", "the blockade of the port", day="2023-03-01")
    right = made("2", "demands", "an end to the blockade of the port", day="2023-03-01", article="b")
    assert kinds(left, right) == []


def test_other_matters_are_not_compared() -> None:
    left = made("1", "rejects", "the sale of the harbour")
    right = made("2", "demands", "a fourth shift for nurses", article="b")
    assert kinds(left, right) == []


def test_other_terms_of_one_proposal() -> None:
    left = made(
        "1",
        "proposes",
        "a truce of 40 days in the valley",
        terms=(Term("duration", "40 days", "P40D"),),
        day="2023-03-01",
    )
    right = made(
        "2",
        "proposes",
        "a truce of two months in the valley",
        terms=(Term("duration", "two months", "P2M"),),
        day="2023-03-01",
        article="b",
    )
    assert kinds(left, right) == ["conflict"]
