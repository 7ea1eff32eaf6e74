"""The window's locale: the language in use, in the region of the system."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from logbook import i18n
from logbook.ui import files
from logbook.ui.tongue import first_weekday, locale_in, use_language, use_week
from logbook.ui.widgets.button import IconButton
from logbook.ui.widgets.key_cap import keys_in_words


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    del qapp
    yield
    use_language("en")
    use_week()


@pytest.mark.parametrize(
    ("language", "system", "name"),
    [
        ("en", "en_GB", "en_GB"),
        ("es", "es_MX", "es_MX"),
        ("es", "en_US", "es_US"),
        ("es", "de_DE", "es_ES"),  # nobody counts in Spanish in Germany by its own rules
        ("es", "C", "es_ES"),
        ("en", "es_ES", "en_ES"),
        ("ar", "ar_EG", "ar_EG"),
    ],
)
def test_a_language_is_spoken_in_the_region_of_the_system(
    language: str, system: str, name: str
) -> None:
    found = locale_in(language, QLocale(system))
    assert found.language() == QLocale(name).language()
    if name != "en_ES":  # which Qt may or may not know
        assert found.name() == name


@pytest.mark.parametrize("system", ["en_US", "es_MX", "es_ES", "de_DE", "C", "es_AR"])
def test_words_and_numbers_of_the_window_agree(system: str) -> None:
    region = QLocale.territoryToCode(QLocale(system).territory())
    window = locale_in("es", QLocale(system))
    with i18n.speaking(f"es_{region}"):
        for value in (1234, 12345, 1_234_567):
            assert i18n.figures(value) == window.toString(value)


def test_a_person_in_the_united_states_has_its_week_and_paper_in_spanish() -> None:
    window = locale_in("es", QLocale("en_US"))
    assert window.firstDayOfWeek() == Qt.DayOfWeek.Sunday
    assert window.measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem


def test_keys_are_called_as_on_the_keyboards_of_the_language() -> None:
    assert keys_in_words("Alt+Left") == "Alt+Left"
    use_language("es")
    assert keys_in_words("Ctrl+Shift+A") == "Ctrl+Mayús+A"
    assert keys_in_words("PgUp, PgDn") == "RePág, AvPág"
    assert keys_in_words("Ctrl+1 … 9") == "Ctrl+1 … 9"
    assert IconButton("x", "Atrás", key="Alt+Left").toolTip() == "Atrás (Alt+Izquierda)"


def test_parts_that_qt_brings_speak_the_language_too(qapp: QApplication) -> None:
    def said() -> str:
        return QCoreApplication.translate("QWidgetTextControl", "Select All")

    for _ in range(2):
        use_language("es")
        assert said() == "Seleccionar todo"
        use_language("en")
        assert said() == "Select All"
    assert qapp.findChildren(QTranslator, "words of Qt") == []


def test_the_file_dialog_uses_the_words_of_the_program(qtbot: QtBot) -> None:
    use_language("es")
    window = QWidget()
    qtbot.addWidget(window)
    dialog = files.choose_folder(window, lambda _path: None)
    label = QFileDialog.DialogLabel.FileName
    assert dialog.labelText(label) == "Nombre del archivo"
    assert dialog.labelText(QFileDialog.DialogLabel.Reject).replace("&", "") == "Cancelar"
    dialog.reject()


def test_weeks_begin_as_in_the_region_until_another_day_is_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for region, first in (("en_US", 6), ("en_GB", 0), ("ar_EG", 5)):
        monkeypatch.setattr("logbook.ui.tongue.locale", lambda name=region: QLocale(name))
        use_week()
        assert first_weekday() == first
        use_week(1)
        assert first_weekday() == 0
    use_week(9)  # of another version: as the region has it
    assert first_weekday() == 5
