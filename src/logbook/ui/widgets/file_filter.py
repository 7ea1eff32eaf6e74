"""What the list of files is cut to: kinds, what nothing speaks of, the bin; and how it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from logbook.domain.evidence import MediaClass
from logbook.domain.file_selection import EntryChoice, EvidenceFilter, FileCounts, FileOrder
from logbook.i18n import translate
from logbook.ui.style import spaced
from logbook.ui.widgets.button import IconButton, Variant
from logbook.ui.widgets.chip import Chip, ChipFlow
from logbook.ui.widgets.choice import Segmented, Switch
from logbook.ui.widgets.menu import Menu
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale

GRID, LIST = "grid", "list"
_KINDS: dict[str, tuple[MediaClass, ...]] = {
    "all": (),
    "pictures": (MediaClass.PICTURE,),
    "sound": (MediaClass.SOUND,),
    "video": (MediaClass.VIDEO,),
    "papers": (MediaClass.PDF, MediaClass.TEXT, MediaClass.MESSAGES, MediaClass.OTHER),
}
_ICONS: dict[object, str] = {
    "pictures": "image",
    "sound": "speaker-high",
    "video": "video-camera",
    "papers": "file-text",
}


class FileFilterBar(QWidget):
    """Holds the filter; `changed` comes with every change that a person makes."""

    changed = Signal()
    view_chosen = Signal(str)  # GRID or LIST
    blur_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = EvidenceFilter()
        self._reported = EntryChoice()
        self._build_kinds()
        self._build_chips()
        self._build_ways()
        left = ChipFlow(gap=8, centred=True)
        left.add(self.kinds)
        for chip in (self.unlinked, self.reported, self.altered, self.bin):
            left.add(chip)
        right = ChipFlow(gap=12, centred=True)
        right.add(self.order)
        right.add(self.ways)
        right.add(self._blur_pair)
        right.setSizePolicy(_flowing(QSizePolicy.Policy.Maximum))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        spaced(self._row, margins=(8, 16, 24, 10), gap=12)
        self._row.addWidget(left, 1)
        self._row.addWidget(right, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def is_on(self) -> bool:
        """True when something is left out."""
        return replace(self.chosen, order=FileOrder.NEWEST) != EvidenceFilter()

    def choose(self, chosen: EvidenceFilter) -> None:
        """Cut the list to something else."""
        if chosen != self.chosen:
            self.chosen = chosen
            self._say()
            self.changed.emit()

    def clear(self) -> None:
        """Show everything again, in the order in use."""
        self.choose(EvidenceFilter(order=self.chosen.order))

    def choose_words(self, words: str, days: tuple[date, date] | None) -> None:
        """Show what holds these words, or is from the days that they name."""
        self.choose(replace(self.chosen, match=words.strip(), days=days))

    def choose_changed(self) -> None:
        """Show what the last check found changed, and nothing else."""
        self.choose(EvidenceFilter(changed=True, order=self.chosen.order))

    def set_narrow(self, *, narrow: bool) -> None:
        """Put how files are shown below what is shown, where both have no room side by side."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def set_reported(self, entries: EntryChoice, files: int) -> None:
        """Offer the files of reports that are being put together, if there are any."""
        self._reported = entries
        if self.chosen.used_by not in {None, entries}:  # a report changed while it was shown
            self.choose(replace(self.chosen, used_by=entries))
        self._show_count(self.reported, files, _reported_words, on=self.reported.isChecked())

    def set_counts(self, counts: FileCounts, changed: int) -> None:
        """Say how many there are; a chip without any goes, unless it holds now."""
        words = translate("Evidence", "All {count}", count=locale().toString(counts.all))
        self.kinds.set_words("all", words)
        for chip, count, held, said in (
            (self.unlinked, counts.unlinked, self.chosen.unlinked, _unlinked_words),
            (self.bin, counts.removed, self.chosen.removed, _bin_words),
            (self.altered, changed, self.chosen.changed, _changed_words),
        ):
            self._show_count(chip, count, said, on=held)

    def _show_count(self, chip: Chip, count: int, said: Callable[[str], str], *, on: bool) -> None:
        chip.setText(said(locale().toString(count)))
        chip.setVisible(bool(count) or on)
        chip.updateGeometry()

    def show_blur(self, *, on: bool) -> None:
        """Show the switch as the book has it."""
        held = self.blur.blockSignals(True)
        self.blur.setChecked(on)
        self.blur.blockSignals(held)

    def _build_kinds(self) -> None:
        names = {
            "all": translate("Evidence", "All {count}", count=""),
            "pictures": translate("Evidence", "Pictures"),
            "sound": translate("Evidence", "Sound"),
            "video": translate("Evidence", "Video"),
            "papers": translate("Evidence", "Papers"),
        }
        self.kinds = Segmented(
            translate("Evidence", "Kind of file"), list(names.items()), icons=_ICONS
        )
        self.kinds.chosen.connect(self._kind_chosen)

    def _build_chips(self) -> None:
        self.unlinked = Chip(_unlinked_words(""), icon="link-simple", checkable=True)
        self.reported = Chip(_reported_words(""), icon="bookmark-simple", checkable=True)
        self.altered = Chip(_changed_words(""), icon="warning", checkable=True)
        self.bin = Chip(_bin_words(""), icon="trash", checkable=True)
        for chip, choose in (
            (self.unlinked, self._toggle_unlinked),
            (self.reported, self._toggle_reported),
            (self.altered, self._toggle_changed),
            (self.bin, self._toggle_bin),
        ):
            chip.clicked.connect(choose)
            chip.hide()

    def _build_ways(self) -> None:
        self.order = IconButton("arrows-down-up", "", Variant.SECONDARY)
        self.order.clicked.connect(self._offer_orders)
        self._say_order()
        self.ways = Segmented(
            translate("Evidence", "Show files as"),
            [(GRID, translate("Evidence", "Grid")), (LIST, translate("Evidence", "List"))],
            icons={GRID: "squares-four", LIST: "list"},
            icons_alone=True,
        )
        self.ways.chosen.connect(self._way_chosen)
        words = translate("Evidence", "Blur pictures")
        self.blur = Switch(words)
        self.blur.toggled.connect(self.blur_chosen)
        label = Text(words, "label", "text-2")
        label.setBuddy(self.blur)
        self._blur_pair = QWidget()
        pair = QHBoxLayout(self._blur_pair)
        spaced(pair, gap=9)
        pair.addWidget(label)
        pair.addWidget(self.blur)

    def _kind_chosen(self, kind: object) -> None:
        self.choose(replace(self.chosen, media=_KINDS[str(kind)]))

    def _toggle_unlinked(self) -> None:
        on = not self.chosen.unlinked
        self.choose(replace(self.chosen, unlinked=on, used_by=None, removed=False))

    def _toggle_reported(self) -> None:
        used_by = None if self.chosen.used_by else self._reported
        self.choose(replace(self.chosen, used_by=used_by, unlinked=False, removed=False))

    def _toggle_changed(self) -> None:
        self.choose(replace(self.chosen, changed=not self.chosen.changed, removed=False))

    def _toggle_bin(self) -> None:
        removed = not self.chosen.removed
        self.choose(EvidenceFilter(removed=removed, order=self.chosen.order))

    def choose_order(self, order: FileOrder) -> None:
        """List the same files in another order."""
        self.choose(replace(self.chosen, order=order))

    def _offer_orders(self) -> None:
        menu = Menu(translate("Evidence", "Order"), self.order)
        for order, words in _order_words().items():
            picture = "check" if order is self.chosen.order else ""
            menu.add(picture, words, partial(self.choose_order, order))
        menu.open_below(self.order)

    def _say_order(self) -> None:
        words = _order_words()[self.chosen.order]
        self.order.set_name(translate("Evidence", "Order: {order}", order=words))

    def _way_chosen(self, way: object) -> None:
        self.view_chosen.emit(str(way))

    def _say(self) -> None:
        """Show the filter on the controls."""
        kind = next((name for name, of in _KINDS.items() if of == self.chosen.media), "all")
        held = self.kinds.blockSignals(True)
        self.kinds.choose(kind)
        self.kinds.blockSignals(held)
        self._say_order()
        for chip, on in (
            (self.unlinked, self.chosen.unlinked),
            (self.reported, self.chosen.used_by is not None),
            (self.altered, self.chosen.changed),
            (self.bin, self.chosen.removed),
        ):
            chip.setChecked(on)
            chip.setVisible(on or not chip.isHidden())


def _order_words() -> dict[FileOrder, str]:
    return {
        FileOrder.NEWEST: translate("Evidence", "Newest first"),
        FileOrder.OLDEST: translate("Evidence", "Oldest first"),
        FileOrder.NAME: translate("Evidence", "By name"),
        FileOrder.LARGEST: translate("Evidence", "Largest first"),
    }


def _flowing(across: QSizePolicy.Policy) -> QSizePolicy:
    policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def _unlinked_words(count: str) -> str:
    return translate("Evidence", "Not linked {count}", count=count).strip()


def _reported_words(count: str) -> str:
    return translate("Evidence", "In a report {count}", count=count).strip()


def _changed_words(count: str) -> str:
    return translate("Evidence", "Changed {count}", count=count).strip()


def _bin_words(count: str) -> str:
    return translate("Evidence", "In the bin {count}", count=count).strip()
