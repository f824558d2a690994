"""What can be subscribed to, how often, and what somebody asks for."""

from enum import StrEnum


class Topic(StrEnum):
    """What somebody follows."""

    BOARD = "board"
    CASE = "case"
    NOTICE_BOARD = "noticeboard"
    SEARCH = "search"


class Frequency(StrEnum):
    """How often mail comes."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"


class Verb(StrEnum):
    """What the worker is asked to do."""

    ASK = "ask"
    CONFIRM = "confirm"
    END = "end"
    END_ALL = "end_all"
    CHANGE = "change"


class What(StrEnum):
    """What became public."""

    AGENDA = "agenda"
    CANCELLED = "cancelled"
    MINUTES = "minutes"
    NOTICE = "notice"
    ANNOUNCEMENT = "announcement"
    PROCLAMATION = "proclamation"
    ITEM = "item"
    POINT = "point"
    PAPER = "paper"
    FOLLOW_UP = "follow_up"


class AskAnswer(StrEnum):
    """What an address gets when somebody asks for a subscription to it."""

    CONFIRM = "confirm"
    REMIND = "remind"
    NOTHING = "nothing"
