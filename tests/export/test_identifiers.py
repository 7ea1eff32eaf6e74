"""Names from outside stand in a report without reordering what is beside them."""

from __future__ import annotations

import pytest

from logbook.export.identifiers import printed_name


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("IMG_1.jpg", "IMG_1.jpg"),
        ("photo\u202egpj.exe", "\u2068photo[U+202E RIGHT-TO-LEFT OVERRIDE]gpj.exe\u2069"),
        ("new\nline.png", "new[U+000A]line.png"),
        ("صورة.png", "\u2068صورة.png\u2069"),
    ],
)
def test_a_file_name_is_shown_and_not_obeyed(name, printed):
    assert printed_name(name).strip("\u2068\u2069") == printed.strip("\u2068\u2069")
