"""Saving a report from the builder: what is still open, where it goes, how far, and what came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.domain.progress import SILENT, Progress
from logbook.domain.selection import NameForm, ReportRequest
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks import report_drafts, save_report
from logbook.tasks.report_drafts import SavedReport
from logbook.ui.failures import tone_for, words_for
from logbook.ui.models.report_draft import ReportDraft
from logbook.ui.style import spaced
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Variant
from logbook.ui.widgets.progress_row import ProgressRow
from logbook.ui.widgets.report_looks import how_many
from logbook.ui.widgets.report_result import ReportOutcome
from logbook.ui.widgets.tone import Tone

if TYPE_CHECKING:
    from logbook.export.checks import Check
    from logbook.export.results import ReportResult
    from logbook.tasks.preview_report import ReportMemory
    from logbook.ui.desk import Desk
    from logbook.ui.jobs import Job
    from logbook.vault.vault import Vault

_NAMED_AT_SAVE = 4


class ReportSaving(QObject):
    """Asks, saves, and says in `news` how it goes and what came of it."""

    print_pressed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self.news = QWidget()
        self.banner = Banner()
        self.banner.add_close(translate("Report", "Close")).clicked.connect(self.clear)
        self.making = ProgressRow(translate("Report", "Making the report"))
        self.outcome = ReportOutcome()
        self.outcome.copy_pressed.connect(self._copy)
        self.outcome.print_pressed.connect(self.print_pressed)
        column = QVBoxLayout(self.news)
        spaced(column, margins=(20, 16, 20, 4), gap=12)
        for part in (self.banner, self.making, self.outcome):
            column.addWidget(part)
        self.clear()

    @property
    def busy(self) -> bool:
        """True while a report is written."""
        return self._job is not None

    def clear(self) -> None:
        """Say nothing, unless a report is being written."""
        if self._job is None:
            self.news.hide()
            self.banner.hide()
            self.making.hide()
            self.outcome.clear()

    def ask(self, draft: ReportDraft, checks: Sequence[Check], memory: ReportMemory) -> None:
        """Say what is still open, then let the person choose a place."""
        if self._job is not None:
            return
        line = "\n".join(_open_points(checks))
        if draft.name_as == NameForm.LEGAL.value:
            named = translate("Report", "Your legal name stands on every page.")
            line = "\n".join(part for part in (named, line) if part)
        if not line:
            self._ask_place(draft, memory)
            return
        title = how_many(len(checks)) if checks else translate("Report", "Print your legal name?")
        self._desk.ask(
            title,
            line + "\n" + translate("Report", "You can save anyway."),
            ("no", translate("Report", "Go back and look"), Variant.SECONDARY),
            ("yes", translate("Report", "Save anyway"), Variant.SECONDARY),
            then=lambda answer: self._ask_place(draft, memory) if answer == "yes" else None,
        )

    def save(self, draft: ReportDraft, target: Path, memory: ReportMemory) -> None:
        """Make the report and write it to `target`; `memory` is what its preview left."""
        if self._job is not None:
            return
        self.clear()
        job = self._desk.on_vault(
            _make,
            draft.to_request(),
            target,
            memory,
            then=self._made,
            failed=self._failed,
            long=True,
        )
        self._job = job
        self.making.show_progress(0, 0, translate("Report", "Making the report"))
        self.making.follow(job)
        self.making.show()
        self.news.show()
        job.stopped.connect(self._stopped)
        job.ended.connect(self._ended)

    def watch(self, job: Job) -> None:
        """Show how printing goes."""
        if self._job is not None:
            return
        self._job = job
        self.making.show_progress(0, 0, translate("Report", "Printing"))
        self.making.follow(job)
        self.making.show()
        self.news.show()
        job.ended.connect(self._printed)

    def say_failure(self, error: LogbookError) -> None:
        """Say why something did not come about."""
        self._failed(error)
        self.news.show()

    def _printed(self) -> None:
        self._ended()
        if self.banner.isHidden():
            self.news.hide()

    def _ask_place(self, draft: ReportDraft, memory: ReportMemory) -> None:
        name = translate("Report", "report.pdf")
        self._desk.choose_target(name, lambda target: self.save(draft, target, memory))

    def _made(self, made: ReportResult) -> None:
        pages = sum(one.pages for one in made.files)
        words = translate("Report", "Saved, %n page|Saved, %n pages", "", pages)
        line = translate("Report", "Anyone at this computer can read this file.")
        self.banner.say(words, line, Tone.SUCCESS)
        self.banner.show()
        self.outcome.say(made)
        self._desk.announce(words)
        self._desk.changed.emit("reports")

    def _failed(self, error: LogbookError) -> None:
        words = words_for(error)
        line = " ".join(part for part in (words.what, words.do) if part)
        self.banner.say(words.title, line, tone_for(error))
        self.banner.show()
        self._desk.announce(words.title, urgent=True)

    def _stopped(self) -> None:
        self.news.hide()
        self._desk.toast(translate("Report", "Stopped. Nothing was saved."))

    def _ended(self) -> None:
        self._job = None
        self.making.hide()

    def _copy(self, digest: str) -> None:
        self._desk.clipboard.put(digest)
        self._desk.toast(translate("Report", "Copied for 20 seconds"))


def _open_points(checks: Sequence[Check]) -> list[str]:
    named = [one.message for one in checks[:_NAMED_AT_SAVE]]
    left = len(checks) - len(named)
    if left > 0:
        named.append(translate("Report", "and %n more|and %n more", "", left))
    return named


def _make(
    vault: Vault,
    request: ReportRequest,
    target: Path,
    memory: ReportMemory,
    progress: Progress = SILENT,
) -> ReportResult:
    """Write the report, and remember that it was saved but not where."""
    made = save_report.save_report(vault, request, target, memory, progress)
    for file in made.files:
        report_drafts.note_saved(
            vault,
            SavedReport(
                name=file.path.name,
                pages=file.pages,
                entries=made.entries,
                sha256=file.sha256.hex(),
                saved_at=datetime.now(UTC).replace(microsecond=0).isoformat(),
            ),
        )
    return made
