"""Settings that say something about the person."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from logbook.errors import DatabaseDamaged
from logbook.vault.settings import Settings
from logbook.vault.store import Store

json_values = st.recursive(
    st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(exclude_categories=("Cs",))),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab"), inner, max_size=3),
    max_leaves=6,
)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(json_values)
def test_a_value_comes_back_as_it_was_put(store: Store, value: object) -> None:
    kept = Settings(store)
    kept.put("key", value)
    assert kept.get("key") == value


def test_without_a_value_there_is_the_default(store: Store) -> None:
    kept = Settings(store)
    assert kept.get("key") is None
    assert kept.get("key", 7) == 7
    kept.put("key", 8)
    kept.put("key", None)
    assert kept.get("key", 7) == 7


def test_a_value_that_is_no_json_is_damage(store: Store) -> None:
    store.con.execute("INSERT INTO setting VALUES ('key', '{')")
    with pytest.raises(DatabaseDamaged) as failure:
        Settings(store).get("key")
    assert failure.value.where == "key"
