"""The tools over the pages of a report take one line wherever it is long enough."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui.style import look
from logbook.ui.widgets.report_tools import ReportTools


def _stand_in_one_line(tools: ReportTools) -> bool:
    return tools._box.direction() is QBoxLayout.Direction.LeftToRight


def test_the_two_groups_stand_in_one_line_again_once_they_fit(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tools = ReportTools()
    QVBoxLayout(window).addWidget(tools)
    tools.say_page(0, 42)
    window.show()
    first, last = tools._groups
    around = tools._box.contentsMargins()
    window.resize(first.sizeHint().width() + last.sizeHint().width() + 120, 90)
    assert around.left() + around.right() < 60
    qtbot.waitUntil(lambda: _stand_in_one_line(tools))
    look().use(scale=2.0)
    qtbot.waitUntil(lambda: not _stand_in_one_line(tools))
    look().use(scale=1.0)
    qtbot.waitUntil(lambda: _stand_in_one_line(tools))
