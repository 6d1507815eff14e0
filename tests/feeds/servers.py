"""A service on the local network, played by a server on this machine."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

JSON = b'[{"name": "x", "value": 1.50}]'


class Handler(BaseHTTPRequestHandler):
    """Answers as `Server.answer` says."""

    server: "Server"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.answer(self)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass


class Server(ThreadingHTTPServer):
    """A server on a port of its own. `answer` writes what it answers with; asked: paths and headers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.answer: Callable[[Handler], None] = said(JSON)
        self.done = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """That the asker has gone is what some of these tests are about."""


@contextmanager
def serving() -> Iterator[Server]:
    """A server that answers until the test is over."""
    with Server() as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield made
        made.done.set()
        made.shutdown()
        thread.join()


def said(data: bytes, kind: str = "application/json", status: int = 200, **headers: str) -> Callable[[Handler], None]:
    """An answer with these bytes."""

    def answer(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in {"Content_Type": kind, "Content_Length": str(len(data)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer
