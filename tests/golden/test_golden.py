"""The example stories, read as a user would: their whole account is compared with one that was reviewed by reading.

`make golden` writes it anew; read the difference before committing it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import variorum
from evaluation import examples
from variorum import render

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@pytest.fixture(scope="module")
def both() -> variorum.Dossier:
    """Both stories in one run, as `variorum demo` reads them."""
    return variorum.read([str(examples.ROOT)])


@pytest.mark.parametrize("name", ["ferry", "strike"])
def test_account(name: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    dossier = variorum.read([f"examples/{name}"])
    texts = {f"{name}.md": _account(dossier), f"{name}.json": _stories(dossier)}
    for file, text in texts.items():
        if request.config.getoption("--update-golden"):
            (HERE / file).write_text(text, encoding="utf-8")
        assert text == (HERE / file).read_text(encoding="utf-8"), f"{file} differs: see `make golden`"


def _account(dossier: variorum.Dossier) -> str:
    """The Markdown without the last line, which names the versions of what made it."""
    lines = render.markdown(dossier).splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("Made by Variorum"))


def _stories(dossier: variorum.Dossier) -> str:
    """The dossier without the texts, which stand in examples/, and without the versions of what made it."""
    whole = json.loads(render.json(dossier))
    for article in whole["articles"]:
        del article["text"], article["sentences"]
    return json.dumps({k: whole[k] for k in ("articles", "stories", "problems")}, indent=1, ensure_ascii=False) + "\n"


def test_both_stories_in_one_run_are_told_apart(both: variorum.Dossier) -> None:
    folders = [{Path(a.source).parent.name for a in both.articles if a.id in story.articles} for story in both.stories]
    assert sorted(map(sorted, folders)) == [["ferry"], ["strike"]]
    assert not both.problems


@pytest.mark.parametrize("check", examples.checks(), ids=lambda c: f"{c['kind']}-{c['trap']}".replace(" ", "_"))
def test_trap(check: examples.Check, both: variorum.Dossier) -> None:
    """Every planted trap (docs/examples.md) is read rightly."""
    assert examples.KINDS[check["kind"]](both, check), check
