"""What every adapter of a CRM written in Python needs and no CRM knows: the guard around a hook, open engines, hand-over
in chunks, the nightly job, and the words and documents of outcomes. Knows no host; adapters/tryton is built on it.

    guard = Guard(logging.getLogger("crm.rendabel"))
    with guard.watch(store) as watch:
        hand_over(engines.get(store), [snapshot])
    if watch.failed:
        mark_dirty(account, watch.reason)
"""

from .documents import known, moment, money
from .engines import Engines
from .guard import Guard, Watch, reason_of
from .handover import HandOver, chunks, hand_over
from .night import NightHost, Step, night
from .outcome import OUTCOMES, RECEPTIONS, SKIP_REASONS, outcome_document
from .results import columns, words
from .trial import Trial, trial

__all__ = ["Engines", "Guard", "HandOver", "NightHost", "OUTCOMES", "RECEPTIONS", "SKIP_REASONS", "Step", "Trial", "Watch",
           "chunks", "columns", "hand_over", "known", "moment", "money", "night", "outcome_document", "reason_of", "trial",
           "words"]
