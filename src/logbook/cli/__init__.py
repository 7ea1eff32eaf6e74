"""The same tasks without a window: for volunteers' scripts and for checks."""

from __future__ import annotations

from logbook.cli.run import run

__all__ = ["run"]
