"""What the wizards share: the company's configuration, the user as an agent, and failures told to him in a sentence."""
import datetime
from contextlib import contextmanager

from rendabel.host import reason_of
from trytond.i18n import gettext
from trytond.model.exceptions import ValidationError
from trytond.pool import Pool
from trytond.transaction import Transaction


class DeskError(ValidationError):
    pass


def configuration_in_use():
    """Of the user's company; DeskError where it has none."""
    configuration = Pool().get('rendabel.configuration').of(Transaction().context.get('company'))
    if configuration is None:
        raise DeskError(gettext('rendabel.msg_not_used'))
    return configuration


def agent_of(configuration):
    """The agent of this user: his login where he is an agent, or where the settings name none."""
    login = Pool().get('res.user')(Transaction().user).login
    if configuration.agents and login not in {agent.code for agent in configuration.agents}:
        raise DeskError(gettext('rendabel.msg_no_agent'))
    return login


def moment_text(value):
    """A day or a moment of the library as the user's language writes it; the moment at the library's own offset."""
    lang = Pool().get('ir.lang').get(Transaction().language)
    if len(value) == len('2026-11-23'):
        return lang.strftime(datetime.date.fromisoformat(value))
    return lang.strftime(datetime.datetime.fromisoformat(value), '%s %%H:%%M' % lang.date)


@contextmanager
def told(message):
    """What the library refuses, or that it cannot be reached, as a DeskError: findings by their own words."""
    from rendabel import BadInput, Failure, NotFound
    try:
        yield
    except BadInput as error:
        raise DeskError('\n'.join(finding.why for finding in error.findings))
    except NotFound:
        raise DeskError(gettext('rendabel.msg_no_customer'))
    except (Failure, OSError) as error:
        raise DeskError(gettext(message, why=reason_of(error)))
