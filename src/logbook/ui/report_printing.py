"""Printing a report from memory: asked about, drawn at the printer's own fineness, page by page.

No file of ours lies anywhere. What the print system of the computer keeps is not in our hands, and
is said before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog

from logbook.domain.progress import SILENT, Progress
from logbook.errors import OutputNotWritable
from logbook.i18n import translate
from logbook.tasks import preview_report
from logbook.ui.widgets.button import Variant

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from logbook.ui.desk import Desk
    from logbook.ui.jobs import Job

_DPI_MOST = 300  # more is not seen on paper, and takes four times as long
_POINTS = 72.0


class ReportPrinting(QObject):
    """One print at a time; `started` brings the job, whose progress counts pages."""

    started = Signal(object)  # Job
    failed = Signal(object)  # LogbookError

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None

    def ask(self, report: bytes, pages: int, page_pt: tuple[float, float]) -> None:
        """Say what a printer keeps, then let the person choose one and a range of pages."""
        if self._job is not None:
            return
        self._desk.ask(
            translate("Report", "Print %n page?|Print %n pages?", "", pages),
            translate(
                "Report",
                "The print system of this computer, and the printer, may keep a copy. Choose a"
                " printer that you trust.",
            ),
            ("no", translate("Report", "Not now"), Variant.SECONDARY),
            ("yes", translate("Report", "Choose a printer"), Variant.SECONDARY),
            then=lambda answer: self._choose(report, pages, page_pt) if answer == "yes" else None,
        )

    def print_on(self, printer: QPrinter, report: bytes, pages: int) -> None:
        """Print on a printer that was chosen, the pages of its range."""
        first = printer.fromPage() or 1
        last = min(printer.toPage() or pages, pages)
        job = self._desk.in_pool(
            _print,
            printer,
            report,
            range(min(first, last) - 1, last),
            then=self._printed,
            failed=self.failed.emit,
        )
        self._job = job
        job.stopped.connect(self._stopped)
        job.ended.connect(self._ended)
        self.started.emit(job)

    def _choose(self, report: bytes, pages: int, page_pt: tuple[float, float]) -> None:
        # Loaded when it is wanted: the start does not pay for it.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - see above

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer, page_pt)
        dialog = QPrintDialog(printer, self._desk.window())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, max(pages, 1))
        dialog.accepted.connect(lambda: self.print_on(printer, report, pages))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _printed(self, pages: int) -> None:
        words = translate(
            "Report", "%n page sent to the printer|%n pages sent to the printer", "", pages
        )
        self._desk.toast(words)

    def _stopped(self) -> None:
        self._desk.toast(translate("Report", "Stopped. Some pages may have been printed."))

    def _ended(self) -> None:
        self._job = None


def prepare(printer: QPrinter, page_pt: tuple[float, float]) -> None:
    """Give a printer the paper of the report and nothing that tells what it is."""
    printer.setDocName(translate("Report", "Document"))
    printer.setCreator("")
    size = QPageSize(QSizeF(*page_pt), QPageSize.Unit.Point)
    printer.setPageSize(size)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)  # the report has margins of its own


def _print(printer: QPrinter, report: bytes, pages: range, progress: Progress = SILENT) -> int:
    """Draw the pages onto paper; runs in the pool, as Qt allows for a printer.

    Returns how many there were; raises `OutputNotWritable` where the printer takes none.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise OutputNotWritable("the printer takes nothing", where="printer")
    done = False
    try:
        paper = QRectF(painter.viewport())
        fineness = min(printer.resolution(), _DPI_MOST) / printer.resolution()
        width = max(round(paper.width() * fineness), 1)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for at, page in enumerate(pages):
            progress(at, len(pages), translate("Report", "Printing"))
            if at and not printer.newPage():
                raise OutputNotWritable("the printer takes no more", where="printer")
            drawn: Any = QImage.fromData(preview_report.draw_page(report, page, width, progress))
            painter.drawImage(_fitted(paper, drawn), drawn)
        done = True
    finally:
        if not done:
            printer.abort()
        painter.end()
    return len(pages)


def _fitted(paper: QRectF, picture: QImage) -> QRectF:
    """Return where a page stands on paper that may have another shape, whole and in the middle."""
    size = QSizeF(picture.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = paper.left() + (paper.width() - size.width()) / 2
    top = paper.top() + (paper.height() - size.height()) / 2
    return QRectF(left, top, size.width(), size.height())
