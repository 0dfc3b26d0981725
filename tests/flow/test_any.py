"""The whole flow on any text: it never fails, every span is true, and neither order nor chance changes a byte."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.examples import ROOT
from tests.floods import report
from variorum import __version__, compose, pipeline, render
from variorum.annotate import Annotator
from variorum.model import Dossier, Record
from variorum.read import article, sources
from variorum.settings import Settings

PIECES = (
    "At least", "12", "1,400", "two dozen", "people", "were killed", "injured", "were released", "the mayor", "Marta Velling",
    "Velling", "Mrs Arran", "said", "told reporters", "“", "”", '"', "'", "on Tuesday", "last week", "in 2019", "5 March 2024",
    "met", "will meet", "the union", "in Valdora", "rejected", "demanded", "a ceasefire", "of", "and", ",", ".", "...", "\n",
    "\n\n", "\t", "(", ")", "—", "By", "|", "Share this", "he", "she", "they", "%", "$", "not", "U.S.", "🙂", "\x00", "\u202e",
    "é", "李明", "=", "http://x.example/", "-", "1/2", "10:30", "100 of the 300", "²", "½ of", "٣ people",
    "12² people were killed", "more than", "between 5 and 7",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map(" ".join) | st.text(min_size=1, max_size=200)
QUICK = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _records(texts: Sequence[str], annotator: Annotator) -> list[Record]:
    """Each text once, under a name of its own."""
    articles = [article({"text": text}, f"{i}.txt") for i, text in enumerate(dict.fromkeys(texts)) if text.strip()]
    return pipeline.prepare(list({a.id: a for a in articles}.values()), annotator)


def _read(records: Sequence[Record]) -> Dossier:
    return pipeline.assemble(records, version=__version__)


@QUICK
@given(texts=st.lists(TEXTS, min_size=1, max_size=3))
def test_any_text_is_read_and_every_span_is_true(texts: list[str], annotator: Annotator) -> None:
    made = _read(_records(texts, annotator))
    assert not [p for p in made.problems if "this program failed" in p.error]
    whole = {a.id: a.text for a in made.articles}
    for span in compose.spans(made):
        assert whole[span.article][span.start : span.end] == span.text != ""
    for out in (render.json(made), render.html(made), render.markdown(made)):
        assert out


@pytest.fixture(scope="module")
def examples(annotator: Annotator) -> list[Record]:
    """The example stories with some floods: many reports that differ in a number."""
    told = [one for one in sources([str(ROOT)], settings=Settings(language="en")) if not hasattr(one, "error")]
    floods = [article({"text": report(number)}, f"flood/{number}.txt") for number in range(8)]
    return pipeline.prepare([*told, *floods], annotator)  # type: ignore[list-item]


def test_the_order_of_input_changes_no_byte(examples: list[Record]) -> None:
    first = render.json(_read(examples))
    for seed in range(6):
        mixed = list(examples)
        random.Random(seed).shuffle(mixed)
        assert render.json(_read(mixed)) == first


def test_a_report_alone_says_no_less_about_itself(examples: list[Record]) -> None:
    """What is found in an article does not hang on its company, only what is made of it."""
    for record in examples:
        alone = _read([record])
        assert {q.span for q in alone.stories[0].quotes} == {
            claim.spans[0] for claim in record.claims if type(claim).__name__ == "QuoteClaim"
        }


SCRIPT = """
import sys
from variorum import read, render
sys.stdout.buffer.write(render.json(read([sys.argv[1]])))
"""


def test_chance_changes_no_byte() -> None:
    """Two processes with different seeds of hashing."""
    made = [_process(seed) for seed in ("1", "2")]
    outs = [one.communicate(timeout=240)[0] for one in made]
    assert outs[0] == outs[1]
    assert len(outs[0]) > 10_000


def _process(seed: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    path = Path(ROOT).resolve()
    return subprocess.Popen([sys.executable, "-c", SCRIPT, str(path)], stdout=subprocess.PIPE, env=environment)


@pytest.mark.parametrize(
    "text", ["²", "12² people were killed.", "٣ people were killed on ٣ March.", "½", "①②③", "𝟙𝟚 people"]
)
def test_digits_that_are_no_numbers(text: str, annotator: Annotator) -> None:
    made = _read(_records([text], annotator))
    assert not [p for p in made.problems if "this program failed" in p.error]


def test_file_names_with_any_digits_are_put_in_order() -> None:
    names = ["a²", "a10", "a2", "²", "٣", ""]
    assert sorted(sorted(names), key=pipeline.natural) == sorted(sorted(names, reverse=True), key=pipeline.natural)
