"""Where the person is in an open book, where they were, and what pages have in work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from logbook.ui.page import Page


class Stand(NamedTuple):
    """All of it, for the view that takes the place of another one in the same process."""

    page_id: str
    places: dict[str, dict[str, object]]
    trail: tuple[str, ...]
    half_done: dict[str, object]


class Whereabouts:
    """The way that Back leads, and what is kept for pages that are not built here yet."""

    def __init__(self) -> None:
        self._trail: list[str] = []
        self._places: dict[str, dict[str, object]] = {}
        self._half_done: dict[str, object] = {}

    def went_from(self, page_id: str) -> None:
        """Remember a page that Back leads to."""
        self._trail.append(page_id)

    def back(self) -> str:
        """Return the page before this one and forget it; empty: there is none."""
        return self._trail.pop() if self._trail else ""

    def begin_anew(self) -> None:
        """Forget the way: the person chose a page of the rail."""
        self._trail.clear()

    def take_place(self, page_id: str) -> dict[str, object]:
        """Return what tells a page where the person was on it, once."""
        return self._places.pop(page_id, {})

    def take_half_done(self, page_id: str) -> object:
        """Return what the page before this one had in work, once; None: nothing."""
        return self._half_done.pop(page_id, None)

    def stand(self, page_id: str, pages: Mapping[str, Page]) -> Stand:
        """Return where the person is now, with what the built pages say of themselves."""
        places = {name: page.place() for name, page in pages.items()}
        begun = {name: page.half_done() for name, page in pages.items()}
        half_done = {name: held for name, held in begun.items() if held is not None}
        return Stand(
            page_id,
            {**self._places, **places},
            tuple(self._trail),
            {**self._half_done, **half_done},
        )

    def stand_at(self, stand: Stand) -> None:
        """Go on from where another view was."""
        self._places, self._half_done = dict(stand.places), dict(stand.half_done)
        self._trail = list(stand.trail)
