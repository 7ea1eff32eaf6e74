"""The faces that come with the program: no script and no emoji that a system lacks is a box."""

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize(
    "sign", ["å", "ж", "ش", "ש", "क", "ค", "你", "か", "한", "🚋", "🙂", "👩", "Ꮳ", "ߒ", "ᠮ"]
)
def test_every_sign_has_a_face_that_came_with_the_program(qapp: QApplication, sign: str) -> None:
    ours = [
        family
        for family in QFontDatabase.families()
        if family.startswith(("Inter", "Noto", "Kurinto"))
    ]
    assert qapp
    assert any(
        QRawFont.fromFont(QFontDatabase.font(family, "", 12)).supportsCharacter(ord(sign))
        for family in ours
    )
