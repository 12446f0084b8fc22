"""Tryton's own web server on a free port, with our module's clock stopped at the suite's moment. Prints the port.

Usage: tryton_server.py DATABASE   (runs until its input ends)
"""
import sys
import threading

from werkzeug.serving import WSGIRequestHandler, make_server


class Quiet(WSGIRequestHandler):
    def log(self, *_):
        pass


def main(database):
    from trytond.application import app
    from trytond.pool import Pool
    from trytond.transaction import Transaction

    from conformance import reference
    Pool.start()
    with Transaction().start(database, 0, readonly=True):
        Pool(database).init()
    from trytond.modules.rendabel import clock
    clock.now = lambda: reference.NOW
    server = make_server("localhost", 0, app, threaded=True, request_handler=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
