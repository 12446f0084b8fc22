"""Pages of the library for the web client: an account's in the party's form, the book's and the board in a window."""
from trytond.i18n import gettext
from trytond.model import ModelView, fields
from trytond.pool import Pool
from trytond.pyson import Eval
from trytond.transaction import Transaction
from trytond.wizard import Button, StateView, Wizard

from . import clock
from .desk import moment_text
from .engine import guard, labels


def may_see():
    """Results are for those who may read invoices."""
    pool = Pool()
    if not Transaction().user:
        return True
    try:
        pool.get('account.invoice')
    except KeyError:
        return True
    with Transaction().set_context(_check_access=True):  # Tryton lifts it in searches, and so do our wizards
        return bool(pool.get('ir.model.access').get_access(['account.invoice'])['account.invoice']['read'])


def language():
    return 'nl' if (Transaction().language or '').startswith('nl') else 'en'


def asked(company, question):
    """question(engine) of the company's library; None where the company does not use it, where it has nothing to say, and
    where it cannot be reached: that is logged and stands in the configuration."""
    from rendabel import NotFound, NotYet
    with Transaction().set_user(0), Transaction().set_context(company=company, _check_access=False):
        configuration = Pool().get('rendabel.configuration').of(company)
        if configuration is None:
            return None
        with guard.watch('company %s' % company):
            try:
                return question(configuration.engine())
            except (NotFound, NotYet):
                return None


def page(company, **options):
    """A page as HTML, or None."""
    return asked(company, lambda engine: engine.report_get(clock.today(), language=language(), **options).body)


def permission(company, party):
    """In a sentence whether we may telephone a party to sell; None where he is no customer."""
    def sentence(engine):
        said = engine.permission_get({'account_id': str(party), 'at': clock.now()}, language=language())
        text = '%s. %s (%s).' % (labels('allowed', language())[said['allowed']], said['text'], said['rule'])
        if said['allowed'] == 'not_now' and said['next_allowed']:
            text += '\n' + gettext('rendabel.msg_next_allowed', at=moment_text(said['next_allowed']))
        return text
    return asked(company, sentence)


def account_page(company, party):
    return page(company, account_id=str(party))


class Page(ModelView):
    "Rendabel Page"
    __name__ = 'rendabel.page'
    html = fields.Binary("Page", filename='name', readonly=True)
    name = fields.Char("Name", readonly=True)
    message = fields.Char("Message", readonly=True, states={'invisible': ~Eval('message')})


class PageWizard(Wizard):
    """A page of this company in a window, for those who may see results."""
    start_state = 'show'
    show = StateView('rendabel.page', 'rendabel.page_view_form', [Button("Close", 'end', 'tryton-close', default=True)])
    options, missing, results = {}, '', True

    def default_show(self, names):
        html = page(Transaction().context.get('company'), **self.options) if may_see() or not self.results else None
        return {'html': html, 'name': self.__name__ + '.html', 'message': None if html else gettext(self.missing)}


class BookReport(PageWizard):
    "Rendabel Book"
    __name__ = 'rendabel.book'
    missing = 'rendabel.msg_no_book'


class Board(PageWizard):
    "Rendabel Board"
    __name__ = 'rendabel.board'
    options, missing, results = {'part': 'board'}, 'rendabel.msg_no_board', False  # the leader's group decides
