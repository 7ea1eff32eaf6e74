"""A bare expat pass over a file, with a start handler that does nothing: peer_expat.py FILE."""

import json
import sys
import time
from xml.parsers import expat

started = time.perf_counter()
count = 0


def start(_name: str, _attributes: dict) -> None:
    global count
    count += 1


parser = expat.ParserCreate()
parser.StartElementHandler = start
with open(sys.argv[1], "rb") as stream:
    while block := stream.read(1 << 20):
        parser.Parse(block)
parser.Parse(b"", True)
print(json.dumps({"seconds": time.perf_counter() - started, "records": count}))
