"""The call list: today's calls as rows of Tryton, read anew from the library whenever somebody opens the list."""
import datetime

from rendabel.host import money
from trytond.model import ModelSQL, ModelView, fields
from trytond.pool import Pool
from trytond.pyson import Eval, Id, If
from trytond.transaction import Transaction

from . import clock
from .engine import engines, guard, labels
from .report import language, may_see

KEPT_DAYS = 30
STATES = [('open', "Open"), ('leased', "Being Called"), ('done', "Done"), ('withdrawn', "Withdrawn")]


class Call(ModelSQL, ModelView):
    "Rendabel Call"
    __name__ = 'rendabel.call'
    company = fields.Many2One('company.company', "Company", required=True, select=True, ondelete='CASCADE')
    date = fields.Date("Date", required=True, select=True)
    code = fields.Char("Call", required=True, select=True)
    party = fields.Many2One('party.party', "Party", required=True, select=True, ondelete='CASCADE')
    lane = fields.Selection([('now', "Now"), ('today', "Today")], "Lane")
    rank = fields.Integer("Rank")
    state = fields.Selection(STATES, "State", select=True)
    why = fields.Text("Why")
    phone = fields.Char("Phone")
    agent = fields.Char("Agent")
    rule = fields.Char("Rule", help="The rule of law that allows the call.")
    permission = fields.Function(fields.Char("Permission to Call"), 'get_permission')
    value = fields.Numeric("Value at Stake", digits=(16, 2))
    next_step = fields.Char("Next Step", readonly=True)
    pinned = fields.Boolean("Pinned", readonly=True)

    @classmethod
    def __setup__(cls):
        super().__setup__()
        cls._order = [('date', 'DESC'), ('lane', 'ASC'), ('rank', 'ASC')]
        cls._buttons.update({  # without icons: in the list their words are cut off
            'report': {'invisible': Eval('state').in_(['done', 'withdrawn']), 'depends': ['state']},
            'arrange': {'invisible': ~Id('rendabel', 'group_leader').in_(Eval('context', {}).get('groups', []))}})

    @classmethod
    @ModelView.button_action('rendabel.wizard_arrange')
    def arrange(cls, calls):
        pass

    @classmethod
    @ModelView.button_action('rendabel.wizard_outcome')
    def report(cls, calls):
        pass

    @classmethod
    def get_permission(cls, calls, name):
        """The rule in the reader's language, with its number."""
        words = labels('rule', language())
        return {call.id: '%s (%s)' % (words[call.rule], call.rule) if call.rule in words else call.rule for call in calls}

    def get_rec_name(self, name):
        return self.party.rec_name

    @classmethod
    def view_attributes(cls):
        return super().view_attributes() + [('/tree', 'visual', If(Eval('state').in_(['done', 'withdrawn']), 'muted',
            If(Eval('lane') == 'now', 'warning', '')))]

    @classmethod
    def take(cls, configuration, list_of_day):
        """Makes the rows of a day those of the library's list; others' days stay as they were."""
        company, day = configuration.company.id, datetime.date.fromisoformat(list_of_day['date'])
        Party = Pool().get('party.party')
        known = {row.code: row for row in cls.search([('company', '=', company), ('date', '=', day)])}
        parties = {party.id for party in Party.search([('id', 'in', [
            int(call['account_id']) for call in list_of_day['calls'] if call['account_id'].isdigit()])])}
        fresh, gone = [], labels('withdrawn', language())
        for call in list_of_day['calls']:
            if not call['account_id'].isdigit() or int(call['account_id']) not in parties:
                continue
            values = {
                'company': company, 'date': day, 'code': call['call_id'], 'party': int(call['account_id']),
                'lane': call['lane'], 'rank': call['rank'], 'state': call['state'], 'phone': call['phone'],
                'why': '\n'.join(reason['why'] for reason in call['reasons']), 'agent': call['agent'],
                'rule': call['permission']['rule'], 'value': money(call['value_at_stake']), 'pinned': bool(call['pinned'])}
            if call['state'] == 'withdrawn':
                values['next_step'] = gone.get(call['withdrawn_why'], call['withdrawn_why'])
            row = known.pop(call['call_id'], None)
            if row is None:
                fresh.append(values)
            else:
                row.renew(values)
        cls.create(fresh)
        cls.delete([row for row in known.values() if row.state != 'done'])
        cls.delete(cls.search([('company', '=', company), ('date', '<', day - datetime.timedelta(days=KEPT_DAYS))]))

    def renew(self, values):
        changed = {name: value for name, value in values.items()
            if name not in ('company', 'party') and getattr(self, name) != value}
        if changed:
            self.write([self], changed)

    @classmethod
    def refresh(cls, company):
        """Today's list as it is now. What is wrong is logged once; the rows then stay as they were."""
        Configuration = Pool().get('rendabel.configuration')
        with Transaction().set_user(0), Transaction().set_context(
                company=company, _check_access=False, active_test=False):
            configuration = Configuration.of(company)
            if configuration is None:
                return
            with guard.watch('company %s' % company) as watch:
                cls.take(configuration, configuration.engine().calls_plan(clock.today(), language=language()).json())
            if watch.failed:
                engines.forget(configuration.place)

    @classmethod
    def read(cls, ids, fields_names):
        """What a call is worth is for those who may see results."""
        rows = super().read(ids, fields_names)
        if 'value' in fields_names and not may_see():
            for row in rows:
                row['value'] = None
        return rows
