"""A store with an S3 interface in a process of its own, for parts of any size."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from moto.s3 import models
from moto.server import ThreadedMotoServer

models.S3_UPLOAD_PART_MIN_SIZE = 1

if __name__ == "__main__":
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    _host, port = server.get_host_and_port()
    ready = Path(sys.argv[1])
    ready.with_suffix(".part").write_text(f"{port}")
    ready.with_suffix(".part").rename(ready)
    threading.Event().wait()
