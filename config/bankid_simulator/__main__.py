"""`python -m config.bankid_simulator --folder F [--port N] [--phone-port N]`."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

from config.bankid_simulator.authority import Authority
from config.bankid_simulator.orders import Orders
from config.bankid_simulator.people import people
from config.bankid_simulator.phone import phone_server
from config.bankid_simulator.rp_api import api_server

HOST = "127.0.0.1"


def main(words: list[str]) -> int:
    """Serve until somebody stops the process; `ready.json` says where."""
    parser = argparse.ArgumentParser(prog="python -m config.bankid_simulator")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--port", type=int, default=0, help="RP API, https")
    parser.add_argument("--phone-port", type=int, default=0, help="telephone, http")
    said = parser.parse_args(words)
    said.folder.mkdir(parents=True, exist_ok=True)
    authority = Authority.in_folder(said.folder)
    orders = Orders(authority, people())
    api = api_server((HOST, said.port), orders, said.folder)
    phone = phone_server((HOST, said.phone_port), orders)
    write_ready(said.folder, api, phone)
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    for server in (api, phone):
        threading.Thread(target=server.serve_forever, daemon=True).start()
    stopped.wait()
    (said.folder / "ready.json").unlink(missing_ok=True)
    return 0


def write_ready(
    folder: Path, api: ThreadingHTTPServer, phone: ThreadingHTTPServer
) -> None:
    """Say where the servers are and which files the client needs, in one step."""
    said = {
        "BANKID_URL": f"https://{HOST}:{api.server_address[1]}",
        "BANKID_CA": str(folder / "tls-ca.pem"),
        "BANKID_USER_CA": str(folder / "user-ca.pem"),
        "BANKID_CERTIFICATE": str(folder / "client.pem"),
        "BANKID_KEY": str(folder / "client.key"),
        "BANKID_APP_URL": f"http://{HOST}:{phone.server_address[1]}/",
    }
    fresh = folder / "ready.json.new"
    fresh.write_text(json.dumps(said, indent=2))
    fresh.rename(folder / "ready.json")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
