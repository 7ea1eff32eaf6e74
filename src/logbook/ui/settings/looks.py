"""Text and colours: light or dark, sizes, the lines of reading text, contrast and movement."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout

from logbook.i18n import translate
from logbook.ui.settings.section import SettingsSection
from logbook.ui.style import Theme, add_gap, look, spaced
from logbook.ui.tokens import tokens
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_SPACINGS = (1.0, 1.2, 1.4, 1.6, 1.8, 2.0)


class LooksSection(SettingsSection):
    """How the window looks; the sample shows it at once, and so does everything else."""

    section_id: ClassVar[str] = "looks"
    order: ClassVar[int] = 3
    icon: ClassVar[str] = "text-aa"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._build_colours()
        self._build_text()
        look().changed.connect(self._show_scale)

    @classmethod
    def title(cls) -> str:
        return translate("Settings", "Text and colours")

    def _build_colours(self) -> None:
        card = self.add_card(translate("Settings", "Colours"))
        self.theme, _ = self.add_select(
            card,
            "theme",
            (
                translate("Settings", "Light or dark"),
                translate("Settings", "Dark is calmer at night and shows less across a room."),
            ),
            (
                (Theme.SYSTEM.value, translate("Settings", "As the computer")),
                (Theme.LIGHT.value, translate("Settings", "Light")),
                (Theme.DARK.value, translate("Settings", "Dark")),
            ),
            Theme.SYSTEM.value,
        )
        self.contrast = self.add_switch(
            card,
            "contrast",
            (
                translate("Settings", "More contrast"),
                translate(
                    "Settings",
                    "Darker words and clear edges. It is on by itself when the"
                    " computer asks for it.",
                ),
            ),
            default=False,
        )
        self.motion = self.add_switch(
            card,
            "less_motion",
            (
                translate("Settings", "Less movement"),
                translate("Settings", "Nothing fades or blinks, the cursor neither."),
            ),
            default=False,
        )

    def _build_text(self) -> None:
        card = self.add_card(translate("Settings", "Text"))
        percent = locale().percent()
        self.scale, _ = self.add_select(
            card,
            "text_scale",
            (
                translate("Settings", "Text size"),
                translate("Settings", "Also with Ctrl and plus or minus, on every page."),
            ),
            [(step, f"{locale().toString(round(step * 100))} {percent}") for step in _steps()],
            1.0,
        )
        self.spacing, _ = self.add_select(
            card,
            "line_spacing",
            (
                translate("Settings", "Room between lines"),
                translate("Settings", "For what you write and read: entries and messages."),
            ),
            [(step, locale().toString(step, "f", 1)) for step in _SPACINGS],
            1.6,
        )
        self.face, _ = self.add_select(
            card,
            "reading_face",
            (
                translate("Settings", "Letters"),
                translate("Settings", "For what you write and read."),
            ),
            (
                ("sans", translate("Settings", "Plain")),
                ("serif", translate("Settings", "With serifs, as in a book")),
            ),
            "sans",
        )
        sample = Surface("group")
        words = Text(
            translate(
                "Settings",
                "This is how an entry reads. The bus was late, so I walked home along the river"
                " and was back at about eight.",
            ),
            "reading",
            wrap=True,
        )
        inside = QVBoxLayout(sample)
        spaced(inside, margins=(16, 12, 16, 12))
        inside.addWidget(words)
        card.add(sample, gap_px=6)
        add_gap(card.column, 14)

    def _show_scale(self) -> None:
        """Follow a text size that was changed with keys."""
        row = self.scale.findData(look().scale)
        if row >= 0 and row != self.scale.currentIndex():
            self.scale.setCurrentIndex(row)


def _steps() -> tuple[float, ...]:
    return tokens().zoom_steps
