"""The interpreter's window: what is said now and next, in two languages side by side."""

from jn_presenter.qt.windows.interpreter.window import Interpreter as Interpreter
