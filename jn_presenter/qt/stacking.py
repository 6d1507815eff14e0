"""Keeps the audience's window above the show's others, for as long as none of them is to be over it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

TRANSIENT_FOR = 68
"""The number of the atom WM_TRANSIENT_FOR, which X11 itself defines."""


def keep_above(window: QWidget, *, above: bool) -> None:
    """Whether the window is to be over all others of the program, whichever of them has the keys.

    On X11 a window manager moves the windows of a screen that is pulled onto another one before Qt hears of it; what
    it puts onto the audience's is under the picture there then. Elsewhere this does nothing. Qt itself cannot ask for
    it of a window that is up, and forgets it whenever it shows the window: to be called after that.
    """
    if QGuiApplication.platformName() != "xcb":
        return
    import ctypes

    from PySide6.QtGui import QNativeInterface  # as it is here; other systems have others

    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    native = application.nativeInterface()
    assert isinstance(native, QNativeInterface.QX11Application)
    # the connection that Qt uses, so that the server hears this after what Qt has said
    x11, server = ctypes.CDLL("libX11.so.6"), ctypes.c_void_p(native.display())
    this = ctypes.c_ulong(int(window.winId()))
    if above:
        # transient for the root window means for all of its group (EWMH); unlike "above", it counts over fullscreen
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        x11.XSetTransientForHint(server, this, ctypes.c_ulong(x11.XDefaultRootWindow(server)))
    else:
        x11.XDeleteProperty(server, this, ctypes.c_ulong(TRANSIENT_FOR))
    x11.XFlush(server)
    if above:
        window.raise_()
