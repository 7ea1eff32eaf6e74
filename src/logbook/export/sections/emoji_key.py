"""The emoji key: what each small picture in a message is called, for print in black and white."""

from __future__ import annotations

import unicodedata

from logbook.export.flow import Cell, Column, Flow
from logbook.export.material import Material, section_anchor
from logbook.export.section import Section
from logbook.i18n import translate

_SIGN_PT = 60.0
_CODE_PT = 150.0


def _lay_out(flow: Flow, _material: Material) -> None:
    look = flow.look
    flow.running_head(None)
    used = list(flow.setter.emoji)  # before this page adds its own
    flow.new_page()
    flow.anchor(section_anchor(SECTION.id))
    flow.text(_title(), look.heading, after_pt=2)
    flow.text(
        translate(
            "Report",
            "Small pictures look different on every phone and lose their colours in print. These "
            "are the ones used in this bundle, with the names of the Unicode standard.",
        ),
        look.small,
        after_pt=8,
    )
    for cluster in used:
        _row(flow, cluster)


def _row(flow: Flow, cluster: str) -> None:
    look = flow.look
    seen = [mark for mark in cluster if unicodedata.category(mark) not in {"Cf", "Mn"}]
    codes = " ".join(f"U+{ord(mark):04X}" for mark in seen)
    known = (unicodedata.name(mark, "").lower() for mark in seen)
    names = ", ".join(filter(None, known)) or translate("Report", "(newer than this program)")
    width = look.measure_pt - _SIGN_PT - _CODE_PT
    flow.columns(
        [
            Column(
                look.left_pt,
                _SIGN_PT,
                [Cell(flow.setter.line(cluster, look.heading), look.heading.leading_pt)],
            ),
            Column(look.left_pt + _SIGN_PT, width, flow.cells(names, look.body, width)),
            Column(look.right_pt - _CODE_PT, _CODE_PT, flow.cells(codes, look.small, _CODE_PT)),
        ],
        keep=True,
    )
    flow.space(3)


def _title() -> str:
    return translate("Report", "Emoji key")


SECTION = Section(
    "emoji_key", _title, lambda material: bool(material.setter.emoji), _lay_out, listed=False
)
