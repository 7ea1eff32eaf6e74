"""The component kit for developers: every widget of `ui/widgets` with its states on two boards.

The first is arranged like the design's picture of the components, the second has what is not drawn.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QMimeData, QPoint, QRectF, QStringListModel, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from logbook.ui.style import color, limited, px, set_variant, sized, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, IconButton, Size, Variant
from logbook.ui.widgets.chip import Chip, Flow
from logbook.ui.widgets.choice import Check, Radio, Segmented, Switch
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.drop_zone import DropZone
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.field import SearchField, Select, TextBox
from logbook.ui.widgets.key_cap import KeyCap
from logbook.ui.widgets.labelled import Labelled, Seal
from logbook.ui.widgets.line_field import Field, LineEdit, PassphraseEdit
from logbook.ui.widgets.people_picker import Offer, PeoplePicker
from logbook.ui.widgets.progress_row import ProgressRow
from logbook.ui.widgets.steps import Steps
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.toast import Toast
from logbook.ui.widgets.tone import Tone
from logbook.ui.widgets.week_strip import WeekStrip

ROOM_PX = 8  # around a control for its ring


class Ringed(QWidget):
    """A control as it looks while it has the focus of the keyboard."""

    def __init__(self, control: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        spaced(row, margins=(4, 4, 4, 4))
        row.addWidget(control)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ring as `FocusRing` does."""
        where = QRectF(self.rect())
        paint.plate(paint.begin(self), where, px(8) + 3, None, color("focus"), 2.0)


class Still:
    """A clock that stands still at some second."""

    def __init__(self) -> None:
        self.at_s = 0.0

    def __call__(self) -> float:
        """Return the second."""
        return self.at_s


def board(title: str, line: str, columns: tuple[tuple[QWidget, ...], ...]) -> QWidget:
    """Return cards in columns of 408, 398 and 398 pixels under a title."""
    whole = Surface("canvas")
    outer = QVBoxLayout(whole)
    spaced(outer, margins=(24, 16, 24, 18), gap=10)
    head = QHBoxLayout()
    spaced(head, gap=13)
    head.addWidget(Text(title, "title"))
    head.addWidget(Text(line, "small", "text-2"))
    head.addStretch(1)
    outer.addLayout(head)
    row = QHBoxLayout()
    spaced(row, gap=14)
    for wide, cards in zip((408, 398, 398), columns, strict=True):
        column = QVBoxLayout()
        spaced(column, gap=12)
        for one in cards:
            column.addWidget(one)
        column.addStretch(1)
        row.addLayout(column, wide)
    outer.addLayout(row, 1)
    return whole


def card(title: str, *parts: QWidget | QLayout, gap: int = 12) -> Surface:
    """Return a card with a small heading."""
    made = Surface("card")
    column = QVBoxLayout(made)
    spaced(column, margins=(18, 13, 18, 17), gap=gap)
    if title:
        column.addWidget(Text(title, "overline", "text-2"))
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    return made


def across(*parts: QWidget, gap: int = 10) -> QHBoxLayout:
    """Return parts beside each other, as wide as they want."""
    row = QHBoxLayout()
    spaced(row, gap=gap)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def flow(*parts: QWidget, gap: int = 6) -> Flow:
    """Return parts that break into rows."""
    made = Flow(gap=gap)
    for part in parts:
        made.addWidget(part)
    return made


def buttons() -> QWidget:
    """The variants, disabled, with the ring, as an icon, small."""
    off = Button("Save", Variant.PRIMARY)
    off.setEnabled(False)
    return card(
        "Buttons",
        across(
            Button("Save entry", Variant.PRIMARY),
            Button("Add evidence", icon="paperclip"),
            Button("Back", Variant.GHOST),
        ),
        across(
            Button("Delete for good", Variant.DANGER, icon="trash"),
            Button("Hide now", Variant.INK, icon="eye-slash"),
            off,
        ),
        across(
            Ringed(Button("Focused", Variant.PRIMARY)),
            Ringed(Button("Focused")),
            IconButton("funnel-simple", "Filter", variant=Variant.SECONDARY),
            IconButton("dots-three-bold", "More"),
            Button("Small", size=Size.SMALL),
        ),
        gap=10,
    )


def chips() -> QWidget:
    """Facts, choices, filters and states, and everything that is ticked."""
    on = Chip("Left item", checkable=True)
    on.setChecked(True)
    segments = Segmented(
        "Precision", [(name, name) for name in ("Exact", "About", "Between", "Not sure")]
    )
    checks = [Check(name="On"), Check(name="Off"), Check(name="Some")]
    checks[0].setChecked(True)
    checks[2].setTristate(True)
    checks[2].setCheckState(Qt.CheckState.PartiallyChecked)
    radios = QWidget()
    pair = [Radio(name="One"), Radio(name="Other")]
    pair[0].setChecked(True)
    radios.setLayout(across(*pair, gap=4))
    switches = [Switch("On"), Switch("Off")]
    switches[0].setChecked(True)
    return card(
        "Chips and choices",
        flow(
            Chip("Calls", icon="phone-incoming"),
            on,
            Chip("Online", icon="globe-simple", checkable=True),
            Chip("D. Marsh", icon="user", tone=Tone.ACCENT, removable=True),
            Chip("In force", icon="check-circle", tone=Tone.SUCCESS),
            Chip("May break the order", icon="warning", tone=Tone.WARNING),
            Chip("New", icon="sparkle", tone=Tone.INFO),
            Chip("Changed", icon="warning-circle", tone=Tone.DANGER),
        ),
        across(segments),
        across(*checks, radios, *switches, KeyCap("Ctrl"), KeyCap("K"), gap=4),
    )


def nothing_yet() -> QWidget:
    """The empty state."""
    made = card(
        "",
        EmptyState(
            "paperclip",
            "No files yet",
            "Drop a photo, screenshot or voicemail anywhere in this window. The original stays as"
            " it is.",
            "Add files",
        ),
    )
    sized(made, height=280)
    return made


def fields() -> QWidget:
    """A field at rest, focused, with a problem; the picker with its offers."""
    focused = LineEdit("Focused")
    focused.setText("Priya")
    wrong = Field("With a problem", LineEdit("With a problem"))
    wrong.control.setText("31/02/2026")  # type: ignore[attr-defined] - a line, three lines above
    wrong.set_problem("February has no day 31. Use a day from 1 to 28.")
    pair = QHBoxLayout()
    spaced(pair, gap=12)
    pair.addWidget(Field("Resting", LineEdit("Resting", "Name, number, plate")))
    pair.addWidget(Field("Focused", focused))
    picker = PeoplePicker("People picker")
    picker.fill(["D. Marsh", "Priya N."])
    picker.edit.setText("Sa")
    focused.setProperty("shown_focused", True)
    offers = QWidget()
    sized(offers, height=122)
    return card("Fields", pair, wrong, Field("People picker", picker), offers, gap=9)


def progress() -> QWidget:
    """A job on its way."""
    row = ProgressRow("Reading messages")
    clock = Still()
    row.set_clock(clock)
    clock.at_s = 16.3
    row.show_progress(2_611, 4_212)
    return card("Progress, always with a way out", row)


def toast() -> QWidget:
    """One event, with Undo."""
    ground = Surface("card")
    sized(ground, height=100)
    column = QVBoxLayout(ground)
    spaced(column, margins=(18, 13, 18, 17))
    column.addWidget(Text("Toast", "overline", "text-2"), 0, Qt.AlignmentFlag.AlignTop)
    Toast(ground).say("Entry moved to the bin", lambda: None)
    return ground


def banners() -> QWidget:
    """What lasts, in four tones."""
    changed = Banner(
        "This file has changed since you added it",
        "The first copy is still in your backup of 10 November.",
        Tone.DANGER,
    )
    changed.add_button("Look at both")
    changed.add_button("Not now", Variant.GHOST)
    return card(
        "Banners",
        Banner("All 112 files match", "", Tone.SUCCESS),
        Banner(
            "Two entries have no time",
            "You can leave it that way. The report will say “time not known”.",
            Tone.WARNING,
        ),
        changed,
        gap=8,
    )


def dialog() -> QWidget:
    """A question, without the scrim that it lies on."""
    made = Dialog(
        "Delete this entry for good?",
        "The entry and its 2 files leave this book. Backups made before today still hold it. You"
        " cannot undo this.",
        QWidget(),
    )
    made.body.addWidget(Check("I do not need it in a report"))
    made.add_button("keep", "Keep it")
    made.add_button("delete", "Delete for good", Variant.DANGER)
    made.card.setParent(None)
    set_variant(made.card, "surface", "card")
    limited(made.card, width=4_000)
    made.card.dialog = made  # type: ignore[attr-defined] - it lives as long as its card
    return made.card


def drop_zone() -> QWidget:
    """The drop zone with files over it."""
    zone = DropZone("Drop files here", "The originals are copied in and kept unchanged", "Choose")
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(f"/{at}.jpg") for at in range(2)])
    nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    zone.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, held, *nothing))
    return card("Drop zone, with a file over it", zone)


def drawn() -> QWidget:
    """Return the board that the design draws."""
    return board(
        "Components",
        "the same kit, both themes",
        (
            (buttons(), chips(), nothing_yet()),
            (fields(), progress(), toast()),
            (banners(), dialog(), drop_zone()),
        ),
    )


def button_states() -> QWidget:
    """Each variant at rest, under the mouse, pressed and disabled."""
    grid = QGridLayout()
    spaced(grid, gap=8)
    for row, variant in enumerate(Variant):
        for column, state in enumerate(("Rest", "Hover", "Down", "Off")):
            made = Button(state, variant, icon="pencil-simple" if column == 0 else "")
            made._under_mouse = state == "Hover"  # noqa: SLF001 - what the mouse does
            made.setDown(state == "Down")
            made.setEnabled(state != "Off")
            grid.addWidget(made, row, column)
    sizes = across(*(Button(size.value.title(), size=size) for size in Size), gap=8)
    return card("Every button", grid, sizes, gap=10)


def choices() -> QWidget:
    """Chips, checks, radios and switches that are off and disabled."""
    tones = [Chip(tone.value.title(), icon="info", tone=tone) for tone in Tone]
    off: list[QWidget] = [Check("Check"), Radio("Radio"), Switch("Switch"), Chip("Chip")]
    for one in off:
        one.setEnabled(False)
    more = across(Check("A check box with words"), Radio("A radio button"), gap=4)
    return card("Every tone; disabled", flow(*tones), more, across(*off), gap=10)


def inputs() -> QWidget:
    """The search box, a list to choose from, a passphrase, several lines."""
    search = SearchField("Search", "Search entries", key="Ctrl F")
    select = Select("Paper size")
    select.setModel(QStringListModel(["A4", "Letter"], select))
    words = PassphraseEdit("Passphrase")
    words.edit.setText("quiet lantern orbit")
    box = TextBox("What happened?", "What happened? Write it the way you would tell a friend.")
    sized(box, height=110)
    off = LineEdit("Off")
    off.setText("Not now")
    off.setEnabled(False)
    return card(
        "Every field",
        search,
        Field("Paper size", select, hint="A4 is usual outside North America."),
        Field("Passphrase", words),
        Field("Several lines", box, optional=True),
        Field("Disabled", off),
        gap=10,
    )


def notices() -> QWidget:
    """Every banner, and jobs whose end is not known or far away."""
    still = Banner("Nothing leaves this computer", "", Tone.NEUTRAL)
    new = Banner("A new way to read dates", "Look at it in Settings.", Tone.INFO)
    new.add_close("Close")
    unknown = ProgressRow("Opening the file", alone=True)
    unknown.show_progress(0, 0)
    return card("Every notice", still, new, unknown, gap=10)


def parts() -> QWidget:
    """Steps, keys, labels and the strip of weeks."""
    steps = Steps(["File", "Check", "Choose", "Add"])
    steps.go_to(1)
    strip = WeekStrip()
    first = date(2026, 8, 3)
    strip.set_weeks([(first + timedelta(weeks=week), week * week % 11) for week in range(15)])
    return card(
        "Parts",
        across(steps),
        across(*(KeyCap(key) for key in ("Ctrl", "Shift", "K", "Esc"))),
        Labelled("clock", "When", Text("12 November 2026, 22:47", "small")),
        Seal("Original unchanged", "Same as the day you added it."),
        strip,
        gap=12,
    )


def roles() -> QWidget:
    """Every role of text."""
    names = ("display", "title", "heading", "reading", "body", "strong", "label", "small")
    lines = [Text(f"{name.title()} 0123456789", name) for name in (*names, "caption", "overline")]
    return card("Every role of text", *lines, gap=2)


def more() -> QWidget:
    """Return the board of what the design does not draw, and of the states it leaves out."""
    return board(
        "More components",
        "every state",
        ((button_states(), choices()), (inputs(), notices()), (parts(), roles())),
    )


def focus_what_is_drawn_focused(kit: QWidget) -> None:
    """Give the field of the board the focus that its name says it has, and open the picker."""
    for picker in kit.findChildren(PeoplePicker):
        picker.offers.show_for(
            picker,
            [
                Offer("Sam O.", "Sam O.", "Works at the front desk"),
                Offer("Sa", "Add “Sa” as a new person", "Role can wait", "user-plus"),
            ],
        )
    for line in kit.findChildren(LineEdit):
        if line.property("shown_focused"):
            line.setFocus()
