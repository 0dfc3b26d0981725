"""`variorum actors`: the list, and judgements that last."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import variorum
from variorum.cli.app import app
from variorum.errors import UsageError

TEXTS = {
    "a.txt": "Mayor Dana Strand closed the port of Lund on Monday. Strand said that 12 boats had sunk.",
    "b.txt": "Mayor Dana Holm closed the port of Lund on Monday. Holm said that 12 boats had sunk in the storm.",
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kept")
    (place / "in").mkdir()
    for name, text in TEXTS.items():
        (place / "in" / name).write_text(text, encoding="utf-8")
    variorum.read([place / "in"], store=str(place / "x.sqlite"), settings=variorum.Settings(workers=1))
    return place / "x.sqlite"


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["actors", *map(str, arguments)], standalone_mode=False)


def test_lists_names_and_reasons(database: Path) -> None:
    said = _run(database).output
    assert "Dana Strand, also Strand" in said and "Dana Holm" in said


def test_a_merge_is_kept_across_reads_and_can_be_taken_back(database: Path) -> None:
    assert "one actor now" in _run(database, "merge", "dana strand", "Dana Holm", "--why", "she married").output
    variorum.read(store=str(database), settings=variorum.Settings(workers=1))
    said = _run(database).output
    assert "you judged so: she married" in said and "decided: Dana Holm and Dana Strand are one actor" in said
    assert "two actors now" in _run(database, "forget", "Dana Strand", "Dana Holm").output
    assert "decided" not in _run(database).output


def test_a_split_is_kept(database: Path) -> None:
    assert "two actors now" in _run(database, "split", "Strand", "Dana Strand").output
    assert "one actor now" in _run(database, "forget", "Dana Strand", "Strand").output


NAMESAKES = {
    "a.txt": "Mayor Dana Strand closed the port of Lund on Monday. Strand said that 12 boats had sunk in the storm.",
    "b.txt": "The diver Dana Strand found one of the 12 boats that sank in the port of Lund. Strand dived twice in the storm.",
    "c.txt": "Dana Strand reopened the port of Lund, where 12 boats had sunk in the storm. Strand thanked the crews.",
}


def test_two_people_with_one_name_are_split_by_report(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, text in NAMESAKES.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    base, one = tmp_path / "x.sqlite", variorum.Settings(workers=1)

    def people() -> list[list[str]]:
        made = variorum.read(store=str(base), settings=one)
        files = {a.id: a.source.rpartition("/")[2] for a in made.articles}
        cast = [a for s in made.stories for a in s.actors if a.kind == "person"]
        return sorted(sorted({files[m.article] for m in a.mentions}) for a in cast)

    variorum.read([tmp_path / "in"], store=str(base), settings=one)
    assert people() == [["a.txt", "b.txt", "c.txt"]]
    assert "2 actors are called Dana Strand now" in _run(base, "split", "Dana Strand", "--in", "b.txt").output
    assert people() == [["a.txt", "c.txt"], ["b.txt"]]
    assert "another person's" in _run(base).output
    assert "1 actor is called" in _run(base, "forget", "Dana Strand", "--in", "b.txt").output
    assert people() == [["a.txt", "b.txt", "c.txt"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("merge", "Dana Strand", "Nobody"), "nobody is called 'Nobody'"),
        (("merge", "Dana Strand", "Dan"), "there is"),
        (("merge", "Dana Strand", "Dana Strand"), "one name"),
        (("join", "Dana Strand", "Dana Holm"), "merge, split or forget"),
        (("forget", "Dana Strand", "Dana Holm"), "nothing was decided"),
        (("forget", "Dana Strand", "--in", "a.txt"), "nothing was decided"),
        (("split", "Dana Strand", "--in", "b.txt"), "not told of in report"),
        (("split", "Dana Strand", "--in", "z.txt"), "no report is"),
        (("merge", "Dana Strand", "--in", "a.txt"), "goes with split or forget"),
    ],
)
def test_says_what_is_wrong(database: Path, words: tuple[str, ...], said: str) -> None:
    error = _run(database, *words).exception
    assert isinstance(error, UsageError) and said in str(error)
