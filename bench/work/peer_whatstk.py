"""whatstk reads the same export: peer_whatstk.py FILE."""

import json
import sys
import time

from whatstk import WhatsAppChat

started = time.perf_counter()
chat = WhatsAppChat.from_source(sys.argv[1], hformat="%d/%m/%y, %H:%M - %name:")
print(json.dumps({"seconds": time.perf_counter() - started, "records": len(chat.df)}))
