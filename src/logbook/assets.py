"""Where the program's own data files lie: source tree, wheel or frozen folder."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a file under `resources/`; the file may be absent."""
    for part in parts:
        if part in {"", ".", ".."} or "/" in part or "\\" in part:
            raise ValueError(part)
    return _root().joinpath(*parts)


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parent
    beside = package / "resources"  # in a wheel
    return beside if beside.is_dir() else package.parents[1] / "resources"
