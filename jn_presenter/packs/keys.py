"""Pairs of keys: the private one stays in an office, the public one stands in the settings of its kiosks. Ed25519.

https://www.rfc-editor.org/rfc/rfc8032
"""

from typing import TYPE_CHECKING

from jn_presenter.model.kiosk import PACK_KEY
from jn_presenter.packs.refusal import RefusedError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

CONTEXT = b"jn-presenter pack 1\n"
"""Stands before what is signed, so that no signature of this key for anything else is one of a pack."""
SIGNATURE_SIZE = 64
MOST_FILE = 4096
"""Bytes of a file with a private key."""


def new_private() -> bytes:
    """A new private key as a PEM file."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    return Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def private_of(content: bytes) -> "Ed25519PrivateKey":
    """The key in a PEM file. Raises RefusedError."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        found = load_pem_private_key(content, None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        found = None
    if not isinstance(found, Ed25519PrivateKey):
        raise RefusedError(
            "no-key",
            "这不是私钥文件；请用 jn-presenter pack --new-key 名称 生成",
            "this is no file with a private key; jn-presenter pack --new-key NAME makes one",
        )
    return found


def public_of(private: "Ed25519PrivateKey") -> str:
    """The public key as one word, `ed25519-` and 64 hexadecimal digits."""
    return f"ed25519-{private.public_key().public_bytes_raw().hex()}"


def signed(content: bytes, private: "Ed25519PrivateKey") -> bytes:
    """The signature of those bytes."""
    return private.sign(CONTEXT + content)


def is_signed(content: bytes, signature: bytes, key: str) -> bool:
    """Whether the signature is that of the public `key`, as one word. Raises RefusedError for what is no key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    found = PACK_KEY.fullmatch(key)
    if found is None:
        raise RefusedError(
            "bad-key",
            "本机设置里 packs: key: 不是公钥；jn-presenter pack --new-key 会写出这一行",
            "packs: key: in the settings here is no public key; jn-presenter pack --new-key prints that line",
        )
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(found[1])).verify(signature, CONTEXT + content)
    except (InvalidSignature, ValueError):
        return False
    return True
