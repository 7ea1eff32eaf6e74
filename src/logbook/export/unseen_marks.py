"""Notes, marks and fields of a foreign page that bring no picture of themselves (child process).

ISO 32000-1, 12.5.5: what an annotation looks like stands in its appearance. Programs that leave it
out trust the reader to draw it, and a page taken over as it is would lose it without a word.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name

_NEVER_SHOWN: Final = frozenset({"/Link", "/Popup", "/TrapNet", "/PrinterMark", "/Movie", "/3D"})
_DRAWN_BY_PDFIUM: Final = frozenset(
    ("/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Ink", "/Square",
     "/Circle")
)  # fmt: skip
_HIDDEN: Final = 2 | 32  # flags Hidden and NoView (ISO 32000-1, table 165)
_DEEPEST: Final = 32  # a field's parents


@dataclass(frozen=True, slots=True)
class Marks:
    """Pages, from 0, with something that has no picture of itself.

    `drawable`: a picture of the page shows it, the page taken over would not. `unseen`: neither
    does. `unfilled` tells whether a form's value is among the former, `words` are those of text
    boxes among them, by page.
    """

    drawable: frozenset[int]
    unseen: frozenset[int]
    unfilled: bool
    words: dict[int, str] = field(default_factory=dict)


def find(pdf: pikepdf.Pdf) -> Marks:
    """Look at every annotation of a document that is not changed yet."""
    notes = [[(_kind(note), note) for note in _notes(page)] for page in pdf.pages]
    kinds = [[kind for kind, _ in found] for found in notes]
    words = [[_words(note) for kind, note in found if kind == "drawable"] for found in notes]
    return Marks(
        drawable=frozenset(
            at for at, found in enumerate(kinds) if {"drawable", "field"} & set(found)
        ),
        unseen=frozenset(at for at, found in enumerate(kinds) if "unseen" in found),
        unfilled=any("field" in found for found in kinds),
        words={
            at: "\n".join(said)
            for at, found in enumerate(words)
            if (said := list(filter(None, found)))
        },
    )


def _notes(page: pikepdf.Page) -> list[Dictionary]:
    notes = page.obj.get(Name.Annots)
    if not isinstance(notes, Array):
        return []
    return [note for note in notes if isinstance(note, Dictionary)]


def _kind(note: Dictionary) -> str:
    """Return "drawable", "field" or "unseen", empty for what shows itself or never shows."""
    subtype = str(note.get(Name.Subtype, ""))
    if _flags_of(note) & _HIDDEN or subtype in _NEVER_SHOWN:
        return ""
    if subtype == "/Text":  # an icon on the page; its words are in a window of the reader
        return "unseen" if str(note.get(Name.Contents, "")).strip() else ""
    look = note.get(Name.AP)
    if isinstance(look, Dictionary) and Name.N in look:
        return ""
    if subtype == "/Widget":
        return _kind_of_field(note)
    if subtype == "/FreeText" and not _is_latin(str(note.get(Name.Contents, ""))):
        return "unseen"  # an empty box would be drawn
    return "drawable" if subtype in _DRAWN_BY_PDFIUM else "unseen"


def _is_latin(text: str) -> bool:
    """Return whether the standard faces have every letter (ISO 32000-1, annex D)."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _words(note: Dictionary) -> str:
    """Return what a text box says; the contents of other marks stand in a window of the reader."""
    if note.get(Name.Subtype) != Name.FreeText:
        return ""
    contents = note.get(Name.Contents, "")
    return str(contents).strip() if isinstance(contents, (pikepdf.String, str)) else ""


def _flags_of(note: Dictionary) -> int:
    """Return what hides a note; what is no number hides nothing."""
    flags = note.get(Name.F, 0)
    return flags if isinstance(flags, int) else 0


def _kind_of_field(note: Dictionary) -> str:
    """Return how the value of a form's field can be shown: only in Latin letters."""
    kind, value = _inherited(note, Name.FT), _inherited(note, Name.V)
    if value is None or kind == Name.Sig or not str(value).strip() or value == Name.Off:
        return ""
    return "field" if str(value).isascii() else "unseen"


def _inherited(field: Dictionary, key: Name) -> pikepdf.Object | None:
    """Return a field's own or inherited value (ISO 32000-1, 12.7.3.1)."""
    for _ in range(_DEEPEST):
        if key in field:
            return field[key]
        parent = field.get(Name.Parent)
        if not isinstance(parent, Dictionary):
            break
        field = parent
    return None
