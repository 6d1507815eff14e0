"""All texts of a file of a deck: where the words of each language stand, and what they are to an editor."""

from msgspec import Struct

from jn_presenter.edit.document import Document, tree
from jn_presenter.edit.leaves import Leaf, leaves, under
from jn_presenter.load.nodes import Mapping, Node, Scalar
from jn_presenter.load.words import absent
from jn_presenter.model.glossary import Term
from jn_presenter.model.problem import Span
from jn_presenter.model.text import PLAIN, Message, Text


class Wording(Struct, frozen=True):
    """The words of a text in one language. language: empty for those that read the same in all.

    path: of the scalar in its file, as `points.2.zh`. words: as the deck has them, line ends as `\\n`.
    """

    language: str
    path: str
    words: str
    span: Span


class TextOf(Struct, frozen=True):
    """One text. path: of the value in its file, as `points.2`. label: what it is, as 要点 2."""

    path: str
    label: Message
    span: Span
    wordings: tuple[Wording, ...]

    def get(self, language: str) -> Wording | None:
        """The words of exactly that language."""
        return next((one for one in self.wordings if one.language == language), None)


def texts_of(document: Document, languages: tuple[str, ...]) -> tuple[TextOf, ...]:
    """The texts of a slide's file, a theme's, or of the briefing, facts, glossary or questions, as they stand in it.

    languages: the briefing's. None of a file that cannot be read as YAML.
    """
    texts = [
        TextOf(leaf.path, leaf.label, _span(leaf.node), words)
        for leaf in leaves(document.file, tree(document))
        if leaf.type in (Text, Term) and (words := wordings(leaf, languages))
    ]
    return tuple(sorted(texts, key=lambda text: text.span.start))


def wordings(leaf: Leaf, languages: tuple[str, ...]) -> tuple[Wording, ...]:
    """The words of a text or a term in each language that it has; none where nothing is said."""
    node = leaf.node
    if isinstance(node, Scalar) and leaf.type is Text and not absent(node):
        return (_wording(node, PLAIN, leaf.path),)
    entries = node.entries if isinstance(node, Mapping) else ()
    return tuple(
        _wording(value, key.value, under(leaf.path, key.value))
        for key, value in entries
        if key.value in languages and isinstance(value, Scalar)
    )


def _wording(node: Scalar, language: str, path: str) -> Wording:
    words = node.value.rstrip("\n") if node.style in ("|", ">") else node.value
    return Wording(language, path, words, _span(node))


def _span(node: Node) -> Span:
    return Span(node.line, node.column, node.start, node.end)
