"""Tryton's cron: the night, and every quarter of an hour what waits."""
from trytond.pool import PoolMeta


class Cron(metaclass=PoolMeta):
    __name__ = 'ir.cron'

    @classmethod
    def __setup__(cls):
        super().__setup__()
        cls.method.selection += [
            ('rendabel.configuration|night', "Rendabel: Nightly Job"),
            ('rendabel.configuration|retry', "Rendabel: Hand Over What Waits")]
