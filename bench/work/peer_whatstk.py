"""whatstk reads the same export, with its header given or found: peer_whatstk.py FILE [given]."""

import json
import sys
import time

from whatstk import WhatsAppChat

started = time.perf_counter()
header = "%d/%m/%y, %H:%M - %name:" if sys.argv[2:] == ["given"] else None
chat = WhatsAppChat.from_source(sys.argv[1], hformat=header)
print(json.dumps({"seconds": time.perf_counter() - started, "records": len(chat.df)}))
