"""A plain server for a built site on this machine, for measuring and testing; `serveren` is the one for people."""

import contextlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for many files, as from a real server

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - as in the class above it
        """Says nothing about each request."""

    def copyfile(self, source: Any, outputfile: BinaryIO) -> None:  # type: ignore[override] # noqa: ANN401 - as above it
        """Stops when the browser has gone on to another page."""
        with contextlib.suppress(ConnectionError):
            super().copyfile(source, outputfile)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answers with the site's own 404 page, as a real server does."""
        pagina = Path(self.directory) / f"{code}.html"
        if not pagina.is_file():
            super().send_error(code, message, explain)
            return
        inhoud = pagina.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(inhoud)))
        self.end_headers()
        self.wfile.write(inhoud)


@contextlib.contextmanager
def bedien(site: Path) -> Iterator[str]:
    """Serves the folder while the block runs; gives its address, without a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site))) as httpd:
        httpd.daemon_threads = True
        draad = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05})
        draad.start()
        try:
            yield f"http://127.0.0.1:{httpd.server_address[1]}"
        finally:
            httpd.shutdown()
            draad.join()
