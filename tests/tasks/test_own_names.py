"""The person's own names in the book."""

from __future__ import annotations

from logbook.domain.person import NewPerson, Role
from logbook.tasks import own_names
from logbook.vault.vault import Vault


def test_a_book_need_not_know_who_keeps_it(vault: Vault) -> None:
    own_names.keep_my_names(vault, working_name="", legal_name="")
    assert own_names.read_me(vault) is None
    assert vault.people.all() == []


def test_a_working_name_is_what_lists_show(vault: Vault) -> None:
    own_names.keep_my_names(vault, working_name="Robin Kell")
    me = own_names.read_me(vault)
    assert me == NewPerson("Robin Kell", Role.ME, working_name="Robin Kell")


def test_a_legal_name_alone_shows_in_no_list(vault: Vault) -> None:
    own_names.keep_my_names(vault, legal_name="Robin Amelia Kell")
    me = own_names.read_me(vault)
    assert me is not None
    assert (me.name, me.legal_name) == ("Me", "Robin Amelia Kell")


def test_a_name_that_is_typed_later_joins_what_is_known(vault: Vault) -> None:
    vault.people.add(NewPerson("Robin", Role.ME, numbers=("555 0100",)))
    own_names.keep_my_names(vault, legal_name="Robin Amelia Kell")
    own_names.keep_my_names(vault, working_name="")
    (me,) = vault.people.all()
    assert me.what == NewPerson(
        "Robin", Role.ME, numbers=("555 0100",), legal_name="Robin Amelia Kell"
    )
    assert me.version == 2
