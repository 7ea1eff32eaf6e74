"""Settings: the sections in a list at the side, the cards of one beside it, and a search."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from logbook.i18n import translate
from logbook.ui.later import Later
from logbook.ui.on_key import on_key
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.settings.section import SettingsSection, find_sections
from logbook.ui.style import limited, look, px, spaced
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.nav_rail import NavButton
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.text import Text

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.widgets.setting_card import SettingCard

_LIST_PX, _SLIM_LIST_PX = 231, 68
_SIDE_PX, _SLIM_SIDE_PX = 14, 10  # beside the names
_SLIM_BELOW_PX = 860  # effective width of the window below which the list shows icons alone
_LIST_PART = 0.4  # of the page, at most; it is as wide as its longest name
_CARDS_PX = 780
_AT_ONCE = 5  # cards of what is found: more than are seen
_PAUSE_MS = 10  # between what is found and what else is: keys come first
_CARDS_SHARE = 100  # of the room, to 1 for the margin beyond them


class Seen(NamedTuple):
    """What was looked for, and how far down."""

    words: str = ""
    scrolled_px: int = 0


class SettingsPage(Page):
    """Everything that can be chosen; what is chosen acts at once and is kept in the book."""

    page_id: ClassVar[str] = "settings"
    help_id: ClassVar[str] = "settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._kinds = {kind.section_id: kind for kind in find_sections()}
        self._sections: dict[str, SettingsSection] = {}
        self._unmeasured: list[SettingsSection] = []
        self._current = ""
        self._searched = ""
        self._scroll_to = 0
        self._later: list[tuple[str, list[SettingCard]]] = []  # found, and not shown yet
        self._going_on = Later(self, _PAUSE_MS, self._show_later)
        self.list = SectionList(list(self._kinds.values()))
        self.list.chosen.connect(self._show_section)
        self._titles: dict[str, Text] = {}
        self._cards = QVBoxLayout()
        spaced(self._cards, gap=15)
        self._nothing = EmptyState(
            "magnifying-glass",
            translate("Settings", "Nothing is called that"),
            translate("Settings", "Try another word, such as lock, text or backup."),
        )
        self._nothing.hide()
        self._cards.addWidget(self._nothing)
        for name, kind in self._kinds.items():
            title = self._titles[name] = Text(kind.title(), "heading", "text-2")
            title.hide()
            self._cards.addWidget(title)
        self._cards.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._cards)
        limited(inside, width=_CARDS_PX)
        across = QHBoxLayout()
        spaced(across, margins=(28, 20, 28, 28), gap=0)
        across.addWidget(inside, _CARDS_SHARE)
        across.addStretch(1)
        self.column = ScrollColumn(across)
        self.column.dress_in_parts()  # most sections are hidden
        look().dressing.dress_in_parts(self, inside)
        for key, action in (
            (QKeySequence.StandardKey.MoveToNextPage, QScrollBar.SliderAction.SliderPageStepAdd),
            (
                QKeySequence.StandardKey.MoveToPreviousPage,
                QScrollBar.SliderAction.SliderPageStepSub,
            ),
        ):  # a section of words alone has nothing inside that the cursor could go to
            on_key(self.list, key, partial(self.column.verticalScrollBar().triggerAction, action))
        row = QHBoxLayout(self)
        spaced(row, gap=0)
        row.addWidget(self.list)
        row.addWidget(Line(upright=True))
        row.addWidget(self.column, 1)

    @classmethod
    def nav(cls) -> NavItem | None:
        return NavItem("gear-six", translate("Rail", "Settings"), 9, Section.FOOT)

    def title(self) -> str:
        return translate("Settings", "Settings")

    def search_hint(self) -> str:
        return translate("Settings", "Search settings")

    def search(self, words: str) -> None:
        self._searched = words.strip()
        self._arrange_found()

    def search_words(self) -> str:
        return self._searched

    def panes(self) -> list[QWidget]:
        return [self.list, self.column]

    def focus_target(self) -> QWidget | None:
        return self.list.lit()

    def place(self) -> dict[str, object]:
        return {"section": self._current}

    def half_done(self) -> object:
        here = Seen(self._searched, self.column.verticalScrollBar().value())
        return here if here != Seen() else None

    def go_on(self, half_done: object) -> None:
        if isinstance(half_done, Seen):
            self._searched = half_done.words
            self._scroll_to = half_done.scrolled_px

    def build_more(self) -> bool:
        if self._unmeasured:
            self._measure(self._unmeasured.pop())
            return True
        left = next((name for name in self._kinds if name not in self._sections), None)
        if left is not None:
            self.section(left)
        return left is not None

    def on_show(self, **arguments: object) -> None:
        wanted = str(arguments.get("section") or self._current)
        if self._scroll_to:
            self.column.verticalScrollBar().rangeChanged.connect(self._scroll_again)
        self._show_section(wanted if wanted in self._kinds else next(iter(self._kinds)))

    def keep_draft(self) -> None:
        for section in self._sections.values():
            section.keep()

    def on_leave(self) -> None:
        self.keep_draft()
        if self._current:
            self._sections[self._current].on_leave()

    def set_width(self, effective_px: int) -> None:
        self.list.set_slim(
            slim=effective_px < _SLIM_BELOW_PX, most_px=round(self.width() * _LIST_PART)
        )
        room = self._room_px()
        for section in self._sections.values():
            for card in section.cards:
                card.set_width(room)

    def section(self, name: str) -> SettingsSection:
        """Return a section, built when it is first asked for."""
        found = self._sections.get(name)
        if found is None:
            found = self._sections[name] = self._kinds[name](self.desk)
            found.hide()
            self._cards.insertWidget(self._cards.indexOf(self._titles[name]) + 1, found)
            look().dress(found)  # now, in rest: a search shows all of them at once
            self._unmeasured.append(found)
        return found

    def _measure(self, section: SettingsSection) -> None:
        """Have the words of a section measured before it is shown."""
        if section.isHidden():
            for part in section.findChildren(QWidget):
                part.ensurePolished()
            room = self._room_px()
            for card in section.cards:
                card.set_width(room)
            width = min((room - 1) * _CARDS_SHARE // (_CARDS_SHARE + 1), px(_CARDS_PX))
            section.resize(width, section.heightForWidth(width))
            for part in [section, *section.findChildren(QWidget)]:  # outermost first
                inside = part.layout()
                if inside is not None:
                    inside.setGeometry(part.rect())

    def _room_px(self) -> int:
        """Return how wide the cards may be; a page that was never shown gets all of its parent."""
        parent = self.parentWidget()
        whole = self if self.isVisible() or parent is None else parent
        return whole.width() - self.list.width() - px(56)

    def _scroll_again(self, _least: int, most_px: int) -> None:
        """Come back to where the page before this one was, once there is so much to scroll."""
        if self._scroll_to and most_px >= self._scroll_to:
            self.column.verticalScrollBar().setValue(self._scroll_to)
            self._scroll_to = 0

    def _show_section(self, name: str) -> None:
        if self._current and self._current != name:
            self._sections[self._current].keep()
            self._sections[self._current].on_leave()
        self._current = name
        self.section(name).on_show()
        self.list.light(name)
        self.column.verticalScrollBar().setValue(0)
        self._arrange_found()

    def _arrange_found(self) -> None:
        """Show the section that is chosen, or all cards that have the words searched for.

        Hidden meanwhile: each card that appears in a page that is shown lays all of it out again.
        """
        inside = self.column.body
        here = QApplication.focusWidget()
        if here is None or not inside.isAncestorOf(here):
            inside.hide()
        self._choose_found()
        inside.show()

    def _choose_found(self) -> None:
        found_any = False
        room = _AT_ONCE
        self._later.clear()
        words = self._searched.casefold()
        for name in self._kinds:
            if words:
                cards = self.section(name).cards
                in_title = words in self._kinds[name].title().casefold()
                found = [card for card in cards if in_title or words in card.words()]
            elif name in self._sections:
                cards = self._sections[name].cards
                found = cards if name == self._current else []
            else:
                continue
            found_any = found_any or bool(found)
            at_once = found[: max(room, 0)] if words else found
            room -= len(found)
            if len(at_once) < len(found):
                self._later.append((name, found[len(at_once) :]))
            for card in cards:
                card.setVisible(card in at_once)
            self._show_name(name, shown=bool(at_once))
        self._nothing.setVisible(not found_any)
        if self._later:
            self._going_on.start()

    def _show_later(self) -> None:
        """Show what else was found, a section between two events: it is below what is seen."""
        if self._later:
            name, cards = self._later.pop(0)
            for card in cards:
                card.show()
            self._show_name(name, shown=True)
        if self._later:
            self._going_on.start()

    def _show_name(self, name: str, *, shown: bool) -> None:
        self._sections[name].setVisible(shown)
        self._titles[name].setVisible(shown and bool(self._searched))


class SectionList(Surface):
    """The names of the sections; arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, kinds: list[type[SettingsSection]]) -> None:
        super().__init__("sunken")
        self.setAccessibleName(translate("Settings", "Sections"))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, NavButton] = {}
        self._column = QVBoxLayout()
        spaced(self._column, margins=(14, 18, 14, 18), gap=2)
        self._scroll = ScrollColumn(self._column)  # for large text in a small window
        outer = QVBoxLayout(self)
        spaced(outer, gap=0)
        outer.addWidget(self._scroll)
        for kind in kinds:
            item = NavItem(kind.icon, kind.title(), kind.order)
            button = NavButton(item, "", lit="selected")
            self._buttons[kind.section_id] = button
            self._group.addButton(button)
            self._column.addWidget(button)
        self._column.addStretch(1)
        self._group.buttonToggled.connect(self._toggled)
        self.set_slim(slim=False, most_px=0)

    def light(self, name: str) -> None:
        """Light the section that is shown."""
        self._group.blockSignals(True)
        self._buttons[name].setChecked(True)
        self._group.blockSignals(False)

    def lit(self) -> QWidget | None:
        """Return the button of the section that is shown."""
        return self._group.checkedButton()

    def set_slim(self, *, slim: bool, most_px: int) -> None:
        """Show icons alone, where there is little room; names are cut only at `most_px`."""
        sides = _SLIM_SIDE_PX if slim else _SIDE_PX
        spaced(self._column, margins=(sides, 18, sides, 18), gap=2)
        for button in self._buttons.values():
            button.set_compact(compact=slim)
        longest = max(button.sizeHint().width() for button in self._buttons.values())
        wide = min(longest + 2 * px(sides), most_px)
        self.setFixedWidth(px(_SLIM_LIST_PX) if slim else max(wide, px(_LIST_PX)))

    def _toggled(self, toggled: QAbstractButton, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            self._scroll.ensureWidgetVisible(toggled)
            self.chosen.emit(next(name for name, one in self._buttons.items() if one is toggled))
