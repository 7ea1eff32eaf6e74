from PySide6.QtGui import QGuiApplication

from logbook.ui.clipboard import Clipboard


def test_copied_words_are_marked_as_private() -> None:
    clipboard = Clipboard()
    clipboard.put("7K2M 9XQ4")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "7K2M 9XQ4"
    assert data.data("x-kde-passwordManagerHint") == b"secret"
    clipboard.clear()
    assert QGuiApplication.clipboard().text() == ""


def test_what_others_copied_since_stays() -> None:
    clipboard = Clipboard()
    clipboard.put("ours")
    QGuiApplication.clipboard().setText("theirs")
    clipboard.clear()
    assert QGuiApplication.clipboard().text() == "theirs"


def test_clearing_without_a_copy_touches_nothing() -> None:
    QGuiApplication.clipboard().setText("theirs")
    Clipboard().clear()
    assert QGuiApplication.clipboard().text() == "theirs"


def test_copied_words_are_taken_off_by_themselves_after_twenty_seconds() -> None:
    clipboard = Clipboard()
    clipboard.put("7K2M 9XQ4")
    assert clipboard._timer.isActive()
    assert clipboard._timer.isSingleShot()
    assert clipboard._timer.interval() == 20_000
    clipboard._timer.timeout.emit()
    assert QGuiApplication.clipboard().text() == ""
    assert not clipboard._timer.isActive()
