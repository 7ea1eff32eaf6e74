"""Words for what a person should hear about a book that opened."""

import pytest

from logbook.tasks.say_notice import faults, say_notice
from logbook.vault.notices import Notice


@pytest.mark.parametrize("notice", Notice)
def test_every_notice_has_a_sentence_of_its_own(notice):
    said = say_notice(notice)
    assert said.endswith(".")
    assert [other for other in Notice if say_notice(other) == said] == [notice]


def test_a_check_names_the_file_of_each_fault_and_leaves_the_rest_out():
    found = faults([Notice.NOT_CLOSED, Notice.STATE_DAMAGED, Notice.HEADER_OLDER])
    assert found == [("state_damaged", "vault.state"), ("header_older", "vault.hdr")]
