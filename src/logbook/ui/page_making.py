"""Makes the pages of an open book: all of one at once, or piece by piece before it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import TYPE_CHECKING

from logbook.ui.style import look

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.page import Page


class PageMaking:
    """Keeps what was made ahead: pages that were never shown, and parts of such as are not made.

    `put_in` gives a page its place among the others; then it is dressed. Each piece is one of
    these, or the page itself, or a part of it, so that none takes longer than a frame or two.
    """

    def __init__(
        self, kinds: Mapping[str, type[Page]], desk: Desk, put_in: Callable[[Page], object]
    ) -> None:
        self._kinds = kinds
        self._desk = desk
        self._put_in = put_in
        self._made: dict[str, Page] = {}
        self._last: Page | None = None  # made last
        self._left: list[Callable[[], object]] = []  # what is to be done with it

    def make_piece(self, shown: Collection[str]) -> bool:
        """Do one piece for a page that was not shown yet; False: there is none left."""
        if self._left:
            self._left.pop(0)()
            return True
        for page_id, kind in self._kinds.items():
            if page_id in shown or page_id in self._made:
                continue
            part = next((one for one in kind.heavy if one not in self._desk.spares), None)
            if part is not None:
                self._desk.spares[part] = kind.make_part(part, self._desk)
            else:
                self._made[page_id] = self._make(kind)
            return True
        return any(page.build_more() for page in self._made.values())

    def take(self, page_id: str) -> Page:
        """Return a page in its place, made now where it was not."""
        page = self._made.pop(page_id, None)
        if page is None:
            self._finish()  # what is half done is somebody else's
            page = self._make(self._kinds[page_id])
        if page is self._last:
            self._finish()
        return page

    def _make(self, kind: type[Page]) -> Page:
        page = self._last = kind(self._desk)
        self._left = [partial(self._put_in, page), partial(look().dress, page)]
        return page

    def _finish(self) -> None:
        while self._left:
            self._left.pop(0)()
