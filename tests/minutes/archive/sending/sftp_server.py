"""An SFTP server in a process of its own: `FOLDER`, which it serves and tells about.

It says its port, its key and the key it lets in, as JSON in `FOLDER/../ready.json`.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

import asyncssh

USER = "justera"


class OneUser(asyncssh.SSHServer):
    """Lets nobody in but by key."""

    def begin_auth(self, _username: str) -> bool:
        return True


async def serve(folder: Path) -> None:
    beside = folder.parent
    host_key = asyncssh.generate_private_key("ssh-ed25519")
    let_in = asyncssh.generate_private_key("ssh-ed25519")
    let_in.write_private_key(beside / "key")
    let_in.write_public_key(beside / "authorized")
    server = await asyncssh.create_server(
        OneUser,
        "127.0.0.1",
        0,
        server_host_keys=[host_key],
        authorized_client_keys=str(beside / "authorized"),
        sftp_factory=lambda channel: asyncssh.SFTPServer(channel, chroot=str(folder)),
    )
    ready = {
        "port": server.get_port(),
        "host_key": host_key.export_public_key().decode().strip(),
    }
    (beside / "ready.part").write_text(json.dumps(ready))
    (beside / "ready.part").rename(beside / "ready.json")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
