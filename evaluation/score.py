"""One suite on one set, in this process: `python -m evaluation.score figures DATA/gva [--limit 50]`.

Options are those of the scorers' own command; `--cmd` is not needed.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared"


def score(arguments: list[str], system: Any = None) -> Any:
    """The scorers' report for these arguments."""
    if str(SHARED / "eval") not in sys.path:
        sys.path.insert(0, str(SHARED / "eval"))
    command = importlib.import_module("score")
    args = command.parser().parse_args(arguments)
    if system is None:
        from evaluation.system import Local

        system = Local()
    return importlib.import_module(f"suites.{args.suite}").run(args, system)


def main() -> None:
    print(score(sys.argv[1:]).as_text())


if __name__ == "__main__":
    main()
