"""The columns of the list of files: their names, where they stand, and which of them have room."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFontMetricsF

from logbook.domain.evidence import MediaClass
from logbook.i18n import translate
from logbook.tasks.this_computer import now_here
from logbook.ui.style import font, px
from logbook.ui.widgets.file_words import media_word, size_words
from logbook.ui.words import short_day

PAD_PX = 8
FACE_PX = (56, 40)  # of the small picture before the name
NAME_PX = 200  # the least; other columns go where it has less
_GAP_PX = 18


@dataclass(frozen=True, slots=True)
class _Column:
    """One column behind the name; `keep` says which goes first where there is no room."""

    key: str
    keep: int
    to_end: bool = False


_COLUMNS = (
    _Column("kind", 1),
    _Column("size", 2, to_end=True),
    _Column("day", 4),
    _Column("added", 0),
    _Column("used", 3),
)


def columns_of(width: int) -> dict[str, tuple[int, int, bool]]:
    """Return left edge, width and whether it ends at the right, for each column with room."""
    names = column_names()
    metrics = QFontMetricsF(font("small"))
    samples = _samples()
    wanted = {
        one.key: int(
            max(
                *(
                    metrics.horizontalAdvance(words)
                    for words in (*samples[one.key], names[one.key])
                ),
                0,
            )
        )
        + px(4)
        for one in _COLUMNS
    }
    start = px(PAD_PX) * 2 + px(FACE_PX[0]) + px(10)
    shown = list(_COLUMNS)
    gap = px(_GAP_PX)
    while shown and width - start - sum(wanted[c.key] + gap for c in shown) < px(NAME_PX):
        shown.remove(min(shown, key=lambda one: one.keep))
    left = width - px(PAD_PX) - sum(wanted[c.key] + gap for c in shown)
    places = {"name": (start, max(left - start, 1), False)}
    for one in shown:
        left += gap
        places[one.key] = (left, wanted[one.key], one.to_end)
        left += wanted[one.key]
    return places


def _samples() -> dict[str, tuple[str, ...]]:
    """Return the longest words that a column usually has; what is longer is elided."""
    day = short_day(now_here().date().replace(month=9, day=28))
    return {
        "kind": tuple(f"{media_word(one)}, 00:00" for one in (MediaClass.SOUND, MediaClass.VIDEO)),
        "size": (size_words(888_800_000),),
        "day": (day,),
        "added": (day,),
        "used": (
            translate("Evidence", "in %n entry|in %n entries", "", 88),
            translate("Evidence", "in messages"),
            translate("Evidence", "Has changed"),
        ),
    }


def column_names() -> dict[str, str]:
    """Return what the columns are called, by their keys."""
    return {
        "name": translate("Evidence", "Name"),
        "kind": translate("Evidence", "Kind"),
        "size": translate("Evidence", "Size"),
        "day": translate("Evidence", "Date"),
        "added": translate("Evidence", "Added"),
        "used": translate("Evidence", "Used"),
    }
