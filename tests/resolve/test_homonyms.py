"""Two people with one full name, one person with two offices, and damaged names."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

from variorum.model import Actor, Record
from variorum.resolve import actors

Make = Callable[..., Record]


def called(name: str, *made: Record) -> list[Actor]:
    return [a for a in actors(list(made)).actors if a.name == name]


def test_two_people_with_one_name_are_told_apart_by_age_and_calling(record: Make) -> None:
    text = "Detective Dana Strand, 34, was hurt in Lund. Singer Dana Strand, 60, gave a concert in Oslo."
    both = called("Dana Strand", record(text, id="a"), record("Singer Dana Strand, 61, left Oslo.", id="b"))
    assert sorted(len(a.aliases) for a in both) == [1, 1]
    assert sorted({r.text for r in a.roles} == {"Singer"} for a in both) == [False, True]


def test_a_report_that_tells_no_age_leaves_it_open(record: Make) -> None:
    text = "Detective Dana Strand, 34, was hurt in Lund. Singer Dana Strand, 60, gave a concert in Oslo."
    assert len(called("Dana Strand", record(text, id="a"), record("Dana Strand spoke in Oslo.", id="b"))) == 3


def test_a_birthday_or_a_slip_makes_no_second_person(record: Make) -> None:
    made = [record("Singer Dana Strand, 34, left Oslo.", id="a"), record("Dana Strand (35) spoke.", id="b")]
    assert len(called("Dana Strand", *made)) == 1
    made = [record("Singer Dana Strand, 43, left Oslo.", id="a"), record("Singer Dana Strand, 34, spoke.", id="b")]
    assert len(called("Dana Strand", *made)) == 1


def test_a_person_who_changes_office_is_one(record: Make) -> None:
    made = [
        record("Finance Minister Ilka Reimer resigned on Monday.", id="a"),
        record("Prime Minister Ilka Reimer met Paul Moen.", id="b"),
    ]
    (one,) = called("Ilka Reimer", *made)
    assert {role.text for role in one.roles} == {"Finance Minister", "Prime Minister"}


def test_invisible_characters_do_not_make_another_name(record: Make) -> None:
    texts = [
        "Mayor Elias\u200b Norrby closed the port. \u200fNorrby\u200e said so.",
        "Mayor Elias Norrby left Oslo on Monday.",
    ]
    (one,) = called("Elias Norrby", *(record(text, id=str(i)) for i, text in enumerate(texts)))
    assert {alias.text for alias in one.aliases} == {"Elias Norrby", "Norrby"}


def test_a_name_of_three_hundred_characters_costs_nothing(record: Make) -> None:
    long = "Anna-" * 60 + "Berg"
    made = record(f"Minister {long} spoke. Berg left. {'Xan' + 'yo' * 150} and {' '.join(['Carl'] * 60)} Holm spoke.")
    began = process_time()
    assert actors([made]).actors
    assert process_time() - began < 0.5
