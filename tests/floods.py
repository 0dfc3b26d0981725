"""Short invented reports, for tests of whole runs."""

from __future__ import annotations

from pathlib import Path

TOWNS = ("Alderby", "Brackley Cross", "Corrin", "Dunmouth", "Eskerton", "Fallow Bay", "Garrick", "Holmsea")
TEXT = """Flood in {town} leaves {n} dead

At least {n} people were killed and {m} injured when the river Orle broke its banks in {town} on Tuesday,
the regional governor said.

"We have never seen water like this," said Marta Velling, the mayor of {town}.
Rescue teams are to meet in the town hall on Friday.

The opposition demanded an inquiry within 30 days, which the government rejected.
"""


def report(number: int) -> str:
    """One report; different for each number."""
    return TEXT.format(town=TOWNS[number % len(TOWNS)], n=3 + number, m=20 + 2 * number)


def folder(path: Path, numbers: range) -> Path:
    """A folder with these reports, a file each."""
    path.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (path / f"{number}.txt").write_text(report(number), encoding="utf-8")
    return path
