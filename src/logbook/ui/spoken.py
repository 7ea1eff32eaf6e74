"""What screen readers are told of parts that Qt takes for something else.

Qt finds a role by the class that a part is made of: a page of the rail would be a check box, a fact
in a pill a button. A part says its own with an attribute or a property:

    spoken_as = "PageTab"  # a name in QAccessible.Role, or "" for what Qt would say

A reader that runs already asks for a part while it is still being made, so what is told here
follows what the part becomes.
"""

from __future__ import annotations

import weakref
from typing import Any, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget
from shiboken6 import isValid

_CHOSEN: Final = frozenset(
    {QAccessible.Role.PageTab}
)  # of several one is selected, where others are checked


class Spoken(QAccessibleWidget):
    """A part with a role of its own; a button is pressed, named and lit as Qt's own are.

    Qt deletes it with its part. The part is not held by it: Python's half stays longer.
    """

    def __init__(self, part: QWidget) -> None:
        super().__init__(part, QAccessible.Role.Client)
        self._part = weakref.ref(part)

    def role(self) -> QAccessible.Role:
        """Return what it is now."""
        part = self._alive()
        own = getattr(part, "spoken_as", "")
        if own:
            return QAccessible.Role[own]
        if isinstance(part, QAbstractButton):
            return QAccessible.Role.CheckBox if part.isCheckable() else QAccessible.Role.Button
        return QAccessible.Role.StaticText if isinstance(part, QLabel) else super().role()

    def text(self, kind: QAccessible.Text, /) -> str:
        """Return its name, a button's words where nobody gave it another; and the rest."""
        said = super().text(kind)
        part = self._alive()
        if (
            not said
            and kind == QAccessible.Text.Name
            and isinstance(part, (QAbstractButton, QLabel))
        ):
            return part.text()
        return said

    def state(self) -> QAccessible.State:
        """Return what holds now."""
        now = super().state()
        button = self._button()
        if button is None:
            return now
        now.pressed = button.isDown()
        if button.isCheckable() and self.role() in _CHOSEN:
            now.selectable, now.selected = True, button.isChecked()
        elif button.isCheckable():
            now.checkable, now.checked = True, button.isChecked()
            if self.role() == QAccessible.Role.Button:
                now.expandable, now.expanded = True, button.isChecked()
        return now

    def actionNames(self) -> list[str]:
        """Return what can be done with it."""
        button = self._button()
        found = list(super().actionNames())
        if button is not None and button.isEnabled():
            found.insert(0, QAccessibleActionInterface.pressAction())
        return found

    def doAction(self, name: str, /) -> None:
        """Press it, or give it the focus."""
        button = self._button()
        if button is not None and name == QAccessibleActionInterface.pressAction():
            button.click()
        else:
            super().doAction(name)

    def keyBindingsForAction(self, name: str, /) -> list[str]:
        """Return no keys: a button tells its own in its description."""
        del name
        return []

    def _alive(self) -> QWidget | None:
        """Return the part; while Qt takes it down, it is asked for once more."""
        part = self._part()
        return part if part is not None and isValid(part) else None

    def _button(self) -> QAbstractButton | None:
        part = self._alive()
        return part if isinstance(part, QAbstractButton) else None


def speak_of_parts() -> None:
    """Let Qt ask for the roles of parts, from now on and once for the process."""
    if not _asked:
        _asked.append(_tell)
        QAccessible.installFactory(_tell)


_asked: list[Any] = []


def _tell(kind: str, part: QObject) -> Spoken | None:
    """Answer Qt, which asks with the class of a part and then with each one above it."""
    is_ours = type(part).__name__ == kind and hasattr(type(part), "spoken_as")
    return Spoken(part) if is_ours and isinstance(part, QWidget) else None
