"""A small client of a language server over stdin and stdout, as an editor is one: JSON-RPC behind lengths."""

import json
import os
import selectors
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

PATIENCE_S = 120.0
"""A server that says nothing for so long has hung."""
SETTINGS: dict[str, Any] = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
        "schemas": {},
    },
    "redhat": {"telemetry": {"enabled": False}},
}
"""What an editor answers when it is asked for its settings: nothing is fetched from anywhere."""
CAPABILITIES: dict[str, Any] = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}},
    },
}


class HungError(Exception):
    """The server neither answers nor ends."""


class Server:
    """A language server that runs for as long as the `with` block; `folder` is what the editor has open."""

    def __init__(self, command: Sequence[str], folder: Path, settings: dict[str, Any] = SETTINGS) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self._selector = selectors.DefaultSelector()
        assert self._process.stdout is not None
        self._selector.register(self._process.stdout, selectors.EVENT_READ)
        self._unread = b""
        self._settings = settings
        self._asked = 0
        self._found: dict[str, list[dict[str, Any]]] = {}
        self._versions: dict[str, int] = {}
        self._folder = folder

    def __enter__(self) -> "Server":
        folders = [{"uri": self._folder.as_uri(), "name": self._folder.name}]
        about = {"processId": os.getpid(), "rootUri": self._folder.as_uri(), "workspaceFolders": folders}
        self._request("initialize", about | {"capabilities": CAPABILITIES})
        self._tell("initialized", {})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self._request("shutdown", None)
            self._tell("exit", None)
        else:
            self._process.kill()
        self._process.wait(PATIENCE_S)
        self._selector.close()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def open(self, file: Path, text: str | None = None) -> list[dict[str, Any]]:
        """Show the server a file, or a text as if it were in it; the diagnostics that it has to say."""
        self.show(file, file.read_text(encoding="utf-8") if text is None else text)
        return self.said_of(file)

    def show(self, file: Path, text: str) -> None:
        """Open the file with that text, or have it say that now, without waiting for what is said of it.

        It is never closed: the empty diagnostics of a closed file could be taken for those of the next text.
        """
        uri = file.as_uri()
        self._found.pop(uri, None)
        version = self._versions[uri] = self._versions.get(uri, 0) + 1
        if version == 1:
            document = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
            self._tell("textDocument/didOpen", {"textDocument": document})
        else:
            document = {"uri": uri, "version": version}
            self._tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def said_of(self, file: Path) -> list[dict[str, Any]]:
        """The diagnostics of an open file, once there are any or none."""
        while file.as_uri() not in self._found:
            self._hear()
        return self._found[file.as_uri()]

    def complete(self, file: Path, line: int, column: int) -> list[dict[str, Any]]:
        """What it proposes at a place of an open file, from 0."""
        found = self._request("textDocument/completion", _at(file, line, column))
        return list(found["items"] if isinstance(found, dict) else found or ())

    def hover(self, file: Path, line: int, column: int) -> str:
        """What it says of what stands there."""
        found = self._request("textDocument/hover", _at(file, line, column))
        return str(found["contents"]["value"]) if found else ""

    def _request(self, method: str, about: Any) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": about})
        while True:
            message = self._hear()
            if message.get("id") == self._asked and "method" not in message:
                if "error" in message:
                    raise RuntimeError(message["error"]["message"])
                return message.get("result")

    def _tell(self, method: str, about: Any) -> None:
        self._send({"method": method, "params": about})

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._process.stdin.flush()

    def _hear(self) -> dict[str, Any]:
        """The next message, after what it asks for is answered and what it finds is kept."""
        head = self._until(b"\r\n\r\n").decode("ascii").lower()
        length = int(head.partition("content-length:")[2].splitlines()[0])
        message: dict[str, Any] = json.loads(self._exactly(length))
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._found[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method and "id" in message:
            wanted = message["params"].get("items", ()) if method == "workspace/configuration" else None
            answer = None if wanted is None else [self._settings.get(item.get("section", "")) or {} for item in wanted]
            self._send({"id": message["id"], "result": answer})
        return message

    def _until(self, mark: bytes) -> bytes:
        while mark not in self._unread:
            self._read()
        found, _, self._unread = self._unread.partition(mark)
        return found

    def _exactly(self, length: int) -> bytes:
        while len(self._unread) < length:
            self._read()
        found, self._unread = self._unread[:length], self._unread[length:]
        return found

    def _read(self) -> None:
        assert self._process.stdout is not None
        if not self._selector.select(PATIENCE_S):
            self._process.kill()
            raise HungError(f"nothing was said for {PATIENCE_S:.0f} s")
        more = os.read(self._process.stdout.fileno(), 1 << 16)
        if not more:
            raise HungError(f"the server ended with {self._process.wait()}")
        self._unread += more


def _at(file: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": column}}
