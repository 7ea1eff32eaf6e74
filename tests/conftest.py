"""For every test: generated examples are the same in each run, and none is too slow.

A gate must not open or close by chance, nor by what else the machine does. Who wants to search with
new examples runs `pytest --hypothesis-profile=default`.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "same",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("same")
