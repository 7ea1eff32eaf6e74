"""chat-miner reads the same export: peer_chat_miner.py FILE."""

import json
import logging
import sys
import time

from chatminer.chatparsers import WhatsAppParser

logging.disable(logging.CRITICAL)
started = time.perf_counter()
parser = WhatsAppParser(sys.argv[1])
parser.parse_file()
print(
    json.dumps(
        {"seconds": time.perf_counter() - started, "records": len(parser.parsed_messages.get_df())}
    )
)
