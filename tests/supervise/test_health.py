"""What the network gets to hear, and that it can hold nothing up."""

import errno
import http.client
import socket
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.supervise import health as module
from jn_presenter.supervise.health import MOST_ASKED, MOST_OPEN, PATIENCE_S, Health, Page, answer

LIMIT_S = 30.0
WELL = Page(healthy=True, content=b'{"healthy": true}')


class Desk:
    """A health page whose time is moved by hand and that looks when it is told to; or in its own thread."""

    def __init__(self) -> None:
        self.time = 100.0
        self.page = WELL
        self.said: list[str] = []
        self.asked = 0
        self.health = Health("127.0.0.1", 0, self._page, self.said.append, lambda: self.time)

    def _page(self) -> Page:
        self.asked += 1
        return self.page

    def connect(self) -> socket.socket:
        made = socket.create_connection(("127.0.0.1", self.health.port), LIMIT_S)
        made.setblocking(False)
        return made

    def look(self, times: int = 4) -> None:
        for _ in range(times):
            self.health.look(0.0)

    def answered(self, made: socket.socket) -> bytes:
        """What has come so far."""
        self.look()
        found = b""
        try:
            while chunk := made.recv(65_536):
                found += chunk
        except BlockingIOError:
            pass
        except ConnectionResetError:
            found += b"<reset>"
        return found


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    made.health.listen()
    yield made
    for connection in list(made.health._open):
        made.health._close(connection)
    if made.health._server is not None:
        made.health._server.close()
    made.health._selector.close()


def ask(desk: Desk, request: bytes) -> bytes:
    with desk.connect() as made:
        made.sendall(request)
        desk.look()
        return desk.answered(made)


GET = b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"


def test_it_says_how_the_kiosk_is(desk: Desk) -> None:
    said = ask(desk, GET)
    assert said.startswith(b"HTTP/1.1 200 OK\r\n")
    assert said.endswith(b'\r\n\r\n{"healthy": true}')
    assert b"Content-Length: 17\r\n" in said
    desk.page = Page(healthy=False, content=b"{}")
    assert ask(desk, GET).startswith(b"HTTP/1.1 503 ")


@pytest.mark.parametrize(
    ("request_line", "code"),
    [
        (b"GET /health?x=1 HTTP/1.0", 200),
        (b"GET / HTTP/1.1", 404),
        (b"GET /health/ HTTP/1.1", 404),
        (b"GET /../health HTTP/1.1", 404),
        (b"GET /status.json HTTP/1.1", 404),
        (b"POST /health HTTP/1.1", 405),
        (b"HEAD /health HTTP/1.1", 405),
        (b"DELETE /health HTTP/1.1", 405),
        (b"GET /health", 400),
        (b"GET /health HTTP/2", 400),
        (b"", 400),
        (b"\xff\xfe\x00", 400),
        (b"GET  /health HTTP/1.1", 400),
    ],
)
def test_all_else_is_refused(desk: Desk, request_line: bytes, code: int) -> None:
    assert ask(desk, request_line + b"\r\n\r\n").startswith(b"HTTP/1.1 %d " % code)


def test_a_request_may_come_byte_by_byte(desk: Desk) -> None:
    with desk.connect() as made:
        for byte in GET:
            made.sendall(bytes([byte]))
            desk.look(1)
        assert desk.answered(made).startswith(b"HTTP/1.1 200 ")


def test_who_is_too_slow_is_sent_away(desk: Desk) -> None:
    with desk.connect() as made:
        desk.look()
        for _ in range(8):
            made.sendall(b"G")
            desk.look()
            desk.time += PATIENCE_S / 8
        desk.look()
        assert desk.health._open == {}
        assert desk.asked == 0


def test_who_does_not_read_the_answer_is_sent_away_too(desk: Desk) -> None:
    desk.page = Page(healthy=True, content=b"x" * 50_000_000)
    with desk.connect() as made:
        made.sendall(GET)
        desk.look(3)
        assert len(desk.health._open) == 1
        desk.time += PATIENCE_S
        desk.look()
        assert desk.health._open == {}


def test_a_request_without_an_end_is_refused(desk: Desk) -> None:
    with desk.connect() as made:
        made.sendall(b"GET /health HTTP/1.1\r\n" + b"X: y\r\n" * MOST_ASKED)
        desk.look()
        desk.answered(made)
        assert desk.health._open == {}
        assert desk.asked == 0


def test_a_thousand_connections_that_say_nothing_do_not_keep_one_from_its_answer(desk: Desk) -> None:
    idle = []
    try:
        for _ in range(1000):
            idle.append(desk.connect())
            desk.look(1)
        assert len(desk.health._open) <= MOST_OPEN
        assert ask(desk, GET).startswith(b"HTTP/1.1 200 ")
    finally:
        for one in idle:
            one.close()
    desk.look(200)
    desk.time += PATIENCE_S
    desk.look()
    assert desk.health._open == {}


def test_connections_that_are_gone_at_once_are_forgotten(desk: Desk) -> None:
    for _ in range(50):
        desk.connect().close()
        desk.look()
    assert desk.health._open == {}


def test_without_descriptors_it_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __init__(self, server: socket.socket) -> None:
            self.server = server

        def accept(self) -> None:
            raise OSError(errno.EMFILE, "too many")

    made = desk.connect()
    real = desk.health._server
    assert real is not None
    full = Full(real)
    monkeypatch.setattr(module, "PAUSE_S", 0.0)
    monkeypatch.setattr(desk.health, "_server", full)
    monkeypatch.setattr(desk.health._selector, "select", lambda _wait: [(type("Key", (), {"fileobj": full}), 1)])
    desk.health.look(0.0)
    monkeypatch.undo()
    made.sendall(GET)
    desk.look()
    assert desk.answered(made).startswith(b"HTTP/1.1 200 ")
    made.close()


def test_an_address_that_is_taken_is_told_once_and_tried_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        desk = Desk()
        desk.health._where = other.getsockname()
        desk.health.listen()
        assert desk.health.port == 0
        for _ in range(3):
            desk.time += module.AGAIN_S
            desk.health.look(0.0)
        assert len(desk.said) == 1
    desk.time += module.AGAIN_S
    desk.health.look(0.0)
    assert ask(desk, GET).startswith(b"HTTP/1.1 200 ")
    assert desk.health._server is not None
    desk.health._server.close()
    desk.health._selector.close()


@pytest.mark.parametrize("where", [("256.0.0.1", 80), ("127.0.0.1", 70_000), ("no such host.invalid", 1)])
def test_an_address_that_is_none_is_no_end(where: tuple[str, int]) -> None:
    desk = Desk()
    desk.health._where = where
    desk.health.listen()
    assert desk.health.port == 0
    assert len(desk.said) == 1
    desk.health._selector.close()


def test_it_answers_from_its_own_thread_and_ends() -> None:
    health = Health("127.0.0.1", 0, lambda: WELL, lambda _line: None)
    health.begin()
    connection = http.client.HTTPConnection("127.0.0.1", health.port, timeout=LIMIT_S)
    connection.request("GET", "/health")
    response = connection.getresponse()
    assert (response.status, response.read()) == (200, WELL.content)
    connection.close()
    health.end()
    health._thread.join(LIMIT_S)
    assert not health._thread.is_alive()


@given(st.binary(max_size=300))
def test_any_bytes_have_an_answer(asked: bytes) -> None:
    assert answer(asked, lambda: WELL).startswith(b"HTTP/1.1 ")
    assert answer(asked + b"\r\n\r\n", lambda: WELL).startswith(b"HTTP/1.1 ")
