"""The history of an entry: every version, newest first, and what each changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.difference import Change
from logbook.domain.entry import Kind
from logbook.domain.ids import EntryId
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks.tell_history import FIRST_SHOWN, FieldChange, History, Step, tell_history
from logbook.ui.entry_actions import EntryActions
from logbook.ui.failures import tone_for, words_for
from logbook.ui.page import Page
from logbook.ui.style import add_gap, limited, spaced
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.chip import Chip, ChipFlow
from logbook.ui.widgets.difference_text import DifferenceText, said
from logbook.ui.widgets.entry_facts import when_saved
from logbook.ui.widgets.kinds import kind_name
from logbook.ui.widgets.surface import ScrollColumn, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.tone import Tone
from logbook.ui.words import title_words

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.vault import Vault

_CARD_PX = 760


class EntryHistoryPage(Page):
    """Shows how an entry came to say what it says, and puts an earlier version back."""

    page_id: ClassVar[str] = "entry_history"
    help_id: ClassVar[str] = "entry_history"
    rail_page: ClassVar[str] = "timeline"
    has_back: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._entry: EntryId | None = None
        self._most = FIRST_SHOWN
        self._acts = EntryActions(desk)
        self._column = QVBoxLayout()
        spaced(self._column, margins=(28, 20, 28, 28), gap=12)
        self._scroll = ScrollColumn(self._column)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(self._scroll)
        desk.changed.connect(self._something_changed)
        self._say_nothing()

    def title(self) -> str:
        return translate("History", "History")

    def panes(self) -> list[QWidget]:
        return [self._scroll]

    def focus_target(self) -> QWidget | None:
        return next(iter(self._scroll.findChildren(Button)), None)

    def on_show(self, **arguments: object) -> None:
        wanted = arguments.get("entry")
        if isinstance(wanted, int):
            if wanted != self._entry:
                self._clear()
            self._entry, self._most = EntryId(wanted), FIRST_SHOWN
        self._read()

    def place(self) -> dict[str, object]:
        return {} if self._entry is None else {"entry": int(self._entry)}

    def _read(self) -> None:
        if self._entry is not None:
            self.desk.on_vault(
                _tell, self._entry, self._most, then=self._show, failed=self._show_problem
            )

    def _something_changed(self, what: object) -> None:
        if what == "entries" and self.isVisible():
            self._read()

    def _show(self, history: History) -> None:
        if history.entry.id != self._entry:
            return
        at = self._scroll.verticalScrollBar().value()
        self._clear()
        self._column.addWidget(Text(title_words(history.title), "title", wrap=True))
        total = len(history.steps) + history.older
        count = translate(
            "History", "%n version, newest first|%n versions, newest first", "", total
        )
        legend = translate(
            "History",
            "{count}. A minus and a line through words: taken out. A plus and a line below: added.",
            count=count,
        )
        if total < 2:  # noqa: PLR2004 - then nothing can have changed
            legend = translate("History", "This entry was never changed.")
        self._column.addWidget(Text(legend, "small", "text-2", wrap=True))
        for step in history.steps:
            self._column.addWidget(_held(self._card(step, newest=step.version == total)))
        if history.older:
            more = Button(translate("History", "Show older versions"), size=Size.SMALL)
            more.clicked.connect(self._show_older)
            self._column.addWidget(_in_a_row(more))
        self._column.addStretch(1)
        self._scroll.verticalScrollBar().setValue(at)

    def _card(self, step: Step, *, newest: bool) -> QWidget:
        card = Surface("card")
        column = QVBoxLayout(card)
        spaced(column, margins=(18, 14, 18, 16), gap=4)
        head = QHBoxLayout()
        spaced(head, gap=10)
        words = translate("History", "Version {number}", number=step.version)
        if newest:
            words = translate("History", "Version {number}, as it is now", number=step.version)
        elif step.version == 1:
            words = translate("History", "Version 1, as first written")
        head.addWidget(Text(words, "strong", elide=True), 1)
        if not newest and step.what is not None:
            back = Button(
                translate("History", "Put this version back"),
                icon="arrow-counter-clockwise",
                size=Size.SMALL,
            )
            back.setAccessibleDescription(words)
            back.clicked.connect(partial(self._put_back, step.version))
            head.addWidget(back)
        column.addLayout(head)
        when = translate("History", "Saved {when}", when=when_saved(step.saved_at))
        column.addWidget(Text(when, "small", "text-2", wrap=True))
        if step.what is None:
            gone = translate("History", "What it said was deleted for good.")
            column.addWidget(Text(gone, "body", "text-3", wrap=True))
        for change in step.changes:
            add_gap(column, 6)
            column.addWidget(Text(change.label, "label", "text-2"))
            column.addWidget(_shown(change, first=step.version == 1))
        return card

    def _put_back(self, version: int) -> None:
        if self._entry is not None:
            self._acts.restore_version(self._entry, version)

    def _show_older(self) -> None:
        self._most += FIRST_SHOWN
        self._read()

    def _show_problem(self, error: LogbookError) -> None:
        self._clear()
        words = words_for(error)
        line = " ".join(part for part in (words.what, words.do) if part)
        self._column.addWidget(Banner(words.title, line, tone_for(error)))
        self._column.addStretch(1)
        self.desk.announce(words.title, urgent=True)

    def _say_nothing(self) -> None:
        words = translate("History", "Choose an entry in the timeline first.")
        self._column.addWidget(Text(words, "body", "text-2", wrap=True))
        back = Button(translate("History", "To the timeline"), Variant.PRIMARY)
        back.clicked.connect(partial(self.desk.go, "timeline"))
        self._column.addWidget(_in_a_row(back))
        self._column.addStretch(1)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()


def _tell(vault: Vault, entry: EntryId, most: int) -> History:
    return tell_history(vault, entry, lambda kind: kind_name(Kind(kind)), most)


def _shown(change: FieldChange, *, first: bool) -> QWidget:
    """Show a change in a text as a text, and one in a list of names as chips."""
    if not change.is_list:
        return DifferenceText(change.pieces, shortened=not first)
    chips = ChipFlow()
    for piece in change.pieces:
        tone, words = {
            Change.SAME: (Tone.NEUTRAL, piece.text),
            Change.ADDED: (Tone.SUCCESS, f"+ {piece.text}"),
            Change.REMOVED: (Tone.DANGER, f"\N{MINUS SIGN} {piece.text}"),
        }[piece.change]
        chip = Chip(words, tone=tone)
        chip.setAccessibleName(said([piece]))
        chips.add(chip)
    return chips


def _held(card: QWidget) -> QWidget:
    """Hold a card to its width; a layout asks its height at the width that it gets here."""
    limited(card, width=_CARD_PX)
    holder = QWidget()
    row = QHBoxLayout(holder)
    spaced(row)
    row.addWidget(card, 100)
    row.addStretch(1)
    return holder


def _in_a_row(button: Button) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    spaced(row)
    row.addWidget(button)
    row.addStretch(1)
    return holder
