"""Files of a dossier are read one at a time and put into the document before pages are laid out."""

from __future__ import annotations

from typing import Final

import pikepdf

from logbook.domain.dossier import DossierFile
from logbook.domain.evidence import MediaClass, PrintCopy
from logbook.domain.progress import Progress
from logbook.errors import MediaError
from logbook.export.assembly import Assembly
from logbook.export.documents import Document
from logbook.export.material import Material, Ready
from logbook.export.pictures import UnfitPicture, embed_picture
from logbook.export.protecting import GAP


def load_files(assembly: Assembly, material: Material, progress: Progress) -> None:
    """Put every picture and document of an exhibit into the document; each loader runs once."""
    files = [file for exhibit in material.plan.exhibits for file in exhibit.files]
    loader = _Loader(assembly, material)
    for done, file in enumerate(files):
        progress(done, len(files))
        if not file.problem:
            loader.load(file, progress)
        progress.give_way()


_MOST_SEARCHABLE: Final = 20_000  # characters behind the picture of one page


class _Loader:
    """Loads files; the same bytes are put into the document once."""

    def __init__(self, assembly: Assembly, material: Material) -> None:
        self._assembly = assembly
        self._material = material
        self._pictures: dict[bytes, Ready | None] = {}

    def load(self, file: DossierFile, progress: Progress) -> None:
        """Load a file of a kind that paper can show."""
        if file.media_class is MediaClass.PICTURE:
            if file.sha256 not in self._pictures:
                self._pictures[file.sha256] = self._picture(file.print_copy())
            ready = self._pictures[file.sha256]
            if ready is not None:
                self._material.pictures[file.evidence] = ready
        elif file.media_class is MediaClass.PDF:
            self._material.documents[file.evidence] = self._document(file, progress)

    def _picture(self, copy: PrintCopy | None) -> Ready | None:
        """Return a picture that is now in the document, None where it cannot be shown."""
        if copy is None:
            return None
        try:
            image = embed_picture(self._assembly.pdf, copy)
        except UnfitPicture:
            return None
        return Ready(self._assembly.keep(image, "I"), int(image.Width), int(image.Height))

    def _document(self, file: DossierFile, progress: Progress) -> list[Ready]:
        """Return the pages of a foreign document: as they are, as pictures, or none at all."""
        document = self._material.cleaned.of(file, progress)
        if document is None:
            return []
        if document.unseen:
            self._material.unseen[file.evidence] = [at + 1 for at in document.unseen]
        if document.data:
            return self._forms(document.open(), document.sizes)
        return self._pictured(file, document, progress)

    def _forms(self, source: pikepdf.Pdf, sizes: list[tuple[float, float]]) -> list[Ready]:
        """Take over the cleaned pages."""
        self._assembly.sources.append(source)  # its streams are read when the report is written
        found: list[Ready] = []
        for page, (width, height) in zip(source.pages, sizes, strict=True):
            form = self._assembly.pdf.copy_foreign(page.Resources.XObject["/D"])
            found.append(Ready(self._assembly.keep(form, "D"), width, height))
        return found

    def _pictured(self, file: DossierFile, document: Document, progress: Progress) -> list[Ready]:
        """Show pages that break PDF/A as pictures; all of them or none."""
        if file.page_picture is None:
            return []
        found: list[Ready] = []
        for index, (width, height) in enumerate(document.sizes):
            progress(0, 0)
            try:
                data = file.page_picture(index)
            except MediaError:
                return []
            ready = self._picture(PrintCopy(data, "image/png", 0, 0))
            if ready is None:
                return []
            found.append(Ready(ready.name, width, height, _searchable(document.words[index])))
        if document.unread:
            self._material.unread.add(file.evidence)
        return found


def _searchable(words: str) -> str:
    """Return the words of a page as a search finds them."""
    return words.replace(GAP, " ")[:_MOST_SEARCHABLE]
