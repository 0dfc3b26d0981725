"""Findings on counts: short reports of one event, and the kinds of difference that a desk should and should not be told of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import CASES
from variorum.model import Dossier, Finding


def rows() -> list[Any]:
    tables = [
        (path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted((CASES / "findings").glob("*.toml"))
    ]
    return [
        pytest.param(table["scene"], case, id=f"{name}-{case['name']}")
        for name, table in tables
        for case in table["case"]
    ]


def report(scene: list[str], at: int, line: str) -> dict[str, str]:
    day, _, said = line.partition(": ")
    last = scene[1 + at % (len(scene) - 1)]
    return {"text": f"{scene[0]} {said} {last}", "published": f"2031-05-{int(day):02}"}


def counted(dossier: Dossier) -> list[Finding]:
    """The findings on figures."""
    return [f for s in dossier.stories for f in s.findings if f.about in {x.id for x in s.figures}]


def said(finding: Finding, kind: str, *numbers: str) -> bool:
    return finding.sort == kind and all(re.search(rf"(?<![\d,]){n}(?![\d]|,\d)", finding.why) for n in numbers)


@pytest.mark.parametrize(("scene", "case"), rows())
def test_findings(scene: list[str], case: dict[str, Any], dossier: Callable[..., Dossier]) -> None:
    found = counted(dossier(*(report(scene, at, line) for at, line in enumerate(case["reports"]))))
    told = [f"{f.sort}: {f.why}" for f in found]
    assert [want for want in case.get("finds", []) if not any(said(f, *want.split()) for f in found)] == [], told
    assert [f"{f.sort}: {f.why}" for f in found if f.sort in case.get("never", [])] == []
