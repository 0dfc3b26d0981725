"""Parties of an agreement: a country and its seat of government are one, and so is a phrase and a fuller one."""

from __future__ import annotations

from collections.abc import Callable

from variorum.model import Agreement, Dossier

Read = Callable[..., Dossier]


def sides(made: Dossier) -> list[list[tuple[str, tuple[str, ...]]]]:
    agreements: tuple[Agreement, ...] = made.stories[0].agreements
    return [[(side.text, side.seats) for side in one.parties] for one in agreements]


def test_a_capital_is_its_country(dossier: Read) -> None:
    first = "Norway and Iran signed a fishing treaty on Monday after talks in Oslo."
    other = "The fishing treaty between Tehran and Norway took effect on Tuesday, officials said."
    (parties,) = sides(dossier(first, other))
    assert ("Iran", ("Tehran",)) in parties
    assert len(parties) == 2


def test_a_capital_alone_stays(dossier: Read) -> None:
    (parties,) = sides(dossier("The fishing treaty between Tehran and Norway took effect on Tuesday, officials said."))
    assert ("Tehran", ()) in parties
