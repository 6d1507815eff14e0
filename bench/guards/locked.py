"""The lock: what keys, mice, fingers and window managers cannot do."""

from bench.guards.guard import guards

REACHES_NOBODY = "test_menus_drops_wheel_zoom_and_input_methods_reach_no_widget"

LOCKED = (
    *guards(
        "qt/windows/kiosk/locked.py",
        "qt/windows/kiosk/test_locked.py",
        *(
            (name, f"        Type.{kind},\n", "", REACHES_NOBODY)
            for name, kind in (
                ("context menus", "ContextMenu"),
                ("the wheel", "Wheel"),
                ("zoom and turn by a touch pad", "NativeGesture"),
                ("gestures of the tool kit", "Gesture"),
                ("files are dragged in", "DragEnter"),
                ("files are dragged over", "DragMove"),
                ("files are dropped", "Drop"),
                ("files are opened", "FileOpen"),
                ("input methods open their windows", "InputMethod"),
                ("shortcuts are claimed", "ShortcutOverride"),
                ("shortcuts act", "Shortcut"),
                ("keys that are let go act", "KeyRelease"),
                ("tips pop up", "ToolTip"),
                ("what's this", "WhatsThis"),
                ("asking what's this", "QueryWhatsThis"),
                ("entering what's this", "EnterWhatsThisMode"),
                ("help", "HelpRequest"),
                ("the frame of the window is pressed", "NonClientAreaMouseButtonPress"),
            )
        ),
        (
            "Alt+F4 and whoever else closes the window",
            "        event.ignore()\n        return True",
            "        return False",
            "test_the_lock_alone_keeps_it_open",
        ),
        (
            "keys with Ctrl, Alt or Shift act",
            "if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):",
            "if False:",
            "test_no_other_key_does_anything",
        ),
        (
            "keys that are not listed act",
            "command, stand = KEYS.get(event.key()), self._store.state.kiosk",
            'command, stand = KEYS.get(event.key(), "next"), self._store.state.kiosk',
            "test_no_other_key_does_anything",
        ),
        (
            "keys act behind the staff's pad",
            "if command is None or stand is None or stand.staff:",
            "if command is None or stand is None:",
            "test_no_other_key_does_anything",
        ),
        (
            "a book on the keyboard keeps the kiosk awake",
            " or event.isAutoRepeat():",
            ":",
            "test_a_book_on_the_keyboard_keeps_nobody_there",
        ),
        (
            "what goes wrong in a filter lets the event through",
            "except Exception:\n            log.exception",
            "except KeyError:\n            log.exception",
            "test_an_event_that_goes_wrong_reaches_nobody_either",
        ),
        (
            "a window that was made small stays small",
            "            self._hands.rest()\n        self._back()",
            "            self._hands.rest()",
            "test_a_window_made_small_or_hidden_comes_back",
        ),
        (
            "the system's own window is not locked",
            "            handle.installEventFilter(self)",
            "            pass",
            REACHES_NOBODY,
        ),
    ),
    *guards(
        "qt/windows/kiosk/window.py",
        "qt/windows/kiosk/test_window.py",
        (
            "the window itself lets itself be closed",
            "event.setAccepted(self._store.state.leaving)",
            "event.accept()",
            "test_only_the_show_itself_ends_it",
        ),
        (
            "slides behind the pad answer",
            "if not inside or stand is None or stand.staff or stand.phase",
            "if not inside or stand is None or stand.phase",
            "qt/windows/kiosk/test_behind_the_pad.py::test_no_slide_answers_behind_the_staffs_pad",
        ),
    ),
    *guards(
        "qt/windows/kiosk/pane.py",
        "qt/windows/kiosk/test_window.py",
        (
            "the window itself has a menu",
            "        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)\n",
            "",
            "test_it_opens_no_menu_and_takes_nothing_that_is_dropped",
        ),
        (
            "the window itself takes what is dropped",
            "self.setAcceptDrops(False)",
            "self.setAcceptDrops(True)",
            "test_it_opens_no_menu_and_takes_nothing_that_is_dropped",
        ),
    ),
    *guards(
        "qt/windows/kiosk/hands.py",
        "qt/windows/kiosk/test_hands.py",
        (
            "a button that is another one by then is pressed",
            "if target is None or target.key != tap.key:",
            "if target is None:",
            "test_a_button_that_is_another_one_by_then_is_not_pressed",
        ),
        (
            "the other buttons of a mouse act",
            "        elif event.button() != LEFT:\n            return\n",
            "",
            "test_the_left_button_of_a_mouse_is_a_finger_and_no_other",
        ),
        (
            "two touch screens are mixed up",
            "self._feel(device + point.id(), ",
            "self._feel(point.id(), ",
            "test_two_touch_screens_that_number_their_fingers_alike_are_not_mixed_up",
        ),
        (
            "dirt on the glass keeps the kiosk awake",
            'if kind == "down" or (kind == "move" and moves):',
            "if True:",
            "test_whoever_goes_on_touching_is_not_sent_away_and_dirt_on_the_glass_is",
        ),
    ),
    *guards(
        "show/kiosk/gestures.py",
        "show/kiosk/test_gestures.py",
        (
            "a long press acts",
            "taps = passed < LONG_MS and (",
            "taps = (",
            "test_a_button_does_not_answer_a_long_press",
        ),
        (
            "fingers of one hand each mean something",
            'near = [] if new.void or new.on == "button" else [track for track in here if _is_of_one_hand(track, new)]',
            "near: list[Track] = []",
            "test_a_pinch_means_nothing test_three_fingers_and_more_mean_nothing",
        ),
        (
            "a pinch turns slides",
            "        hands = _pinched(hands, moved)\n",
            "        pass\n",
            "test_a_pinch_that_began_on_a_dragged_chart_stops_it test_a_pinch_means_nothing",
        ),
        (
            "a stroke from the edge of the screen acts",
            "if not track.first or track.edge:",
            "if not track.first:",
            "test_what_is_none_of_these_means_nothing",
        ),
        (
            "the touch that wakes presses what then appears",
            'dead = touch.on == "dead" or any(track.on == "dead" for track in here)',
            "dead = False",
            "test_the_touch_that_wakes_the_kiosk_presses_nothing_that_then_appears",
        ),
        (
            "two fingers press a button twice",
            "void=dead or _is_second_press(here, touch),",
            "void=dead,",
            "test_two_fingers_on_one_button_press_it_once",
        ),
        (
            "a short touch of the corner asks for the PIN",
            "if track.corner and now_ms - track.ms >= HOLD_MS:",
            "if track.corner:",
            "test_less_than_that_holds_nothing",
        ),
        (
            "a finger that only passes the corner holds it",
            "corner=track.corner and not away,",
            "corner=track.corner,",
            "test_less_than_that_holds_nothing",
        ),
        (
            "fingers without number are followed",
            "if not inside or len(hands.tracks) >= MOST:",
            "if not inside:",
            "test_fingers_beyond_any_number_are_not_followed",
        ),
        (
            "a finger whose lifting was lost rests for ever",
            "if now_ms - track.heard_ms > LOST_MS:",
            "if False:",
            "test_a_lost_lifting_is_made_up_for",
        ),
    ),
)
