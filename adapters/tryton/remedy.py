"""Remedies: what the library proposes for a customer, what he answered, and what came of it.

An answer is a row of ours that the next snapshot brings, at once and ever again: where the library cannot be reached the
account waits, and nothing is lost. All of it is for those who may read invoices.
"""
from rendabel.host import known
from trytond.i18n import gettext
from trytond.model import ModelSQL, ModelView, fields
from trytond.model.exceptions import AccessError
from trytond.pool import Pool, PoolMeta
from trytond.transaction import Transaction
from trytond.wizard import Button, StateTransition, StateView, Wizard

from . import clock
from .changes import hooked
from .desk import configuration_in_use, told
from .engine import labels
from .reading import groups
from .report import language, may_see

CODES = ('reset_discount', 'raise_order_size', 'enforce_terms', 'charge_shipping', 'charge_small_order', 'shift_channel',
    'shift_invoice', 'replace_visits')
ANSWERS = [('offered', "Offered"), ('accepted', "Accepted"), ('refused', "Refused")]


class Remedy(hooked(lambda remedy: (remedy.party.id,)), ModelSQL, ModelView):
    "Rendabel Remedy"
    __name__ = 'rendabel.remedy'
    company = fields.Many2One('company.company', "Company", required=True, select=True, ondelete='CASCADE')
    party = fields.Many2One('party.party', "Party", required=True, select=True, ondelete='CASCADE')
    code = fields.Selection('get_codes', "Remedy", required=True)
    date = fields.Date("Date", required=True)
    status = fields.Selection(ANSWERS, "Answer", required=True)
    user = fields.Many2One('res.user', "Noted By", ondelete='SET NULL')

    @classmethod
    def __setup__(cls):
        super().__setup__()
        cls._order = [('date', 'DESC'), ('id', 'DESC')]

    @classmethod
    def get_codes(cls):
        found = labels('remedy', language())
        return [(code, found.get(code, code)) for code in CODES]


class ModelAccess(metaclass=PoolMeta):
    __name__ = 'ir.model.access'

    @classmethod
    def get_access(cls, models):
        """Whoever may not read invoices may not read what was agreed about a customer's result."""
        access = super().get_access(models)
        if 'rendabel.remedy' in models and Transaction().user and not may_see():
            access = dict(access, **{'rendabel.remedy': dict.fromkeys(('read', 'write', 'create', 'delete'), False)})
        return access


class Answers:
    """The answers of some parties, for their snapshots."""

    def __init__(self, reading):
        remedy = reading.table('rendabel.remedy')
        self.by_party = groups(reading.rows(lambda some: remedy.select(remedy.party, remedy.id, remedy.code, remedy.date,
            remedy.status, where=remedy.party.in_(some) & (remedy.company == reading.company), order_by=remedy.id),
            reading.parties))

    def of(self, party):
        return [known(id='R%s' % id, code=code, date=date, status=status)
            for _, id, code, date, status in self.by_party.get(party, [])]


class Line(ModelView):
    "Rendabel Remedy"
    __name__ = 'rendabel.remedies.line'
    code = fields.Selection('get_codes', "Remedy", readonly=True)
    effect = fields.Numeric("A Year", digits=(16, 2), readonly=True, help="What it brings on top of the plan before it.")
    result_after = fields.Numeric("Result After", digits=(16, 2), readonly=True)
    in_plan = fields.Boolean("In the Plan", readonly=True, help="Part of the least that makes the customer pay his way.")
    told = fields.Selection([(None, "")] + ANSWERS, "So Far", readonly=True)
    answer = fields.Selection([(None, "")] + ANSWERS, "Now")

    @classmethod
    def get_codes(cls):
        return Pool().get('rendabel.remedy').get_codes()


class Form(ModelView):
    "Rendabel Remedies"
    __name__ = 'rendabel.remedies.form'
    party = fields.Many2One('party.party', "Party", readonly=True)
    lines = fields.One2Many('rendabel.remedies.line', None, "Proposed")
    why = fields.Text("In Words", readonly=True)
    agreed = fields.Text("Agreed", readonly=True)


class Remedies(Wizard):
    "Rendabel Remedies"
    __name__ = 'rendabel.remedies'
    start_state = 'form'
    form = StateView('rendabel.remedies.form', 'rendabel.remedies_form_view_form', [
        Button("Cancel", 'end', 'tryton-cancel'), Button("Note", 'send', 'tryton-ok', default=True)])
    send = StateTransition()

    @staticmethod
    def _check():
        if not may_see():
            raise AccessError(gettext('rendabel.msg_not_for_you'))

    def default_form(self, names):
        self._check()
        with told('rendabel.msg_not_reached'), Transaction().set_context(_check_access=False):
            account = configuration_in_use().engine().account_get(
                str(self.record.id), clock.today(), language=language()).json()
        shown = (('code', 'code'), ('effect', 'effect'), ('result_after', 'result_after'), ('in_plan', 'in_plan'),
            ('told', 'status'))
        return {
            'party': self.record.id, 'agreed': '\n'.join(one['text'] for one in account['agreed']),
            'why': '\n'.join('• ' + one['text'] for one in account['remedies']),
            'lines': [{name: remedy[key] for name, key in shown} for remedy in account['remedies']]}

    def transition_send(self):
        self._check()
        user = Transaction().user
        with Transaction().set_user(0), Transaction().set_context(_check_access=False):
            company = configuration_in_use().company.id
            Pool().get('rendabel.remedy').create([{
                'company': company, 'party': self.form.party.id, 'code': line.code, 'date': clock.today(),
                'status': line.answer, 'user': user} for line in self.form.lines if line.answer and line.code])
        return 'end'

    def end(self):
        return 'reload'
