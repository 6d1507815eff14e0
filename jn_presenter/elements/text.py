"""A paragraph of text."""

from typing import Annotated, ClassVar, Literal

from jn_presenter.draw.fitted_name import set_name
from jn_presenter.draw.grid import anchored
from jn_presenter.draw.setting import set_text
from jn_presenter.draw.still import Still
from jn_presenter.draw.unbroken import tears_word
from jn_presenter.model.element import Element, Env
from jn_presenter.model.fields import Colour, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.text import Text


class Paragraph(Element, frozen=True, kw_only=True):
    """One text, set at the size of its slot's role or of `role`."""

    about = "文字：一段文字，字号随所在位置，或由 role 决定"
    short: ClassVar[str] = "text"

    text: Annotated[Text, doc("文字", "the words")]
    role: Annotated[
        Literal["note", "caption", "body", "lead", "title", "statement"] | None,
        doc("字号等级；不写则由版式决定", "type role; the slot's own where absent"),
    ] = None
    colour: Annotated[Colour | None, doc("颜色", "colour")] = None
    bold: Annotated[bool, doc("加粗", "bold")] = False

    def fit(self, rect: Rect, env: Env) -> Still:
        role = self.role or env.role
        heavy = self.bold or env.bold or role in ("title", "statement")
        colour = env.style.colour(self.colour or env.colour)
        if env.least and not self.role:
            setting = set_name(self.text, env, rect, role, env.least, colour, bold=heavy)
        else:
            even = role in ("title", "statement", "lead")
            setting = set_text(self.text, env, rect.w, role, colour=colour, bold=heavy, balance=even)
        return Still(
            rect=rect,
            overflow=setting.block.height > rect.h + 0.5
            or setting.block.width > rect.w + 0.5
            or tears_word(setting.block, self.text, env, rect.w),
            findings=setting.findings,
            shown=(setting.mark("text", rect.x, anchored(rect, setting.block.height, env.anchor)),),
        )


ELEMENT = Paragraph
