"""Stands in for NaN-tic's module `activity` (branch 6.0), which Debian does not have: the fields that our adapter reads, of the
same names, types and states; what they require, and that a company is the employee's and no column. Our own code."""
import datetime

from trytond.model import DeactivableMixin, ModelSQL, ModelView, Workflow, fields
from trytond.pool import Pool
from trytond.pyson import Eval


class Type(DeactivableMixin, ModelSQL, ModelView):
    "Activity Type"
    __name__ = 'activity.type'
    name = fields.Char("Name", required=True, translate=True)
    default_duration = fields.TimeDelta("Default Duration")


class Activity(Workflow, ModelSQL, ModelView):
    "Activity"
    __name__ = 'activity.activity'
    code = fields.Char("Code", readonly=True, select=True)
    activity_type = fields.Many2One('activity.type', "Type", required=True)
    subject = fields.Char("Subject")
    date = fields.Date("Date", required=True, select=True)
    time = fields.Time("Time")
    duration = fields.TimeDelta("Duration")
    dtstart = fields.DateTime("Start", select=True)
    dtend = fields.DateTime("End", select=True)
    state = fields.Selection([('planned', "Planned"), ('done', "Held"), ('cancelled', "Not Held")], "State", required=True)
    employee = fields.Many2One('company.employee', "Employee", required=True)
    party = fields.Many2One('party.party', "Party", context={'company': Eval('company')}, depends=['company'])
    company = fields.Function(fields.Many2One('company.company', "Company"), 'on_change_with_company', searcher='search_company')

    @classmethod
    def __setup__(cls):
        super().__setup__()
        cls._transitions |= {('planned', 'done'), ('planned', 'cancelled'), ('done', 'planned')}
        cls._buttons.update({'do': {}, 'cancel': {}})

    @staticmethod
    def default_state():
        return 'planned'

    @classmethod
    @ModelView.button
    @Workflow.transition('done')
    def do(cls, activities):
        pass

    @classmethod
    @ModelView.button
    @Workflow.transition('cancelled')
    def cancel(cls, activities):
        pass

    @fields.depends('employee')
    def on_change_with_company(self, name=None):
        return self.employee.company.id if self.employee else None

    @classmethod
    def search_company(cls, name, clause):
        return [('employee.' + name,) + tuple(clause[1:])]

    @classmethod
    def create(cls, vlist):
        """Start and end follow from day, hour and duration, as the module's own forms have them."""
        def dated(values):
            start = datetime.datetime.combine(values['date'], values.get('time') or datetime.time())
            return dict(values, dtstart=start, dtend=start + values['duration'] if values.get('duration') else None)
        return super().create([dated(values) for values in vlist])


def register():
    Pool.register(Type, Activity, module='activity', type_='model')
