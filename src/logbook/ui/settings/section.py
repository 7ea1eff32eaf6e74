"""What every section of the settings is: a few cards, found in this folder by itself."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.ui import settings
from logbook.ui.style import look, spaced
from logbook.ui.widgets.choice import Switch
from logbook.ui.widgets.field import Select
from logbook.ui.widgets.setting_card import SettingCard, SettingRow

if TYPE_CHECKING:
    from logbook.ui.desk import Desk


class SettingsSection(QWidget):
    """One section. A setting acts at once and is kept inside the book.

    A subclass with a `section_id` in a file of this folder appears in the list at its `order`.
    """

    section_id: ClassVar[str] = ""
    order: ClassVar[int] = 0
    icon: ClassVar[str] = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.cards: list[SettingCard] = []
        look().dressing.dress_in_parts(self)
        self.column = QVBoxLayout(self)
        spaced(self.column, gap=15)

    @classmethod
    def title(cls) -> str:
        """Return the name in the list."""
        raise NotImplementedError

    def on_show(self) -> None:
        """Load what is shown."""

    def keep(self) -> None:
        """Keep what is typed and not kept yet, on leaving, hiding and locking."""

    def on_leave(self) -> None:
        """Called before another section or page is shown."""

    def add_card(self, title: str, line: str = "") -> SettingCard:
        """Add a card below the others."""
        card = SettingCard(title, line)
        self.put_card(card)
        return card

    def put_card(self, card: SettingCard) -> None:
        """Add a card that was made elsewhere."""
        self.cards.append(card)
        self.column.addWidget(card)

    def add_switch(
        self, card: SettingCard, key: str, words: tuple[str, str], *, default: bool
    ) -> Switch:
        """Add a row with a switch for a setting that is on or off."""
        title, line = words
        switch = Switch(title)
        switch.setChecked(bool(self.desk.setting(key, default)))
        switch.toggled.connect(_Keep(self.desk, key))
        card.add_row(title, line, switch)
        return switch

    def add_select(
        self,
        card: SettingCard,
        key: str,
        words: tuple[str, str],
        choices: Sequence[tuple[Any, str]],
        default: Any,  # noqa: ANN401 - a JSON value
    ) -> tuple[Select, SettingRow]:
        """Add a row with a list of values; a kept one that is not offered shows as the default."""
        title, line = words
        select = Select(title)
        for value, said in choices:
            select.addItem(said, value)
        values = [value for value, _ in choices]
        kept = self.desk.setting(key, default)
        select.setCurrentIndex(values.index(kept if kept in values else default))
        select.currentIndexChanged.connect(_KeepChosen(self.desk, key, select))
        return select, card.add_row(title, line, select)


class _Keep:
    """Keeps what a switch says."""

    def __init__(self, desk: Desk, key: str) -> None:
        self._desk, self._key = desk, key

    def __call__(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._desk.keep_setting(self._key, on)


class _KeepChosen:
    """Keeps what was chosen from a list."""

    def __init__(self, desk: Desk, key: str, select: Select) -> None:
        self._desk, self._key, self._select = desk, key, select

    def __call__(self, _row: int) -> None:
        self._desk.keep_setting(self._key, self._select.currentData())


def find_sections() -> list[type[SettingsSection]]:
    """Return every section, in the order of the list."""
    found: list[type[SettingsSection]] = []
    for module in pkgutil.iter_modules(settings.__path__, settings.__name__ + "."):
        loaded = importlib.import_module(module.name)
        found += [
            kind
            for kind in vars(loaded).values()
            if isinstance(kind, type)
            and issubclass(kind, SettingsSection)
            and kind.section_id
            and kind.__module__ == module.name
        ]
    return sorted(found, key=_order)


def _order(kind: type[SettingsSection]) -> int:
    return kind.order
