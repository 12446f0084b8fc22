"""Pages of the library for the web client: an account's in the party's form, the book's and the board in a window."""
from trytond.i18n import gettext
from trytond.model import ModelView, fields
from trytond.pool import Pool
from trytond.transaction import Transaction
from trytond.wizard import Button, StateView, Wizard

from . import clock
from .engine import guard


def language():
    return 'nl' if (Transaction().language or '').startswith('nl') else 'en'


def page(company, **options):
    """A page as HTML, or None: then what is wrong is logged and stands in the configuration."""
    from rendabel import NotFound, NotYet
    with Transaction().set_user(0), Transaction().set_context(_check_access=False):
        configuration = Pool().get('rendabel.configuration').of(company)
        if configuration is None:
            return None
        with guard.watch('company %s' % company):
            try:
                return configuration.engine().report_get(clock.today(), language=language(), **options).body
            except (NotFound, NotYet):
                return None


def account_page(company, party):
    return page(company, account_id=str(party))


class Page(ModelView):
    "Rendabel Page"
    __name__ = 'rendabel.page'
    html = fields.Binary("Page", filename='name', readonly=True)
    name = fields.Char("Name", readonly=True)
    message = fields.Char("Message", readonly=True)


class BookReport(Wizard):
    "Rendabel Book"
    __name__ = 'rendabel.book'
    start_state = 'show'
    show = StateView('rendabel.page', 'rendabel.page_view_form', [Button("Close", 'end', 'tryton-close', default=True)])

    def default_show(self, names):
        html = page(Transaction().context.get('company'))
        return {'html': html, 'name': 'book.html', 'message': None if html else gettext('rendabel.msg_no_book')}
