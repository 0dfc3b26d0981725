"""What all tests share: one language model a session, and short ways from a text to a page, a record or a dossier."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from variorum import __version__, clean, pipeline
from variorum.annotate import Annotator
from variorum.model import Article, Dossier, Record
from variorum.model.page import Page
from variorum.read import article as from_row

CASES = Path(__file__).parent / "cases"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden accounts of the example stories anew"
    )


def cases(folder: str) -> list[Any]:
    """Every `[[case]]` of the TOML files in tests/cases/<folder>, as pytest parameters named by file and `name` or number."""
    out = []
    for path in sorted((CASES / folder).glob("*.toml")):
        for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"]):
            out.append(pytest.param(case, id=f"{path.stem}-{case.get('name', number)}"))
    return out


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    return Annotator()


@pytest.fixture(scope="session")
def page(annotator: Annotator) -> Callable[..., Page]:
    """page("text", published="2024-03-21") is the annotated page of a cleaned article."""

    def make(text: str, **fields: Any) -> Page:
        return annotator.pages([article(text, **fields)])[0]

    return make


@pytest.fixture(scope="session")
def record(annotator: Annotator) -> Callable[..., Record]:
    """record("text") is all that is found in the text on its own."""

    def make(text: str, **fields: Any) -> Record:
        return pipeline.prepare([article(text, **fields)], annotator)[0]

    return make


@pytest.fixture(scope="session")
def dossier(annotator: Annotator) -> Callable[..., Dossier]:
    """dossier("one report", {"text": "another", "published": "2024-03-21"}) is what is made of them together."""

    def make(*texts: str | dict[str, Any]) -> Dossier:
        rows = [{"text": t} if isinstance(t, str) else t for t in texts]
        articles = [from_row({"id": str(i), **row}, f"{i}.txt") for i, row in enumerate(rows)]
        made = pipeline.assemble(pipeline.prepare(articles, annotator), version=__version__)
        assert not [p for p in made.problems if "this program failed" in p.error], made.problems
        return made

    return make


def article(text: str, **fields: Any) -> Article:
    made = clean.clean(from_row({"text": text, "id": fields.pop("id", "a"), **fields}, "test.txt"))
    return msgspec.structs.replace(made, language="en")
