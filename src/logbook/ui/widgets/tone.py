"""What a chip or a banner says by its colours; its icon and words say it too."""

from __future__ import annotations

from enum import StrEnum


class Tone(StrEnum):
    """The meaning of a colour."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
