"""For every test: generated examples are the same in each run, none is too slow, and text is UTF-8.

A gate must not open or close by chance, nor by what else the machine does. Who wants to search with
new examples runs `pytest --hypothesis-profile=default`.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "same",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("same")

# Qt warns of a locale without UTF-8 and takes this one; so does Python where LC_ALL is not set.
if os.environ.get("LC_ALL") in {"C", "POSIX"}:
    os.environ["LC_ALL"] = "C.UTF-8"
