"""Report back: what came of a call, from a host's form to the document of call_report."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, Dict, Optional, Sequence

from .documents import known, moment, money

#: The outcomes in the order in which a form offers them; their words come from labels_get.
OUTCOMES = ("no_answer", "voicemail", "busy", "callback", "spoke", "order", "quote", "meeting", "not_interested", "objection",
            "wrong_number", "skipped")
SKIP_REASONS = ("not_mine", "knows_better", "wrong_time", "disagree", "other")
RECEPTIONS = ("welcome", "neutral", "unwelcome")


def outcome_document(id: str, outcome: str, at: datetime.datetime, *, agent: Optional[str] = None,
                     call_id: Optional[str] = None, account_id: Optional[str] = None, contact_id: Optional[str] = None,
                     skip_reason: Optional[str] = None, callback_at: Optional[datetime.datetime] = None,
                     amount: Optional[Decimal] = None, digits: int = 2, channel: Optional[str] = None,
                     reception: Optional[str] = None, needs: Sequence[Dict[str, Any]] = (),
                     note: Optional[str] = None) -> Dict[str, Any]:
    """The document; `id` is the host's own, so that reporting twice changes nothing. Fields that do not go with the outcome
    (a skip reason of a call that was made) are left out; what is missing or wrong comes back as findings."""
    if callback_at is not None:
        callback_at = moment(callback_at)
    return known(id=id, outcome=outcome, at=moment(at), agent=agent, call_id=call_id,
                 account_id=None if call_id else account_id, contact_id=contact_id,
                 skip_reason=skip_reason if outcome == "skipped" else None,
                 callback_at=callback_at if outcome == "callback" else None,
                 amount=money(amount, digits) if outcome in ("order", "quote", "meeting") else None,
                 channel=channel, reception=reception or None, needs=list(needs) or None, note=note or None)
