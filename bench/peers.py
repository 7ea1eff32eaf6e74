"""Install the peers that the benchmarks stand beside; nothing of the program uses them.

    python bench/peers.py

Needs the package registries (pip, npm). They go into build/bench and nowhere else.
"""

from __future__ import annotations

import subprocess
import sys
import venv

from measure import BUILD, PEERS

PYTHON_PEERS = (
    "whatstk==0.9.1",
    "chat-miner==0.6.0",
    "typst==0.15.2",
    "reportlab==5.1.0",
    "Pillow==13.0.0",
    "PySide6-Essentials==6.11.3",
)
NODE_PEERS = ("whatsapp-chat-parser@4.0.2",)


def main() -> None:
    """Make an environment for the Python peers and a folder for the JavaScript one."""
    BUILD.mkdir(parents=True, exist_ok=True)
    if not (PEERS / "bin" / "python").exists():
        venv.create(PEERS, with_pip=True)
    subprocess.run(
        [PEERS / "bin" / "python", "-m", "pip", "install", "--quiet", *PYTHON_PEERS], check=True
    )
    subprocess.run(
        ["npm", "install", "--silent", "--no-save", "--prefix", str(BUILD), *NODE_PEERS], check=True
    )


if __name__ == "__main__":
    sys.exit(main())
