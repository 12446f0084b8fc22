"""The party: fields that Tryton lacks and we may be told, the hook on save, and what the library says of it."""
from decimal import Decimal

from trytond.ir import queue
from trytond.model import ModelView, fields
from trytond.pool import Pool, PoolMeta
from trytond.pyson import Eval, If
from trytond.tools import grouped_slice
from trytond.transaction import Transaction

from .changes import actions, hooked
from .engine import Savepoint, guard, labels
from .refusals import accounts_of, check_kept
from .report import account_page, language, may_see, permission


class Party(hooked(lambda party: (party.id,)), metaclass=PoolMeta):
    __name__ = 'party.party'
    rendabel_person_kind = fields.Selection([(None, ""), ('legal', "Legal Person"), ('natural', "Natural Person")],
        "Person Kind", help="A sole trader, partnership (vof, maatschap, cv) or consumer is a natural person; so is who we "
        "do not know. It decides whether the law allows a call.")
    rendabel_do_not_call = fields.Boolean("Do Not Call")
    rendabel_objected_on = fields.Date("Objected On", help="Objection to marketing, by any channel.")
    rendabel_opt_out_offered_on = fields.Date("Opt-Out Offered On")
    rendabel_strategic = fields.Boolean("Strategic", help="Kept whatever it earns.")
    rendabel_contract_until = fields.Date("Contract Until")
    rendabel_permission = fields.Function(fields.Text("Permission to Call"), 'get_rendabel_permission')
    rendabel_consents = fields.One2Many('rendabel.consent', 'party', "Consents")
    rendabel_verdict = fields.Function(fields.Selection('get_rendabel_verdicts', "Verdict", readonly=True), 'get_rendabel',
        searcher='search_rendabel')
    rendabel_net_revenue = fields.Function(fields.Numeric("Net Revenue", digits=(16, 2)), 'get_rendabel',
        searcher='search_rendabel')
    rendabel_net_result = fields.Function(fields.Numeric("Net Result", digits=(16, 2)), 'get_rendabel',
        searcher='search_rendabel')
    rendabel_net_margin = fields.Function(fields.Numeric("Net Margin (%)", digits=(16, 2)), 'get_rendabel')
    rendabel_layer = fields.Function(fields.Char("Layer"), 'get_rendabel', searcher='search_rendabel')
    rendabel_flags = fields.Function(fields.Char("Flags"), 'get_rendabel', searcher='search_rendabel')
    rendabel_remedies = fields.One2Many('rendabel.remedy', 'party', "Answers to Remedies", readonly=True)
    rendabel_page = fields.Function(fields.Binary("Page", filename='rendabel_page_name'), 'get_rendabel_page')
    rendabel_page_name = fields.Function(fields.Char("Page Name"), 'get_rendabel_page_name')

    @classmethod
    def __setup__(cls):
        super().__setup__()
        cls._buttons.update({'rendabel_answer': {'invisible': ~Eval('rendabel_verdict'), 'depends': ['rendabel_verdict'],
            'icon': 'tryton-ok'}})

    @classmethod
    @ModelView.button_action('rendabel.wizard_remedies')
    def rendabel_answer(cls, parties):
        pass

    @classmethod
    def get_rendabel_verdicts(cls):
        found = labels('verdict', language())
        codes = ('prospect', 'inactive', 'unknown', 'healthy', 'watch', 'hold', 'repair', 'goodbye')
        return [(None, "")] + [(code, found.get(code, code)) for code in codes]

    @classmethod
    def _rendabel_rows(cls, parties):
        Account = Pool().get('rendabel.account')
        company = Transaction().context.get('company')
        if not company or not may_see():
            return {}
        found = {}
        with Transaction().set_user(0), Transaction().set_context(_check_access=False):
            for some in grouped_slice(parties):
                for row in Account.search([('company', '=', company), ('party', 'in', [party.id for party in some])]):
                    found[row.party.id] = row
        return found

    @classmethod
    def get_rendabel(cls, parties, names):
        rows = cls._rendabel_rows(parties)
        answer = {name: dict.fromkeys([party.id for party in parties]) for name in names}
        flags, layers = (labels(group, language()) if rows else {} for group in ('flag', 'layer'))
        for id, row in rows.items():
            shown = {'verdict': row.verdict, 'net_revenue': row.net_revenue, 'net_result': row.net_result,
                'net_margin': None if row.net_margin_bp is None else Decimal(row.net_margin_bp) / 100,
                'layer': layers.get(row.layer, row.layer),
                'flags': ', '.join(flags.get(code, code) for code in (row.flags or '').split())}
            for name in names:
                answer[name][id] = shown[name[len('rendabel_'):]]
        return answer

    @classmethod
    def search_rendabel(cls, name, clause):
        """By the row of this company; codes, or words of the reader's language, for layer and flags."""
        Account = Pool().get('rendabel.account')
        if not may_see():
            return [('id', '=', -1)]
        field, operator, value = name[len('rendabel_'):], clause[1], clause[2]
        with Transaction().set_user(0), Transaction().set_context(_check_access=False):
            rows = Account.search([('company', '=', Transaction().context.get('company')), (field, operator, value)])
        return [('id', 'in', [row.party.id for row in rows])]

    @classmethod
    def _order_rendabel(cls, tables, name):
        Account = Pool().get('rendabel.account')
        table, _ = tables[None]
        if 'rendabel' not in tables:
            account = Account.__table__()
            company = Transaction().context.get('company') or -1
            tables['rendabel'] = {None: (account, (account.party == table.id) & (account.company == company))}
        account, _ = tables['rendabel'][None]
        return [getattr(account, name)]

    @classmethod
    def order_rendabel_net_result(cls, tables):
        return cls._order_rendabel(tables, 'net_result')

    @classmethod
    def order_rendabel_net_revenue(cls, tables):
        return cls._order_rendabel(tables, 'net_revenue')

    @classmethod
    def order_rendabel_verdict(cls, tables):
        return cls._order_rendabel(tables, 'verdict')

    def get_rendabel_permission(self, name):
        """Whether we may telephone him to sell, at this moment, by which rule, and when next."""
        company = Transaction().context.get('company')
        return permission(company, self.id) if company else None

    def get_rendabel_page(self, name):
        company = Transaction().context.get('company')
        return account_page(company, self.id) if company and may_see() else None

    def get_rendabel_page_name(self, name):
        return 'rendabel.html'

    @classmethod
    def view_attributes(cls):
        colour = If(Eval('rendabel_verdict') == 'goodbye', 'danger',
            If(Eval('rendabel_verdict').in_(['repair', 'hold']), 'warning',
                If(Eval('rendabel_verdict') == 'healthy', 'success', '')))
        return super().view_attributes() + [
            ('/tree/field[@name="rendabel_verdict"]', 'visual', colour),
            ('//page[@id="rendabel_remedies"]', 'states', {'invisible': ~Eval('rendabel_verdict')}),
            ('/tree/field[@name="rendabel_net_result"]', 'visual', If(Eval('rendabel_net_result', 0) < 0, 'danger', ''))]

    @classmethod
    def write(cls, parties, values, *args):
        for some, new in actions(parties, values, args):
            check_kept(some, new)
        super().write(parties, values, *args)

    @classmethod
    def copy(cls, parties, default=None):
        """Another customer has consented to nothing; what was refused is refused by him too until somebody asks."""
        default = dict(default or {})
        for name in ('consents', 'remedies', 'opt_out_offered_on'):
            default.setdefault('rendabel_' + name)
        return super().copy(parties, default=default)

    @classmethod
    def delete(cls, parties):
        """Our rows go first, by us: the user may not touch them. The night erases him in the stores."""
        pool, ids = Pool(), [party.id for party in parties]
        with guard.watch('delete'), Savepoint(), Transaction().set_user(0), Transaction().set_context(
                _check_access=False, rendabel_party_goes=True):
            for name in ('rendabel.account', 'rendabel.call', 'rendabel.consent'):
                Model = pool.get(name)
                Model.delete(Model.search([('party', 'in', ids)]))
        super().delete(parties)

    @classmethod
    def rendabel_hand_over(cls, parties):
        """The queue's task after a change: one snapshot a party and company, and of each account where he is a contact."""
        pool = Pool()
        Configuration, Account = pool.get('rendabel.configuration'), pool.get('rendabel.account')
        ids = {party.id for party in parties}
        for some in grouped_slice(parties):
            with guard.watch('contacts'), Savepoint():
                ids |= accounts_of([party.id for party in some])
        hand_over = Account.hand_over if queue.has_worker else Account.hand_over_at_once
        for configuration in Configuration.search([]):
            hand_over(configuration, sorted(ids))
