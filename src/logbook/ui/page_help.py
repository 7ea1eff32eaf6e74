"""The help of the page that is shown, over its side."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from logbook.ui.page import Page
    from logbook.ui.widgets.help_panel import HelpPanel


class PageHelp:
    """Makes its panel when it is first asked for."""

    def __init__(self, over: QWidget, show_keys: Callable[[], object]) -> None:
        self._over = over
        self._show_keys = show_keys
        self.panel: HelpPanel | None = None

    def turn(self, page: Page) -> None:
        """Show the help of a page, or take away what is shown."""
        if self.close():
            return
        from logbook.ui.help_texts import help_for  # noqa: PLC0415 - seldom needed

        self._made().show_help(page.title(), help_for(page.help_id))

    def close(self) -> bool:
        """Take the help away and give the focus back; False: there was none."""
        if self.panel is None or not self.panel.isVisible():
            return False
        self.panel.close_panel()
        return True

    def hide(self) -> None:
        """Take it away with the page that it speaks of."""
        if self.panel is not None:
            self.panel.hide()

    def _made(self) -> HelpPanel:
        from logbook.ui.widgets.help_panel import HelpPanel  # noqa: PLC0415 - as above

        if self.panel is None:
            self.panel = HelpPanel(self._over)
            self.panel.keys_pressed.connect(self._show_keys)
        return self.panel
