"""About: which version this is, what it is made of, and that it keeps to this computer."""

from __future__ import annotations

from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from logbook import APP_NAME, __version__
from logbook.i18n import translate
from logbook.ui.settings.section import SettingsSection
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.window_note import WindowNote

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_LONGEST_LICENCE = 60


class Part(NamedTuple):
    """A library or face that is shipped with the program; an unknown licence is empty."""

    name: str
    version: str
    licence: str


class AboutSection(SettingsSection):
    """The last section; nothing in it can be changed."""

    section_id: ClassVar[str] = "about"
    order: ClassVar[int] = 8
    icon: ClassVar[str] = "info"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        card = self.add_card(
            APP_NAME, translate("Settings", "Version {version}", version=__version__)
        )
        for icon, words in (
            ("shield-check", translate("Settings", "Nothing leaves this computer by itself.")),
            (
                "globe-simple",
                translate(
                    "Settings",
                    "The program never connects to a network, and never looks for updates.",
                ),
            ),
            (
                "hard-drives",
                translate(
                    "Settings",
                    "What you write is kept in your book, locked with"
                    " your passphrase, and nowhere else.",
                ),
            ),
        ):
            card.add(WindowNote(icon, words, "body", "text-2", size_px=18), gap_px=10)
        self._parts = self.add_card(
            translate("Settings", "What it is made of"),
            translate("Settings", "Free software by others, each under its own licence."),
        )
        self._listed = False

    @classmethod
    def title(cls) -> str:
        return translate("Settings", "About")

    def on_show(self) -> None:
        """List the parts; what the packages say is read beside the window."""
        if not self._listed:
            self._listed = True
            self.desk.in_pool(parts, then=self._list)

    def _list(self, found: tuple[Part, ...]) -> None:
        for part in found:
            self._parts.add(Text(f"{part.name} {part.version}", "label", wrap=True), gap_px=8)
            licence = part.licence or translate(
                "Settings", "Its licence lies beside it in the program’s folder."
            )
            self._parts.add(Text(licence, "small", "text-2", wrap=True), gap_px=0)


# A part of another package, with a licence of its own that the package does not state.
_FFMPEG = ("PySide6_Addons", Part("FFmpeg", "7.1", "LGPL-2.1-or-later"))


@cache
def parts() -> tuple[Part, ...]:
    """Return what the program needs to run, with licences as the packages state them."""
    found = []
    for name in _needed():
        try:
            facts = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue  # not on this system
        found.append(Part(facts["Name"], facts["Version"], _licence(facts)))
    if any(part.name == _FFMPEG[0] for part in found):
        found.append(_FFMPEG[1])
    return tuple(sorted(found, key=lambda part: part.name.casefold()))


def _needed() -> list[str]:
    try:
        wanted = metadata.requires("logbook") or []
    except metadata.PackageNotFoundError:
        return []
    plain = [line for line in wanted if "extra ==" not in line]
    return [_name_of(line) for line in plain]


def _name_of(requirement: str) -> str:
    end = next((at for at, sign in enumerate(requirement) if sign in " =<>!~;["), None)
    return requirement[:end]


def _licence(facts: metadata.PackageMetadata) -> str:
    said = next((facts[key] for key in ("License-Expression", "License") if key in facts), "")
    if said and len(said) <= _LONGEST_LICENCE and "\n" not in said:
        return said
    for line in facts.get_all("Classifier") or []:
        if line.startswith("License ::"):
            return str(line.rsplit("::", 1)[-1]).strip()
    return ""
