"""Parties side by side: a row for each matter that two or more are on, a column for each party."""

from __future__ import annotations

from collections.abc import Callable

from variorum.model import Dossier
from variorum.render.sections.stands import stands
from variorum.render.view import StoryView, View

Dossiers = Callable[..., Dossier]
TEXT = (
    "Norland proposed a 40-day truce in the valley. The rebels rejected a truce of 40 days. "
    "The mayor opposed the sale of the pier."
)


def made(dossier: Dossiers, *texts: str) -> StoryView:
    whole = dossier(*texts)
    return StoryView(View(whole), whole.stories[0])


def test_two_parties_on_one_matter_stand_in_one_row(dossier: Dossiers) -> None:
    section = stands(made(dossier, TEXT))
    assert section.head == ("On", "Norland", "Rebels")
    assert [row.cells[0] for row in section.groups[0].rows] == ["Truce"]
    _, left, right = section.groups[0].rows[0].cells
    assert left.startswith("Proposal: a 40-day truce") and right.startswith("Rejection: a truce of 40 days")


def test_one_party_alone_makes_no_table(dossier: Dossiers) -> None:
    assert not stands(
        made(dossier, "The union demanded a fourth shift. The union rejected a second shift at night.")
    ).size


def test_it_is_for_the_page_and_not_for_the_terminal(dossier: Dossiers) -> None:
    assert stands(made(dossier, TEXT)).deep
