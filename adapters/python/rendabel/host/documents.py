"""Pieces of documents: what is unknown is left out, money has the currency's decimals, a moment has its offset."""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any, Dict, Optional, Union


@lru_cache(maxsize=None)
def _unit(digits: int) -> Decimal:
    """The smallest amount with so many decimals."""
    return Decimal(1).scaleb(-digits)


def known(**fields: Any) -> Dict[str, Any]:
    """The fields that are known: None is unknown and left out; 0, False, "" and [] are facts and stay."""
    return {name: value for name, value in fields.items() if value is not None}


def money(value: Union[Decimal, int, str, None], digits: int = 2) -> Optional[Decimal]:
    """An amount with at most `digits` decimals, rounded half away from zero; None stays unknown. Never give it a float."""
    if value is None:
        return None
    if isinstance(value, float):
        raise TypeError("an amount is a Decimal, not a float")
    return Decimal(value).quantize(_unit(digits), ROUND_HALF_UP)


def moment(value: datetime.datetime) -> datetime.datetime:
    """A moment with its offset: one without is taken as UTC, as CRMs keep their time stamps."""
    return value if value.utcoffset() is not None else value.replace(tzinfo=datetime.timezone.utc)
