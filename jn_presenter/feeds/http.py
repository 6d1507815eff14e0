"""A table that a service on the local network answers with, as JSON or CSV."""

import csv
import http.client
import io
import ipaddress
import socket
import ssl
import threading
import time
from typing import Annotated, Any, NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from msgspec import Meta, structs

from jn_presenter.draw.delimited import decoded, delimited, encodings
from jn_presenter.draw.document import table_in
from jn_presenter.draw.tabular import table_of
from jn_presenter.model.feed import Feed, FeedError, Request, Snapshot
from jn_presenter.model.fields import doc
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

MOST_S = 5.0
"""Seconds from the question to the last byte of the answer, redirections included."""
MOST_BYTES = 4 << 20
PIECE = 64 << 10
MOST_HOPS = 3
LOCAL = tuple(
    ipaddress.ip_network(network)
    for network in (
        *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"),  # private
        *("127.0.0.0/8", "::1/128"),  # this machine
        *("169.254.0.0/16", "fe80::/10"),  # this cable
    )
)
ASKED = {
    "Accept": "application/json, text/csv;q=0.9",
    "Accept-Encoding": "identity",
    "Connection": "close",
    "User-Agent": "jn-presenter",
}
MOVED = frozenset({301, 302, 303, 307, 308})


class Answer(NamedTuple):
    """kind: its media type, in small letters."""

    data: bytes
    kind: str


class Http(Feed, frozen=True, kw_only=True):
    """A table from an address on the local network, asked for again and again.

    Only private addresses are asked, never through a proxy, and an answer has five seconds and four megabytes.
    """

    about = "局域网地址上的表格，每隔一段时间再取一次"
    short = "url"

    url: Annotated[
        str,
        doc("局域网地址，如http://192.168.1.5/a.json", "the address, as in http://192.168.1.5/a.json"),
        Meta(max_length=2000),
    ]
    at: Annotated[
        str, doc("表在JSON里的位置，如data.items", "where in the JSON the table stands, as in data.items")
    ] = ""
    every: Annotated[float, doc("每隔多少秒读取一次", "how often it is asked, in seconds", ge=1, le=86_400)] = 10.0
    sample: Annotated[bool, doc("是否示例数据", "whether the data is made up")] = False

    @property
    def made_up(self) -> bool:
        return self.sample

    def period_s(self) -> float:
        return self.every

    def read(self, request: Request) -> Snapshot:
        """The table as the service answers now."""
        until = time.monotonic() + MOST_S
        try:
            answer = self._followed(until)
        except TimeoutError:
            message = Message(f"{MOST_S:g} 秒内没有答完", f"there was no whole answer within {MOST_S:g} seconds")
            raise self._refused("too-slow", message, ASK_AGAIN) from None
        except ssl.SSLError as error:
            words = getattr(error, "verify_message", "") or error.reason or "SSL"
            message = Message(f"证书不可信（{words}）", f"its certificate is not trusted ({words})")
            hint = Message("改用 http://，或安装证书", "use http://, or install the certificate")
            raise self._refused("untrusted", message, hint) from None
        except http.client.IncompleteRead:
            raise self._refused("half-written", Message("没有答完", "the answer is not whole"), ASK_AGAIN) from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            words = getattr(error, "strerror", None) or type(error).__name__
            message = Message(f"没有回答（{words}）", f"there is no answer ({words})")
            raise self._refused("no-answer", message, ASK_AGAIN) from None
        return self._table(answer, time.time())

    def _followed(self, until: float) -> Answer:
        """The answer, after redirections that stay on the host."""
        url = self.url
        for _ in range(MOST_HOPS + 1):
            found = self._asked(url, until)
            if isinstance(found, Answer):
                return found
            if (urlsplit(found).hostname or "") != (urlsplit(self.url).hostname or ""):
                message = Message("地址转到了别的主机", "the address leads to another host")
                hint = Message(f"若可信，直接写 {found[:80]}", f"if you trust it, write {found[:80]}")
                raise self._refused("redirected", message, hint)
            url = found
        message = Message("地址一再转向", "the address leads on and on")
        raise self._refused("redirected", message, Message("检查服务的设置", "look at the settings of the service"))

    def _asked(self, url: str, until: float) -> Answer | str:
        """The answer, or the address that it leads to."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
            message = Message("这不是能读的地址", "this is no address that can be read")
            raise self._refused("bad-address", message, Message("如 http://192.168.1.5/a.json", EXAMPLE))
        port = parts.port or (443 if parts.scheme == "https" else 80)
        wire = self._connected(host, port, until)
        try:
            if parts.scheme == "https":
                wire = ssl.create_default_context().wrap_socket(wire, server_hostname=host)
            asking = http.client.HTTPConnection(host.encode("idna").decode("ascii"), port)
            asking.sock = _Wire(wire, until)
            asking.request("GET", _target(parts.path, parts.query), headers=ASKED)
            answer = asking.getresponse()
            if answer.status in MOVED and (place := answer.getheader("Location")):
                return urljoin(url, place)
            return self._taken(answer)
        finally:
            wire.close()

    def _connected(self, host: str, port: int, until: float) -> socket.socket:
        """A socket to an address of the host that is local: the one that was looked at is the one that is asked."""
        found = _addresses(host, port, until)
        local = [(family, place) for family, place in found if _is_local(place[0])]
        if not local:
            message = Message(f"{host} 不在局域网里", f"{host} is not on the local network")
            hint = Message(
                "把数据放到局域网的服务或文件里", "have the data on a service or in a file of your own network"
            )
            raise self._refused("not-local", message, hint)
        for k, (family, place) in enumerate(local):
            wire = socket.socket(family, socket.SOCK_STREAM)
            try:
                wire.settimeout(_left(until))
                wire.connect(place)
            except BaseException as error:
                wire.close()
                if not isinstance(error, OSError) or k == len(local) - 1:
                    raise
            else:
                return wire
        raise TimeoutError

    def _taken(self, answer: http.client.HTTPResponse) -> Answer:
        if answer.status != 200:
            message = Message(f"服务回答 {answer.status}", f"the service answers {answer.status} {answer.reason[:40]}")
            raise self._refused("http-status", message, Message("检查地址", "look at the address"))
        if answer.getheader("Content-Encoding", "identity").lower() != "identity":
            message = Message("回答是压缩的", "the answer is packed")
            raise self._refused("bad-answer", message, Message("让服务不压缩", "have the service not pack it"))
        pieces = bytearray()
        while (answer.length or 0) <= MOST_BYTES and len(pieces) <= MOST_BYTES and (piece := answer.read(PIECE)):
            pieces += piece
        if (answer.length or 0) > MOST_BYTES or len(pieces) > MOST_BYTES:
            size = f"{MOST_BYTES >> 20} MiB"
            message = Message(f"回答超过 {size}", f"the answer is larger than {size}")
            raise self._refused("too-large", message, Message("只要显示的数据", "ask for just what is shown"))
        if answer.length:
            raise http.client.IncompleteRead(bytes(pieces), answer.length)
        return Answer(bytes(pieces), answer.getheader("Content-Type", "").partition(";")[0].strip().lower())

    def _table(self, answer: Answer, time_s: float) -> Snapshot:
        head = answer.data[:200].lstrip(b"\xef\xbb\xbf \r\n\t")
        if answer.kind == "text/html" or head.startswith(b"<"):
            message = Message("回答是网页，不是数据", "the answer is a web page, not data")
            hint = Message(
                "写数据接口的地址；也许要先登录", "write the address of the data itself; it may ask to log in"
            )
            raise self._refused("web-page", message, hint)
        try:
            if self.at or "json" in answer.kind or head[:1] in (b"[", b"{"):
                return table_in(answer.data, self.at, as_of=self.as_of, time_s=time_s)
            if answer.kind in ("", "text/csv", "text/plain", "application/csv", "application/octet-stream"):
                text = decoded(answer.data, encodings(answer.data))
                if text is not None:
                    return structs.replace(table_of(delimited(text), as_of=self.as_of, time_s=time_s), lines=())
        except FeedError as error:
            raise FeedError(structs.replace(error.finding, line=0, column=0)) from None
        except csv.Error:
            pass
        message = Message(
            f"回答不是 JSON 或 CSV（{answer.kind[:40]}）", f"it answers no JSON or CSV ({answer.kind[:40]})"
        )
        raise self._refused("bad-answer", message, Message("写数据接口的地址", "write the address of the data itself"))

    def _refused(self, code: str, message: Message, hint: Message) -> FeedError:
        """An error about the address that stands in the slide."""
        host = _host(self.url)
        said = Message(f"{host}：{message.zh}", f"{host}: {message.en}")
        return FeedError(Finding(code=code, path="data", message=said, hint=hint))


EXAMPLE = "as in http://192.168.1.5/a.json"
ASK_AGAIN = Message("稍后会自动再读；放映用上一次的数据", "it is asked again; the show goes on with the last figures")


class _Wire:
    """A socket as http.client wants it, of which every byte has to come before one moment."""

    def __init__(self, wire: socket.socket, until: float) -> None:
        self.wire, self.until = wire, until

    def sendall(self, data: Any) -> None:
        self.wire.settimeout(_left(self.until))
        self.wire.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Bytes(self.wire, self.until))

    def close(self) -> None:
        """Nothing: http.client closes before it reads; who opened the socket closes it."""


class _Bytes(io.RawIOBase):
    def __init__(self, wire: socket.socket, until: float) -> None:
        self.wire, self.until = wire, until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.wire.settimeout(_left(self.until))
        return self.wire.recv_into(buffer)


def _left(until: float) -> float:
    """The seconds that are left. Raises TimeoutError for none."""
    left = until - time.monotonic()
    if left <= 0.0:
        raise TimeoutError
    return left


def _addresses(host: str, port: int, until: float) -> list[tuple[socket.AddressFamily, Any]]:
    """What the host's name stands for, asked once; in a thread, since the system's answer may take a minute."""
    found: list[Any] = []

    def look() -> None:
        try:
            found.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            found.append(error)

    thread = threading.Thread(target=look, name="data-names", daemon=True)
    thread.start()
    thread.join(_left(until))
    if not found:
        raise TimeoutError
    if isinstance(found[0], Exception):
        raise found[0]
    return [(family, place) for family, _, _, _, place in found[0]]


def _is_local(address: str) -> bool:
    try:
        own = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(own, "ipv4_mapped", None) or own
    return any(mapped in network for network in LOCAL)


def _target(path: str, query: str) -> str:
    """What is asked for, with signs that may not stand in it written as they may."""
    asked = quote(path or "/", safe="/%:@!$&'()*+,;=~-._")
    return f"{asked}?{quote(query, safe='/?%:@!$&()*+,;=~-._')}" if query else asked


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url[:40]
    except ValueError:
        return url[:40]


FEED = Http
