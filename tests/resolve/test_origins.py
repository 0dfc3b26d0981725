"""Who did the reporting, and on how many origins and sources a statement rests."""

from __future__ import annotations

import pytest

from variorum import __version__, group, pipeline, resolve
from variorum.annotate import Annotator
from variorum.model import Article, Cast, Dossier, Origin, Source, When
from variorum.resolve.origins.names import core, plain

TEXT = (
    "Nine miners were killed when a shaft collapsed near Tarnvik on Monday, the district office said. Rescuers went on looking "
    "for others with dogs and two drills, and the road to the mine was closed to all but ambulances."
)
OTHER = (
    "The valley woke to sirens. Nine miners were killed near Tarnvik on Monday, Ilma Brandt, the director "
    "of the hospital, said. Families stood at the gate, waiting for news that nobody had."
)
NOBODY = Cast(actors=())


def article(name: str, text: str, outlet: str | None = None, day: str | None = None) -> Article:
    when = When(earliest=day, latest=day, basis="metadata", why="given") if day else None
    return Article(id=name, source=f"{name}.txt", text=text, outlet=outlet, published=when)


def origins(*articles: Article, sources: tuple[Source, ...] = ()) -> tuple[Origin, ...]:
    return resolve.origins(articles, group.reuse(articles), sources, NOBODY)


def test_reports_that_credit_an_agency_are_its() -> None:
    made = origins(article("a", f"TARNVIK (Reuters) - {TEXT}"), article("b", f"{OTHER}\n© 2031 Reuters"))
    assert [(o.name, o.kind, o.articles) for o in made] == [("Reuters", "agency", ("a", "b"))]
    assert {s.text for s in made[0].spans} == {"Reuters"}


def test_a_copy_rests_on_the_report_that_came_first() -> None:
    made = origins(article("a", TEXT, "Valley News", "2031-03-04"), article("b", TEXT, "Harven Times", "2031-03-03"))
    assert [(o.name, o.articles) for o in made] == [("Harven Times", ("a", "b"))]
    assert made[0].why == "their text is the same; that of Harven Times was published first"


def test_a_copy_of_an_agencys_text_is_the_agencys_though_it_says_nothing() -> None:
    made = origins(article("a", f"TARNVIK (AP) — {TEXT}"), article("b", TEXT, "Harven Times"), article("c", OTHER))
    assert [(o.name, o.articles) for o in made] == [("Associated Press", ("a", "b")), ("", ("c",))]


def test_two_reports_of_one_outlet_are_one_origin_and_two_read_at_a_portal_are_two() -> None:
    assert len(origins(article("a", TEXT, "Harven Times"), article("b", OTHER, "harventimes.com"))) == 1
    assert len(origins(article("a", TEXT, "Yahoo"), article("b", OTHER, "yahoo.com"))) == 2


def test_an_outlet_that_is_cited_is_an_origin_of_its_own_or_that_of_its_report() -> None:
    cites = article("a", f"{OTHER} The Harven Times reported it first.")
    span = cites.cut(cites.text.index("The Harven"), cites.text.index(" reported"))
    source = Source(id="s", name="The Harven Times", kind="outlet", articles=("a",), claims=1, spans=(span,))
    alone = origins(cites, sources=(source,))
    assert [(o.name, o.articles, o.cited) for o in alone] == [("", ("a",), ()), ("Harven Times", (), ("a",))]
    both = origins(cites, article("b", TEXT, "harventimes.com"), sources=(source,))
    assert [(o.articles, o.cited) for o in both] == [(("b",), ("a",)), (("a",), ())]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Harven Times newspaper", "Harven Times"),
        ("Valley Radio, which", "Valley Radio"),
        ("a newspaper", ""),
        ("local media", ""),
        ("The channel", ""),
        ("French media", ""),
        ("valleynews.example", "valleynews.example"),
    ],
)
def test_what_names_an_outlet(words: str, name: str) -> None:
    assert core(words) == name


def test_hosts_and_names_are_one() -> None:
    assert plain("news.harventimes.co.uk") == plain("The Harven Times") == plain("harventimes.com") == "harventimes"
    assert plain("AFP") == plain("Agence France-Presse")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    texts = (
        article("a", f"TARNVIK (Reuters) - {TEXT}", day="2031-03-03"),
        article("b", TEXT, "Valley News", "2031-03-04"),
        article("c", OTHER, "Harven Times", "2031-03-03"),
    )
    return pipeline.assemble(pipeline.prepare(texts, Annotator()), version=__version__)


def test_a_figure_counts_origins_and_sources(dossier: Dossier) -> None:
    (story,) = dossier.stories
    readings = [r for f in story.figures if f.measure == "killed" for r in f.readings]
    origins = {o for r in readings if r.backing for o in r.backing.origins}
    named = {s.name for s in story.sources for r in readings if r.backing and s.id in r.backing.sources}
    assert {s.article for r in readings for s in r.spans} == {"a", "b", "c"}
    assert len(origins) == 2
    assert any("district office" in name for name in named) and any("Brandt" in name for name in named)


def test_the_digest_says_so(dossier: Dossier) -> None:
    assert any("3 reports, 2 origins" in line.text for line in dossier.stories[0].digest)


def test_two_bodies_cited_together_are_two_sources() -> None:
    said = (
        "The Roads Ministry of Norland closed the pass. The Roads Ministry of Norland and the Norland army said nine drivers "
        "were killed."
    )
    dossier = pipeline.assemble(pipeline.prepare([article("a", said)], Annotator()), version=__version__)
    names = [s.name for s in dossier.stories[0].sources]
    assert "the Norland army" in names and not any(" and " in name for name in names)
