"""Services on the local network, played by a server on this machine: answers, and all that is not taken for one."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.feeds import http
from jn_presenter.feeds.http import Answer, Http, _is_local
from jn_presenter.model.feed import FeedError, Request, Snapshot
from jn_presenter.model.problem import Finding
from tests.feeds.servers import JSON, Handler, Server, said, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def read(url: str, **fields: Any) -> Snapshot:
    return Http(url=url, **fields).read(Request(folder=""))


def refusal(url: str, **fields: Any) -> Finding:
    with pytest.raises(FeedError) as caught:
        read(url, **fields)
    found = caught.value.finding
    assert found.file == ""
    assert found.message.zh
    assert found.hint.zh
    return found


def test_a_json_answer_is_a_table(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "time", SimpleNamespace(monotonic=time.monotonic, time=lambda: 1000.0))
    found = read(f"{server.url}/a b.json?from=一月", as_of="2020")
    assert found.rows == (("x", Decimal("1.50")),)
    assert (found.time_s, found.as_of, found.lines) == (1000.0, "2020", ())
    path, headers = server.asked[0]
    assert path == "/a%20b.json?from=%E4%B8%80%E6%9C%88"
    assert "Cookie" not in headers
    assert headers["Host"] == server.url.removeprefix("http://")


def test_the_table_may_stand_deeper_in_the_answer(server: Server) -> None:
    server.answer = said(b'{"data": {"rows": ' + JSON + b"}}", "text/plain")
    assert read(server.url, at="data.rows").names == ("name", "value")
    assert refusal(server.url, at="data.items").code == "no-path"
    assert refusal(server.url).code == "no-table"


@pytest.mark.parametrize("kind", ["text/csv; charset=gbk", "text/plain", "application/octet-stream"])
def test_a_csv_answer_is_a_table(server: Server, kind: str) -> None:
    server.answer = said("名称,出口\n一月,12\n".encode("gb18030"), kind)
    assert read(server.url).rows == (("一月", "12"),)


def test_an_answer_in_pieces_is_put_together(server: Server) -> None:
    def answer(handler: Handler) -> None:
        handler.protocol_version = "HTTP/1.1"
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b"".join(b"%x\r\n%c\r\n" % (1, own) for own in JSON) + b"0\r\n\r\n")

    server.answer = answer
    assert len(read(server.url)) == 1


def raw(data: bytes) -> Callable[[Handler], None]:
    def answer(handler: Handler) -> None:
        handler.wfile.write(data)

    return answer


REFUSED = {
    "a page": (said(b"<!doctype html><title>Login</title>", "text/html"), "web-page"),
    "a page that says it is data": (said(b"\n <html>", "application/json"), "web-page"),
    "a picture": (said(b"\x89PNG", "image/png"), "bad-answer"),
    "packed": (said(JSON, Content_Encoding="gzip"), "bad-answer"),
    "no encoding": (said(b"\xff\xff\x81", "text/csv"), "bad-answer"),
    "half a cell": (said(b'a,b\n"x', "text/csv"), "bad-answer"),
    "nothing": (said(b"", "text/csv"), "empty-table"),
    "no document": (said(b"", "application/json"), "half-written"),
    "no number": (said(b'[{"a": NaN}]'), "not-finite"),
    "not found": (said(b"gone", "text/plain", 404), "http-status"),
    "a fault of the service": (said(b"oh", "text/plain", 500), "http-status"),
    "no content": (said(b"", "text/plain", 204), "http-status"),
    "less than promised": (said(JSON, Content_Length="100"), "half-written"),
    "a gigabyte": (said(JSON, Content_Length=str(1 << 30)), "too-large"),
    "silence": (raw(b""), "no-answer"),
    "another protocol": (raw(b"\0\1\2 what\r\n\r\n"), "no-answer"),
    "many headers": (raw(b"HTTP/1.1 200 OK\r\n" + 500 * b"X: y\r\n" + b"\r\n"), "no-answer"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_table_is_refused(server: Server, name: str) -> None:
    server.answer, code = REFUSED[name]
    assert refusal(server.url).code == code


def test_an_endless_answer_is_ended_at_its_size(server: Server) -> None:
    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not server.done.is_set():
            handler.wfile.write(bytes(1 << 16))

    server.answer = answer
    assert refusal(server.url).code == "too-large"


def test_an_answer_that_drips_is_ended_at_its_time(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not server.done.is_set():
            handler.wfile.write(b" ")

    seconds = iter(range(1000))
    monkeypatch.setattr(http, "time", SimpleNamespace(monotonic=lambda: next(seconds) / 4))
    server.answer = answer
    assert refusal(server.url).code == "too-slow"
    assert next(seconds) < 25


def test_a_service_that_says_nothing_is_left(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "MOST_S", 0.05)
    server.answer = lambda handler: server.done.wait() and None
    assert refusal(server.url).code == "too-slow"


def test_a_name_that_nobody_answers_for_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = threading.Event()
    monkeypatch.setattr(http, "MOST_S", 0.05)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: asked.wait() and [])
    assert refusal("http://figures.local/").code == "too-slow"
    asked.set()


def test_nobody_there_is_no_answer(server: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert refusal(f"http://127.0.0.1:{port}/").code == "no-answer"


def test_a_redirection_is_followed_on_the_host_alone(server: Server) -> None:
    def answer(handler: Handler) -> None:
        place = {"/a": "/b", "/b": JSON, "/away": "http://169.254.1.1/", "/on": "/on"}[handler.path]
        if isinstance(place, bytes):
            said(place)(handler)
        else:
            said(b"", status=302, Location=place)(handler)

    server.answer = answer
    assert read(server.url + "/a").names == ("name", "value")
    away = refusal(server.url + "/away")
    assert away.code == "redirected"
    assert "http://169.254.1.1/" in away.hint.en
    assert refusal(server.url + "/on").code == "redirected"
    assert len(server.asked) == 2 + 1 + 4


def names(*addresses: str) -> list[Any]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in addresses]


def test_only_the_local_network_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(self: Any, *_: Any) -> None:
        raise AssertionError("it was asked")

    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: names("93.184.216.34", "0.0.0.0"))
    monkeypatch.setattr(socket.socket, "connect", never)
    assert refusal("http://figures.example/").code == "not-local"


def test_the_address_that_was_looked_at_is_the_one_that_is_asked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([[(socket.AF_INET, socket.SOCK_STREAM, 6, "", server.server_address)], names("93.184.216.34")])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: next(answers))
    monkeypatch.setenv("http_proxy", "http://93.184.216.34:9")
    assert len(read("http://figures.local/")) == 1
    assert server.asked[0][1]["Host"] == "figures.local"


def test_an_address_that_does_not_answer_gives_way_to_the_next(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        closed = taken.getsockname()
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", place) for place in (closed, server.server_address)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    assert len(read("http://figures.local/")) == 1


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("10.1.2.3", True),
        ("172.31.255.255", True),
        ("192.168.0.1", True),
        ("127.0.0.1", True),
        ("169.254.7.7", True),
        ("::1", True),
        ("fd00::1", True),
        ("fe80::1%eth0", True),
        ("::ffff:192.168.0.1", True),
        ("172.32.0.1", False),
        ("8.8.8.8", False),
        ("0.0.0.0", False),
        ("100.64.0.1", False),
        ("2001:db8::1", False),
        ("::ffff:8.8.8.8", False),
        ("nowhere", False),
    ],
)
def test_what_is_local(address: str, local: bool) -> None:
    assert _is_local(address) == local


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("ftp://127.0.0.1/", "bad-address"),
        ("file:///etc/passwd", "bad-address"),
        ("127.0.0.1/a.json", "bad-address"),
        ("http://", "bad-address"),
        ("http://user:word@127.0.0.1/", "bad-address"),
        ("http://127.0.0.1:99999/", "no-answer"),
        ("http://[::1/", "no-answer"),
        ("http://" + 80 * "a" + ".local/", "no-answer"),
    ],
)
def test_an_address_that_is_none_is_refused(url: str, code: str) -> None:
    assert refusal(url).code == code


def test_https_asks_for_a_certificate_that_is_trusted(server: Server) -> None:
    assert refusal(server.url.replace("http", "https")).code == "untrusted"


def test_it_is_asked_as_often_as_it_says_and_depends_on_no_file() -> None:
    feed = Http(url="http://127.0.0.1/", every=3.0, sample=True)
    assert (feed.period_s(), feed.files(), feed.made_up) == (3.0, (), True)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.binary(max_size=120), st.text(alphabet='[]{}":,a1\n;<', max_size=60).map(str.encode)),
    st.sampled_from(["", "text/csv", "application/json", "text/html", "x/y"]),
    st.sampled_from(["", "a[0]"]),
)
def test_any_answer_is_a_table_or_a_refusal(data: bytes, kind: str, at: str) -> None:
    with suppress(FeedError):
        assert Http(url="http://127.0.0.1/", at=at)._table(Answer(data, kind), 0.0).columns
