"""One page on the network, `GET /health`, for whoever looks after many kiosks. All else is refused, and nobody can hold
it up: one thread, bounded connections, each with little time and little room.
"""

import selectors
import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from time import monotonic
from typing import NamedTuple

MOST_OPEN = 64
"""Connections; a further one takes the place of the oldest."""
MOST_ASKED = 4096
"""Bytes of a request."""
PATIENCE_S = 3.0
"""How long a connection may last."""
AGAIN_S = 30.0
"""How long after the address could not be had it is tried again."""
LOOK_S = 1.0
PAUSE_S = 0.2
"""After a connection could not be taken, for want of descriptors say."""
REASONS = {200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed", 503: "Service Unavailable"}


class Page(NamedTuple):
    """What there is to say."""

    healthy: bool
    content: bytes
    """JSON."""


class Health:
    """Answers on address and port from `begin` on. page: called in its thread. log: takes a line."""

    def __init__(
        self,
        address: str,
        port: int,
        page: Callable[[], Page],
        log: Callable[[str], object],
        now: Callable[[], float] = monotonic,
    ) -> None:
        self._where = (address, port)
        self._page, self._log, self._now = page, log, now
        self._open: dict[socket.socket, Visit] = {}
        self._selector = selectors.DefaultSelector()
        self._server: socket.socket | None = None
        self._again_s = 0.0
        self._said = False
        self._ended = Event()
        self._thread = Thread(target=self._serve, name="health", daemon=True)

    @property
    def port(self) -> int:
        """The port that it listens on; 0 while it does not."""
        return int(self._server.getsockname()[1]) if self._server is not None else 0

    def begin(self) -> None:
        """Answer from now on; where the address cannot be had, as soon as it can."""
        self.listen()
        self._thread.start()

    def end(self) -> None:
        """No further answers."""
        self._ended.set()

    def listen(self) -> None:
        """Take the address, or say once why that cannot be."""
        self._again_s = self._now() + AGAIN_S
        family = socket.AF_INET6 if ":" in self._where[0] else socket.AF_INET
        try:
            server = socket.socket(family, socket.SOCK_STREAM)
        except OSError as error:
            self._complain(error)
            return
        try:
            with suppress(OSError):
                server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            server.bind(self._where)
            server.listen(128)
            server.setblocking(False)
            self._selector.register(server, selectors.EVENT_READ)
        except (OSError, OverflowError) as error:
            server.close()
            self._complain(error)
            return
        self._server = server

    def look(self, wait_s: float = LOOK_S) -> None:
        """Take, read, answer and close what there is; waits so long for something."""
        if self._server is None and self._now() >= self._again_s:
            self.listen()
        for key, _ in self._selector.select(wait_s) if self._server is not None else ():
            if key.fileobj is self._server:
                self._take()
            elif isinstance(key.fileobj, socket.socket) and key.fileobj in self._open:
                self._go_on(key.fileobj)
        for connection in [one for one, visit in self._open.items() if self._now() >= visit.until_s]:
            self._close(connection)

    def _serve(self) -> None:
        while not self._ended.is_set():
            if self._server is None:
                self._ended.wait(LOOK_S)
            self.look()
        for connection in list(self._open):
            self._close(connection)
        if self._server is not None:
            self._server.close()
        self._selector.close()

    def _take(self) -> None:
        assert self._server is not None
        try:
            connection, _ = self._server.accept()
        except OSError:
            self._ended.wait(PAUSE_S)
            return
        if len(self._open) >= MOST_OPEN:
            self._close(next(iter(self._open)))
        connection.setblocking(False)
        self._open[connection] = Visit(self._now() + PATIENCE_S)
        self._selector.register(connection, selectors.EVENT_READ)

    def _go_on(self, connection: socket.socket) -> None:
        visit = self._open[connection]
        try:
            if not visit.answer:
                chunk = connection.recv(MOST_ASKED)
                visit.asked += chunk
                if b"\r\n\r\n" not in visit.asked and len(visit.asked) < MOST_ASKED:
                    if not chunk:
                        self._close(connection)
                    return
                visit.answer = answer(bytes(visit.asked), self._page)
                self._selector.modify(connection, selectors.EVENT_WRITE)
            visit.answer = visit.answer[connection.send(visit.answer) :]
        except BlockingIOError:
            return
        except OSError:
            visit.answer = b""
        if not visit.answer:
            self._close(connection)

    def _close(self, connection: socket.socket) -> None:
        del self._open[connection]
        with suppress(KeyError, ValueError):
            self._selector.unregister(connection)
        with suppress(OSError):
            connection.shutdown(socket.SHUT_WR)
        connection.close()

    def _complain(self, error: Exception) -> None:
        if not self._said:
            self._said = True
            self._log(f"no answers at {self._where[0]}:{self._where[1]}: {error} / 无法在该地址应答")


class Visit:
    """A connection: until when it may last, what was asked so far, and what is left to be answered."""

    def __init__(self, until_s: float) -> None:
        self.until_s = until_s
        self.asked = bytearray()
        self.answer = b""


def answer(asked: bytes, page: Callable[[], Page]) -> bytes:
    """The answer to a request: 200 or 503 with the page, 405 for another method, 404 for another address, 400 else."""
    words = asked.split(b"\r\n", 1)[0].split(b" ")
    if len(words) != 3 or not words[2].startswith(b"HTTP/1.") or b"\r\n\r\n" not in asked:
        return _response(400)
    method, target = words[0], words[1].split(b"?", 1)[0]
    if target != b"/health":
        return _response(404)
    if method != b"GET":
        return _response(405, more="Allow: GET\r\n")
    found = page()
    return _response(200 if found.healthy else 503, found.content)


def _response(code: int, content: bytes = b"", more: str = "") -> bytes:
    head = (
        f"HTTP/1.1 {code} {REASONS[code]}\r\nContent-Type: application/json; charset=utf-8\r\n"
        f"Content-Length: {len(content)}\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
        f"{more}Connection: close\r\n\r\n"
    )
    return head.encode() + content
