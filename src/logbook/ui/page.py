"""What every page is: the shell asks it for its title, its actions and where the cursor goes.

A page is one new file in `ui/pages` with one subclass of `Page` that has a `page_id`; the shell
finds it there. A page with `nav` appears in the rail, the others are reached from pages.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from logbook.ui import pages
from logbook.ui.style import look

if TYPE_CHECKING:
    from logbook.ui.desk import Desk


Part = TypeVar("Part", bound=QWidget)


class Section(IntEnum):
    """The groups of the rail, top to bottom."""

    RECORD = 0
    CONTEXT = 1
    OUTPUT = 2
    FOOT = 3  # below the stretch, beside Lock


@dataclass(frozen=True, slots=True)
class NavItem:
    """A page's place in the rail; `label` is already in the person's language."""

    icon: str
    label: str
    order: int
    section: Section = Section.RECORD


class Page(QWidget):
    """One page of the open book. Build the widgets in `__init__`, load data in `on_show`.

    `bar_changed` asks the shell to read title, subtitle, actions, primary and status again.
    """

    bar_changed = Signal()

    page_id: ClassVar[str] = ""
    help_id: ClassVar[str] = ""
    rail_page: ClassVar[str] = ""  # which rail item is lit; empty: its own
    has_back: ClassVar[bool] = False  # an arrow before the title
    panes_wanted: ClassVar[int] = 1  # three: the rail turns compact below 1360 px
    # Parts that are made before the page, each in a piece of its own; True: they take the desk.
    heavy: ClassVar[Mapping[type[QWidget], bool]] = {}

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look().dressing.dress_in_parts(self)

    def part(self, kind: type[Part]) -> Part:
        """Return one of the heavy parts: made in rest, or else now."""
        made = self.desk.spares.pop(kind, None)
        return made if isinstance(made, kind) else self.make_part(kind, self.desk)

    @classmethod
    def make_part(cls, kind: type[Part], desk: Desk) -> Part:
        """Make one of the heavy parts."""
        make: Callable[..., Part] = kind
        return make(desk) if cls.heavy[kind] else make()

    @classmethod
    def nav(cls) -> NavItem | None:
        """Return the page's place in the rail, or None."""
        return None

    def title(self) -> str:
        """Return the title in the top bar."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """Return a quiet line below the title, such as "3 of 7"; the title is smaller then."""
        return ""

    def status_is_good(self) -> bool:
        """Tell whether the status says that something is done; then it gets a check mark."""
        return False

    def status(self) -> str:
        """Return the quiet words after the title, such as "Draft kept, 14:08"."""
        return ""

    def head_widget(self) -> QWidget | None:
        """Return a widget for the place after the title, such as the steps of a wizard."""
        return None

    def search_hint(self) -> str:
        """Return the words in the search box; empty: the page has no search."""
        return ""

    def search(self, words: str) -> None:
        """Show what matches; called while the person types."""

    def search_words(self) -> str:
        """Return the words that the page is cut to, for the search box when it comes back."""
        return ""

    def bar_actions(self) -> list[QWidget]:
        """Return the page's own buttons in the top bar, secondary ones first, made once."""
        return []

    def primary(self) -> QWidget | None:
        """Return the page's one primary button in the top bar, made once."""
        return None

    def main_button(self) -> QWidget | None:
        """Return what Ctrl+Enter presses: the primary button, wherever the page has it."""
        return self.primary()

    def footer(self) -> QWidget | None:
        """Return a bar for the foot of the page, made once."""
        return None

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through, in reading order."""
        return [self]

    def focus_target(self) -> QWidget | None:
        """Return where the cursor goes when the page is shown."""
        return None

    def can_go_back(self) -> bool:
        """Tell whether there is an arrow before the title now."""
        return self.has_back

    def step_back(self) -> bool:
        """Go one step back inside the page; False: Back leads to the page before this one."""
        return False

    def build_more(self) -> bool:
        """Build one more part that is not seen yet; False: there is none left.

        Called between two events while the person rests. What takes more than 20 ms to build and
        is not seen when the page is opened belongs here, and is built at once where it is needed.
        """
        return False

    def on_show(self, **arguments: object) -> None:
        """Load what is shown; `arguments` are those of `desk.go`."""

    def on_leave(self) -> None:
        """Called before another page is shown; drafts are kept here too."""

    def keep_draft(self) -> None:
        """Hand unsaved words to the vault's thread (`keep=True`), on hide, lock and quit."""

    def be_quiet(self) -> None:
        """Stop sound and video at once; the first thing that hiding does."""

    def place(self) -> dict[str, object]:
        """Return the arguments for `on_show` that bring the person back here after unlocking.

        Plain JSON values, numbers rather than words: they pass to the next process.
        """
        return {}

    def half_done(self) -> object:
        """Return what is in work here and kept nowhere, for `go_on` of the page in its place.

        Another language or look makes every page anew, in the same process: this never leaves it.
        None: nothing. The page is gone when it is used, so no widget may be in it.
        """
        return None

    def go_on(self, half_done: object) -> None:
        """Go on where the page before this one was, just after `__init__`."""
        del half_done

    def zoom(self, steps: int) -> bool:
        """Take Ctrl with plus (1), minus (-1) or 0; False: they change the size of all text."""
        del steps
        return False

    def take_files(self, untrusted_paths: list[Path]) -> bool:
        """Take dropped, pasted or chosen files; False: the shell offers them to a new entry."""
        del untrusted_paths
        return False

    def take_picture(self, picture: QImage) -> bool:
        """Take a picture from the clipboard; False as with files."""
        del picture
        return False

    def set_width(self, effective_px: int) -> None:
        """Adapt to the effective width: below 1100 a detail pane becomes a view with Back."""


def find_pages() -> dict[str, type[Page]]:
    """Return every page of the open book by its id, in the order of the rail."""
    found = {kind.page_id: kind for kind in _classes() if kind.page_id}
    return dict(sorted(found.items(), key=lambda pair: _order(pair[1])))


def _classes() -> Iterator[type[Page]]:
    for module in pkgutil.iter_modules(pages.__path__, pages.__name__ + "."):
        loaded = importlib.import_module(module.name)
        for kind in vars(loaded).values():
            if isinstance(kind, type) and issubclass(kind, Page) and kind.__module__ == module.name:
                yield kind


def _order(kind: type[Page]) -> tuple[int, int, str]:
    nav = kind.nav()
    return (nav.section, nav.order, kind.page_id) if nav else (len(Section), 0, kind.page_id)
