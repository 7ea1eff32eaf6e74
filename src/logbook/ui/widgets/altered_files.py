"""Says that files are not what they were on the day they were added, and which."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from logbook.i18n import translate
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.tone import Tone


class AlteredFiles(Banner):
    """Shows itself only where there are such files."""

    show_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(tone=Tone.DANGER)
        show = self.add_button(translate("Evidence", "Show what has changed"))
        show.clicked.connect(self.show_pressed)
        self.hide()

    def say_files(self, names: Sequence[str], count: int) -> None:
        """Name the files that changed, or the first of them, and say what can help."""
        self.setVisible(bool(count))
        named = ", ".join(names)
        if count > len(names):
            named = translate("Evidence", "{names} and more", names=named)
        help_line = translate("Evidence", "A backup made before may still hold what you added.")
        self.say(
            translate(
                "Evidence",
                "This file has changed since you added it|"
                "%n files have changed since you added them",
                "",
                count,
            ),
            f"{named}\n{help_line}",
        )
