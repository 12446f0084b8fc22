"""The only clock of this module, so that a test may stop it. Tryton runs in UTC; days and hours of calling are the company's."""
import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from trytond.pool import Pool
from trytond.transaction import Transaction


@lru_cache(maxsize=None)
def machine_zone():
    """The machine's own zone, past the TZ=UTC that Tryton sets for its process."""
    try:
        with open('/etc/localtime', 'rb') as file:
            return ZoneInfo.from_file(file)
    except (OSError, ValueError):
        return datetime.timezone.utc


def zone():
    """The time zone of the company in the context (Tryton offers them where pytz is installed), else the machine's."""
    company = Transaction().context.get('company')
    with Transaction().set_context(_check_access=False):
        name = Pool().get('company.company')(company).timezone if company else None
    try:
        return ZoneInfo(name) if name else machine_zone()
    except ZoneInfoNotFoundError:
        return machine_zone()


def now():
    """This moment, with the offset of the company."""
    return datetime.datetime.now(zone())


def today():
    return now().date()
