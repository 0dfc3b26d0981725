"""What users decide about names holds against all other evidence."""

from __future__ import annotations

from collections.abc import Callable

from variorum.model import Cast, Judged, Record
from variorum.resolve import actors

Make = Callable[..., Record]


def homes(cast: Cast, name: str) -> set[str]:
    return {a.id for a in cast.actors if name in {a.name, *(alias.text for alias in a.aliases)}}


def test_a_split_holds(record: Make) -> None:
    made = [record("Mayor Robert Oakes closed the port.", id="a"), record("Bob Oakes left Lund.", id="b")]
    assert homes(actors(made), "Robert Oakes") == homes(actors(made), "Bob Oakes")
    cast = actors(made, [Judged("Bob Oakes", "Robert Oakes", "different")])
    assert homes(cast, "Robert Oakes").isdisjoint(homes(cast, "Bob Oakes"))


def test_a_bare_name_can_be_split_off(record: Make) -> None:
    made = [record("Mayor Robert Oakes closed the port. Oakes left.")]
    cast = actors(made, [Judged("Oakes", "Robert Oakes", "different")])
    assert homes(cast, "Robert Oakes").isdisjoint(homes(cast, "Oakes"))


def test_a_merge_joins_what_names_do_not(record: Make) -> None:
    made = [record("Mayor Dana Strand closed the port.", id="a"), record("Dana Holm left Lund.", id="b")]
    assert homes(actors(made), "Dana Strand").isdisjoint(homes(actors(made), "Dana Holm"))
    cast = actors(made, [Judged("Dana Holm", "Dana Strand", "same", "she married")])
    assert homes(cast, "Dana Strand") == homes(cast, "Dana Holm")
    (actor,) = [a for a in cast.actors if a.name.startswith("Dana")]
    assert any("she married" in merge.why for merge in actor.merges)


def test_unnamed_groups_can_be_merged(record: Make) -> None:
    text = "The dockers wait. The dockers sing. The stevedores wait. The stevedores sing."
    made = [record(text)]
    names = sorted(a.name for a in actors(made).actors if a.kind == "group")
    if len(names) == 2:
        cast = actors(made, [Judged(*names, "same")])
        assert homes(cast, names[0]) == homes(cast, names[1])
        assert cast.find(made[0].mentions[0].span) in homes(cast, names[0])


def test_a_name_that_nobody_has_does_no_harm(record: Make) -> None:
    made = [record("Mayor Dana Strand closed the port.")]
    assert actors(made, [Judged("Nobody", "Somebody", "same")]).actors == actors(made).actors
