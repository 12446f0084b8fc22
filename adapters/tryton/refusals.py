"""What people said of being called: objections, refusals and consents, the same here and in the library.

Entered on a form they go with the next snapshot; an objection made in a call is written where the form has it. Nothing is
lifted on either side: a later consent goes before an objection, a withdrawal ends a consent.
"""
from trytond.i18n import gettext
from trytond.model import ModelSQL, ModelView, fields
from trytond.model.exceptions import AccessError
from trytond.pool import Pool, PoolMeta
from trytond.pyson import Eval
from trytond.transaction import Transaction

from .changes import actions, hooked


def later(one, other):
    """The later of two days, either of which may be missing."""
    return max(filter(None, (one, other)), default=None)


def accounts_of(persons):
    """The parties whose contacts these are."""
    try:
        Relation = Pool().get('party.relation.all')  # with what was entered on the other side's form
    except KeyError:
        return set()
    return {relation.from_.id for relation in Relation.search([('to', 'in', persons)])}


def check_kept(records, values):
    """Raises AccessError where an objection would be taken back: the library keeps it, and the law does."""
    if 'rendabel_objected_on' not in values:
        return
    for record in records:
        if later(record.rendabel_objected_on, values['rendabel_objected_on']) != values['rendabel_objected_on']:
            raise AccessError(gettext('rendabel.msg_objection_stays', date=record.rendabel_objected_on))


def note_objection(party, contact_id, day):
    """An objection made in a call, by who was called: the party, a related one (p…) or who a contact mechanism names (m…)."""
    pool = Pool()
    name, id = ('party.contact_mechanism', contact_id[1:]) if (contact_id or '').startswith('m') else (
        'party.party', (contact_id or '').lstrip('p') or party.id)
    Model = pool.get(name)
    for record in Model.search([('id', '=', int(id))]):
        if later(record.rendabel_objected_on, day) != record.rendabel_objected_on:
            Model.write([record], {'rendabel_objected_on': day})


def carry_over(source, destination):
    """What the party that goes has said holds for the one it becomes part of. Consents are moved by the merge itself."""
    said = {
        'rendabel_objected_on': later(source.rendabel_objected_on, destination.rendabel_objected_on),
        'rendabel_opt_out_offered_on': later(source.rendabel_opt_out_offered_on, destination.rendabel_opt_out_offered_on),
        'rendabel_do_not_call': bool(source.rendabel_do_not_call or destination.rendabel_do_not_call)}
    changed = {name: value for name, value in said.items() if getattr(destination, name) != value}
    if changed:
        destination.write([destination], changed)


class ContactMechanism(hooked(lambda mechanism: (mechanism.party.id,)), metaclass=PoolMeta):
    __name__ = 'party.contact_mechanism'
    rendabel_do_not_call = fields.Boolean("Do Not Call", states={'invisible': ~Eval('type').in_(['phone', 'mobile'])},
        depends=['type'], help="The person who is named here, or without a name this number.")
    rendabel_objected_on = fields.Date("Objected On", states={'invisible': ~Eval('name')}, depends=['name'],
        help="Objection to marketing of the person who is named here.")

    @classmethod
    def write(cls, mechanisms, values, *args):
        for some, new in actions(mechanisms, values, args):
            check_kept(some, new)
        super().write(mechanisms, values, *args)


class Relation(hooked(lambda relation: (relation.from_.id, relation.to.id)), metaclass=PoolMeta):
    __name__ = 'party.relation'


class Consent(hooked(lambda consent: (consent.party.id,)), ModelSQL, ModelView):
    "Rendabel Consent"
    __name__ = 'rendabel.consent'
    _given = {'readonly': Eval('id', -1) >= 0}
    party = fields.Many2One('party.party', "Party", required=True, select=True, ondelete='CASCADE')
    channel = fields.Selection([('voice', "Telephone"), ('email', "E-Mail"), ('sms', "SMS"), ('whatsapp', "WhatsApp")],
        "Channel", required=True, states=_given, depends=['id'])
    subject = fields.Char("Subject", states=_given, depends=['id'], help="Goods or services it covers. Empty: all of ours.")
    given_on = fields.Date("Given On", required=True)
    expires_on = fields.Date("Expires On")
    withdrawn_on = fields.Date("Withdrawn On")
    source = fields.Char("Source", help="How it was obtained.")

    @staticmethod
    def default_channel():
        return 'voice'

    @classmethod
    def write(cls, consents, values, *args):
        """Another channel or subject would leave the consent to the former one standing in the library."""
        for some, new in actions(consents, values, args):
            if any(name in new and new[name] != getattr(consent, name) for consent in some for name in ('channel', 'subject')):
                raise AccessError(gettext('rendabel.msg_consent_stays'))
        super().write(consents, values, *args)

    @classmethod
    def delete(cls, consents):
        """Only with its party: it proves that we might call, and what is deleted is not withdrawn."""
        if consents and not Transaction().context.get('rendabel_party_goes'):
            raise AccessError(gettext('rendabel.msg_consent_stays'))
        super().delete(consents)
