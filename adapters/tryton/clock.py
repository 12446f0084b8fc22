"""The only clock of this module, so that a test may stop it."""
import datetime


def now():
    """This moment, with its offset."""
    return datetime.datetime.now().astimezone()


def today():
    return now().date()
