"""From what was resolved to findings: where reports agree, differ, and in which way."""

from .ages import ages
from .agreements import agreements
from .dates import dates
from .events import events
from .figures import figures
from .ledger import ledger
from .positions import positions
from .quotes import quotes

__all__ = ["ages", "agreements", "dates", "events", "figures", "ledger", "positions", "quotes"]
