"""A desktop's screen saver as programs know it: org.freedesktop.ScreenSaver on the session bus. It keeps the calls."""

import os
import threading
from types import TracebackType

from jeepney import HeaderFields, Message, MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.ScreenSaver"
COOKIE = 41
LOOK_S = 0.05


class ScreenSaver:
    """The service, from entering to leaving the context. `address`: the bus, by default the session's own.

    deaf: it takes calls and never answers.
    """

    def __init__(self, address: str = "", *, deaf: bool = False) -> None:
        self.calls: list[tuple[str, int]] = []
        """(Inhibit or UnInhibit, the cookie given or taken)."""
        self.called = threading.Event()
        self._deaf = deaf
        self._over = threading.Event()
        self._connection = open_dbus_connection(address or os.environ["DBUS_SESSION_BUS_ADDRESS"])
        self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> "ScreenSaver":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        self._connection.close()

    def _serve(self) -> None:
        while not self._over.is_set():
            try:
                message = self._connection.receive(timeout=LOOK_S)
            except TimeoutError:
                continue
            if message.header.message_type == MessageType.method_call:
                self._on_call(message)

    def _on_call(self, message: Message) -> None:
        what = message.header.fields[HeaderFields.member]
        if what == "Inhibit":
            self.calls.append((what, COOKIE))
            answer = new_method_return(message, "u", (COOKIE,))
        elif what == "UnInhibit":
            self.calls.append((what, message.body[0]))
            answer = new_method_return(message)
        else:
            answer = new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
        self.called.set()
        if not self._deaf:
            self._connection.send(answer)
