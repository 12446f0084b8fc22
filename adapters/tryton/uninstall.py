"""Takes Rendabel out of a database of Tryton and leaves it as it was before: records, tables, columns, tasks.

Usage: python3 uninstall.py -c /etc/tryton/trytond.conf -d DATABASE   (the server stopped, a backup made, the module still installed)
Afterwards: pip uninstall trytond-rendabel rendabel, and delete the directories of the stores that it prints.
"""
import argparse

from sql import Table
from trytond import backend
from trytond.config import config
from trytond.pool import Pool
from trytond.transaction import Transaction

MODULE = 'rendabel'


def records(pool):
    """What our XML made, last first: the client's entries before what they stand on."""
    Data = pool.get('ir.model.data')
    data = Data.search([('module', '=', MODULE)], order=[('id', 'DESC')])
    for row in data:
        Model = pool.get(row.model)
        with Transaction().set_context(active_test=False):
            found = Model.search([('id', '=', row.db_id)])
        Model.delete(found)
    Data.delete(data)


def names(cursor):
    """Translations, names of models and fields, and tasks that nobody could do any more."""
    for name in ('ir_translation', 'ir_model_field', 'ir_model'):
        table = Table(name)
        cursor.execute(*table.delete(where=table.module == MODULE))
    queue = Table('ir_queue')
    cursor.execute(*queue.delete(where=queue.data.like('%rendabel%')))
    module = Table('ir_module')
    cursor.execute(*module.update([module.state], ['not activated'], where=module.name == MODULE))


def tables(pool):
    """Our tables, and our columns in others': (table, columns), the tables that refer to others first."""
    own, columns = [], []
    for name, Model in pool.iterobject():
        table = getattr(Model, '_table', None)
        if name.startswith('rendabel.') and table and backend.TableHandler.table_exist(table):
            own.append(table)
        elif table and not name.startswith('rendabel.') and not getattr(Model, 'table_query', None):
            ours = [field for field, definition in Model._fields.items()
                if field.startswith('rendabel_') and definition.sql_type()]
            columns += [(some, ours) for some in (table, table + '__history')
                if ours and backend.TableHandler.table_exist(some)]
    return sorted(own, key=lambda table: table == 'rendabel_configuration'), columns


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('-c', '--config', required=True)
    arguments.add_argument('-d', '--database', required=True)
    options = arguments.parse_args()
    config.update_etc(options.config)
    Pool.start()
    pool = Pool(options.database)
    with Transaction().start(options.database, 0, readonly=True):
        pool.init()
    with Transaction().start(options.database, 0, context={'active_test': False}) as transaction:
        Configuration = pool.get('rendabel.configuration')
        places = [configuration.place for configuration in Configuration.search([])]
        own, columns = tables(pool)
        records(pool)
        cursor = transaction.connection.cursor()
        names(cursor)
        for table, some in columns:
            for column in some:
                cursor.execute('ALTER TABLE "%s" DROP COLUMN "%s"' % (table, column))
        for table in own:
            cursor.execute('DROP TABLE "%s"' % table)
    print('\n'.join(['Rendabel is out of %s. What is left:' % options.database, *places]))


if __name__ == '__main__':
    main()
