"""The drawn pages become a document: faces, pictures, links, bookmarks and page labels."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO, cast

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem

from logbook.domain.progress import Progress
from logbook.export import finishing
from logbook.export.embedding import embed
from logbook.export.pages import Anchor, LinkMark, Pages, PictureMark
from logbook.export.saving import PatientSink
from logbook.export.typesetting import Typesetter
from logbook.i18n import translate

_PRINTED = 4  # annotation flag (ISO 32000-1, table 165)


class Assembly:
    """One document while it is put together; pictures come in before the pages are laid out."""

    def __init__(self) -> None:
        self.pdf = pikepdf.Pdf.new()
        self.objects: dict[str, pikepdf.Object] = {}
        self.sources: list[pikepdf.Pdf] = []  # open until the document is written

    def keep(self, thing: pikepdf.Object, prefix: str) -> str:
        """Remember an image or form and return the name by which pages call it."""
        name = f"{prefix}{len(self.objects) + 1}"
        self.objects[name] = self.pdf.make_indirect(thing)
        return name

    def save(self, file: BinaryIO, progress: Progress) -> None:
        """Write the document and let go of everything in it."""
        sink = PatientSink(file)
        self.pdf.save(
            cast("BinaryIO", sink),
            progress=lambda percent: progress(percent, 100),
            **finishing.save_settings(),
        )
        sink.tell_failure()
        self.pdf.close()
        self.objects.clear()
        for source in self.sources:
            source.close()

    def add_pages(self, drawn: bytes, pages: Pages, setter: Typesetter, progress: Progress) -> None:
        """Add the drawn pages, each with the faces and pictures that it uses."""
        progress(0, 2)
        fonts = Dictionary(
            {f"/{face.resource}": embed(self.pdf, face) for face in setter.fonts.faces.values()}
        )
        shared = self.pdf.make_indirect(fonts)
        with pikepdf.open(BytesIO(drawn)) as source:
            self.pdf.pages.extend(source.pages)
        progress(1, 2)
        plain = self.pdf.make_indirect(Dictionary(Font=shared))
        for page, laid_out in zip(self.pdf.pages, pages.pages, strict=True):
            used = {mark.name for mark in laid_out.marks if isinstance(mark, PictureMark)}
            things = {f"/{name}": self.objects[name] for name in sorted(used)}
            with_things = Dictionary(Font=shared, XObject=Dictionary(things))
            page.obj.Resources = with_things if used else plain
            for key in (Name.Trans, Name.Rotate):  # reportlab writes both empty
                if key in page.obj:
                    del page.obj[key]

    def add_links(self, pages: Pages) -> None:
        """Make every link of the layout one of the file; it keeps the zoom of the reader."""
        for page, laid_out in zip(self.pdf.pages, pages.pages, strict=True):
            links = [mark for mark in laid_out.marks if isinstance(mark, LinkMark)]
            if links:
                page.obj.Annots = Array([self._link(link, pages) for link in links])

    def _link(self, link: LinkMark, pages: Pages) -> pikepdf.Object:
        corner = (link.x_pt + link.width_pt, link.y_pt + link.height_pt)
        return self.pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(value, 2) for value in (link.x_pt, link.y_pt, *corner)]),
                Border=Array([0, 0, 0]),
                F=_PRINTED,
                Dest=self._place(link.anchor, pages),
            )
        )

    def _place(self, anchor: Anchor, pages: Pages) -> Array:
        """Return a destination that leaves the zoom as it is (R21)."""
        index, y_pt = pages.anchors[anchor]
        top = round(y_pt + 14, 2)
        return Array([self.pdf.pages[index].obj, Name.XYZ, 0, top, None])

    def add_outline(self, pages: Pages) -> None:
        """Add the bookmarks, each with its page number (R20)."""
        with self.pdf.open_outline() as outline:
            parent: OutlineItem | None = None
            for mark in pages.bookmarks:
                number = pages.number_of(mark.anchor)
                title = translate("Report", "{title}, p. {page}", title=mark.title, page=number)
                item = OutlineItem(title)
                item.destination = self._place(mark.anchor, pages)
                if mark.depth and parent is not None:
                    parent.children.append(item)
                else:
                    outline.root.append(item)
                    parent = item

    def add_view(self, title: str, language: str) -> None:
        """Say how a reader shows the document: bookmarks open, title, page numbers from 1."""
        root = self.pdf.Root
        root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=1)]))
        root.PageMode = Name.UseOutlines
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.Lang = pikepdf.String(language)
        self.pdf.docinfo[Name.Title] = pikepdf.String(title)
