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


def test_a_mention_can_be_another_person_with_the_same_name(record: Make) -> None:
    text = "Mayor Dana Strand closed the port. Hours later Dana Strand was found at sea. Strand said it was cold."
    made = [record(text, id="a"), record("Dana Strand reopened the port.", id="b")]
    start = text.index("Dana Strand was")
    assert len(homes(actors(made), "Dana Strand")) == 1
    cast = actors(made, [Judged("Dana Strand", f"Dana Strand\t{made[0].article.id}:{start}", "different", "the diver")])
    assert len(homes(cast, "Dana Strand")) == 2
    other = next(a for a in cast.actors if start in {m.start for m in a.mentions})
    assert not other.roles and len([m for m in other.mentions if m.text == "Dana Strand"]) == 1
    assert any("the diver" in link.why for link in cast.links)


def test_a_report_can_be_of_another_person_with_the_same_name(record: Make) -> None:
    made = [
        record("Mayor Dana Strand closed the port. Strand left.", id="a"),
        record("The diver Dana Strand was found at sea. Strand was cold.", id="b"),
        record("The diver D. Strand is well.", id="c"),
    ]
    cast = actors(made, [Judged("Dana Strand", f"Dana Strand\t{made[1].article.id}", "different")])
    by_article = [{m.article for m in a.mentions} for a in cast.actors if a.name == "Dana Strand"]
    assert len(by_article) == 2 and not set.intersection(*by_article)
