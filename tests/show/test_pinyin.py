import pytest
from pypinyin import lazy_pinyin

from jn_presenter.draw.texts import texts
from jn_presenter.load import load_deck
from jn_presenter.paths import shipped_slides
from jn_presenter.show.pinyin import syllables


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("江宁开发区", "jiang ning kai fa qu"),
        ("重庆的重量", "chong qing de zhong liang"),
        ("银行行长", "yin hang hang zhang"),
        ("绿化", "lv hua"),
        ("", ""),
    ],
)
def test_a_character_is_read_as_in_its_phrase_without_tone(words, read):
    assert " ".join(syllables(words)) == read


def test_what_is_no_chinese_has_no_reading_and_keeps_its_place():
    assert syllables("A江1 カ宁") == ("", "jiang", "", "", "", "ning")


def test_readings_are_the_librarys_own_on_every_text_of_the_shipped_briefing():
    deck = load_deck(shipped_slides()).deck
    found = (words for slide in deck.slides.values() for text in texts(slide, deck.facts) for _, words in text.variants)
    differing = {
        (words[max(0, k - 3) : k + 4], ours, theirs)
        for words in found
        for k, (ours, theirs) in enumerate(zip(syllables(words), lazy_pinyin(words, errors=list), strict=True))
        if ours and ours != theirs
    }
    assert differing == set()
