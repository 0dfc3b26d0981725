"""Who says what on a page: what quotes and attributions are both read from."""

from . import voices
from .marks import Marked, marks
from .nearby import outside, touching
from .report import SILENT, Report
from .reports import reports
from .spoken import Spoken, spoken
from .stands import standing
from .trees import trim

__all__ = [
    "SILENT",
    "Marked",
    "Report",
    "Spoken",
    "marks",
    "outside",
    "reports",
    "spoken",
    "standing",
    "touching",
    "trim",
    "voices",
]
