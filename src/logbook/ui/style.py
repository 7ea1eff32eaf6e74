"""The look in use: theme and text size, turned into colours, fonts, pixels and one stylesheet."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QBoxLayout, QLayout, QWidget

from logbook import assets
from logbook.ui import icons
from logbook.ui.dressing import Dressing, Gap, fit_layout, fit_widget
from logbook.ui.fonts import role_font
from logbook.ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap

    from logbook.ui.turns import Step

CONTROL_SHARE = 0.45  # how much of the text scale controls and gaps follow
_QWIDGETSIZE_MAX = 16_777_215  # Qt's own word for no limit
_PLACE = re.compile(r"@(?:(px|sp)\((\d+)\)|([a-z][a-z0-9-]*))")


class Theme(StrEnum):
    """Which colours to use."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


# With more contrast, tones that only decorate become edges, and quiet words become plain ones.
_CONTRAST = {
    "text-2": "text",
    "text-3": "text",
    "text-disabled": "text-3",
    "line": "field-line",
    "line-strong": "field-line",
    "field-line": "text-2",
    "hover": "line",
    "canvas": "surface",
    "sunken": "surface",
    "rail": "surface",
}
_USUAL_SPACING = 1.6  # of reading text: 24 px to 15 px (DESIGN 6.3)
_USUAL_FLASH_MS = 1000  # of the cursor


class Look(QObject):
    """Theme, text scale and what else was chosen of the look; `changed` tells painters."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = Theme.SYSTEM
        self.scale = 1.0
        self.contrast = False
        self.less_motion = False
        self.line_spacing = _USUAL_SPACING
        self.serif = False
        self.dressing = Dressing(self)
        self._worn: tuple[object, ...] = ()
        self._effects: list[Qt.UIEffect] = []  # of the system, that are off for less movement
        self._sheets: dict[bool, str] = {}
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, bool], QFont] = {}

    @property
    def dark(self) -> bool:
        """True when dark colours are shown."""
        if self.theme is Theme.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.theme is Theme.DARK

    @property
    def more_contrast(self) -> bool:
        """True when the person or the system asks for more contrast."""
        if self.contrast:
            return True
        hints = QGuiApplication.styleHints()  # held: what it hands out dies with it (PySide 6.11)
        wanted = hints.accessibility().contrastPreference()
        return bool(wanted == Qt.ContrastPreference.HighContrast)

    def follow_system(self) -> None:
        """Change with the system's colours and contrast from now on."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self.apply)

    def use(self, *, theme: Theme | None = None, scale: float | None = None) -> None:
        """Choose a theme or a text scale (0.9 to 2.0) and show it everywhere."""
        self.wear(theme=theme, scale=scale)

    def wear(
        self,
        *,
        theme: Theme | None = None,
        scale: float | None = None,
        spacing: float | None = None,
        serif: bool | None = None,
        contrast: bool | None = None,
        less_motion: bool | None = None,
    ) -> None:
        """Choose any of it: also the room between lines of reading text (1.0 to 2.0)."""
        self.theme = theme or self.theme
        if scale is not None:
            self.scale = min(max(scale, tokens().zoom_steps[0]), tokens().zoom_steps[-1])
        if spacing is not None:
            self.line_spacing = min(max(spacing, 1.0), 2.0)
        self.serif = self.serif if serif is None else serif
        self.contrast = self.contrast if contrast is None else contrast
        self.less_motion = self.less_motion if less_motion is None else less_motion
        if self._state() != self._worn:  # it takes 30 ms, which an opened book would wait for
            self.apply()

    def step_scale(self, steps: int) -> None:
        """Go up or down the ladder of text sizes; 0 goes back to 100 %."""
        ladder = tokens().zoom_steps
        nearest = min(range(len(ladder)), key=lambda at: abs(ladder[at] - self.scale))
        at = ladder.index(1.0) if steps == 0 else min(max(nearest + steps, 0), len(ladder) - 1)
        self.use(scale=ladder[at])

    def _state(self) -> tuple[object, ...]:
        chosen = (self.theme, self.scale, self.line_spacing, self.serif)
        return (*chosen, self.contrast, self.less_motion, self.dark)

    def apply(self) -> None:
        """Rebuild palette, fonts and stylesheet, and tell everyone.

        In a running program it goes on in later turns of the loop; see `Dressing.in_turns`.
        """
        self._worn = self._state()
        self._colours.clear()
        self._fonts.clear()
        self._sheets.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            steps: list[Step] = [
                lambda: app.setPalette(self._palette()),
                lambda: self._calm(app),
                lambda: self.font("reading"),  # may load a face, 20 ms
                lambda: app.setFont(self.font("body")),
            ]
            self.dressing.dress_again(app, steps, self.changed.emit)
        else:
            self.changed.emit()

    def _calm(self, app: QApplication) -> None:
        """Let nothing blink, slide or fade when the person asks for less of it."""
        app.setCursorFlashTime(0 if self.less_motion else _USUAL_FLASH_MS)
        if self.less_motion:
            self._effects += [one for one in Qt.UIEffect if app.isEffectEnabled(one)]
            for effect in self._effects:
                app.setEffectEnabled(effect, False)
        else:
            while self._effects:
                app.setEffectEnabled(self._effects.pop())

    def dress(self, part: QWidget) -> None:
        """Put the stylesheet on a part of a window, now and after every change of the look.

        Not on the application: while that has one, a widget and all its parts are looked up in it
        anew each time it gets a parent, which takes half the building of a page.
        """
        self.dressing.dress(part)

    def color(self, name: str) -> QColor:
        """Return a colour of the theme by its token; an unknown name is a bug."""
        found = self._colours.get(name)
        if found is None:
            book = tokens().dark if self.dark else tokens().light
            token = _CONTRAST.get(name, name) if self.more_contrast else name
            found = self._colours[name] = QColor(book[token])
        return found

    def font(self, role: str, *, distinct: bool = False) -> QFont:
        """Return the font of a text role at the text scale."""
        found = self._fonts.get((role, distinct))
        if found is None:
            kind = tokens().roles[role]
            found = self._fonts[role, distinct] = role_font(
                kind,
                self.sp(kind.size_px),
                distinct=distinct,
                serif=self.serif and role == "reading",
            )
        return QFont(found)

    def line_px(self, role: str) -> int:
        """Return the height of one line of a text role."""
        if role == "reading":
            return self.sp(tokens().roles[role].size_px * self.line_spacing)
        return self.sp(tokens().roles[role].line_px)

    def sp(self, size_px: float) -> int:
        """Scale a size of text."""
        return round(size_px * self.scale)

    def px(self, size_px: float) -> int:
        """Scale a gap or a control."""
        return round(size_px * (1 + (self.scale - 1) * CONTROL_SHARE))

    def sheet(self) -> str:
        """Return the stylesheet with every token filled in."""

        def fill(place: re.Match[str]) -> str:
            measure, number, name = place.groups()
            if measure:
                return f"{getattr(self, measure)(int(number))}px"
            if name == "end":  # where lines end: a stylesheet does not turn round by itself
                return "left" if mirrored else "right"
            return self.color(name).name()

        mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        found = self._sheets.get(mirrored)
        if found is None:
            found = self._sheets[mirrored] = _PLACE.sub(fill, _template())
        return found

    def _palette(self) -> QPalette:
        palette = QPalette()
        groups = QPalette.ColorRole
        for role, name in (
            (groups.Window, "canvas"),
            (groups.WindowText, "text"),
            (groups.Base, "surface"),
            (groups.AlternateBase, "sunken"),
            (groups.Text, "text"),
            (groups.Button, "surface"),
            (groups.ButtonText, "text"),
            (groups.ToolTipBase, "ink"),
            (groups.ToolTipText, "on-ink"),
            (groups.PlaceholderText, "text-3"),
            (groups.Highlight, "accent"),
            (groups.HighlightedText, "on-accent"),
            (groups.Link, "accent-text"),
            (groups.LinkVisited, "accent-text"),
            (groups.Accent, "accent"),
            (groups.Mid, "line"),
            (groups.Light, "surface"),
            (groups.Dark, "line-strong"),
            (groups.Shadow, "scrim"),
        ):
            palette.setColor(role, self.color(name))
        for role in (groups.Text, groups.WindowText, groups.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("text-disabled"))
        return palette

    def _system_changed(self) -> None:
        if self.theme is Theme.SYSTEM:
            self.apply()


@cache
def look() -> Look:
    """Return the one look of this process."""
    return Look()


def px(size_px: float) -> int:
    """Scale a gap or a control to the text size in use."""
    return look().px(size_px)


def sp(size_px: float) -> int:
    """Scale a size of text to the text size in use."""
    return look().sp(size_px)


def color(name: str) -> QColor:
    """Return a colour of the theme in use by its token."""
    return look().color(name)


def font(role: str, *, distinct: bool = False) -> QFont:
    """Return the font of a text role at the text size in use."""
    return look().font(role, distinct=distinct)


def strong_font(role: str) -> QFont:
    """Return the font of a text role in half bold; see `role_font` for why it is an axis."""
    found = font(role)
    found.setVariableAxis(QFont.Tag("wght"), 600.0)
    return found


def icon(name: str, colour: str = "text-2", size_px: int = 18) -> QIcon:
    """Return an icon in a token's colour; `size_px` is its size at 100 %."""
    return icons.icon(name, color(colour), px(size_px))


def pixmap(name: str, colour: str = "text-2", size_px: int = 18) -> QPixmap:
    """Return a cached icon in a token's colour; `size_px` is its size at 100 %."""
    return icons.pixmap(name, color(colour), px(size_px))


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget the font of a text role, now and after every change of the text size."""
    widget.setProperty("role", role)
    widget.setFont(font(role))


def wear_roles(widget: QWidget) -> None:
    """Give a widget that got another parent, and its parts, the fonts of their roles again.

    Qt takes fonts that were set under a stylesheet back when a widget moves (`QStyleSheetStyle`).
    """
    for part in (widget, *widget.findChildren(QWidget)):
        role = part.property("role")
        if isinstance(role, str):
            part.setFont(font(role))


def set_variant(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the stylesheet reads, and have it read again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def spaced(
    layout: QLayout, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> None:
    """Set margins (left, top, right, bottom) and gap of a layout, in pixels at 100 %."""
    layout.setProperty("spaced", [*margins, gap])
    fit_layout(look(), layout)


def sized(widget: QWidget, *, width: int | None = None, height: int | None = None) -> None:
    """Fix the width or height of a widget, in pixels at 100 %."""
    widget.setProperty("sized", [width or 0, height or 0])
    fit_widget(look(), widget)


def unsized(widget: QWidget) -> None:
    """Let a widget have any size again, whatever `sized`, `limited` or `at_least` asked for."""
    for kept in ("sized", "limited", "at_least"):
        widget.setProperty(kept, None)
    widget.setMinimumSize(0, 0)
    widget.setMaximumSize(_QWIDGETSIZE_MAX, _QWIDGETSIZE_MAX)


def limited(widget: QWidget, *, width: int = 0, height: int = 0) -> None:
    """Set the largest width or height of a widget, in pixels at 100 %."""
    widget.setProperty("limited", [width, height])
    fit_widget(look(), widget)


def at_least(widget: QWidget, *, width: int = 0, height: int = 0) -> None:
    """Set the smallest width or height of a widget, in pixels at 100 %."""
    widget.setProperty("at_least", [width, height])
    fit_widget(look(), widget)


def add_gap(box: QBoxLayout, size: int) -> None:
    """Add room at the end of a box, in pixels at 100 %."""
    box.addItem(Gap(box, size))
    box.setProperty("gaps", True)
    fit_layout(look(), box)


def beside_bar(layout: QLayout, *, there: bool) -> None:
    """Have a scroll bar stand in the margin at the end of what `spaced` gave, where one is."""
    layout.setProperty("beside_bar", there)
    fit_layout(look(), layout)


@cache
def _template() -> str:
    return assets.resource("style.qss").read_text("utf-8")
