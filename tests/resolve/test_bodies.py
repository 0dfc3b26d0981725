"""Offices and bodies that one report leaves without a name and another one names; ships and films, which are nobody."""

from __future__ import annotations

from collections.abc import Callable

from variorum.model import Actor, Record
from variorum.resolve import actors

Make = Callable[..., Record]


def cast(record: Make, *texts: str) -> dict[str, Actor]:
    return {a.name: a for a in actors([record(text, id=f"r{i}") for i, text in enumerate(texts)]).actors}


def said(actor: Actor, text: str) -> bool:
    return any(m.text == text for m in actor.mentions)


def test_an_office_without_a_name_is_the_one_that_other_reports_name(record: Make) -> None:
    made = cast(
        record,
        "Transport Minister Ilka Reimer closed the port.",
        "The transport minister will fly to Oslo. The minister is ill.",
    )
    assert said(made["Ilka Reimer"], "The transport minister") and said(made["Ilka Reimer"], "The minister")
    assert any(role.inferred for role in made["Ilka Reimer"].roles)


def test_two_holders_leave_an_office_open(record: Make) -> None:
    made = cast(record, "Minister Ilka Reimer met Minister Paul Moen.", "The minister is ill.")
    assert not any(said(actor, "The minister") for actor in made.values() if actor.kind == "person")


def test_a_president_of_a_body_is_linked_through_the_body(record: Make) -> None:
    first = "The Dock Workers' Union (DWU) wants more. DWU president Marta Olsen spoke."
    made = cast(record, first, "The Dock Workers' Union met the mayor. The union's president left early.")
    assert said(made["Marta Olsen"], "The union's president")


def test_a_bare_noun_is_the_body_that_the_story_names(record: Make) -> None:
    first = "The Dock Workers' Union (DWU) wants more."
    made = cast(record, first, "The DWU met the mayor. Hours passed. It rained. The union said no.")
    assert said(made["Dock Workers' Union"], "The union")
    assert any("the union" in m.left and m.why for m in made["Dock Workers' Union"].merges)


def test_a_ship_is_nobody_and_nowhere(record: Make) -> None:
    made = cast(
        record, "The ferry Aurinia sank off Oslo.", "The Aurinia was on its way to Norway. The Aurinia carried cars."
    )
    assert "Aurinia" not in made


def test_a_person_is_no_thing_for_the_word_before(record: Make) -> None:
    made = cast(record, "The film Laura Bennett made is new. Laura Bennett lives in Oslo.")
    assert "Laura Bennett" in made


def test_anybody_is_nobody(record: Make) -> None:
    made = cast(record, "The owner of a ship owns its wreck.", "“The owner of a ship owns its wreck,” she said.")
    assert not made


def test_words_of_names_keep_their_capitals(record: Make) -> None:
    made = cast(record, "U.N. inspectors came to Oslo. U.N. inspectors left.", "U.N. inspectors met the U.N. chief.")
    assert "U.N. inspectors" in made
