"""Visits and calls, which Tryton's core has none of: a small model, and a form that notes one in a few seconds."""
from trytond.model import ModelSQL, ModelView, Unique, fields
from trytond.pool import PoolMeta
from trytond.pyson import Eval
from trytond.transaction import Transaction

from . import clock
from .changes import hooked


class Activity(hooked(lambda activity: (activity.party.id,)), ModelSQL, ModelView):
    "Rendabel Activity"
    __name__ = 'rendabel.activity'
    company = fields.Many2One('company.company', "Company", required=True, select=True)
    party = fields.Many2One('party.party', "Party", required=True, select=True, ondelete='CASCADE',
        context={'company': Eval('company', -1)}, depends=['company'])
    date = fields.Date("Date", required=True)
    kind = fields.Selection([('visit', "Visit"), ('call', "Call"), ('demo', "Demonstration"), ('training', "Training")],
        "Kind", required=True)
    direction = fields.Selection([(None, ""), ('in', "Customer Called"), ('out', "We Called")], "Direction",
        states={'invisible': Eval('kind') != 'call'}, depends=['kind'])
    minutes = fields.Integer("Minutes")
    cost = fields.Numeric("Cost", digits=(16, 2), help="Its own cost. Empty: the rate of the settings.")
    planned = fields.Boolean("Planned", help="Not done yet: costs nothing and holds back calls.")
    reached = fields.Boolean("Reached", states={'invisible': Eval('kind') != 'call'}, depends=['kind'])
    employee = fields.Many2One('company.employee', "Employee", domain=[('company', '=', Eval('company', -1))],
        depends=['company'])
    note = fields.Text("Note")
    call = fields.Char("Call", readonly=True)
    outcome = fields.Char("Outcome Number", readonly=True, select=True)

    @classmethod
    def __setup__(cls):
        super().__setup__()
        cls._order = [('date', 'DESC'), ('id', 'DESC')]
        table = cls.__table__()
        cls._sql_constraints += [('outcome_unique', Unique(table, table.outcome), 'rendabel.msg_one_activity')]

    @classmethod
    def copy(cls, activities, default=None):
        """Another one, of no call of the list."""
        return super().copy(activities, default=dict({'call': None, 'outcome': None}, **(default or {})))

    @staticmethod
    def default_company():
        return Transaction().context.get('company')

    @staticmethod
    def default_employee():
        return Transaction().context.get('employee')

    @staticmethod
    def default_date():
        return clock.today()

    @staticmethod
    def default_kind():
        return 'visit'


class Other(hooked(lambda activity: (activity.party.id,) if activity.party else ()), metaclass=PoolMeta):
    """The module activity's own, where it is installed."""
    __name__ = 'activity.activity'
