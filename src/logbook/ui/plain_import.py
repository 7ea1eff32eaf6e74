"""Imports at their usual speed: PySide6 puts a hook of its own into every import statement.

For its switch between `setText` and `set_text`, which this program does not use, the hook reads the
source of every module that is imported from then on and searches it for the word PySide6: a
fifth of the start, and all those sources stay in memory (`shibokensupport/feature.py`, 6.11).
"""

from __future__ import annotations

import builtins


def take_back() -> None:
    """Load the base of Qt and put back the `__import__` that its hook took the place of."""
    import PySide6.QtCore  # noqa: F401, PLC0415 - it brings the hook

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
