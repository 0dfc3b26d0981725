"""What private people do for themselves is no event; what officials, bodies and groups do is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from variorum.model import Dossier

Make = Callable[..., Dossier]


def types(made: Dossier) -> set[str]:
    return {event.type for story in made.stories for event in story.events}


@pytest.mark.parametrize(
    "text",
    [
        "Nora Quist agreed to wait in the car.",
        "His wife thanked her brother.",
        "Nora Quist worked with Olaf Berg when they lived in Brenn.",
        "Nora Quist flew to Brenn for a holiday with her husband.",
        "Armed guards were present at the door.",
    ],
)
def test_private_errands_are_no_events(text: str, dossier: Make) -> None:
    assert not types(dossier(text)) & {"AGREE", "SUPPORT", "COOPERATE", "CONSULT"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Mayor Nora Quist agreed to pay for the repairs.", "AGREE"),
        ("Nora Quist, the mayor of Brenn, flew to Norland to meet the union.", "CONSULT"),
        ("Residents thanked the fire service.", "SUPPORT"),
        ("Nora Quist met Olaf Berg in Brenn on Monday.", "CONSULT"),
        ("The state's attorney agreed to drop the case.", "AGREE"),
    ],
)
def test_public_ones_are(text: str, type_: str, dossier: Make) -> None:
    assert type_ in types(dossier(text))
