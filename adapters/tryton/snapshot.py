"""Hand over: the snapshots of some parties of one company, read together in a fixed number of queries.

What Tryton does not know is left out: it is unknown to the library, never 0. The map of every field stands in README.md.
"""
from collections import Counter
from time import time

from rendabel.host import known
from sql import Literal
from sql.aggregate import Count
from trytond.pool import Pool
from trytond.transaction import Transaction

from . import clock
from .facts_calls import Activities, Inquiries
from .facts_invoices import Invoices
from .facts_orders import Sales
from .facts_party import Contacts
from .reading import Reading
from .remedy import Answers


SOURCES = ('sale.sale', 'account.invoice', 'sale.opportunity', 'rendabel.activity', 'activity.activity')


def sources(reading, models=SOURCES):
    """Tables that make a party a customer of a company: (table, its party, which rows)."""
    for model in models:
        if reading.has(model):
            table = reading.table(model)
            condition = table.party != None  # noqa: E711 (SQL)
            if reading.has_column(model, 'company'):
                condition &= table.company == reading.company
            elif reading.has_column(model, 'employee'):  # the module activity: the employee's company
                employee = reading.table('company.employee')
                condition &= table.employee.in_(employee.select(employee.id, where=employee.company == reading.company))
            if model == 'account.invoice':
                condition &= table.type == 'out'
            yield table, table.party, condition


def is_account(company, party_ids):
    """Those of the parties that are customers: with a sale, an invoice of ours, an opportunity or an activity."""
    reading, found, left = Reading(company, party_ids), set(), list(party_ids)
    for table, party, condition in sources(reading):
        found |= {id for id, in reading.rows(lambda some: table.select(
            party, where=condition & party.in_(some), group_by=party), left)}
        left = [id for id in left if id not in found]
    return [id for id in party_ids if id in found]


def weights(company, party_ids):
    """How many sales and invoices of ours each party has, by party: what its reading takes follows from them."""
    reading, found = Reading(company, party_ids), Counter()
    for table, party, condition in sources(reading, ('sale.sale', 'account.invoice')):
        found.update(dict(reading.rows(lambda some: table.select(
            party, Count(Literal(1)), where=condition & party.in_(some), group_by=party), party_ids)))
    return found


def all_accounts(company):
    """Every customer of a company, by id."""
    reading, found = Reading(company, []), set()
    for table, party, condition in sources(reading):
        found |= {id for id, in reading.query(table.select(party, where=condition, group_by=party))}
    return sorted(found)


def snapshots(configuration, party_ids):
    """One snapshot for each party, in the order of the ids."""
    company = configuration.company.id
    revision = int(time() * 1000000)  # the later reading wins
    language = Pool().get('ir.configuration').get_language()  # whoever saved: the same names of categories and relations
    with Transaction().set_user(0), Transaction().set_context(
            company=company, active_test=False, _check_access=False, language=language):
        reading, day = Reading(company, party_ids), clock.today()
        contacts = Contacts(reading)
        sales, invoices = Sales(reading, contacts), Invoices(reading)
        inquiries, activities = Inquiries(reading, contacts), Activities(reading, configuration)
        remedies = Answers(reading)
        answer = []
        for party in party_ids:
            orders, notes, quotes = sales.of(party)
            bills, derived, credits = invoices.of(party, orders)
            known_orders = orders if orders is None and derived is None else (orders or []) + (derived or [])
            answer.append(known(
                account=contacts.account(configuration, party, sales.owner(party)),
                revision=revision, as_of=day, contacts=contacts.of(party), orders=known_orders,
                credit_notes=(notes or []) + (credits or []), invoices=bills, quotes=quotes,
                inquiries=inquiries.of(party), activities=activities.of(party), remedies=remedies.of(party)))
        return answer
