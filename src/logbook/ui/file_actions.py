"""What can be done with a file that is kept: a copy outside the book, and away for good."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout

from logbook.domain.evidence import Evidence
from logbook.i18n import translate
from logbook.tasks import keep_file
from logbook.ui.widgets.button import Button, Size, Variant

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_ERASE = "erase"


class FileActions(QObject):
    """Asks first: a copy can be read by anyone, and what is deleted for good does not come back."""

    erasing = Signal(object)  # Evidence: who has it open closes it
    erased = Signal(object)  # Evidence: it is gone

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def ask(self, kept: Evidence) -> None:
        """Ask whether to save a copy of a file, and how; or lead on to deleting it."""
        cleans = keep_file.can_be_cleaned(kept)
        line = (
            translate(
                "Timeline",
                "Anyone at this computer can read the copy. Without hidden data it does not say"
                " where and when it was taken.",
            )
            if cleans
            else translate(
                "Timeline",
                "Anyone at this computer can read the copy. It holds all that the file holds, such"
                " as names and times inside it.",
            )
        )
        answers = [("no", translate("Timeline", "Not now"), Variant.SECONDARY)]
        as_it_is = translate("Timeline", "As it is")
        answers.append(("as_is", as_it_is, Variant.SECONDARY if cleans else Variant.PRIMARY))
        if cleans:
            clean = translate("Timeline", "Without hidden data")
            answers.append(("clean", clean, Variant.PRIMARY))
        dialog = self._desk.ask(
            translate("Timeline", "Save a copy of this file?"),
            line,
            *answers,
            then=partial(self._answered, kept),
        )
        erase = Button(
            translate("Timeline", "Delete this file for good"), Variant.DANGER, size=Size.SMALL
        )
        erase.clicked.connect(lambda: dialog.close_with(_ERASE))
        row = QHBoxLayout()
        row.addWidget(erase)
        row.addStretch(1)
        dialog.body.addLayout(row)

    def _answered(self, kept: Evidence, answer: str) -> None:
        if answer == _ERASE:
            self._ask_erase(kept)
        elif answer != "no":
            save = partial(self._save_copy, kept, clean=answer == "clean")
            self._desk.choose_target(kept.name, save)

    def _save_copy(self, kept: Evidence, out: Path, *, clean: bool) -> None:
        self._desk.on_vault(
            keep_file.save_file,
            kept.id,
            out,
            then=self._saved,
            long=True,
            without_hidden_data=clean,
        )

    def _saved(self, path: Path) -> None:
        place = path.parent.name or str(path.parent)
        self._desk.toast(translate("Timeline", "Copy saved in “{folder}”", folder=place))

    def _ask_erase(self, kept: Evidence) -> None:
        self._desk.ask(
            translate("Timeline", "Delete this file for good?"),
            translate(
                "Timeline",
                "{name} goes from every entry that has it, and nothing brings it back. The record"
                " keeps that a file was deleted. Backups made before today still hold it.",
                name=kept.name,
            ),
            ("keep", translate("Timeline", "Keep it"), Variant.SECONDARY),
            (_ERASE, translate("Timeline", "Delete for good"), Variant.DANGER),
            then=lambda answer: self._erase(kept) if answer == _ERASE else None,
        )

    def _erase(self, kept: Evidence) -> None:
        self.erasing.emit(kept)
        self._desk.on_vault(keep_file.erase_file, kept.id, then=partial(self._erased, kept))

    def _erased(self, kept: Evidence, _result: object) -> None:
        self._desk.toast(translate("Timeline", "File deleted for good"))
        self._desk.changed.emit("entries")
        self._desk.changed.emit("evidence")
        self.erased.emit(kept)
