"""Rendabel for Tryton. Only registration happens here; the library is loaded at first use."""
from trytond.pool import Pool

from . import account, activity, arrange, call, configuration, ir, outcome, party, privacy, refusals, remedy, report, sale


def register():
    Pool.register(
        configuration.Configuration, configuration.Rate, configuration.ScaleStep, configuration.Agent,
        account.Account, activity.Activity, call.Call, ir.Cron,
        party.Party, refusals.ContactMechanism, refusals.Consent,
        remedy.Remedy, remedy.ModelAccess, remedy.Line, remedy.Form, report.Page, outcome.OutcomeForm,
        outcome.OutcomeDone, arrange.ArrangeForm,
        module='rendabel', type_='model')
    Pool.register(refusals.Relation, module='rendabel', type_='model', depends=['party_relationship'])
    Pool.register(activity.Other, module='rendabel', type_='model', depends=['activity'])
    Pool.register(sale.Sale, module='rendabel', type_='model', depends=['sale'])
    Pool.register(sale.Invoice, module='rendabel', type_='model', depends=['account_invoice'])
    Pool.register(sale.ShipmentOut, sale.ShipmentReturn, module='rendabel', type_='model', depends=['sale', 'stock'])
    Pool.register(sale.Opportunity, module='rendabel', type_='model', depends=['sale_opportunity'])
    Pool.register(
        privacy.Replace, privacy.Erase, report.BookReport, report.Board, remedy.Remedies, outcome.Outcome, outcome.NextCall,
        outcome.OpenCalls, arrange.Arrange,
        module='rendabel', type_='wizard')
