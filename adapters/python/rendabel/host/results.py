"""Show: the figures of a host's lists and forms, out of a summary or an assessment; words come from the library."""

from __future__ import annotations

from typing import Any, Dict, Mapping, Optional, Tuple

from .._library import Library, default_library

_words: Dict[Tuple[str, str], Dict[str, Dict[str, str]]] = {}


def columns(answer: Mapping[str, Any]) -> Dict[str, Any]:
    """The columns of one account, by name; amounts stay Decimal, what is unknown is None. `flags`: codes, worst first."""
    result: Mapping[str, Any] = answer.get("result") or answer
    flags = sorted(answer.get("flags") or [], key=lambda flag: -(flag["amount"] or 0))
    return {
        "verdict": answer.get("verdict"),
        "net_revenue": result.get("net_revenue"),
        "gross_margin": result.get("gross_margin"),
        "net_result": result.get("net_result"),
        "net_margin_bp": result.get("net_margin_bp"),
        "layer": answer.get("layer"),
        "rhythm": (answer.get("rhythm") or {}).get("state"),
        "potential": answer.get("potential"),
        "flags": [flag["code"] for flag in flags],
    }


def words(group: str, language: str, library: Optional[Library] = None) -> Dict[str, str]:
    """Every code of a group of labels ("verdict", "flag", "outcome", …) with its words, asked of the library once."""
    library = library or default_library()
    key = (library.path, language)
    if key not in _words:
        _words[key] = library.labels_get(language)["labels"]
    return _words[key].get(group, {})
