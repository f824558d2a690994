"""A process that bounds itself and becomes another program: `SECONDS PROGRAM …`."""

import os
import resource
import sys

MEMORY = 4 * 1024**3
LARGEST_FILE = 1024**3

if __name__ == "__main__":
    seconds = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606  the program we were given
