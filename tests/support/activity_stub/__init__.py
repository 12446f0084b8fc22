"""Stands in for Tryton's community module `activity`, which Debian does not have: the fields that our adapter reads."""
from trytond.model import ModelSQL, ModelView, fields
from trytond.pool import Pool


class Type(ModelSQL, ModelView):
    "Activity Type"
    __name__ = 'activity.type'
    name = fields.Char("Name", required=True)


class Activity(ModelSQL, ModelView):
    "Activity"
    __name__ = 'activity.activity'
    party = fields.Many2One('party.party', "Party")
    activity_type = fields.Many2One('activity.type', "Type")
    dtstart = fields.DateTime("Start")
    duration = fields.TimeDelta("Duration")
    state = fields.Selection([('planned', "Planned"), ('done', "Done"), ('cancelled', "Cancelled")], "State")


def register():
    Pool.register(Type, Activity, module='activity', type_='model')
