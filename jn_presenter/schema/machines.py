"""The files of a machine's owner: kiosk.yaml, and a user's own keys.yaml."""

from jn_presenter.load.hours import CLOSED, DAILY, DAYS, MOST, WRITTEN
from jn_presenter.model.kiosk import PACK_KEY, Settings
from jn_presenter.schema import scalars
from jn_presenter.schema.types import Definitions, mapping
from jn_presenter.schema.words import Schema, told
from jn_presenter.show.commands import COMMANDS


def kiosk(parts: Definitions) -> Schema:
    """kiosk.yaml, the settings of the machine."""
    schema = mapping(Settings, parts, more={"hours": _hours()})
    packs = parts.made["kiosk.Packs"]
    key = packs["properties"]["key"]
    form = scalars.matching(rf"^({PACK_KEY.pattern})?$", "公钥，ed25519-…", "the key, ed25519-…")
    packs["properties"]["key"] = {"description": key["description"], **form}
    packs["dependencies"] = {"folders": ["key"], "key": ["folders"]}
    display = parts.made["kiosk.Display"]
    display["if"] = {"required": ["power"], "properties": {"power": {"const": "command"}}}
    display["then"] = {"required": ["on", "off"]}
    display["else"] = {"properties": {key: {"maxItems": 0} for key in ("on", "off")}}
    return schema


def _hours() -> Schema:
    """Times by days: `mon-fri: 09:00-17:30`, `sat: [09:00-12:00, 13:00-16:00]`, `sun: closed`."""
    day, daily, closed = (scalars.any_case(names) for names in (DAYS, [DAILY], [CLOSED]))
    wrong = "写成 09:00-17:30，休息日写 closed", "write 09:00-17:30, or closed"
    time = scalars.matching(scalars.whole(WRITTEN.pattern), *wrong)
    times: Schema = {
        "anyOf": [
            scalars.matching(scalars.whole(rf"{WRITTEN.pattern}|\s*{closed}\s*"), *wrong),
            {"type": "array", "items": time, "maxItems": MOST},
            {"type": "string", "enum": [CLOSED]},
        ]
    }
    return {
        "type": "object",
        "properties": dict.fromkeys((DAILY, "mon-fri", *DAYS), times),
        "patternProperties": {rf"^\s*({daily}|({day})(\s*-\s*({day}))?)\s*$": times},
        "additionalProperties": False,
    }


def keys(_parts: Definitions) -> Schema:
    """keys.yaml: the commands that a key can call."""
    key: Schema = {"type": ["string", "number"]}
    value: Schema = {"anyOf": [key, {"type": "array", "items": key}]}
    return {
        "type": "object",
        "properties": {
            name: {"description": told(command.help), **value}
            for name, command in COMMANDS.items()
            if not command.needs
        },
        "additionalProperties": False,
    }
