from jn_presenter.model.text import Message
from jn_presenter.show.preflight.scripts import Script, script_check

ZH = Script("zh", Message("zh：甲", "zh: A"))
KO = Script("ko", Message("ko：没有", "ko: none"), Message("安装乙", "install B"))


def test_the_font_of_each_language_is_told():
    check = script_check((ZH,))
    assert (check.state, [item.what.en for item in check.items], check.todo) == ("green", ["zh: A"], None)


def test_a_language_without_a_font_is_wrong_and_says_what_to_do():
    check = script_check((ZH, KO))
    assert (check.state, check.todo) == ("wrong", Message("安装乙", "install B"))
    assert "1 language has no font" in check.said.en
