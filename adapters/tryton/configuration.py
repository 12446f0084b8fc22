"""Settings of one company: its store, rates, discount scale and agents. Saved here, they go to the library at once."""
from rendabel.host import known, reason_of, trial
from trytond.i18n import gettext
from trytond.model import ModelSQL, ModelView, Unique, fields
from trytond.pool import Pool
from trytond.pyson import Eval
from trytond.transaction import Transaction

from .engine import default_store, engines, guard, open_engine

PHASES = [('hand_over', "Handing Over"), ('gather', "Gathering"), ('fit', "Finding What the Book Shows"),
    ('accounts', "Judging Customers"), ('changed', "Catching up with Changes"), ('book', "Drawing up the Book"),
    ('finished', "The Book Is There"), ('plan', "Making the Call List"), ('results', "Bringing Lists up to Date")]
WEEK = ('mon', 'tue', 'wed', 'thu', 'fri', 'sat')


class Configuration(ModelSQL, ModelView):
    "Rendabel Configuration"
    __name__ = 'rendabel.configuration'
    company = fields.Many2One('company.company', "Company", required=True, ondelete='CASCADE')
    store = fields.Char("Store", help="The directory of this company's store. Empty: a directory of its own below "
        "[rendabel] stores of trytond.conf. Readable by the user who runs Tryton only.")
    country = fields.Many2One('country.country', "Country", help="Whose days, hours and telephone law count.")
    history_from = fields.Date("History From", help="The first day that Tryton knows. Empty: everything is here.")
    minute_rate = fields.Numeric("A Minute of Work", digits=(16, 4))
    gross_margin_assumed = fields.Numeric("Gross Margin Assumed", digits=(16, 4),
        help="Share of the revenue, 0.30 = 30 %, where the cost of goods is not known. Empty: then nothing is assumed.")
    funding_rate = fields.Numeric("Funding Rate", digits=(16, 4), help="What late money costs a year, 0.06 = 6 %.")
    carriage_paid_from = fields.Numeric("Carriage Paid From", digits=(16, 2))
    small_order_fee = fields.Numeric("Small Order Fee", digits=(16, 2))
    scale_inferred = fields.Boolean("Discount Scale From the Book",
        help="Derive the scale from what customers get (from 100 customers on), where none is agreed below.")
    scale = fields.One2Many('rendabel.scale', 'configuration', "Discount Scale",
        states={'readonly': Eval('scale_inferred', False)}, depends=['scale_inferred'])
    rates = fields.One2Many('rendabel.rate', 'configuration', "Rates", help="Only what differs from the default.")
    agents = fields.One2Many('rendabel.agent', 'configuration', "Agents")
    visit_types = fields.Char("Visit Types", help="Of the module activity: names of its types that are visits, with commas.")
    call_types = fields.Char("Call Types", help="Of the module activity: names of its types that are calls, with commas.")
    per_agent_agreed_on = fields.Date("Rows per Agent Agreed On",
        help="The day on which the works council agreed to figures per agent. Empty: totals of the team only.")
    status = fields.Text("Status", readonly=True)
    night_phase = fields.Selection([(None, "")] + PHASES, "Night Job", readonly=True)
    night_done = fields.Integer("Done", readonly=True)
    night_total = fields.Integer("Of", readonly=True)
    night_finished = fields.DateTime("Finished At", readonly=True)

    @classmethod
    def __setup__(cls):
        super().__setup__()
        table = cls.__table__()
        cls._sql_constraints += [
            ('company_unique', Unique(table, table.company), 'rendabel.msg_one_configuration')]
        cls._buttons.update({'test': {'icon': 'tryton-info'}, 'run_night': {'icon': 'tryton-launch'}})

    @staticmethod
    def default_company():
        return Transaction().context.get('company')

    @staticmethod
    def default_visit_types():
        return 'Visit, Meeting, Bezoek'

    @staticmethod
    def default_call_types():
        return 'Call, Telefoon'

    def get_rec_name(self, name):
        return self.company.rec_name

    def kind_of(self, type_name):
        """What a type of the module activity is to us: visit, call or None."""
        for kind, names in (('visit', self.visit_types), ('call', self.call_types)):
            if (type_name or '').strip().lower() in [name.strip().lower() for name in (names or '').split(',')]:
                return kind

    @classmethod
    def of(cls, company_id):
        """The configuration of a company, or None where Rendabel is not used."""
        found = cls.search([('company', '=', company_id)], limit=1)
        return found[0] if found else None

    @property
    def place(self):
        return self.store or default_store(self.company.id)

    def engine(self):
        """The company's engine. Raises OSError or Failure."""
        return open_engine(self.place)

    def settings(self):
        """The merge patch of the library: None is its own default."""
        scale = [step.document() for step in sorted(self.scale, key=lambda step: step.from_revenue)]
        agents = {agent.code: agent.document() for agent in self.agents}
        rates = {rate.driver: rate.document() for rate in self.rates}
        return {
            'currency': self.company.currency.code,
            'country': self.country.code if self.country else None,
            'minute_rate': self.minute_rate, 'gross_margin_assumed': self.gross_margin_assumed,
            'funding_rate': self.funding_rate, 'carriage_paid_from': self.carriage_paid_from,
            'small_order_fee': self.small_order_fee,
            'discount_scale': 'inferred' if self.scale_inferred else scale or None,
            **({'activity_rates': rates} if rates else {}),
            'board': {'per_agent_agreed_on': self.per_agent_agreed_on},
            **({'calls': {'agents': agents}} if agents else {}),
        }

    def apply(self, anew=False):
        """Hands the settings over. `anew`: without what was there before, so that a rate or an agent that left is gone."""
        engine = self.engine()
        if anew:
            engine.settings_set({'activity_rates': None, 'calls': {'agents': None}})
        engine.settings_set(self.settings())

    @classmethod
    def _apply_all(cls, configurations):
        for configuration in configurations:
            with guard.watch('settings of company %s' % configuration.company.id) as watch:
                configuration.apply(anew=True)
            said = watch.reason if watch.failed else None
            if said != configuration.status:
                super().write([configuration], {'status': said})

    @classmethod
    def create(cls, vlist):
        configurations = super().create(vlist)
        cls._apply_all(configurations)
        return configurations

    @classmethod
    def write(cls, configurations, values, *args):
        every = sum(((configurations, values) + args)[::2], [])
        before = {configuration.place for configuration in every}
        super().write(configurations, values, *args)
        changed = {name for some in ((configurations, values) + args)[1::2] for name in some}
        if not changed <= {'status', 'night_phase', 'night_done', 'night_total', 'night_finished'}:
            for place in before:
                engines.forget(place)
            cls._apply_all(cls.browse(every))

    @classmethod
    @ModelView.button
    def test(cls, configurations):
        """Says which library and store are in use, or what is wrong with them."""
        for configuration in configurations:
            engines.forget(configuration.place)
            try:
                found = trial(configuration.engine(), configuration.place)
                configuration.apply(anew=True)
                said = gettext('rendabel.msg_trial', version=found.version, abi=found.abi, library=found.library,
                    store=found.store, problems='; '.join(found.problems) or gettext('rendabel.msg_no_problems'))
            except Exception as error:  # whatever it is, the administrator reads it here
                said = gettext('rendabel.msg_trial_failed', why=reason_of(error))
            super().write([configuration], {'status': said})

    @classmethod
    @ModelView.button
    def run_night(cls, configurations):
        cls.__queue__.rendabel_night(configurations)

    @classmethod
    def rendabel_night(cls, configurations):
        """The nightly job of these companies, in the queue."""
        from .night import run
        for configuration in configurations:
            run(configuration)

    @classmethod
    def night(cls):
        """Cron: every company that uses Rendabel, or the one in the context."""
        company = Transaction().context.get('company')
        cls.run_night(cls.search([('company', '=', company)] if company else []))

    @classmethod
    def retry(cls):
        """Cron: hands over what waits, a part each time; who is refused again goes behind the others."""
        Account = Pool().get('rendabel.account')
        waiting = Account.search([('dirty', '=', True)], order=[('write_date', 'ASC'), ('id', 'ASC')], limit=200)
        Account.settle(waiting)
        Account.write(Account.search([('dirty', '=', True), ('id', 'in', [row.id for row in waiting])]), {'dirty': True})


class Rate(ModelSQL, ModelView):
    "Rendabel Rate"
    __name__ = 'rendabel.rate'
    configuration = fields.Many2One('rendabel.configuration', "Configuration", required=True, ondelete='CASCADE')
    driver = fields.Char("Driver", required=True, help="visit, call, order, order.web, invoice.paper, shipment, …")
    unit = fields.Selection([('money', "Money Each"), ('minutes', "Minutes Each"), ('per_hour', "Money per Hour")], "Unit",
        required=True)
    amount = fields.Numeric("Amount", digits=(16, 4), required=True)

    @staticmethod
    def default_unit():
        return 'money'

    def document(self):
        return self.amount if self.unit == 'money' else {self.unit: self.amount}


class ScaleStep(ModelSQL, ModelView):
    "Rendabel Discount Scale"
    __name__ = 'rendabel.scale'
    configuration = fields.Many2One('rendabel.configuration', "Configuration", required=True, ondelete='CASCADE')
    from_revenue = fields.Numeric("From Revenue a Year", digits=(16, 2), required=True)
    percent = fields.Numeric("Percent", digits=(16, 2), required=True)

    def document(self):
        return {'from_revenue': self.from_revenue, 'percent': self.percent}


class Agent(ModelSQL, ModelView):
    "Rendabel Agent"
    __name__ = 'rendabel.agent'
    configuration = fields.Many2One('rendabel.configuration', "Configuration", required=True, ondelete='CASCADE')
    user = fields.Many2One('res.user', "User", required=True, ondelete='CASCADE')
    code = fields.Function(fields.Char("Code"), 'get_code')
    employee = fields.Many2One('company.employee', "Employee", help="Whose customers are this agent's own.")
    minutes = fields.Integer("Minutes a Day", help="Empty: the hour of the settings.")
    dutch = fields.Boolean("Speaks Dutch")
    english = fields.Boolean("Speaks English")
    now = fields.Boolean("Takes What Cannot Wait")
    profile_url = fields.Char("Profile", help="A page for the customer who wants to know whom he deals with.")
    mon = fields.Boolean("Monday")
    tue = fields.Boolean("Tuesday")
    wed = fields.Boolean("Wednesday")
    thu = fields.Boolean("Thursday")
    fri = fields.Boolean("Friday")
    sat = fields.Boolean("Saturday")

    @staticmethod
    def default_now():
        return True

    def get_code(self, name):
        return self.user.login

    def document(self):
        days = [day for day in WEEK if getattr(self, day)]
        languages = [code for code, speaks in (('nl', self.dutch), ('en', self.english)) if speaks]
        return known(name=self.user.name, minutes=self.minutes, days=days or None, languages=languages or None, now=bool(self.now),
            profile_url=self.profile_url or None)
