"""Positions of several parties on one matter are laid side by side by a word that they share."""

from __future__ import annotations

from collections.abc import Callable

from variorum.model import Dossier

Dossiers = Callable[..., Dossier]


def test_parties_on_one_matter_share_a_topic(dossier: Dossiers) -> None:
    made = dossier(
        "Norland proposed a 40-day truce in the valley. The rebels rejected a truce of 40 days, their envoy said.",
    )
    found = made.stories[0].positions
    assert {(p.stance, p.topic) for p in found} == {("proposes", "truce"), ("rejects", "truce")}


def test_other_words_for_one_matter_meet(dossier: Dossiers) -> None:
    made = dossier("Norland demanded a permanent ceasefire. Odrin offered a short pause in the fighting.")
    topics = [p.topic for p in made.stories[0].positions]
    assert len(topics) == 2 and topics[0] == topics[1] != ""


def test_a_lone_matter_has_no_topic(dossier: Dossiers) -> None:
    made = dossier("The union demanded a fourth shift. The mayor opposed the sale of the harbour.")
    assert [p.topic for p in made.stories[0].positions] == ["", ""]
