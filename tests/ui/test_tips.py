"""Tooltips never read what they show as markup."""

import pytest
from PySide6.QtGui import QTextDocument

from logbook.ui.tips import plain_tip
from logbook.ui.widgets.text import Text


@pytest.mark.parametrize(
    "words",
    [
        "<img src='file:///etc/hostname'>",
        "a <b>name</b>.jpg\nsecond line",
        "<!doctype html><p>one</p>",
        "5 < 6 & 7 > 2",
        "&lt;b&gt;",
        "plain words\nin two lines",
    ],
)
def test_words_are_shown_letter_by_letter(qapp: object, words: str) -> None:
    del qapp
    shown = plain_tip(words)
    document = QTextDocument()
    if shown.startswith("<qt>"):
        document.setHtml(shown)
    else:
        document.setPlainText(shown)
    assert document.toPlainText() == words


def test_a_label_that_is_cut_shows_its_words_and_no_page(qapp: object) -> None:
    del qapp
    label = Text("<b>a very long name of a file</b>", elide=True)
    label.resize(40, 20)
    label.grab()
    assert label.toolTip() == plain_tip(label.text())
    assert label.toolTip().startswith("<qt>&lt;b&gt;")
