from __future__ import annotations

import pytest

from logbook.errors import UnknownProfile
from logbook.export.profiles import PAGE_SIZES_PT, profile, profiles
from logbook.export.sections import sections


def test_there_is_a_generic_profile_for_letter_and_for_a4():
    pages = {one.id: one.page for one in profiles()}

    assert pages == {"generic-us": "letter", "generic-a4": "a4"}


@pytest.mark.parametrize("one", profiles(), ids=lambda one: one.id)
def test_every_profile_is_whole_and_says_where_it_comes_from(one):
    assert one.page in PAGE_SIZES_PT
    assert one.body_pt >= 12  # CRC 2.104, PD27A
    assert one.margin_pt >= 72
    assert set(one.sections) == set(sections())
    assert one.declaration
    assert one.signature_lines
    assert one.sources
    assert one.checked_on
    assert "Check with your court" in one.note


@pytest.mark.parametrize("name", ["", "none", "../settings", "generic us", "a/b"])
def test_an_unknown_profile_is_said(name):
    with pytest.raises(UnknownProfile):
        profile(name)
