"""All that the window is for, in one sitting, by real keys, mouse and clipboard.

Written, pasted, brought in and printed with the hands; then hidden, opened again and asked. Nothing
here knows a widget, and nothing is a double.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image

pytestmark = pytest.mark.slow

ON_PAPER = (900, 175)  # in the margin of the page that the report builder shows
WHITE = range(254, 256)
HAPPENED = "He stood across the street for an hour."
SAID = "I know which tram you take"
CHAT = f"""13/04/2026, 18:02 - Dale: {SAID}
13/04/2026, 18:03 - Dale: Answer me
13/04/2026, 18:20 - Robin: Stop writing to me
14/04/2026, 07:55 - Dale: You were late today
"""


@pytest.fixture
def chat(program: Any) -> Path:
    """An export that the person has saved somewhere."""
    path: Path = program.folder / "WhatsApp Chat with Dale.txt"
    path.write_text(CHAT, encoding="utf-8")
    return path


def test_a_record_is_made_with_the_hands_and_found_again(
    window: Any, screen: Any, program: Any, chat: Path
) -> None:
    window.set_up("Up")  # only me: the plain names of pages
    write_with_a_picture(window, screen)
    bring_in(window, screen, chat)
    report = program.folder / "for the hearing.pdf"
    save_a_report(screen, report)
    assert screen.windows == 1, "none says that the program made a mistake"
    with screen.changing("real-hidden"):
        screen.press("Shift_L", "Shift_L", "Shift_L")
    window.ended()
    window.start("real-lock-screen")
    window.unlock("real-unlocked")
    with screen.changing("real-found"):
        screen.press("ctrl+f")
        screen.type("street")
    assert screen.windows == 1
    with screen.changing("real-hidden-again"):
        screen.press("Shift_L", "Shift_L", "Shift_L")
    window.ended()
    (entry,) = (one for one in window.ask("entry", "list")["entries"] if one["text"] == HAPPENED)
    (file,) = entry["evidence"]
    assert file["media_type"] == "image/png"
    assert SAID in {one["text"] for one in window.ask("messages")["messages"]}
    assert window.ask("check")["ok"]
    text = "".join(page.extract_text() for page in pypdf.PdfReader(report).pages)
    assert HAPPENED in " ".join(text.split())
    only_what_was_chosen_is_outside(window, program, {"words.txt", chat.name, report.name})


def write_with_a_picture(window: Any, screen: Any) -> None:
    with screen.changing("real-written"):
        screen.type(HAPPENED)
    with screen.changing("real-pasted"):
        out = BytesIO()
        Image.new("RGB", (640, 400), "teal").save(out, "PNG")
        screen.copy(out.getvalue(), "image/png")
        screen.press("ctrl+v")
    before = window.saves
    with screen.changing("real-saved"):
        screen.press("ctrl+Return")
        screen.wait_until(lambda: window.saves != before, "the entry is saved")


def bring_in(window: Any, screen: Any, chat: Path) -> None:
    go_to(screen, "Messages")
    with screen.changing("real-import"):
        screen.press("ctrl+Return")  # nothing is there yet, so the page offers that first
    page = screen.focus
    with screen.changing("real-file-dialog"):
        screen.press("Return")  # the button that chooses a file has the focus
        screen.wait_until(lambda: screen.focus != page, "keys go to the dialog")
    with screen.changing("real-looked-at"):
        screen.type(str(chat))
        screen.press("Return")
        screen.wait_until(lambda: screen.focus == page, "the dialog is closed")
    with screen.changing("real-choose"):
        screen.press("ctrl+Return")
    with screen.changing("real-all"):
        screen.press("ctrl+a")
    before = window.saves
    with screen.changing("real-brought-in"):
        screen.press("ctrl+Return")
        screen.wait_until(lambda: window.saves != before, "the messages are kept")


def save_a_report(screen: Any, target: Path) -> None:
    go_to(screen, "Reports")
    with screen.changing("real-report"):
        screen.press("ctrl+Return")
        screen.wait_until(lambda: screen.has(ON_PAPER, WHITE), "the first page is shown")
    with screen.changing("real-report-asked"):
        screen.press("ctrl+Return")
    page = screen.focus
    with screen.changing("real-report-place"):
        screen.press("Tab", "Return")  # what is left to look at does not stop anyone
        screen.wait_until(lambda: screen.focus != page, "keys go to the dialog")
    with screen.changing("real-report-saved"):
        screen.press("ctrl+a")
        screen.type(str(target))
        screen.press("Return")
        screen.wait_until(target.exists, "the report is there")


def go_to(screen: Any, page: str) -> None:
    """Go to a page as one does without a mouse."""
    with screen.changing(f"real-go-to-{page.split(maxsplit=1)[0].lower()}"):
        screen.press("ctrl+k")
        screen.wait_until_calm()
        screen.type(page)
        screen.wait_until_calm()
        screen.press("Return")


def only_what_was_chosen_is_outside(window: Any, program: Any, names: set[str]) -> None:
    files = [path for path in program.folder.rglob("*") if path.is_file()]
    outside = {path for path in files if window.book not in path.parents}
    assert {path.name for path in outside} == names
    chosen = {"for the hearing.pdf", "WhatsApp Chat with Dale.txt"}
    kept = [path for path in files if path.name not in chosen]
    for words in (HAPPENED, SAID):
        assert not [path for path in kept if words.encode() in path.read_bytes()], words
