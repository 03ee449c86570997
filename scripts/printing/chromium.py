"""Chromium as a press: a page goes in as a file, a PDF comes out. It is spoken to through two pipes (its remote debugging protocol), so that no port is open
and no package of another language is needed."""
import base64
import json
import os
import shutil
import subprocess
import tempfile


class Fault(Exception):
    """What the one who prints is told, in a sentence."""


def find_program():
    asked = os.environ.get("CHROMIUM")
    found = shutil.which(asked) if asked else next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    if found is None:
        raise Fault(f"there is no {asked or 'chromium'} here; install it, or name another in CHROMIUM")
    return found


class Chromium:
    """One browser with one tab. `with Chromium() as browser:` ends it, whatever happens."""

    def __enter__(self):
        self.profile = tempfile.mkdtemp(prefix="print-")
        to_read, self.to = os.pipe()
        self.back, to_write = os.pipe()
        # The browser reads what it is told from 3 and answers on 4.
        command = ["bash", "-c", f'exec "$@" 3<&{to_read} 4>&{to_write}', "print", find_program(), "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
                   "--disable-background-networking", "--disable-extensions", "--no-first-run", "--allow-file-access-from-files", "--font-render-hinting=none", f"--user-data-dir={self.profile}", "about:blank"]
        self.process = subprocess.Popen(command, pass_fds=[to_read, to_write], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.buffer = b""
        self.sent = 0
        self.session = None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")
        # The pages allow nobody to bring styles along; who composes a book of them does.
        self.ask("Page.setBypassCSP", enabled=True)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        os.close(self.to)
        os.close(self.back)
        shutil.rmtree(self.profile, ignore_errors=True)

    def receive(self):
        while b"\0" not in self.buffer:
            piece = os.read(self.back, 1 << 20)
            if not piece:
                raise Fault("Chromium ended while it was printing")
            self.buffer += piece
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)

    def ask(self, method, **parameters):
        self.sent += 1
        message = {"id": self.sent, "method": method, "params": parameters}
        if self.session is not None:
            message["sessionId"] = self.session
        rest = json.dumps(message).encode() + b"\0"
        while rest:
            rest = rest[os.write(self.to, rest):]
        while True:
            answer = self.receive()
            if answer.get("id") != self.sent:
                continue
            if "error" in answer:
                raise Fault(f"Chromium refuses {method}: {answer['error']['message']}")
            return answer["result"]

    def wait_for(self, event):
        while self.receive().get("method") != event:
            pass

    def open(self, address):
        failure = self.ask("Page.navigate", url=address).get("errorText")
        if failure:
            raise Fault(f"{address}: {failure}")
        self.wait_for("Page.loadEventFired")

    def run(self, script):
        """What the script comes to, once its promises are kept."""
        answer = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise Fault("on the page: " + details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def pdf(self):
        """As the page's own style sheet wants it: tagged."""
        stream = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True, generateTaggedPDF=True, generateDocumentOutline=False, transferMode="ReturnAsStream")["stream"]
        pieces = []
        while True:
            answer = self.ask("IO.read", handle=stream, size=1 << 20)
            pieces.append(base64.b64decode(answer["data"]) if answer.get("base64Encoded") else answer["data"].encode())
            if answer["eof"]:
                self.ask("IO.close", handle=stream)
                return b"".join(pieces)
