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


FIRST = [
    *("Ada", "Bram", "Cleo", "Dirk", "Edda", "Finn", "Gila", "Hugo", "Inga", "Joss"),
    *("Kira", "Levi", "Mona", "Nils", "Olga", "Piet", "Rosa", "Sven", "Tara", "Udo"),
]
LAST = [
    *("Arnholt", "Bergdahl", "Carrick", "Dunmore", "Ekberg", "Falkner", "Grimsby"),
    *("Holloway", "Iversen", "Jessup", "Kestrel", "Lomax", "Marlowe", "Norrby"),
]


def test_a_text_that_is_one_list_of_names_has_each_person_once(record: Make) -> None:
    people = [f"{one} {two}" for two in LAST for one in FIRST]
    cast = actors([record(", ".join(people) + ".", id="a"), record("\n".join(reversed(people)), id="b")])
    found = [a for a in cast.actors if a.kind == "person" and a.name in people]
    assert len(found) == len({a.name for a in found}) > 0.7 * len(people)
    assert not any(({alias.text for alias in a.aliases} - {a.name}) & set(people) for a in found)


def test_marks_of_direction_within_a_name_join_and_split_nothing(record: Make) -> None:
    names = ["Elias\u200d Norrby", "Elias \u202bNorrby\u202c", "\u2067Elias Norrby\u2069", "Eli\u00adas Norrby"]
    made = [record(f"Mayor {name} closed the port. Norrby left.", id=str(i)) for i, name in enumerate(names)]
    (one,) = called("Elias Norrby", *made, record("Mayor Elias Norrby met Elisa Norrby.", id="x"))
    assert {m.article for m in one.mentions} == {r.article.id for r in made} | {
        one.mentions[-1].article,
        one.mentions[0].article,
    }


def test_an_office_is_its_holders_at_the_time_of_the_report(record: Make) -> None:
    days = ("2024-01-10", "2024-01-20", "2024-03-10", "2024-03-20", "2024-01-15", "2024-03-15")
    texts = (
        "Danish health minister Ana Ruge opened the clinic.",
        "Danish health minister Ana Ruge closed the clinic.",
        "Danish health minister Juan Holt reopened the clinic.",
        "Danish health minister Juan Holt thanked the nurses.",
        "The Danish health minister spoke of costs.",
        "The Danish health minister spoke of beds.",
    )
    made = [record(text, id=str(i), published=day) for i, (text, day) in enumerate(zip(texts, days, strict=True))]
    for name, report in (("Ana Ruge", made[4]), ("Juan Holt", made[5])):
        (one,) = called(name, *made)
        assert report.article.id in {m.article for m in one.mentions}
        assert any("of that time" in merge.why for merge in one.merges)
