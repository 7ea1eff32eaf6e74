"""Files of a dossier are read one at a time and put into the document before pages are laid out."""

from __future__ import annotations

from logbook.domain.dossier import DossierFile
from logbook.domain.evidence import MediaClass
from logbook.domain.progress import Progress
from logbook.export.assembly import Assembly
from logbook.export.material import Material, Ready
from logbook.export.pictures import UnfitPicture, embed_picture


def load_files(assembly: Assembly, material: Material, progress: Progress) -> None:
    """Put every picture and document of an exhibit into the document; each loader runs once."""
    files = [file for exhibit in material.plan.exhibits for file in exhibit.files]
    kept: dict[bytes, Ready] = {}
    for done, file in enumerate(files):
        progress(done, len(files))
        if file.problem:
            continue
        if file.media_class is MediaClass.PICTURE:
            ready = kept.get(file.sha256) or _picture(assembly, file)
            if ready is not None:
                kept[file.sha256] = ready  # the same bytes are embedded once
                material.pictures[file.evidence] = ready
        progress.give_way()


def _picture(assembly: Assembly, file: DossierFile) -> Ready | None:
    """Return a picture that is now in the document, None where it cannot be shown."""
    copy = file.print_copy()
    if copy is None:
        return None
    try:
        image = embed_picture(assembly.pdf, copy)
    except UnfitPicture:
        return None
    return Ready(assembly.keep(image, "I"), int(image.Width), int(image.Height))
