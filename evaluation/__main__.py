"""Scores everything and writes it down: `python -m evaluation [--fast] [--only SUITE]`.

The whole run writes `evaluation/results.json` and the table in `evaluation/README.md`; `--fast` is the small part that CI
compares with `evaluation/floors.toml` and writes nothing. Without gold data beside the checkout only the
example stories are scored.
Exit status 1 when a figure is below its floor.
"""

from __future__ import annotations

import json
import shlex
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from evaluation import examples, html, reuse
from evaluation.score import SHARED, score
from evaluation.system import Local
from variorum import Dossier, Settings, read

HERE = Path(__file__).parent
DATA = SHARED / "data"
COMMAND = shlex.join([sys.executable, "-m", "variorum"])


class Job(NamedTuple):
    """A suite over sets; `fast` is its `--limit` in the small part (None: not in it; 0: whole)."""

    suite: str
    sets: tuple[str, ...]
    options: tuple[str, ...] = ()
    fast: int | None = None


JOBS = (
    Job("figures", ("gva",), fast=25),
    Job("times", ("meantime",), fast=0),
    Job("dating", ("gva", "newsevents", "fakes")),
    Job("quotes", ("polnear",), fast=12),
    Job("positions", ("plover",), fast=0),
    Job("clusters", ("newsevents",), fast=0),
    Job("clusters", ("gva",)),
    Job("clusters", ("fakes",)),
    Job("chains", ("newswcl50",), fast=1),
    Job("chains", ("meantime",)),
    Job("timeline", ("semeval2015",), fast=0),
    Job("misprints", ("gva", "newsevents", "fakes")),
    Job("misprints", (), fast=0),
    Job("invariants", ("newsevents",), ("--cmd", COMMAND), fast=10),
)


def main() -> int:
    fast = "--fast" in sys.argv
    only = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else None
    rows = [row for row in _rows(fast, only) if row["figures"]]
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["fast" if fast else "whole"]
    low = [line for row in rows for line in _below(row, floors)]
    print("\n".join(low) if low else "no figure is below its floor")
    if not fast and only is None:
        _write(rows)
    return 1 if low else 0


def _rows(fast: bool, only: str | None) -> Iterator[dict[str, Any]]:
    """A row of figures for each job, printed as it comes."""
    if only in (None, "examples"):
        yield _shown(_examples())
    if not DATA.is_dir():
        print(
            f"no gold data at {DATA.parent.name}/{DATA.name} beside the checkout: only the example stories are scored"
        )
        return
    if only in (None, "html"):
        yield _shown(_html())
    if only in (None, "reuse"):
        yield _shown(_reuse(fast))
    system = Local()
    for job in JOBS:
        if (only in (None, job.suite)) and (not fast or job.fast is not None):
            yield _shown(_scored(job, system, fast))


def _examples() -> dict[str, Any]:
    dossier: Dossier = read([str(examples.ROOT)], settings=Settings())
    wrong, total = examples.failures(dossier), len(examples.checks())
    for check in wrong:
        print(f"  example not read rightly: {check}")
    return {
        "suite": "examples",
        "set": "ferry+strike",
        "figures": {"right": (total - len(wrong)) / total},
        "baseline": {},
    }


def _html() -> dict[str, Any]:
    return {"suite": "html", "set": "html", "figures": html.score(DATA / "html"), "baseline": {}}


def _reuse(fast: bool) -> dict[str, Any]:
    """The planted copies; their speed is printed by `python -m evaluation.reuse`, since it differs from machine to machine."""
    figures = reuse.score(DATA, rates=(0.1,), sets=("newsevents",)) if fast else reuse.score(DATA)
    return {"suite": "reuse", "set": "planted", "figures": figures, "baseline": {}}


def _scored(job: Job, system: Local, fast: bool) -> dict[str, Any]:
    """The headline figures of one suite, and the baseline's where the suite computes it."""
    options = [*job.options, *(["--limit", str(job.fast)] if fast and job.fast else [])]
    arguments = [job.suite, *(str(DATA / name) for name in job.sets), *options]
    report = score(arguments, None if "--cmd" in options else system)
    heads = {id(value): name for name, value in report.headline.items()}
    baseline = {heads[id(mine)]: other for _, mine, other in report.rows if id(mine) in heads and other is not None}
    return {"suite": job.suite, "set": report.data, "figures": report.headline, "baseline": baseline}


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    print(
        f"{row['suite']:10} {row['set']:24} " + "  ".join(f"{k} {_number(v)}" for k, v in row["figures"].items()),
        flush=True,
    )
    return row


def _number(value: Any) -> str:
    return "-" if value is None else f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _below(row: dict[str, Any], floors: dict[str, dict[str, float]]) -> Iterator[str]:
    """A line for each figure under its floor; false alarms, breaches and shares left undated have a ceiling instead."""
    for name, bound in floors.get(f"{row['suite']} {row['set']}", {}).items():
        value = row["figures"].get(name)
        worse = value is None or (value > bound if name in CEILINGS else value < bound)
        if worse:
            yield f"{row['suite']} {row['set']}: {name} is {_number(value)}, its floor is {bound:g}"


CEILINGS = frozenset({"false_alarms", "broken", "undated", "width", "decoys"})


def _write(rows: list[dict[str, Any]]) -> None:
    (HERE / "results.json").write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    lines = ["| suite | set | figure | variorum | baseline |", "|---|---|---|---|---|"]
    lines += [
        f"| {row['suite']} | {row['set']} | {name} | {_number(value)} | {_number(row['baseline'].get(name))} |"
        for row in rows
        for name, value in row["figures"].items()
    ]
    page = HERE / "README.md"
    before = page.read_text(encoding="utf-8").split("<!-- results -->")[0]
    page.write_text(f"{before}<!-- results -->\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
