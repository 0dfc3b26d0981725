"""Whose position it is: of a person only his own, not that of people or bodies that are his."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from variorum.model import Dossier

Read = Callable[..., Dossier]
OPENING = "President Ilda Moreau of Karvonia spoke to reporters on Monday. "


@pytest.mark.parametrize(
    ("said", "party"),
    [
        ("Moreau's former foreign policy advisers supported the harbour treaty.", "advisers"),
        ("The Moreau administration rejected the harbour treaty.", "administration"),
        ("Moreau rejected the harbour treaty.", "Ilda Moreau"),
        ("The president rejected the harbour treaty.", "Ilda Moreau"),
    ],
)
def test_who_holds_it(dossier: Read, said: str, party: str) -> None:
    story = dossier(OPENING + said).stories[0]
    names = {a.id: a.name for a in story.actors}
    assert any(party in (names[p.party] if p.party else p.party_text) for p in story.positions), story.positions


@pytest.mark.parametrize(
    ("said", "party"),
    [("Kenyan rebels", "Kenyan rebels"), ("The Kenyan government", "Kenya"), ("Kenyan farmers", "Kenyan farmers")],
)
def test_not_all_of_a_country_speak_for_it(dossier: Read, said: str, party: str) -> None:
    story = dossier(f"Kenya held a vote on Monday. {said} rejected the plan to sell the port.").stories[0]
    names = {a.id: a.name for a in story.actors}
    assert party in [names[p.party] if p.party else p.party_text.removeprefix("The ") for p in story.positions]


def test_towards_what_is_anothers(dossier: Read) -> None:
    story = dossier(OPENING + "The miners urged Moreau's right-wing government to reopen the pits.").stories[0]
    names = {a.id: a.name for a in story.actors}
    assert [names.get(p.toward or "", p.toward) for p in story.positions] == ["Moreau's right-wing government"]


def test_she_in_her_own_words_is_somebody_else(dossier: Read) -> None:
    said = '"She asked the council to keep the children together," her friend Delia Leder said.'
    story = dossier(said).stories[0]
    names = {a.id: a.name for a in story.actors}
    assert "Delia Leder" not in [names.get(p.party or "") for p in story.positions]
