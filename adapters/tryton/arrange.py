"""The team leader's word on the list: a customer first, off the list, or to an agent; a verdict in dispute, a goodbye done."""
from rendabel.host import known
from trytond.model import ModelView, fields
from trytond.pool import Pool
from trytond.pyson import Eval
from trytond.transaction import Transaction
from trytond.wizard import Button, StateTransition, StateView, Wizard

from . import clock
from .desk import configuration_in_use, told

ACTIONS = [('pin', "Call First"), ('remove', "Take off the List"), ('assign', "Give to an Agent"), ('unpin', "No Longer First"),
    ('put_back', "Put Back on the List"), ('owner', "Back to Its Own Agent"), ('dispute', "The Verdict Is Wrong"),
    ('settle', "The Verdict Is Right After All"), ('goodbye', "The Goodbye Is Done")]


def shown(*actions):
    return {'invisible': ~Eval('action').in_(list(actions)), 'required': Eval('action').in_(list(actions))}


class ArrangeForm(ModelView):
    "Rendabel Team Leader"
    __name__ = 'rendabel.arrange.form'
    party = fields.Many2One('party.party', "Party", readonly=True)
    action = fields.Selection(ACTIONS, "What", required=True)
    until = fields.Date("Until", states=shown('pin', 'remove'), depends=['action'], help="The last day on which it holds.")
    agent = fields.Selection('get_agents', "Agent", states=shown('assign'), depends=['action'])
    why = fields.Char("Why", states=shown('remove', 'dispute', 'goodbye'), depends=['action'])
    anew = fields.Boolean("Make Today's List Anew", help="Else today's list keeps its order.")

    @classmethod
    def get_agents(cls):
        with Transaction().set_user(0), Transaction().set_context(_check_access=False):
            return [(None, "")] + [(agent.code, agent.user.name) for agent in configuration_in_use().agents]

    def event(self):
        """Kind and record of the library's event."""
        return {
            'pin': ('pin', {'until': self.until}), 'unpin': ('pin', {'until': None}),
            'remove': ('remove', known(until=self.until, why=self.why)), 'put_back': ('remove', {'until': None}),
            'assign': ('assign', {'agent': self.agent}), 'owner': ('assign', {'agent': None}),
            'dispute': ('verdict_disputed', {'reason': self.why}), 'settle': ('verdict_disputed', {'reason': None}),
            'goodbye': ('decision', known(date=clock.today(), reason=self.why))}[self.action]


class Arrange(Wizard):
    "Rendabel Team Leader"
    __name__ = 'rendabel.arrange'
    start_state = 'form'
    form = StateView('rendabel.arrange.form', 'rendabel.arrange_form_view_form', [
        Button("Cancel", 'end', 'tryton-cancel'), Button("Arrange", 'send', 'tryton-ok', default=True)])
    send = StateTransition()

    def default_form(self, names):
        party = self.record.party if self.record.__name__ == 'rendabel.call' else self.record
        return {'party': party.id, 'until': clock.today(), 'action': None}

    def transition_send(self):
        login = Pool().get('res.user')(Transaction().user).login
        kind, record = self.form.event()
        with Transaction().set_user(0), Transaction().set_context(_check_access=False):
            configuration = configuration_in_use()
            with told('rendabel.msg_not_reached'):
                engine = configuration.engine()
                engine.events_record([{'account_id': str(self.form.party.id), 'kind': kind, 'at': clock.now(), 'by': login,
                    'record': record}])
                if self.form.anew:
                    engine.calls_plan(clock.today(), replan=True)
            Pool().get('rendabel.call').refresh(configuration.company.id)
        return 'end'

    def end(self):
        return 'reload'
