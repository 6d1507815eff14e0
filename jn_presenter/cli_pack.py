"""The command `pack`: makes a signed pack of a deck, a pair of keys, or tells what a pack is."""

import os
import sys
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from jn_presenter.durable import read
from jn_presenter.model.options import OptionError, PackOptions
from jn_presenter.model.text import Message
from jn_presenter.packs.refusal import RefusedError
from jn_presenter.terminal import say, worded

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from jn_presenter.packs.manifest import Manifest

DONE, REFUSED = 0, 1
MOST_LISTED = 10
KEY_SUFFIX = ".key"


def run(options: PackOptions, errors: Callable[[], int]) -> int:
    """Do it; the exit code: 0 done, 1 the deck has errors, or the pack would not be taken. Raises OptionError.

    errors: checks the deck, says what is wrong with it, and counts its errors.
    """
    try:
        import cryptography  # noqa: F401  # most who present do without
    except ImportError:
        raise OptionError(
            Message(
                "缺少签名组件；请运行 pip install 'jn-presenter[pack]'，或用 python3 run.py pack",
                "what signs packs is not installed: pip install 'jn-presenter[pack]', or use python3 run.py pack",
            )
        ) from None
    try:
        if options.take:
            return _take()
        if options.new_key:
            return _new_key(Path(options.new_key))
        return _verify(options) if options.verify else _make(options, errors)
    except RefusedError as error:
        raise OptionError(error.refusal.message) from None


def _make(options: PackOptions, errors: Callable[[], int]) -> int:
    from jn_presenter.packs.keys import MOST_FILE, private_of
    from jn_presenter.packs.making import files_of
    from jn_presenter.packs.version import by_time, is_version

    version = options.version or by_time(datetime.now(timezone.utc))
    if not is_version(version):
        raise OptionError(
            Message(
                f"--version {version}：请写数字，如 7 或 2.10", f"--version {version}: write numbers, such as 7 or 2.10"
            )
        )
    try:
        private = private_of(read(Path(options.key), MOST_FILE))
    except OSError as error:
        raise _unusable(error, options.key) from None
    if count := errors():
        say(Message(f"有 {count} 个错误，没有打包", f"nothing was packed; errors: {count}"))
        return REFUSED
    folder, output = Path(options.deck), Path(options.output)
    try:
        found = files_of(folder)
        manifest = _written(folder, found.names, version, private, output)
    except OSError as error:
        raise _unusable(error, options.output) from None
    _say_left(found.left)
    _say_content(manifest)
    print(output)
    return DONE


def _written(
    folder: Path, names: tuple[str, ...], version: str, private: "Ed25519PrivateKey", output: Path
) -> "Manifest":
    """A pack that was read once before it has its name: a stick pulled out too early has none that looks whole."""
    from jn_presenter.packs.keys import public_of
    from jn_presenter.packs.making import make
    from jn_presenter.packs.taking import whole

    part = output.with_name(f".{output.name}.part")
    try:
        with part.open("wb") as out:
            manifest = make(folder, names, version, private, out)
            out.flush()
            os.fsync(out.fileno())
        whole(part, public_of(private))
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _new_key(path: Path) -> int:
    from jn_presenter.packs.keys import new_private, private_of, public_of

    path = path if path.suffix == KEY_SUFFIX else path.with_name(path.name + KEY_SUFFIX)
    content = new_private()
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
    except FileExistsError:
        raise OptionError(
            Message(f"{path} 已存在，没有改动", f"{path} is there already; nothing was changed")
        ) from None
    except OSError as error:
        raise _unusable(error, str(path)) from None
    say(Message(f"私钥：{path}，请妥善保管，不要给别人", f"the private key is {path}; keep it, and give it to nobody"))
    say(Message("把这一行写进一体机设置的 packs: 下面：", "write this line below packs: in the settings of the kiosk:"))
    print(f"  key: {public_of(private_of(content))}")
    return DONE


def _verify(options: PackOptions) -> int:
    """Whether a kiosk with that key would take it, as far as that is the pack's doing."""
    from jn_presenter.load.kiosk_settings import owner_settings, read_settings
    from jn_presenter.packs.taking import named_key, whole

    file = Path(options.verify)
    settings = read_settings(Path(options.settings) if options.settings else owner_settings()).settings
    trusted = _public(options.key) or settings.packs.key
    key = trusted or named_key(file)
    try:
        manifest = whole(file, key)
    except RefusedError as error:
        print(worded(Message("不会被接收：", "it would not be taken:")))
        print(worded(error.refusal.message))
        return REFUSED
    _say_content(manifest, sys.stdout)
    print(worded(Message(f"签名：{manifest.key}", f"signed: {manifest.key}")))
    if trusted:
        print(
            worded(
                Message("会被接收，只要比正在放映的新", "it would be taken where it is newer than what is shown"),
            )
        )
        return DONE
    print(worded(Message("没有可对照的公钥；用 --key 写明", "there is no key to compare with; --key names one")))
    return REFUSED


def _public(key: str) -> str:
    """The public key that is meant: itself, or that of a file with the private one. Raises OptionError."""
    from jn_presenter.model.kiosk import PACK_KEY
    from jn_presenter.packs.keys import MOST_FILE, private_of, public_of

    if not key or PACK_KEY.fullmatch(key):
        return key
    try:
        return public_of(private_of(read(Path(key), MOST_FILE)))
    except OSError:
        raise OptionError(
            Message(
                f"--key {key[:60]}：请写公钥，ed25519-…，或私钥文件",
                f"--key {key[:60]}: write the public key, ed25519-…, or the file with the private one",
            )
        ) from None


def _take() -> int:
    """For the show of a kiosk: a job as JSON on stdin, what came of it on stdout."""
    from jn_presenter.packs.errand import answer

    sys.stdout.buffer.write(answer(sys.stdin.buffer.read(1 << 20)))
    return DONE


def _say_content(manifest: "Manifest", stream: TextIO | None = None) -> None:
    size = manifest.size / 1e6
    message = Message(
        f"{manifest.deck}，版本 {manifest.version}：{len(manifest.files)} 个文件，{size:.1f} MB",
        f"{manifest.deck}, version {manifest.version}: files: {len(manifest.files)}, {size:.1f} MB",
    )
    print(worded(message), file=stream or sys.stderr)


def _say_left(left: tuple[str, ...]) -> None:
    """Nobody shall miss that a draft is missing."""
    if left:
        listed = ", ".join(left[:MOST_LISTED]) + (" …" if len(left) > MOST_LISTED else "")
        say(
            Message(
                "没有放进去（草稿、来访、隐藏和临时文件）：", "left out (drafts, visits, hidden and temporary files):"
            )
        )
        print(f"  {listed}", file=sys.stderr)


def _unusable(error: OSError, path: str) -> OptionError:
    words, place = error.strerror or type(error).__name__, error.filename or path
    return OptionError(Message(f"{place}：{words}", f"{place}: {words}"))
