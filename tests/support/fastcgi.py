"""A FastCGI client, as small as a test needs: one GET request over a Unix socket, answered as (headers, body, errors)."""
import socket
import struct

BEGIN, END, PARAMETERS, INPUT, OUTPUT, ERRORS = 1, 3, 4, 5, 6, 7


def record(kind, content=b""):
    return struct.pack("!BBHHBx", 1, kind, 1, len(content), 0) + content


def length(text):
    return bytes([len(text)]) if len(text) < 128 else struct.pack("!I", len(text) | 1 << 31)


def read(connection, size):
    found = b""
    while len(found) < size:
        part = connection.recv(size - len(found))
        if not part:
            raise ConnectionError("the server hung up in the middle of its answer")
        found += part
    return found


def request(place, script, **more):
    """What the script answers; ConnectionError when its worker died."""
    variables = {"GATEWAY_INTERFACE": "CGI/1.1", "SERVER_PROTOCOL": "HTTP/1.1", "REQUEST_METHOD": "GET", "SCRIPT_FILENAME": script,
                 "SCRIPT_NAME": "/index.php", "REQUEST_URI": "/", "QUERY_STRING": "", "SERVER_SOFTWARE": "test", **more}
    pairs = b"".join(length(name) + length(value) + name + value
                     for name, value in ((n.encode(), str(v).encode()) for n, v in variables.items()))
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(30)
        connection.connect(str(place))
        connection.sendall(record(BEGIN, struct.pack("!HB5x", 1, 0)) + record(PARAMETERS, pairs) + record(PARAMETERS) + record(INPUT))
        parts = {OUTPUT: b"", ERRORS: b""}
        while True:
            _, kind, _, size, padding = struct.unpack("!BBHHBx", read(connection, 8))
            content = read(connection, size + padding)[:size]
            if kind == END:
                break
            parts[kind] = parts.get(kind, b"") + content
    headers, _, body = parts[OUTPUT].partition(b"\r\n\r\n")
    return headers.decode(), body.decode(), parts[ERRORS].decode()
