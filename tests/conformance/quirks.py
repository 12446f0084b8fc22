"""How a host differs from the contract: what it cannot know or do, and why. One subclass per host, beside its adapter's
test; the suite asks it instead of knowing hosts."""


class Quirks:
    """Of one host. Everything a host cannot do is named here with its reason, never skipped in silence."""

    name = ""
    #: Fields and arrays of the snapshot that the host has no place for, such as "orders.channel" or "inquiries".
    unknown = frozenset()
    #: Duty -> why it is not possible on this host; the table of adapters/README.md is made from it.
    impossible = {}
    #: Duty -> what shows it, as program.function: a step of the scenario, or a check of another program beside it.
    proofs = {}
    #: Versions that the suite was run against.
    versions = ""

    def enter(self, reference):
        """Enters the reference customer through the host's own classes; answers its ids by name."""
        raise NotImplementedError

    def answer(self, account_id):
        """What the host's store says of an account, as account_get answers it."""
        raise NotImplementedError

    def calls(self):
        """The call list of the day, as calls_plan answers it."""
        raise NotImplementedError
