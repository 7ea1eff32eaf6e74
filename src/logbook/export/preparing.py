"""Files of a dossier are read one at a time and put into the document before pages are laid out."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import pikepdf

from logbook.domain.dossier import DossierFile
from logbook.domain.evidence import MediaClass, PrintCopy
from logbook.domain.progress import Progress
from logbook.errors import MediaError
from logbook.export.assembly import Assembly
from logbook.export.child import Child, ChildFailed
from logbook.export.cleaning import MOST_PAGES, MOST_PICTURED
from logbook.export.material import Material, Ready
from logbook.export.pictures import UnfitPicture, embed_picture

_CLEANING_LIMIT_S: Final = 120.0


def load_files(assembly: Assembly, material: Material, helper: Child, progress: Progress) -> None:
    """Put every picture and document of an exhibit into the document; each loader runs once."""
    files = [file for exhibit in material.plan.exhibits for file in exhibit.files]
    loader = _Loader(assembly, material, helper)
    for done, file in enumerate(files):
        progress(done, len(files))
        if not file.problem:
            loader.load(file, progress)
        progress.give_way()


class _Loader:
    """Loads files; the same bytes are put into the document once."""

    def __init__(self, assembly: Assembly, material: Material, helper: Child) -> None:
        self._assembly = assembly
        self._material = material
        self._helper = helper
        self._pictures: dict[bytes, Ready | None] = {}

    def load(self, file: DossierFile, progress: Progress) -> None:
        """Load a file of a kind that paper can show."""
        if file.media_class is MediaClass.PICTURE:
            if file.sha256 not in self._pictures:
                self._pictures[file.sha256] = self._picture(file.print_copy())
            ready = self._pictures[file.sha256]
            if ready is not None:
                self._material.pictures[file.evidence] = ready
        elif file.media_class is MediaClass.PDF and file.pdf_bytes is not None:
            pages = self._document(file, file.pdf_bytes(), progress)
            self._material.documents[file.evidence] = pages

    def _picture(self, copy: PrintCopy | None) -> Ready | None:
        """Return a picture that is now in the document, None where it cannot be shown."""
        if copy is None:
            return None
        try:
            image = embed_picture(self._assembly.pdf, copy)
        except UnfitPicture:
            return None
        return Ready(self._assembly.keep(image, "I"), int(image.Width), int(image.Height))

    def _document(self, file: DossierFile, data: bytes, progress: Progress) -> list[Ready]:
        """Return the pages of a foreign document: as they are, as pictures, or none at all."""
        try:
            answer, cleaned = self._helper.ask({"job": "clean"}, data, progress, _CLEANING_LIMIT_S)
            sizes = _sizes(answer)
        except (ChildFailed, ValueError):
            return []
        unseen = answer.get("unseen")
        if isinstance(unseen, list) and unseen:
            pages = sorted({at for at in unseen if isinstance(at, int) and 0 <= at < len(sizes)})
            self._material.unseen[file.evidence] = [at + 1 for at in pages]
        if cleaned and len(sizes) <= MOST_PAGES:
            return self._forms(cleaned, sizes)
        if answer.get("problem") == "differs" and len(sizes) <= MOST_PICTURED:
            return self._pictured(file, sizes, _words(answer, len(sizes)), progress)
        return []

    def _forms(self, cleaned: bytes, sizes: list[tuple[float, float]]) -> list[Ready]:
        """Take over the cleaned pages."""
        source = pikepdf.open(BytesIO(cleaned))
        self._assembly.sources.append(source)  # its streams are read when the report is written
        found: list[Ready] = []
        for page, (width, height) in zip(source.pages, sizes, strict=True):
            form = self._assembly.pdf.copy_foreign(page.Resources.XObject["/D"])
            found.append(Ready(self._assembly.keep(form, "D"), width, height))
        return found

    def _pictured(
        self,
        file: DossierFile,
        sizes: list[tuple[float, float]],
        words: list[str],
        progress: Progress,
    ) -> list[Ready]:
        """Show pages that break PDF/A as pictures; all of them or none."""
        if file.page_picture is None:
            return []
        found: list[Ready] = []
        for index, (width, height) in enumerate(sizes):
            progress(0, 0)
            try:
                data = file.page_picture(index)
            except MediaError:
                return []
            ready = self._picture(PrintCopy(data, "image/png", 0, 0))
            if ready is None:
                return []
            found.append(Ready(ready.name, width, height, words[index]))
        if not all(words):
            self._material.as_pictures.add(file.evidence)
        return found


def _words(answer: dict[str, object], pages: int) -> list[str]:
    """Return the words of each page of an answer, empty where it says nothing usable."""
    untrusted_words = answer.get("words")
    if not isinstance(untrusted_words, list) or len(untrusted_words) != pages:
        return [""] * pages
    return [words if isinstance(words, str) else "" for words in untrusted_words]


def _sizes(answer: dict[str, object]) -> list[tuple[float, float]]:
    """Return the page sizes of an answer; raises `ValueError` for anything else."""
    untrusted_pages = answer.get("pages")
    if not isinstance(untrusted_pages, list):
        raise ValueError("no pages")  # noqa: TRY004 - nonsense from a child, not a wrong call
    return [(float(width), float(height)) for width, height in untrusted_pages]
