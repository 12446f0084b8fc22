"""Documents on their way in and out: Python values to JSON text and back, exactly.

In: dict, list, str, int, Decimal, date, datetime (with its offset), or ready JSON as str or bytes.
Out: Answer. Amounts come back as Decimal and never pass through a float.
"""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Union

#: One document: a mapping, or JSON text as it is.
Document = Union[Mapping[str, Any], str, bytes]
#: Many documents: one mapping or JSON text each, or NDJSON text as it is.
Documents = Union[Iterable[Document], str, bytes]
#: A day: date, or text as YYYY-MM-DD.
Day = Union[str, datetime.date]
#: A moment: datetime with its offset, or text as RFC 3339 has it.
Moment = Union[str, datetime.datetime]


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"{value} is no amount")
        text = str(value)  # the contract takes decimals as strings too, and a float would not be exact
        return text if "E" not in text else format(value, "f")
    if type(value) is datetime.date:
        return value.isoformat()
    if isinstance(value, datetime.date):
        return text_of(value)
    raise TypeError(f"a document cannot hold {type(value).__name__}")


def json_of(value: Any) -> bytes:
    """JSON in UTF-8. Text that is no Unicode goes as it is: the library's finding then names the field."""
    if isinstance(value, bytes):
        return value
    if not isinstance(value, str):
        value = json.dumps(value, default=_plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return str(value).encode("utf-8", "surrogatepass")


def ndjson_of(values: Documents) -> bytes:
    """One document a line."""
    if isinstance(values, (str, bytes)):
        return json_of(values)
    return b"".join(json_of(value).strip() + b"\n" for value in values)


def text_of(value: Any) -> str:
    """An id, day or moment as text."""
    if isinstance(value, datetime.datetime):
        if value.utcoffset() is None:
            raise ValueError("a moment needs its offset: datetime.now(timezone.utc), not datetime.now()")
        return value.isoformat(timespec="seconds")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {type(value).__name__}")
    return value


class Answer:
    """What a call answered: `body` is the document's bytes, and json(), records() and text read it.

    answer["verdict"] is short for answer.json()["verdict"].
    """

    __slots__ = ("body", "media_type", "_document")

    def __init__(self, body: bytes, media_type: str):
        self.body = body
        self.media_type = media_type
        self._document: Any = None

    @property
    def text(self) -> str:
        """The body as text: a page of the report, a table, a document as it was written."""
        return self.body.decode("utf-8")

    def json(self) -> Dict[str, Any]:
        """The document; numbers with a fraction are Decimal. Read once, the same object each time."""
        if self._document is None:
            self._document = json.loads(self.body, parse_float=Decimal)
        document: Dict[str, Any] = self._document
        return document

    def records(self) -> List[Dict[str, Any]]:
        """The documents of an NDJSON answer, a line each."""
        return list(self)

    def __iter__(self) -> Iterator[Dict[str, Any]]:
        for line in self.body.split(b"\n"):
            if line:
                yield json.loads(line, parse_float=Decimal)

    def __getitem__(self, name: str) -> Any:
        return self.json()[name]

    def __repr__(self) -> str:
        return f"<Answer {self.media_type or 'empty'}, {len(self.body)} bytes>"
