"""Runs the commands of commands/*.yaml with python-openstackclient and python-novaclient. README.md says how one is added.

    python commands.py simulated http://127.0.0.1:PORT/identity/v3 [COUNTS]     checks; `cargo xtask test` does this
    python commands.py real                                                      checks, on the cloud of OS_…
    python commands.py real --record                                             writes what it answered to real.json

`--only PART` runs what has PART in its file's name. COUNTS is the file that gets `passed failed skipped`, and a line
for each failure.
"""

import argparse
import json
import os
import string
import sys
import time
from pathlib import Path

import yaml

import clients
import shape

HERE = Path(__file__).parent / "commands"
# In this order: later ones use what earlier ones create.
FILES = ["identity", "compute", "keypairs", "groups", "servers", "actions", "nova", "image", "volume", "network"]
# How many commands may behave differently from a real cloud.
DIFFER_MAX = 10


def main():
    options = arguments()
    names = yaml.safe_load((HERE / "clouds.yaml").read_text())[options.cloud]
    cloud = {name: value for name, value in os.environ.items() if name.startswith("OS_")}
    if options.cloud == "simulated":
        cloud = names.pop("cloud") | {"OS_AUTH_URL": options.identity}
    recorded_file, differs_file = HERE / "real.json", HERE / "differs.yaml"
    names["public_key"] = HERE / "key.pub"
    run = Run(cloud, names, json.loads(recorded_file.read_text()) if recorded_file.exists() else {})
    if options.cloud == "simulated":
        differs = yaml.safe_load(differs_file.read_text())
        run.differs, run.newer = differs["commands"], differs["fields"]
    run.recording = options.record
    clients.hurry(0.05 if options.cloud == "simulated" else 0.5)
    for name in FILES:
        if options.only in name:
            run.table(name)
    if options.cloud == "simulated" and not options.only:
        run.leftovers()
    failed = len(run.failures)
    print(f"commands: {run.passed} as on a real cloud, {run.different} known to differ, {failed} failed")
    if options.counts:
        counts = f"{run.passed + run.different} {failed} 0"
        Path(options.counts).write_text("\n".join([counts, *run.failures, ""]))
    sys.exit(1 if failed else 0)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("cloud", choices=["simulated", "real"])
    parser.add_argument("identity", nargs="?")
    parser.add_argument("counts", nargs="?")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--only", default="")
    return parser.parse_args()


class Run:
    """One run of the tables."""

    def __init__(self, cloud, names, recorded):
        self.cloud, self.names, self.recorded = cloud, names, recorded
        self.differs, self.newer, self.recording = {}, {}, False
        self.passed = self.different = 0
        self.failures = []
        self.seen = {}

    def table(self, name):
        """Runs one file; a command that fails must not hide those after it."""
        for row in yaml.safe_load((HERE / f"{name}.yaml").read_text()):
            start = time.monotonic()
            key = self.key(row["run"])
            try:
                problems, done = self.row(row, key)
            except Exception as error:  # A row that is written wrong: a name nobody kept, a field that is not there.
                problems, done = [f"{type(error).__name__}: {error}"], None
            self.judge(key, problems, done, time.monotonic() - start)

    def key(self, line):
        """The command as written; a second one with the same words gets a number."""
        self.seen[line] = self.seen.get(line, 0) + 1
        return line if self.seen[line] == 1 else f"{line} #{self.seen[line]}"

    def row(self, row, key):
        line = string.Template(row["run"]).substitute(self.names)
        until = time.monotonic() + (60 if row.get("until") else 0)
        while True:
            done = clients.run(line, self.cloud)
            problems = expected(row, done, self.names)
            if not problems or time.monotonic() > until:
                break
            time.sleep(0.5)
        for name, path in (row.get("keep") or {}).items():
            found = done.out.strip() if path == "*" else dig(done.value(), path)
            self.names[name] = str(found)
        ours = shape.of(done, row["run"].split()[0])
        if row.get("moving"):
            ours.pop("fields", None)
        if self.recording:
            self.recorded[key] = ours
            self.save()
        elif key in self.recorded:
            problems = problems + shape.differences(self.recorded[key], ours, self.newer)
        else:
            problems = [*problems, "it was never recorded on a real cloud"]
        return problems, done

    def save(self):
        """Writes the recording after each command: a real cloud is slow, and the run may be interrupted."""
        rows = [f"{json.dumps(key)}: {json.dumps(self.recorded[key], ensure_ascii=False)}" for key in sorted(self.recorded)]
        (HERE / "real.json").write_text("{\n" + ",\n".join(rows) + "\n}\n")

    def judge(self, key, problems, done, seconds):
        known = key in self.differs
        if problems and known:
            self.different += 1
            print(f"~ {key} ({self.differs[key]})", flush=True)
        elif problems or known:
            if known:
                problems = ["it differs no more: take it out of differs.yaml"]
            self.fail("\n    ".join([key, *problems]))
            if done and done.err.strip():
                print("    " + "\n    ".join(done.err.strip().splitlines()[-3:]), flush=True)
        else:
            self.passed += 1
            refused = f" refused: {done.last_word()}" if done.code else ""
            print(f"✓ {key} ({seconds:.1f} s){refused}", flush=True)

    def fail(self, text):
        self.failures.append(text)
        print(f"✗ {text}", flush=True)

    def leftovers(self):
        """Entries of the files that belong to no command."""
        stale = [key for key in [*self.differs, *self.recorded] if key not in self.all_keys()]
        problems = [f"no command “{key}”: take it out of differs.yaml and real.json" for key in stale]
        if len(self.differs) > DIFFER_MAX:
            problems.append(f"{len(self.differs)} commands differ, {DIFFER_MAX} may")
        for problem in problems:
            self.fail(problem)

    def all_keys(self):
        return {key for line, count in self.seen.items() for key in [line, *(f"{line} #{n}" for n in range(2, count + 1))]}


def expected(row, done, names):
    """What the row requires and the command did not do. Whether it is refused, and how, is in real.json."""
    if row.keys() <= {"run", "moving"}:
        return []
    if done.code != 0:
        return [f"is refused: {done.last_word()}"]
    problems = []
    if isinstance(row.get("json"), list) and done.value() != row["json"]:
        problems.append(f"answers {done.out.strip()}, not {row['json']}")
    for path, wanted in (row["json"] if isinstance(row.get("json"), dict) else {}).items():
        wanted = string.Template(wanted).substitute(names) if isinstance(wanted, str) else wanted
        try:
            found = dig(done.value(), path)
        except (KeyError, IndexError, TypeError):
            found = "nothing"
        if found != wanted:
            problems.append(f"{path} is {found!r}, not {wanted!r}")
    says = row.get("says") or []
    for text in [says] if isinstance(says, str) else says:
        text = string.Template(text).substitute(names)
        if text not in done.out + done.err:
            problems.append(f"does not say “{text}”")
    return problems


def dig(value, path):
    """`0/Name`: the field of the first row. `Name=x/ID`: of the row whose Name is x."""
    for step in path.split("/"):
        if isinstance(value, list) and "=" in step:
            field, wanted = step.split("=", 1)
            value = next(row for row in value if str(row[field]) == wanted)
        else:
            value = value[int(step)] if isinstance(value, list) else value[step]
    return value


main()
