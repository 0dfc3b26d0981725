"""Workers: the same records as in one process, in order, whatever dies."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from floods import report

from variorum.errors import ModelError, RunError
from variorum.model import Article, Record
from variorum.read import article as from_row
from variorum.run import local, pool
from variorum.settings import Settings

PAIR = Settings(workers=2, batch=4)


def _articles(count: int) -> list[Article]:
    return [
        msgspec.structs.replace(from_row({"text": report(n), "id": str(n)}, f"{n}.txt"), language="en")
        for n in range(count)
    ]


def _flat(articles: list[Article], settings: Settings) -> list[Record]:
    with closing(local.records(articles, settings)) as batches:
        return [record for _, made in batches for record in made]


def test_a_pool_gives_what_one_process_gives_in_order() -> None:
    articles = _articles(30)
    assert _flat(articles, PAIR) == _flat(articles, Settings(workers=1, batch=7))


def test_texts_are_taken_in_only_when_there_is_room() -> None:
    taken = 0

    def stream() -> Iterator[Article]:
        nonlocal taken
        for one in _articles(400):
            taken += 1
            yield one

    with closing(local.records(stream(), PAIR)) as batches:
        next(batches)
        assert taken <= Settings().small + 1 + PAIR.batch * (2 * pool.AHEAD + 2)


def test_a_killed_worker_costs_nothing() -> None:
    articles = _articles(40)
    with pool.Pool(None, 1) as workers:
        made = []
        for number, (_, records) in enumerate(workers.map(local.batches(articles, 4))):
            made.extend(records)
            if number == 1:
                workers.workers[0].process.kill()
    assert [record.article.source for record in made] == [article.source for article in articles]
    assert not any(record.problem for record in made)


DEADLY = """
import os, sys
from variorum import pipeline
before = pipeline.prepare
def prepare(articles, annotator):
    for article in articles:
        if "poison" in article.text:
            {act}
    return before(articles, annotator)
pipeline.prepare = prepare
from variorum.run import worker
worker.pipeline = pipeline
worker.main()
"""


def _deadly(monkeypatch: pytest.MonkeyPatch, act: str) -> None:
    """Workers that do this when they meet the word."""
    before = subprocess.Popen

    def start(command: list[str], **options: object) -> object:
        return before([sys.executable, "-c", DEADLY.format(act=act)], **options)  # type: ignore[call-overload]

    monkeypatch.setattr(pool.subprocess, "Popen", start)


@pytest.mark.parametrize(("act", "how"), [("os.kill(os.getpid(), 9)", "signal 9"), ("os._exit(3)", "exit 3")])
def test_an_article_that_kills_its_worker_is_reported_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch, act: str, how: str
) -> None:
    _deadly(monkeypatch, act)
    articles = _articles(6)
    articles[2] = msgspec.structs.replace(articles[2], text="This one is poison.")
    made = _flat(articles, Settings(workers=2, batch=3))
    assert [record.article.id for record in made] == [article.id for article in articles]
    assert [record.problem for record in made if record.problem] == [
        f"left without claims, since the process that read it died ({how})"
    ]
    assert made[2].problem and not made[2].model


def test_an_error_on_one_article_stays_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from variorum import extract, pipeline

    before = extract.claims

    def claims(page: object) -> object:
        if "poison" in page.article.text:  # type: ignore[attr-defined]
            raise ValueError("too  bitter\nfor me")
        return before(page)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline.extract, "claims", claims)
    articles = _articles(3)
    articles[1] = msgspec.structs.replace(articles[1], text="This one is poison.")
    made = _flat(articles, Settings(workers=1))
    assert [bool(record.problem) for record in made] == [False, True, False]
    assert "ValueError: too bitter for me" in str(made[1].problem)
    assert made[0].claims and made[2].claims


def test_a_missing_model_is_the_same_error_from_a_worker() -> None:
    with pytest.raises(ModelError, match="nothing_like_it"):
        _flat(_articles(3), Settings(workers=2, model="nothing_like_it"))


def test_a_worker_that_cannot_start_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    before = subprocess.Popen
    monkeypatch.setattr(
        pool.subprocess,
        "Popen",
        lambda command, **options: before([sys.executable, "-c", "import no_such_thing"], **options),
    )
    with pytest.raises(RunError, match=r"could not be started .*no_such_thing.*--workers 1"):
        _flat(_articles(3), PAIR)


def test_what_a_library_prints_does_not_reach_the_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    _deadly(monkeypatch, "print('chatter', flush=True); os.write(1, b'more')")
    articles = [msgspec.structs.replace(_articles(1)[0], text="poison")]
    assert [record.problem for record in _flat(articles, PAIR)] == [None]


def test_leaving_early_ends_the_workers() -> None:
    batches = local.records(_articles(60), PAIR)
    next(batches)
    children = _children()
    assert children
    batches.close()
    for _ in range(100):
        if not _children() & children:
            break
        time.sleep(0.05)
    assert not _children() & children
    assert not [one for one in threading.enumerate() if one.name.startswith("variorum")]


def _children() -> set[int]:
    out = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid() and fields[0] != "Z":
            out.add(int(path.parent.name))
    return out


def test_a_worker_ends_when_the_run_is_killed() -> None:
    code = (
        "from variorum.run.pool import Worker; w = Worker(None); print(w.process.pid, flush=True);"
        "import time; time.sleep(60)"
    )
    run = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert run.stdout
    number = int(run.stdout.readline())
    run.kill()
    run.wait()
    run.stdout.close()
    for _ in range(200):
        if (
            not Path(f"/proc/{number}").exists()
            or "Z" in Path(f"/proc/{number}/stat").read_text().rpartition(")")[2][:3]
        ):
            return
        time.sleep(0.1)
    raise AssertionError("the worker lives on")


def test_batches_are_bounded_in_number_and_size() -> None:
    articles = [msgspec.structs.replace(one, text="x" * 90_000) for one in _articles(5)]
    assert [len(batch) for batch in local.batches(articles, 16)] == [2, 2, 1]
    assert [len(batch) for batch in local.batches(_articles(5), 2)] == [2, 2, 1]


def test_how_many_workers() -> None:
    assert local.workers(Settings(workers=3), few=True) == 3
    assert local.workers(Settings(), few=True) == 1
    assert local.workers(Settings(), few=False) >= 1
