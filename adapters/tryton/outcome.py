"""Report back: the wizard of a call. It opens the customer's card, takes what came of it, and says the next step."""
from datetime import timezone
from uuid import uuid4

from rendabel import Failure
from rendabel.host import OUTCOMES, RECEPTIONS, SKIP_REASONS, outcome_document, reason_of
from trytond.i18n import gettext
from trytond.model import ModelView, fields
from trytond.pool import Pool
from trytond.pyson import Eval
from trytond.transaction import Transaction
from trytond.wizard import Button, StateAction, StateTransition, StateView, Wizard

from . import clock
from .desk import agent_of, configuration_in_use, moment_text, told
from .engine import Savepoint, guard, labels
from .refusals import note_objection
from .report import language, may_see


def choices(group, codes):
    def selection(cls):
        found = labels(group, language())
        return [(None, "")] + [(code, found.get(code, code)) for code in codes]
    return classmethod(selection)


class OutcomeForm(ModelView):
    "Rendabel Outcome"
    __name__ = 'rendabel.outcome.form'
    call = fields.Many2One('rendabel.call', "Call", readonly=True)
    party = fields.Many2One('party.party', "Party", readonly=True)
    code = fields.Char("Code", readonly=True)
    contact = fields.Char("Contact", readonly=True)
    outcome_id = fields.Char("Outcome Number", readonly=True)  # made with the form: sent twice, it counts once
    phone = fields.Char("Phone", readonly=True)
    card = fields.Text("Card", readonly=True)
    outcome = fields.Selection('get_outcomes', "Outcome", required=True)
    skip_reason = fields.Selection('get_skip_reasons', "Why Not", states={
        'invisible': Eval('outcome') != 'skipped', 'required': Eval('outcome') == 'skipped'}, depends=['outcome'])
    callback_at = fields.DateTime("Call Back At", states={
        'invisible': Eval('outcome') != 'callback', 'required': Eval('outcome') == 'callback'}, depends=['outcome'])
    amount = fields.Numeric("Amount", digits=(16, 2), states={
        'invisible': ~Eval('outcome').in_(['order', 'quote', 'meeting'])}, depends=['outcome'])
    reception = fields.Selection('get_receptions', "Received")
    note = fields.Text("Note")

    get_outcomes = choices('outcome', OUTCOMES)
    get_skip_reasons = choices('skip_reason', SKIP_REASONS)
    get_receptions = choices('reception', RECEPTIONS)


class OutcomeDone(ModelView):
    "Rendabel Next Step"
    __name__ = 'rendabel.outcome.done'
    text = fields.Text("Next Step", readonly=True)


class Outcome(Wizard):
    "Rendabel Outcome"
    __name__ = 'rendabel.outcome'
    start_state = 'form'
    form = StateView('rendabel.outcome.form', 'rendabel.outcome_form_view_form', [
        Button("Cancel", 'end', 'tryton-cancel'), Button("Report", 'send', 'tryton-ok', default=True)])
    send = StateTransition()
    done = StateView('rendabel.outcome.done', 'rendabel.outcome_done_view_form', [
        Button("Close", 'end', 'tryton-close', default=True)])

    def default_form(self, names):
        """Leases the call to this agent and shows the card: of a call of the list, or of the party that is on the line."""
        with Transaction().set_context(_check_access=False):
            configuration, record = configuration_in_use(), self.record
            call = record if record.__name__ == 'rendabel.call' else None
            party = record.party if call else record
            try:
                card = configuration.engine().call_open(clock.now(), agent_of(configuration), account_id=str(party.id),
                    direction='out' if call else 'in', language=language(), amounts=may_see())['call']
            except (Failure, OSError) as error:
                why = gettext('rendabel.msg_no_card', why=getattr(error, 'message', None) or reason_of(error))
                return self._form(party.id, call, None, why)
            return self._form(party.id, call, card)

    def _form(self, party, call, card, why=None):
        """A fresh form: what was filled in for the call before is not this one's."""
        return {'call': call.id if call else None, 'party': party, 'phone': card and card['phone'], 'card': why or self._card(card),
            'code': call.code if call else card and card['call_id'], 'contact': card and (card['contact'] or {}).get('id'),
            'outcome_id': '%s-%s' % (Transaction().database.name, uuid4().hex), 'outcome': None, 'skip_reason': None,
            'callback_at': None, 'amount': None, 'reception': None, 'note': None}

    @staticmethod
    def _card(card):
        """What an agent wants to know before he dials, a line each: why, whom, whether, what was, what to raise and to ask."""
        asks, kinds = labels('ask', language()), labels('channel', language())
        lines = [reason['why'] for reason in card['reasons']]
        if card['solve_first']:
            lines.append(gettext('rendabel.msg_solve_first'))
        lines.append(' · '.join(filter(None, ((card['contact'] or {}).get(name) for name in ('name', 'role')))))
        lines += ['%s (%s)' % (card['permission']['text'], card['permission']['rule']), *card['history']]
        lines += [remedy['text'] for remedy in card['remedies']] + [hint['text'] for hint in card['cross_sell']]
        lines += [asks.get(code, code) for code in card['ask']]
        lines += ['%s: %s' % (kinds.get(one['kind'], one['kind']), one['link']) for one in card['channels']
            if one['permission']['allowed'] == 'allowed' and not one['link'].startswith('tel:')]
        return '\n'.join('• ' + line for line in lines if line)

    def transition_send(self):
        form = self.form
        with Transaction().set_context(_check_access=False):
            configuration = configuration_in_use()
            document = outcome_document(form.outcome_id, form.outcome, clock.now(),
                agent=agent_of(configuration), call_id=form.code, account_id=str(form.party.id), contact_id=form.contact or None,
                skip_reason=form.skip_reason, amount=form.amount, reception=form.reception, note=form.note,
                callback_at=form.callback_at and form.callback_at.replace(tzinfo=timezone.utc))
            with told('rendabel.msg_not_reported'):
                reported = configuration.engine().call_report(document, language=language())
        step = reported['next_step']
        when = step['at'] or step['on']
        self.done.text = ' · '.join(filter(None, [step['text'], when and moment_text(when)]))
        if form.outcome == 'objection':
            with guard.watch('objection'), Savepoint(), Transaction().set_user(0), Transaction().set_context(_check_access=False):
                note_objection(form.party, form.contact, clock.today())
        self._note(configuration, document)
        return 'done'

    def _note(self, configuration, document):
        """The call as an activity of ours, with its call: the two are one cost; and the list as it is now."""
        pool = Pool()
        Call = pool.get('rendabel.call')
        with guard.watch('outcome'), Savepoint(), Transaction().set_user(0), Transaction().set_context(_check_access=False):
            Activity = pool.get('rendabel.activity')
            if document['outcome'] != 'skipped' and not Activity.search([('outcome', '=', document['id'])]):
                Activity.create([{'company': configuration.company.id, 'party': self.form.party.id, 'kind': 'call',
                    'date': clock.today(), 'direction': 'out' if self.form.call else 'in', 'planned': False,
                    'reached': document['outcome'] not in ('no_answer', 'voicemail', 'busy', 'wrong_number'),
                    'call': self.form.code, 'outcome': document['id'], 'note': self.form.note}])
            Call.refresh(configuration.company.id)
            if self.form.call:
                Call.write([self.form.call], {'next_step': (self.done.text or '')[:200]})

    def default_done(self, names):
        return {'text': self.done.text}

    def end(self):
        return 'reload'  # a list drops what was called


class NextCall(Outcome):
    "Rendabel Next Call"
    __name__ = 'rendabel.call.next'
    start_state = 'fetch'
    fetch = StateTransition()
    done = StateView('rendabel.outcome.done', 'rendabel.outcome_done_view_form', [
        Button("Close", 'end', 'tryton-close'), Button("Next Call", 'fetch', 'tryton-forward', default=True)])

    def transition_fetch(self):
        """Leases the most valuable call to this agent: nobody else gets the customer meanwhile."""
        pool, company = Pool(), Transaction().context.get('company')
        with Transaction().set_context(_check_access=False):
            configuration = configuration_in_use()
            with told('rendabel.msg_not_reached'):
                answer = configuration.engine().calls_next(
                    clock.now(), agent_of(configuration), language=language(), amounts=may_see())
            card = answer['call']
            if card is None:
                due = answer['next_due'] and moment_text(answer['next_due'])
                self.done.text = gettext('rendabel.msg_next_due', at=due) if due else gettext('rendabel.msg_nothing_due')
                return 'done'
            Call = pool.get('rendabel.call')
            Call.refresh(company)
            calls = Call.search([('company', '=', company), ('code', '=', card['call_id'])], limit=1)
            form = self._form(int(card['account_id']), calls[0] if calls else None, card)
        self.form = pool.get('rendabel.outcome.form')(**form)
        return 'form'

    def default_form(self, names):
        form = self.form
        return {name: value.id if hasattr(value, 'id') else value for name, value in (
            (name, getattr(form, name, None)) for name in form._default_values)}

    def end(self):
        pass  # opened from the menu, which a reload would fold up


class OpenCalls(Wizard):
    "Rendabel Call List"
    __name__ = 'rendabel.call.open'
    start_state = 'show'
    show = StateAction('rendabel.act_calls')

    def do_show(self, action):
        Pool().get('rendabel.call').refresh(Transaction().context.get('company'))
        return action, {}
