"""Fictional dossiers, and one report that many rules are held against."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from logbook.domain.dossier import (
    Caption,
    Dossier,
    DossierEntry,
    DossierFile,
    DossierMessage,
    DossierThread,
)
from logbook.domain.entry import AuthorityReport, Kind
from logbook.domain.evidence import FileTime, MediaClass, PrintCopy, TimeBasis
from logbook.domain.ids import EntryId, EvidenceId, Sha256
from logbook.domain.message import AttachmentRef, Direction, MessageKind, MessageRecord, ZoneBasis
from logbook.domain.moment import Moment, Precision
from logbook.export import validating
from logbook.export.report import compose
from logbook.export.results import ReportResult

NEW_YORK = ZoneInfo("America/New_York")
MADE_AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
SCRIPTS = (
    "Where are you \U0001f621\U0001f52a",
    "مرحبا كيف حالك؟ لا تتصل بي مرة أخرى",
    "שלום (hello, עולם) 12:30",
    "मैं क्षत्रिय हूँ",
    "সে আমাকে বলেছে",
    "สวัสดีครับ",
    "நான் வருகிறேன்",
    "你好，世界。",
    "日本語のテキスト",
    "안녕하세요",
    "Привет, где ты?",
    "Καλημέρα",
    (
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f44d\U0001f3fd 1\ufe0f\u20e3 "
        "\U0001f1e9\U0001f1ea \u2764\ufe0f \U0001f5a4"
    ),
)


def picture_bytes(
    width: int, height: int, seed: int, kind: str = "PNG", **options: object
) -> bytes:
    """Return a small fictional screen capture."""
    image = Image.new("RGB", (width, height), (240, 240, 235))
    pen = ImageDraw.Draw(image)
    for row in range(8):
        top = 10 + row * height // 9
        left = 10 if (row + seed) % 2 else width // 3
        pen.rectangle((left, top, left + width // 2, top + height // 14), fill=(60, 130, 220))
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


@dataclass
class Made:
    """A written report with what tests ask of it."""

    path: Path
    result: ReportResult
    dossier: Dossier
    _texts: list[str] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """The text of each page as pdfium reads it."""
        if not self._texts:
            document = pypdfium2.PdfDocument(self.path)
            for page in document:
                textpage = page.get_textpage()
                self._texts.append(textpage.get_text_range().replace("\r\n", "\n"))
                textpage.close()
                page.close()
            document.close()
        return self._texts

    @property
    def squeezed(self) -> str:
        """All text without any space, for words that are broken over lines."""
        return squeeze("".join(self.texts))

    def poppler(self) -> str:
        """The text as poppler reads it."""
        command = ["pdftotext", str(self.path), "-"]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def squeeze(text: str) -> str:
    """Return a text without spaces, joiners' companions and line hyphens of extractors."""
    return "".join(mark for mark in text if not mark.isspace() and mark not in "\ufffe\x02")


class Maker:
    """Builds dossiers; every default is fictional."""

    squeeze = staticmethod(squeeze)
    picture_bytes = staticmethod(picture_bytes)
    scripts = SCRIPTS
    made_at = MADE_AT

    def moment(self, *parts: int, precision: Precision = Precision.EXACT) -> Moment:
        return Moment(precision, datetime(*parts, tzinfo=NEW_YORK), zone="America/New_York")

    def entry(self, number: int, title: str, text: str, **changes: object) -> DossierEntry:
        base = DossierEntry(
            id=EntryId(number),
            number=number,
            title=title,
            text=text,
            happened=self.moment(2026, 11, number, 19, 2),
            recorded_at=datetime(2026, 11, 10, 0, 31, tzinfo=UTC),
            recorded_zone="America/New_York",
            changes=0,
            last_changed_at=datetime(2026, 11, 10, 0, 31, tzinfo=UTC),
            kind=Kind.NONE,
            place="",
            exact_words="",
            effect="",
            response="",
            report=AuthorityReport(),
            people=(),
            witnesses=(),
            files=(),
        )
        return replace(base, **changes)

    def file(self, number: int, name: str, data: bytes = b"", **changes: object) -> DossierFile:
        content = data or picture_bytes(108, 234, number)
        with_size = Image.open(io.BytesIO(content)).size if not data else (0, 0)
        base = DossierFile(
            evidence=EvidenceId(number),
            name=name,
            sha256=Sha256(sha256(content).digest()),
            size_bytes=len(content),
            media_type="image/png",
            media_class=MediaClass.PICTURE,
            added_at=datetime(2026, 11, 10, 3, tzinfo=UTC),
            times=(FileTime("2026-11-09T19:01:55", -300, TimeBasis.EXIF, "2026:11:09 19:01:55"),),
            description="",
            transcript="",
            duration_s=None,
            problem="",
            print_copy=lambda: PrintCopy(content, "image/png", *with_size),
        )
        return replace(base, **changes)

    def document(self, number: int, name: str, data: bytes, **changes: object) -> DossierFile:
        return self.file(
            number,
            name,
            data,
            media_class=MediaClass.PDF,
            media_type="application/pdf",
            pdf_bytes=lambda: data,
            **changes,
        )

    def record(
        self, sender: str, text: str, when: datetime | None, **changes: object
    ) -> MessageRecord:
        base = MessageRecord(
            order_index=0,
            conversation=0,
            locator="0",
            offset=0,
            length=1,
            sender=sender,
            sender_is_me=False,
            recipients=(),
            direction=Direction.UNKNOWN,
            kind=MessageKind.TEXT,
            text=text,
            repaired="",
            flags=(),
            time_raw="01/11/2026, 00:50",
            instant_ms=int(when.timestamp() * 1000) if when is not None else None,
            local="",
            time_precision="s",
            zone_basis=ZoneBasis.EPOCH_IN_FILE if when is not None else ZoneBasis.NONE,
            fold="",
            attachments=(),
        )
        return base._replace(**changes)

    def message(
        self, number: int, record: MessageRecord, name: str = "", files: Sequence[int] = ()
    ) -> DossierMessage:
        return DossierMessage(
            number, record, name or record.sender, tuple(EvidenceId(one) for one in files)
        )

    def thread(self, messages: Sequence[DossierMessage], **changes: object) -> DossierThread:
        base = DossierThread(
            title="Sam R.",
            platform="WhatsApp",
            participants=("+1 555 0100", "+1 555 0199"),
            total=len(messages),
            messages=tuple(messages),
            source_name="WhatsApp Chat with Sam.zip",
            source_sha256=Sha256(sha256(b"export").digest()),
            source_size_bytes=123_456,
            imported_at=datetime(2026, 11, 10, tzinfo=UTC),
            zone="America/New_York",
            zone_basis="user_stated_zone",
            date_order_basis="field_over_12",
        )
        return replace(base, **changes)

    def dossier(self, **changes: object) -> Dossier:
        base = Dossier(
            caption=Caption(
                "Superior Court of Alder County", "26-DV-0187", "R. K.", "Jordan Vale", "Evidence"
            ),
            profile="generic-us",
            page="",
            zone="America/New_York",
            made_at=MADE_AT,
            entries=(self.entry(1, "Post", "A post named my street."),),
            files=(),
            threads=(),
            sections=None,
            bates_prefix="",
            bates_start=1,
            journal_root=sha256(b"journal").digest(),
            journal_size=412,
        )
        return replace(base, **changes)

    def full(self) -> Dossier:
        """Return F1 and F3 in one: a change of clocks, all scripts, every kind of file."""
        start = datetime(2026, 11, 1, 0, 50, tzinfo=NEW_YORK).astimezone(UTC)
        me, other = "+1 555 0199", "+1 555 0100"
        records = [
            self.record(
                other if at % 2 else me,
                text,
                start + timedelta(minutes=17 * at),
                sender_is_me=at % 2 == 0,
            )
            for at, text in enumerate(SCRIPTS)
        ]
        records[3] = records[3]._replace(
            flags=("edited", "has_subject"), extra='{"sub":"Spare keys"}'
        )
        records[4] = records[4]._replace(
            kind=MessageKind.DELETED_MARKER, text="This message was deleted"
        )
        records[5] = records[5]._replace(
            attachments=(AttachmentRef("long.png", True), AttachmentRef("VID.mp4", False))
        )
        messages = [
            self.message(41 + at, record, "R. K." if at % 2 == 0 else "", (8,) if at == 5 else ())
            for at, record in enumerate(records)
        ]
        named = [
            self.message(1, self.record("Sam R.", "Undated line", None)),
            self.message(2, self.record("Sam R.", "Line one\n\nLine three", start)),
            self.message(5, self.record("Me Myself", "ok", start, sender_is_me=True), "R. K."),
        ]
        long = picture_bytes(200, 1200, 8)
        files = (
            self.file(1, "review.png", description="Screen capture of the review"),
            self.file(2, "first.png"),
            self.file(3, "second.png", transcript="Come out now"),
            self.file(
                4,
                "voicemail.m4a",
                b"sound",
                media_class=MediaClass.SOUND,
                media_type="audio/mp4",
                duration_s=83.2,
                transcript="You cannot hide for ever.\nCall me back.",
            ),
            self.document(5, "own.pdf", conforming_pdf()),
            self.document(
                6,
                "police report.pdf",
                plain_pdf("Report 26-11832"),
                page_picture=rendered(plain_pdf("Report 26-11832")),
            ),
            self.document(7, "cut.pdf", conforming_pdf()[:900]),
            self.file(
                8, "long.png", long, print_copy=lambda: PrintCopy(long, "image/png", 200, 1200)
            ),
            self.file(
                9, "notes.txt", b"text", media_class=MediaClass.TEXT, media_type="text/plain"
            ),
        )
        entries = (
            self.entry(
                1, "Post that named my street", "A public review named my street.", files=(1,)
            ),
            self.entry(
                2,
                "Two calls",
                "Two calls in one hour. 日本",
                files=(2, 3, 4),
                exact_words="I know where you are.",
                witnesses=("Priya N.",),
                report=AuthorityReport(
                    "County Sheriff", "Lind", "4471", "26-11832", "reported", ""
                ),
                changes=2,
                last_changed_at=datetime(2026, 11, 12, 0, 31, tzinfo=UTC),
            ),
            self.entry(
                3, "Papers", "Papers served.", files=(5, 6, 7), messages=((0, 43), (0, 44), (1, 2))
            ),
            self.entry(
                4,
                "Someone called my sister",
                "She told me.",
                happened=Moment(Precision.UNKNOWN, raw="in spring"),
            ),
        )
        return self.dossier(
            entries=entries,
            files=files,
            threads=(
                self.thread(messages, total=1203),
                self.thread(named, title="Sam R.", participants=("Sam R.", "Me Myself"), total=9),
            ),
            bates_prefix="RK-",
        )


def conforming_pdf() -> bytes:
    """Return a document that breaks no rule of PDF/A: a filled square, an empty author."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(400, 300))
    pdf.pages[0].obj.Contents = pdf.make_stream(b"0.2 g 50 50 200 100 re f")
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def plain_pdf(text: str) -> bytes:
    """Return what most programs write: a standard face that is not embedded."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.drawString(72, 700, text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def rendered(data: bytes) -> Callable[[int], bytes]:
    """Return what draws a page of a document, as the tasks hand it to the export."""

    def draw(index: int) -> bytes:
        document = pypdfium2.PdfDocument(data)
        out = io.BytesIO()
        document[index].render(scale=1).to_pil().convert("RGB").save(out, "PNG")
        document.close()
        return out.getvalue()

    return draw


@pytest.fixture(scope="session")
def make() -> Maker:
    return Maker()


@pytest.fixture(scope="session")
def full_report(make: Maker, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """One report with everything in it, read by the tests of the rules."""
    path = tmp_path_factory.mktemp("report") / "bundle.pdf"
    dossier = make.full()
    return Made(path, compose(dossier, path), dossier)


@pytest.fixture
def unvalidated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the PDF/A validator out, which starts a process: the test is about something else."""
    monkeypatch.setattr(validating, "must_pass", lambda *_: None)


@pytest.fixture
def composed(
    tmp_path: Path,
    unvalidated: None,  # noqa: ARG001 - it acts by being there
) -> Callable[[Dossier], Made]:
    """Write a report of a dossier."""

    def write(dossier: Dossier) -> Made:
        path = tmp_path / "bundle.pdf"
        return Made(path, compose(dossier, path), dossier)

    return write


@pytest.fixture
def plain() -> Callable[[str], bytes]:
    return plain_pdf


@pytest.fixture
def conforming() -> bytes:
    return conforming_pdf()
