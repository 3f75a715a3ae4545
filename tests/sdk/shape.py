"""What of an answer is the cloud's doing and not this run's: how the command ended, which fields it showed, of what kind,
and what was said when it was refused."""

import re

KINDS = {type(None): "null", bool: "bool", int: "number", float: "number", str: "text", list: "list", dict: "object"}

# What differs in each run: request ids, ids, addresses, times, numbers, quoted names.
VARIES = [
    r"\(HTTP \d+\) \(Request-ID: [^)]*\)|req-[0-9a-f-]{36}",
    r"https?://[^\s,'\")]+",
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}",
    r"\d+",
]


def of(done, program):
    """The shape of a command's result."""
    shape = {"code": 0 if done.code == 0 else 1}
    if shape["code"]:
        shape["said"] = masked(done.last_word())
    elif program == "openstack":
        fields = _of_value(done.value())
        if fields:
            shape["fields"] = fields
    else:
        fields = _of_table(done.out)
        if fields:
            shape["fields"] = fields
    return shape


def masked(text):
    """The text without what differs in each run."""
    for pattern in VARIES:
        text = re.sub(pattern, "*", text)
    return text


def _of_value(value):
    if isinstance(value, list):
        value = value[0] if value and isinstance(value[0], dict) else None
        return sorted(value) if value else None
    if isinstance(value, dict):
        return {key: KINDS.get(type(item), "?") for key, item in sorted(value.items())}
    return None


def _of_table(text):
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    if not rows:
        return None
    # `nova show` has a row for each network.
    names = (re.sub(r".* network$", "* network", row[0]) for row in rows[1:])
    return sorted(set(names)) if rows[0] == ["Property", "Value"] else sorted(rows[0])


def differences(real, ours, newer):
    """What differs from a real cloud, in words; `newer` are fields that it is too old for."""
    if real["code"] != ours["code"]:
        how = {0: "works", 1: f"is refused ({real.get('said') or ours.get('said')})"}
        return [f"{how[ours['code']]} here, and on a real cloud {'works' if real['code'] == 0 else 'is refused'}"
                + (f": {real['said']}" if real["code"] else "")]
    if real["code"]:
        same = real["said"] == ours["said"]
        return [] if same else [f"says “{ours['said']}”, a real cloud “{real['said']}”"]
    # An empty list shows no fields, so what a real cloud had none of cannot be compared.
    return list(_fields(real["fields"], ours.get("fields") or [], newer)) if real.get("fields") else []


def _fields(real, ours, newer):
    for name in real:
        if name not in ours:
            yield f"has no “{name}”"
    for name in ours:
        if name not in real and name not in newer:
            yield f"has “{name}” besides"
        elif isinstance(real, dict) and isinstance(ours, dict) and real.get(name, ours[name]) != ours[name]:
            yield f"“{name}” is {ours[name]}, on a real cloud {real[name]}"
