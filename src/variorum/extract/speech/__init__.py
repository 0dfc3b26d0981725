"""Who says what on a page: what quotes and attributions are both read from."""

from .marks import Marked, marks
from .report import SILENT, Report
from .reports import reports
from .spoken import Spoken, outside, spoken
from .trees import trim

__all__ = ["SILENT", "Marked", "Report", "Spoken", "marks", "outside", "reports", "spoken", "trim"]
