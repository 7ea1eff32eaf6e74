import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from logbook import errors
from logbook.ui.dialogs.bug_window import BugWindow
from logbook.ui.failures import BugHook, bug_report, tone_for, words_for
from logbook.ui.widgets.tone import Tone

SECRET = "she said that he would come back"


def test_titles_in_the_window_have_no_full_stop() -> None:
    words = words_for(errors.DiskFull())
    assert words.title == "The disk is full"
    assert words.do.endswith(".")


@pytest.mark.parametrize(
    ("error", "tone"),
    [
        (errors.WrongPassphrase(), Tone.WARNING),
        (errors.DiskFull(), Tone.WARNING),
        (errors.DatabaseDamaged(), Tone.DANGER),
        (errors.OriginalDamaged(), Tone.DANGER),
        (errors.DamagedContainer(), Tone.WARNING),
    ],
)
def test_red_is_for_loss_and_mismatch_only(error: errors.LogbookError, tone: Tone) -> None:
    assert tone_for(error) is tone


def _fail_with_words(private_words: str) -> None:
    raise ValueError(private_words)


def test_a_report_says_where_and_never_what_a_person_wrote() -> None:
    try:
        _fail_with_words(SECRET)
    except ValueError as error:
        report = bug_report(type(error), error.__traceback__)
    assert "_fail_with_words" in report
    assert report.endswith("builtins.ValueError")
    assert SECRET not in report


def test_an_exception_on_another_thread_is_caught_too(qtbot: QtBot) -> None:
    hook = BugHook()
    hook.install()
    try:
        with qtbot.waitSignal(hook.caught) as caught:
            thread = threading.Thread(target=_fail_with_words, args=(SECRET,))
            thread.start()
            thread.join()
        assert caught.args is not None
        assert SECRET not in caught.args[0]
    finally:
        hook.remove()
    assert sys.excepthook is sys.__excepthook__


def test_the_report_is_saved_where_the_person_says_and_nowhere_else(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = BugWindow("version and place")
    qtbot.addWidget(window)
    window.save_to(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text() == "version and place\n"
    window.save_to(tmp_path / "no such folder" / "report.txt")
    assert "Not saved" in window.text.toPlainText()
