"""After uninstall.py, with our module out of Python's path: nothing of ours is left, and Tryton works.

Usage: tryton_clean.py DATABASE_URI NAME
"""
import os
import sys

from proteus import Model
from proteus import config as proteus_config
from trytond.transaction import Transaction


def main(uri, name):
    config = proteus_config.set_trytond(uri, config_file=os.environ["TRYTOND_CONFIG"])
    left = []
    with Transaction().start(name, 0, readonly=True) as transaction:
        cursor = transaction.connection.cursor()
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE sql LIKE '%rendabel%'")
        left += cursor.fetchall()
        for table, column in (("ir_model_data", "module"), ("ir_translation", "module"), ("ir_model", "model"),
                              ("ir_model_field", "name"), ("ir_queue", "data"), ("ir_cron", "method"), ("res_group", "name"),
                              ("ir_ui_view", "name"), ("ir_ui_menu", "name"), ("ir_message", "text")):
            cursor.execute(f"SELECT {column} FROM {table} WHERE lower({column}) LIKE '%rendabel%'")
            left += [(table, row) for row, in cursor.fetchall()]
    party = Model.get("party.party")(name="As before")
    party.save()
    print(f"{name}: {'nothing of ours is left' if not left else left}", flush=True)
    return 1 if left or "rendabel.account" in dict(config.pool.iterobject()) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
