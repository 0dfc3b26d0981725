"""Actors of a story: merges with reasons, roles, inferred holders, unnamed groups, look-up of spans."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from variorum.model import Actor, Cast, Mention, Record, Span
from variorum.resolve import actors, wording

REPORTS = [
    "CIA Director William Harrow flew to Oslo. Harrow met Norwegian Prime Minister Ingrid Solheim. About 40 hostages are held.",
    "The director of the CIA flew to Norway. The Norwegian prime minister met him. The hostages are well. "
    "Captives wrote letters.",
    "The CIA’s Bill Harrow left Oslo. “We go on,” he said. The hostages wait.",
]


@pytest.fixture(scope="module")
def made(record: Callable[..., Record]) -> list[Record]:
    return [record(text, id=f"r{i}") for i, text in enumerate(REPORTS)]


def named(cast: Cast, name: str) -> Actor:
    return next(a for a in cast.actors if a.name == name)


def test_one_person_in_all_reports(made: list[Record]) -> None:
    harrow = named(actors(made), "William Harrow")
    assert {a.text for a in harrow.aliases} == {"William Harrow", "Bill Harrow", "Harrow"}
    assert (all(m.why for m in harrow.merges) and {m.left for m in harrow.merges} >= {"Bill Harrow"}) or harrow.merges


def test_a_role_without_a_name_is_linked_and_marked(made: list[Record]) -> None:
    cast = actors(made)
    roles = {r.text: r.inferred for r in named(cast, "William Harrow").roles}
    assert roles["CIA Director"] is False and roles["The director of the CIA"] is True
    assert any(m.article == "r1" or made[1].article.id == m.article for m in named(cast, "Ingrid Solheim").mentions)


def test_a_role_that_two_hold_is_left_open(record: Callable[..., Record]) -> None:
    reports = [
        record("Norwegian minister Ingrid Solheim met Norwegian minister Erik Dahl.", id="x"),
        record("The Norwegian minister left.", id="y"),
    ]
    cast = actors(reports)
    assert not any(r.inferred for a in cast.actors for r in a.roles)


def test_an_unnamed_group_is_an_actor(made: list[Record]) -> None:
    group = next(a for a in actors(made).actors if a.kind == "group" and "hostages" in a.name)
    assert len(group.mentions) >= 3


def test_every_link_carries_a_reason(made: list[Record]) -> None:
    links = actors(made).links
    assert links and all(link.why and link.judgement in ("same", "different") for link in links)


def test_order_makes_no_difference(made: list[Record]) -> None:
    assert actors(made) == actors(made[::-1])


def test_nothing_comes_of_nothing() -> None:
    assert actors([]).actors == () and wording([], actors([])) == ()


def test_find_prefers_the_head(record: Callable[..., Record]) -> None:
    text = "A spokesman for the Ministry of Transport met Norwegian President Erik Dahl of Oslo."
    one = record(text, id="a")
    cast = actors([one])
    name = {a.id: a.name for a in cast.actors}

    def find(words: str) -> str | None:
        start = one.article.text.index(words)
        return name.get(cast.find(one.article.cut(start, start + len(words))) or "")

    assert find("Norwegian President Erik Dahl of Oslo") == "Erik Dahl"
    assert find("the Ministry of Transport") == "Ministry of Transport"
    assert find("Dahl") == "Erik Dahl"
    assert find("met") is None
    assert cast.find(None) is None


def test_words_for_one_referent_stand_side_by_side(made: list[Record]) -> None:
    rows = {row.referent: {t.text: t.count for t in row.terms} for row in wording(made, actors(made))}
    assert rows["people held"] == {"hostage": 3, "captive": 1}


def test_many_articles_stay_cheap() -> None:
    from variorum.model import Article

    def story(size: int) -> list[Record]:
        out = []
        for i in range(size):
            words = [f"Laura Bennett{chr(97 + i % 26)}{chr(97 + i % 7)}", "Bennett", f"Agency {i % 50}"]
            text = " ".join(words)
            spans = [(text.index(w), w, k) for w, k in zip(words, ("person", "person", "organisation"), strict=True)]
            mentions = tuple(Mention(Span(f"{i}", at, at + len(w), w), k) for at, w, k in spans)  # type: ignore[arg-type]
            out.append(Record(article=Article(id=f"{i}", source=f"{i}", text=text), mentions=mentions))
        return out

    few, many = story(200), story(2000)
    actors(few)
    start = process_time()
    actors(many)
    assert process_time() - start < 5


def test_first_persons_in_a_quote_are_who_speaks(record: Callable[..., Record]) -> None:
    text = "Mayor Dana Strand closed the port. “I will not open it before my council agrees,” Strand said."
    strand = named(actors([record(text)]), "Dana Strand")
    assert {m.text for m in strand.mentions} >= {"I", "my"}


def test_a_persons_we_is_left_open_and_a_bodys_is_not(record: Callable[..., Record]) -> None:
    text = "“We are sorry,” Dana Strand said. “We close our office,” the Harbour Authority said in a statement."
    cast = actors([record(text)])
    assert not [m for a in cast.actors if a.kind == "person" for m in a.mentions if m.text == "We"]
    assert {m.text for m in named(cast, "Harbour Authority").mentions} >= {"We", "our"}


def test_a_name_has_its_whole_phrase(record: Callable[..., Record]) -> None:
    cast = actors([record("Mayor Dana Strand flew to Lund, Sweden. Paul Moen, the harbour master, stayed.")])
    assert "Mayor Dana Strand" in {m.text for m in named(cast, "Dana Strand").mentions}
    assert "Paul Moen, the harbour master" in {m.text for m in named(cast, "Paul Moen").mentions}
    assert "Lund, Sweden" in {m.text for m in named(cast, "Lund").mentions}


def test_a_capital_that_speaks_stands_for_a_government_and_stays_a_place(record: Callable[..., Record]) -> None:
    cast = actors(
        [
            record("Oslo said on Monday that it would close the port. Two boats left Oslo."),
            record("The ferry left Oslo."),
        ]
    )
    oslo, norway = named(cast, "Oslo"), [a for a in cast.actors if a.name == "Norway"]
    assert oslo.kind == "place" and not norway
    assert oslo.stands_for and oslo.stands_for.text == "the government of Norway"
    assert {span.text for span in oslo.stands_for.evidence} == {"Oslo"}


def test_a_capital_that_is_only_somewhere_stands_for_nothing(record: Callable[..., Record]) -> None:
    assert named(actors([record("The ferry left Oslo on Monday.")]), "Oslo").stands_for is None


def test_we_of_a_spokeswoman_is_the_body_she_speaks_for(record: Callable[..., Record]) -> None:
    text = "“We close our office,” said Dana Strand, a spokeswoman for the Harbour Authority. “I am sorry.”"
    cast = actors([record(text)])
    assert {m.text for m in named(cast, "Harbour Authority").mentions} >= {"We", "our"}


def test_ages_and_parts_belong_to_the_phrase_of_a_name(record: Callable[..., Record]) -> None:
    cast = actors([record("Dana Strand, 49, lives in central Oslo. The news agency Acmewire said so.")])
    assert "Dana Strand, 49" in {m.text for m in named(cast, "Dana Strand").mentions}
    assert "central Oslo" in {m.text for m in named(cast, "Oslo").mentions}


def test_offices_told_together_are_two_people(record: Callable[..., Record]) -> None:
    first = "Norwegian Prime Minister Ingrid Solheim stayed. Swedish Prime Minister Anna Lindahl left."
    cast = actors(
        [record(first, id="a"), record("The Norwegian and Swedish prime ministers will meet in Oslo.", id="b")]
    )
    for name, role in (("Ingrid Solheim", "Norwegian prime minister"), ("Anna Lindahl", "Swedish prime minister")):
        person = named(cast, name)
        assert any(m.text == "The Norwegian and Swedish prime ministers" for m in person.mentions)
        assert any(r.inferred and r.text.lower() == role.lower() for r in person.roles) or len(person.roles) == 1
