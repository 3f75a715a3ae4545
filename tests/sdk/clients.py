"""Runs `openstack` and `nova` in this process: starting Python for each command takes two seconds, this a tenth of one.

Each command gets a shell of its own, as it has at a prompt: it signs in, asks for the versions, and forgets both.
"""

import contextlib
import io
import json
import logging
import os
import shlex
import sys
import time
import warnings
from dataclasses import dataclass

from cliff.lister import Lister
from cliff.show import ShowOne
from novaclient import shell as nova
from openstackclient import shell as openstack


@dataclass
class Done:
    """The result of a command."""

    code: int
    out: str
    err: str

    def value(self):
        """Its output as JSON; `None` if it is something else."""
        try:
            return json.loads(self.out)
        except ValueError:
            return None

    def last_word(self):
        """The last line of its errors: the cloud's message, as the client prints it."""
        lines = [line for line in self.err.splitlines() if line.strip()]
        return lines[-1].strip() if lines else ""


class Prompt(io.StringIO):
    """No terminal and no piped input."""

    def isatty(self):
        return True


class Openstack(openstack.OpenStackShell):
    """`openstack`, with JSON output wherever possible."""

    def run_subcommand(self, argv):
        with contextlib.suppress(ValueError):
            command, _, _ = self.command_manager.find_command(argv)
            if issubclass(command, (ShowOne, Lister)):
                argv = [*argv, "-f", "json"]
        return super().run_subcommand(argv)


def run(line, cloud):
    """Runs one command line; `cloud` contains the `OS_…` variables."""
    program, *argv = shlex.split(line)
    for name in [name for name in os.environ if name.startswith("OS_")]:
        del os.environ[name]
    os.environ.update(cloud)
    # Loggers keep the stream they were created with, which is the previous command's.
    logging.getLogger().handlers.clear()
    warnings.simplefilter("ignore")
    out, err = io.StringIO(), io.StringIO()
    sys.stdin = Prompt()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = _run(program, argv)
    return Done(code, out.getvalue(), err.getvalue())


def _run(program, argv):
    try:
        if program == "openstack":
            return Openstack().run(argv) or 0
        nova.OpenStackComputeShell().main(argv)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except Exception as error:  # What either program prints and ends badly with.
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    return 0


_sleep = time.sleep


def hurry(most):
    """Clients wait seconds between two polls (`--wait`), which is not needed here."""
    time.sleep = lambda seconds: _sleep(min(seconds, most))
