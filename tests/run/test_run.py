"""Whole runs: the same dossier in one step or many, in any order, and again."""

from __future__ import annotations

from pathlib import Path

import pytest
from floods import folder, report

import variorum
from variorum.errors import UsageError
from variorum.model import Dossier
from variorum.settings import Settings
from variorum.store import open_store

ALONE = Settings(workers=1)


def _read(*paths: Path, **options: object) -> Dossier:
    return variorum.read(paths, **{"settings": ALONE, **options})  # type: ignore[arg-type]


def test_the_order_of_the_input_changes_nothing(tmp_path: Path) -> None:
    files = sorted(folder(tmp_path, range(5)).iterdir())
    assert _read(*files) == _read(*reversed(files))


def test_two_steps_give_what_one_gives(tmp_path: Path) -> None:
    folder(tmp_path / "a", range(3))
    folder(tmp_path / "b", range(2, 6))
    (tmp_path / "b" / "empty.txt").touch()
    one = _read(tmp_path / "a", tmp_path / "b")
    for first, second in (("a", "b"), ("b", "a")):
        store = str(tmp_path / f"{first}.sqlite")
        _read(tmp_path / first, store=store)
        assert _read(tmp_path / second, store=store) == one
    assert [problem.source.rpartition("/")[2] for problem in one.problems] == ["2.txt", "empty.txt"]


def test_reading_again_annotates_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(tmp_path / "a", range(3))
    store = str(tmp_path / "x.sqlite")
    first = _read(tmp_path / "a", store=store)
    monkeypatch.setattr("variorum.pipeline.prepare", None)
    assert _read(tmp_path / "a", store=store) == first
    assert _read(store=store) == first


def test_other_rules_make_all_records_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(tmp_path / "a", range(2))
    store = str(tmp_path / "x.sqlite")
    _read(tmp_path / "a", store=store)
    monkeypatch.setattr("variorum.run.rules_version", lambda language: "en-other")
    _read(store=store)
    kept = open_store(store)
    assert {known.stamp.split()[1] for known in kept.known().values()} == {"en-other"}
    kept.close()


def test_a_later_date_is_kept_and_a_later_reading_without_one_is_not(tmp_path: Path) -> None:
    path = folder(tmp_path / "a", range(1)) / "0.txt"
    store = str(tmp_path / "x.sqlite")
    for published in (None, "2025-02-11", None, "2025-02-12", None):
        made = _read(path, store=store, settings=Settings(workers=1, published=published))
    when = made.articles[0].published
    assert when and when.earliest and when.earliest.startswith("2025-02-12")


def test_the_same_text_twice_is_counted_once(tmp_path: Path) -> None:
    (tmp_path / "2.txt").write_text(report(1))
    (tmp_path / "10.txt").write_text(report(1))
    for paths in (("2.txt", "10.txt"), ("10.txt", "2.txt")):
        made = _read(*(tmp_path / path for path in paths))
        assert [article.source for article in made.articles] == [str(tmp_path / "2.txt")]
        assert [(p.source, p.error) for p in made.problems] == [
            (str(tmp_path / "10.txt"), f"the same text as {tmp_path / '2.txt'}, counted once")
        ]


def test_a_file_named_twice_is_no_problem(tmp_path: Path) -> None:
    path = folder(tmp_path, range(1)) / "0.txt"
    assert _read(path, path).problems == ()


def test_a_pool_and_one_process_give_the_same_dossier(tmp_path: Path) -> None:
    folder(tmp_path, range(6))
    assert _read(tmp_path) == _read(tmp_path, settings=Settings(workers=2, batch=2))


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    _read(folder(tmp_path, range(2)), progress=lambda *args: told.append(args))
    assert told == [("read", 1, None), ("read", 2, None), ("annotate", 2, 2), ("compare", 0, None), ("compare", 1, 1)]


def test_nothing_to_read_is_a_wrong_call() -> None:
    with pytest.raises(UsageError):
        variorum.read([])


def test_halves_of_characters_are_a_problem_and_no_crash() -> None:
    from variorum.model import Article
    from variorum.run import run

    made = run([Article(id="a", source="a.json", text="A half \ud800 here.")], settings=ALONE)
    assert made.articles == () and "halves of characters" in made.problems[0].error


def test_a_text_that_is_too_long_is_a_problem() -> None:
    from variorum.model import Article
    from variorum.run import run

    made = run([Article(id="a", source="a.txt", text="word " * 300)], settings=Settings(workers=1, longest=1000))
    assert made.articles == () and "1,500 characters" in made.problems[0].error
