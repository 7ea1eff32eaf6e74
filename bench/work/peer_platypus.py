"""reportlab's platypus with multiBuild sets the same content: peer_platypus.py PICTURES MESSAGES OUT."""

import json
import sys
import time
from pathlib import Path

from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Frame, Image, PageBreak, PageTemplate, Paragraph
from reportlab.platypus.tableofcontents import TableOfContents

pictures, count, out = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
started = time.perf_counter()
styles = getSampleStyleSheet()


class Document(BaseDocTemplate):
    def afterFlowable(self, flowable):
        if getattr(flowable, "is_head", False):
            self.notify("TOCEntry", (0, flowable.getPlainText(), self.page))


story = [TableOfContents(), PageBreak()]
for number in range(count):
    if number % 27 == 0:
        head = Paragraph(f"Day {number // 27}", styles["Heading1"])
        head.is_head = True
        story.append(head)
    story.append(
        Paragraph(
            f"<b>+1 555 0100 147 to Alex, 2026-01-01 08:{number % 60:02d} +00:00</b><br/>Message {number}: you saw the late bus again and nobody was there but I know where it stops.",
            styles["Normal"],
        )
    )
for number, path in enumerate(sorted(pictures.glob("*.png"))):
    head = Paragraph(f"Exhibit {number}", styles["Heading1"])
    head.is_head = True
    story += [PageBreak(), head, Image(str(path), 240, 520, lazy=2)]
document = Document(out, pagesize=letter)
document.addPageTemplates(PageTemplate(frames=[Frame(72, 72, 468, 648)]))
document.multiBuild(story)
print(json.dumps({"seconds": time.perf_counter() - started}))
