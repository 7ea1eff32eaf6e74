"""What screen readers are told of the parts that Qt would take for something else."""

from __future__ import annotations

import gc

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QWidget

from logbook.ui.page import NavItem
from logbook.ui.viewer.pages_canvas import PagesCanvas
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import IconButton
from logbook.ui.widgets.chip import Chip
from logbook.ui.widgets.choice import Segmented, Switch
from logbook.ui.widgets.field import Field, LineEdit
from logbook.ui.widgets.nav_rail import NavButton, NavRail
from logbook.ui.widgets.popup_menu import MenuItem, PopupMenu
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.tabs import Tabs
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.toast import Toast

Role = QAccessible.Role
NAME = QAccessible.Text.Name


def spoken(part: QWidget):
    return QAccessible.queryAccessibleInterface(part)


def test_pages_of_the_rail_are_tabs_of_which_one_is_selected(qtbot):
    rail = NavRail({"one": NavItem("clock", "Timeline", 1), "two": NavItem("gear", "Other", 2)})
    qtbot.addWidget(rail)
    rail.show()
    rail.show_current("one")
    assert spoken(rail).role() == Role.PageTabList
    tabs = [spoken(button) for button in rail._buttons.values()]
    assert [tab.role() for tab in tabs] == [Role.PageTab, Role.PageTab]
    assert [tab.text(NAME) for tab in tabs] == ["Timeline", "Other"]
    assert [(tab.state().selectable, tab.state().selected) for tab in tabs] == [(1, 1), (1, 0)]
    assert all(tab.state().focusable and not tab.state().checkable for tab in tabs)
    rail.show_current("two")
    assert [tab.state().selected for tab in tabs] == [0, 1]
    assert spoken(rail.lock_button).role() == Role.Button


def test_a_reader_presses_a_page(qtbot):
    rail = NavRail({"one": NavItem("clock", "Timeline", 1), "two": NavItem("gear", "Other", 2)})
    qtbot.addWidget(rail)
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    acts = spoken(rail._buttons["two"]).actionInterface()
    press = QAccessibleActionInterface.pressAction()
    assert press in acts.actionNames()
    acts.doAction(press)
    assert chosen == ["two"]
    rail._buttons["one"].setEnabled(False)
    assert press not in spoken(rail._buttons["one"]).actionInterface().actionNames()


def test_a_fact_is_read_and_a_choice_is_ticked(qtbot):
    for chip, role in (
        (Chip("2 files", icon="paperclip"), Role.StaticText),
        (Chip("Calls", checkable=True), Role.CheckBox),
        (Chip("Robin", removable=True), Role.Button),
    ):
        qtbot.addWidget(chip)
        assert spoken(chip).role() == role
        assert spoken(chip).text(NAME) == chip.text()


def test_a_button_that_opens_something_is_no_answer_to_tick(qtbot):
    button = IconButton("info", "About this file")
    qtbot.addWidget(button)
    button.setCheckable(True)
    button.setChecked(True)
    said = spoken(button)
    assert (said.role(), said.text(NAME)) == (Role.Button, "About this file")
    now = said.state()
    assert (now.checkable, now.checked, now.expandable, now.expanded) == (1, 1, 1, 1)
    button.setChecked(False)
    assert (said.state().checked, said.state().expanded) == (0, 0)
    button.setCheckable(False)
    assert not said.state().checkable
    assert not said.state().expandable


def test_what_is_chosen_says_so(qtbot):
    tabs, segments = Tabs("About", ("Details", "History")), Segmented("Kind", ((1, "A"), (2, "B")))
    switch = Switch("Blur pictures")
    for part in (tabs, segments, switch):
        qtbot.addWidget(part)
    tabs.choose(1)
    assert spoken(tabs).role() == Role.PageTabList
    assert [spoken(tab).role() for tab in tabs.buttons()] == [Role.PageTab] * 2
    assert [spoken(tab).state().selected for tab in tabs.buttons()] == [0, 1]
    assert [spoken(tab).text(NAME) for tab in tabs.buttons()] == ["Details", "History"]
    assert (spoken(segments).role(), spoken(segments).text(NAME)) == (Role.Grouping, "Kind")
    assert [spoken(one).role() for one in segments._values] == [Role.RadioButton] * 2
    assert [spoken(one).state().checked for one in segments._values] == [1, 0]
    switch.setChecked(True)
    assert (spoken(switch).role(), spoken(switch).state().checked) == (Role.CheckBox, 1)


def test_news_menus_and_headings_are_told_as_what_they_are(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    banner = Banner("Two files are missing", "Look at them.")
    menu = PopupMenu("Your books", window)
    item = menu.add(MenuItem("Another book"), int)
    assert spoken(banner).role() == Role.AlertMessage
    assert spoken(banner).text(NAME) == "Two files are missing"
    assert spoken(banner).text(QAccessible.Text.Description) == "Look at them."
    assert (spoken(menu).role(), spoken(menu).text(NAME)) == (Role.PopupMenu, "Your books")
    assert (spoken(item).role(), spoken(item).text(NAME)) == (Role.MenuItem, "Another book")
    heading, plain = Text("Sections", "heading"), Text("Words", "body")
    assert (spoken(heading).role(), spoken(heading).text(NAME)) == (Role.Heading, "Sections")
    assert spoken(plain).role() == Role.StaticText
    field = Field("Name", LineEdit("Name"))
    labels = [one for one in field.findChildren(Text) if one.buddy() is not None]
    assert all(spoken(one).role() == Role.StaticText for one in labels)
    card, group = Surface("card"), Surface("card")
    group.setAccessibleName("Lock")
    assert (spoken(card).role(), spoken(group).role()) == (Role.Client, Role.Grouping)


def test_a_toast_is_announced_and_not_said_again_by_its_role(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    toast = Toast(window)
    toast.say("Saved")
    assert (spoken(toast).role(), spoken(toast).text(NAME)) == (Role.Grouping, "Saved")


def test_a_document_has_pages_and_a_picture_none(qtbot):
    canvas = PagesCanvas()
    qtbot.addWidget(canvas)
    assert spoken(canvas).role() == Role.Graphic
    canvas.show_pages([(300.0, 400.0)] * 2, by_width=True)
    assert spoken(canvas).role() == Role.Document


def test_what_is_told_outlives_no_part_and_no_part_is_held_by_it(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    for number in range(300):
        part = NavButton(NavItem("clock", "Timeline", 1), "", parent=window)
        part.setCheckable(True)
        said = spoken(part)
        assert said.role() == Role.PageTab
        part.show()
        part.setFocus()
        part.setChecked(True)
        if number % 3 == 0:
            del said  # Qt holds it on its own
        if number % 2:
            shiboken6.delete(part)
        else:
            part.deleteLater()
            QCoreApplication.sendPostedEvents(part, QEvent.Type.DeferredDelete)
        del part
    gc.collect()
    assert window.findChildren(NavButton) == []
    QAccessible.setActive(was_active)
