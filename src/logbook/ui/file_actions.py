"""What can be done with files that are kept: copies outside the book, and away for good."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout

from logbook.domain.evidence import Evidence
from logbook.i18n import translate
from logbook.tasks import keep_file, save_copies
from logbook.ui.file_problems import say_files_left
from logbook.ui.widgets.button import Button, Size, Variant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from logbook.domain.ids import EvidenceId
    from logbook.tasks.save_copies import Copies
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
        cleans = save_copies.can_be_cleaned(kept.media_class, kept.media_type)
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
        dialog = self._desk.ask(
            translate("Timeline", "Save a copy of this file?"),
            line,
            *_answers(translate("Timeline", "As it is"), cleans=cleans),
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

    def ask_several(self, files: Sequence[EvidenceId]) -> None:
        """Ask whether to save copies of several files into a folder, and how."""
        ask = partial(self._ask_how, list(files))
        self._desk.on_vault(save_copies.count_cleanable, files, then=ask)

    def _ask_how(self, files: list[EvidenceId], cleanable: int) -> None:
        lines = [translate("Evidence", "Anyone at this computer can read the copies.")]
        if cleanable:
            lines.append(
                translate(
                    "Evidence",
                    "Without hidden data they do not say where and when they were taken.",
                )
            )
            if left_out := len(files) - cleanable:
                lines.append(
                    translate(
                        "Evidence",
                        "%n of them is of a kind that cannot be cleaned, and is left out then.|"
                        "%n of them are of kinds that cannot be cleaned, and are left out then.",
                        "",
                        left_out,
                    )
                )
        self._desk.ask(
            translate(
                "Evidence",
                "Save a copy of this file?|Save copies of these %n files?",
                "",
                len(files),
            ),
            " ".join(lines),
            *_answers(translate("Evidence", "As they are"), cleans=cleanable > 0),
            then=partial(self._how_answered, files),
        )

    def _how_answered(self, files: list[EvidenceId], answer: str) -> None:
        if answer != "no":
            self._desk.choose_folder(partial(self._save_copies, files, clean=answer == "clean"))

    def _save_copies(self, files: list[EvidenceId], folder: Path, *, clean: bool) -> None:
        job = self._desk.on_vault(
            save_copies.save_files,
            files,
            folder,
            then=self._copies_saved,
            long=True,
            without_hidden_data=clean,
        )
        job.stopped.connect(self._say_none_saved)
        self._desk.follow(job, in_percent=True)

    def _copies_saved(self, copies: Copies) -> None:
        words = translate(
            "Evidence",
            "%n copy saved in “{folder}”|%n copies saved in “{folder}”",
            "",
            len(copies.saved),
            folder=_folder_name(copies.folder),
        )
        if copies.problems:
            self._say_not_saved(copies, words)
        elif not copies.finished:
            self._desk.toast(translate("Undo", "Stopped. {what}", what=words))
        else:
            self._desk.toast(words)

    def _say_none_saved(self) -> None:
        self._desk.toast(translate("Evidence", "Stopped. No copy was saved."))

    def _say_not_saved(self, copies: Copies, words: str) -> None:
        """Name the files of which there is no copy, and say what can be done: it has to be seen."""
        left = copies.asked - len(copies.saved)
        title = translate("Evidence", "%n file was not saved|%n files were not saved", "", left)
        problems = ((one.name, one.error) for one in copies.problems)
        say_files_left(self._desk, title, problems, f"{words}." if copies.saved else "")

    def _answered(self, kept: Evidence, answer: str) -> None:
        if answer == _ERASE:
            self._ask_erase(kept)
        elif answer != "no":
            save = partial(self._save_copy, kept, clean=answer == "clean")
            self._desk.choose_target(kept.name, save)

    def _save_copy(self, kept: Evidence, out: Path, *, clean: bool) -> None:
        job = self._desk.on_vault(
            save_copies.save_file,
            kept.id,
            out,
            then=self._saved,
            long=True,
            without_hidden_data=clean,
        )
        self._desk.follow(job, in_percent=True)

    def _saved(self, path: Path) -> None:
        place = _folder_name(path.parent)
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


def _answers(as_it_is: str, *, cleans: bool) -> list[tuple[str, str, Variant]]:
    """Return the ways to save a copy; the one without hidden data is offered first of all."""
    answers = [("no", translate("Timeline", "Not now"), Variant.SECONDARY)]
    answers.append(("as_is", as_it_is, Variant.SECONDARY if cleans else Variant.PRIMARY))
    if cleans:
        clean = translate("Timeline", "Without hidden data")
        answers.append(("clean", clean, Variant.PRIMARY))
    return answers


def _folder_name(folder: Path) -> str:
    return folder.name or str(folder)
