"""typst sets the same content: peer_typst.py PICTURES MESSAGES OUT."""

import json
import sys
import time
from pathlib import Path

import typst

pictures, count, out = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
started = time.perf_counter()
parts = [
    '#set page(paper: "us-letter", margin: 1in, footer: context [Page #counter(page).display() of #counter(page).final().first()])\n#outline()\n'
]
for number in range(count):
    if number % 27 == 0:
        parts.append(f"= Day {number // 27}\n")
    parts.append(
        f"*+1 555 0100 147 to Alex, 2026-01-01 08:{number % 60:02d} +00:00* \\\nMessage {number}: you saw the late bus again and nobody was there but I know where it stops.\n\n"
    )
for number, path in enumerate(sorted(pictures.glob("*.png"))):
    parts.append(f'#pagebreak()\n= Exhibit {number}\n#image("{path.name}", height: 80%)\n')
source = pictures / "bundle.typ"
source.write_text("".join(parts))
typst.compile(str(source), output=str(out), pdf_standards=["a-2b"])
print(json.dumps({"seconds": time.perf_counter() - started}))
