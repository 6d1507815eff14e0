"""Colours by their names elsewhere, in English and Chinese, as the six digits that a deck has."""

import re

RGB = re.compile(r"rgba?\(\s*([0-9]{1,3})\s*[, ]\s*([0-9]{1,3})\s*[, ]\s*([0-9]{1,3})\s*(?:[,/].*)?\)")
NAMED = {
    "red": "#ff0000",
    "红": "#ff0000",
    "红色": "#ff0000",
    "green": "#008000",
    "绿": "#008000",
    "绿色": "#008000",
    "blue": "#0000ff",
    "蓝": "#0000ff",
    "蓝色": "#0000ff",
    "yellow": "#ffff00",
    "黄": "#ffff00",
    "黄色": "#ffff00",
    "orange": "#ffa500",
    "橙色": "#ffa500",
    "purple": "#800080",
    "紫色": "#800080",
    "white": "#ffffff",
    "白": "#ffffff",
    "白色": "#ffffff",
    "black": "#000000",
    "黑": "#000000",
    "黑色": "#000000",
    "gray": "#808080",
    "grey": "#808080",
    "灰": "#808080",
    "灰色": "#808080",
}
