"""Runs openstacksdk's steps against a running simulated cloud. `cargo xtask test` starts both.

    python run.py http://127.0.0.1:PORT/identity/v3 COUNTS

COUNTS is the file that gets `passed failed skipped`, and a line for each failure. User and password are the
simulator's own, nobody's secret.
"""

import sys
import time

import openstack

import steps

# The stock region: openstacksdk looks for `compute` and a block storage of version 3.
SIGN_IN = {
    "username": "stock@maru.test",
    "password": "demo-password",
    "project_name": "demo",
    "user_domain_name": "Default",
    "project_domain_name": "Default",
}


def main():
    identity, counts = sys.argv[1:]
    cloud = openstack.connect(auth_url=identity, region_name="RegionOne", **SIGN_IN)
    passed, failures = 0, []
    for step in steps.ALL:
        start = time.monotonic()
        try:
            step(cloud)
            passed += 1
            print(f"✓ openstacksdk {step.__doc__} ({time.monotonic() - start:.1f} s)", flush=True)
        except Exception as error:  # A step that fails must not hide the ones after it.
            failures.append(f"{step.__doc__}: {type(error).__name__}: {error}".replace("\n", "\n  "))
            print(f"✗ openstacksdk {failures[-1]}", flush=True)
    with open(counts, "w", encoding="utf-8") as file:
        file.write("\n".join([f"{passed} {len(failures)} 0", *failures, ""]))
    sys.exit(1 if failures else 0)


main()
