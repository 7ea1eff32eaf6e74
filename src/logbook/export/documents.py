"""Foreign documents of a report: each is cleaned once, in the child process, and read for names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Stream

from logbook.domain.dossier import DossierFile
from logbook.domain.evidence import MediaClass
from logbook.domain.ids import EvidenceId
from logbook.domain.progress import SILENT, Progress
from logbook.export.child import ChildFailed
from logbook.export.cleaned import Clean
from logbook.export.cleaning import MOST_PAGES, MOST_PICTURED
from logbook.export.protecting import Guard
from logbook.export.reading_back import Reader
from logbook.export.unseen_words import strings


@dataclass(frozen=True, slots=True)
class Document:
    """A foreign document whose pages can be shown, counted from 0."""

    sizes: list[tuple[float, float]]  # in points
    data: bytes  # its pages as harmless forms; empty: only pictures of them can be shown
    words: list[str]  # of each page as placed, where only pictures are shown
    unread: list[int]  # pages whose words the file does not tell, where only pictures are shown
    unseen: list[int]  # pages with a note, mark or value that is not shown
    beside: str  # words anywhere in the file

    def open(self) -> pikepdf.Pdf:
        """Open its pages; the caller closes them."""
        return pikepdf.open(BytesIO(self.data))


class Documents:
    """Cleans every document once, when it is first asked for."""

    def __init__(self, clean: Clean, guard: Guard) -> None:
        self._clean = clean
        self._guard = guard
        self._known: dict[EvidenceId, Document | None] = {}

    def of(self, file: DossierFile, progress: Progress = SILENT) -> Document | None:
        """Return a file as a document, None where it is none or no page of it can be shown."""
        if file.evidence not in self._known:
            self._known[file.evidence] = self._cleaned(file, progress)
        return self._known[file.evidence]

    def _cleaned(self, file: DossierFile, progress: Progress) -> Document | None:
        if file.problem or file.media_class is not MediaClass.PDF or file.pdf_bytes is None:
            return None
        try:
            answer, cleaned = self._clean(file, progress, beside=self._guard.is_needed)
            sizes = _sizes(answer)
        except (ChildFailed, TypeError, ValueError):
            return None
        most = MOST_PAGES if cleaned else MOST_PICTURED
        if answer.get("problem") != ("" if cleaned else "differs") or len(sizes) > most:
            return None
        beside = answer.get("beside")
        return Document(
            sizes,
            cleaned,
            _words(answer, len(sizes)),
            _pages(answer.get("unread"), len(sizes)),
            _pages(answer.get("unseen"), len(sizes)),
            beside if isinstance(beside, str) else "",
        )

    def pages_with_a_part(self, file: DossierFile, guard: Guard) -> list[int] | None:
        """Return the pages of a document, from 1, where other words can be read; None for none."""
        document = self.of(file)
        return None if document is None else _read_pages(document, guard, SILENT) or None

    def pages_with_a_name(self, file: DossierFile, progress: Progress = SILENT) -> list[int] | None:
        """Return the pages of a document, from 1, that hold a hidden name; None where none does.

        The list is empty where the name stands in what the pages are made of and not in a word
        that can be read there.
        """
        document = self.of(file, progress)
        if document is None or not self._guard.is_needed:
            return None
        found = _read_pages(document, self._guard, progress)
        if found or not document.data:
            return found or None
        with document.open() as pdf:
            return [] if self._stands_in(pdf) else None

    def _stands_in(self, pdf: pikepdf.Pdf) -> bool:
        """Return whether a name stands in any object of a cleaned document."""
        for thing in pdf.objects:
            if any(map(self._guard.finds, strings(thing))):
                return True
            if (
                isinstance(thing, Stream)
                and not is_picture_or_face(thing)
                and self._guard.finds_in_bytes(thing.read_bytes())
            ):
                return True
        return False

    def has_a_name_beside(self, file: DossierFile) -> bool:
        """Return whether a hidden name stands anywhere in the file of a document."""
        document = self.of(file)
        return document is not None and self._guard.finds(document.beside)


def _read_pages(document: Document, guard: Guard, progress: Progress) -> list[int]:
    """Return the pages of a document, from 1, where words can be read that a guard looks for."""
    if not document.data:
        return _found(document.words, guard, progress)
    with document.open() as pdf:
        reader = Reader()
        forms = (reader.form(page.Resources.XObject["/D"]) for page in pdf.pages)
        return _found((words.as_placed for words in forms), guard, progress)


def _found(pages: Iterable[str], guard: Guard, progress: Progress) -> list[int]:
    found = []
    for at, words in enumerate(pages):
        progress(0, 0)
        if guard.finds(words):
            found.append(at + 1)
    return found


def is_picture_or_face(stream: Stream) -> bool:
    """Return whether a stream is pixels or outlines, whose hidden parts never come in."""
    return stream.get("/Subtype") == "/Image" or "/Length1" in stream


def _words(answer: dict[str, Any], pages: int) -> list[str]:
    """Return the words of each page of an answer, empty where it says nothing usable."""
    untrusted_words = answer.get("words")
    if not isinstance(untrusted_words, list) or len(untrusted_words) != pages:
        return [""] * pages
    return [words if isinstance(words, str) else "" for words in untrusted_words]


def _pages(untrusted_pages: object, pages: int) -> list[int]:
    """Return pages of an answer, from 0, without those that the document does not have."""
    if not isinstance(untrusted_pages, list):
        return []
    return sorted({at for at in untrusted_pages if isinstance(at, int) and 0 <= at < pages})


def _sizes(answer: dict[str, Any]) -> list[tuple[float, float]]:
    """Return the page sizes of an answer; raises `ValueError` for anything else."""
    untrusted_pages = answer.get("pages")
    if not isinstance(untrusted_pages, list):
        raise ValueError("no pages")  # noqa: TRY004 - nonsense from a child, not a wrong call
    return [(float(width), float(height)) for width, height in untrusted_pages]
