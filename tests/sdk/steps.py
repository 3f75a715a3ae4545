"""What openstacksdk does to the simulated cloud, step by step: a client that knows nothing of it, and that people use.

Each step is a function of the cloud; its first line of documentation is what the run prints. Steps run in this order,
and hand what they made to later ones in `made`.
"""

made = {}


def check(true, what):
    """`assert` that also holds under `python -O`."""
    if not true:
        raise AssertionError(what)


def settled(cloud, status):
    """Waits until the instance has a status. openstacksdk's copy is from before the action."""
    server = cloud.compute.get_server(made["server"].id)
    return cloud.compute.wait_for_server(server, status=status, interval=0.1, wait=30)


def volume(cloud, status):
    """Waits until the volume has a status."""
    found = cloud.block_storage.get_volume(made["volume"].id)
    return cloud.block_storage.wait_for_status(found, status, interval=0.1, wait=30)


def lists(cloud):
    """lists instances, flavors, images, key pairs, zones, networks, ports, groups, floating IPs, volumes, snapshots"""
    for name, many in [
        ("instances", cloud.compute.servers()),
        ("flavors", cloud.compute.flavors()),
        ("images", cloud.image.images()),
        ("key pairs", cloud.compute.keypairs()),
        ("zones", cloud.compute.availability_zones()),
        ("networks", cloud.network.networks()),
        ("subnets", cloud.network.subnets()),
        ("ports", cloud.network.ports()),
        ("security groups", cloud.network.security_groups()),
        ("floating IPs", cloud.network.ips()),
        ("volumes", cloud.block_storage.volumes()),
        ("snapshots", cloud.block_storage.snapshots()),
        ("volume types", cloud.block_storage.types()),
    ]:
        check(list(many), f"no {name}")


def pages(cloud):
    """follows pages of instances, images and volumes to the end"""
    for name, ask in [
        ("instances", cloud.compute.servers),
        ("images", cloud.image.images),
        ("volumes", cloud.block_storage.volumes),
    ]:
        whole = [one.id for one in ask()]
        check([one.id for one in ask(limit=3)] == whole, f"{name} in pages of 3 are not the same")


def creates(cloud):
    """creates an instance and waits until it is ACTIVE"""
    image = cloud.image.find_image("Debian 12.11 Bookworm (2026.08.19)", ignore_missing=False)
    flavor = cloud.compute.find_flavor("m2.c1m2", ignore_missing=False)
    network = cloud.network.find_network("Default Network", ignore_missing=False)
    server = cloud.compute.create_server(
        name="sdk", image_id=image.id, flavor_id=flavor.id, networks=[{"uuid": network.id}], key_name="dev-laptop"
    )
    server = cloud.compute.wait_for_server(server, interval=0.1, wait=30)
    check(server.status == "ACTIVE", server.status)
    check(list(server.addresses) == ["Default Network"], server.addresses)
    made["server"] = server


def stops_and_starts(cloud):
    """stops it, starts it, reboots it"""
    for act, status in [
        (cloud.compute.stop_server, "SHUTOFF"),
        (cloud.compute.start_server, "ACTIVE"),
        (lambda server: cloud.compute.reboot_server(server, "SOFT"), "ACTIVE"),
    ]:
        act(made["server"])
        settled(cloud, status)


def resizes(cloud):
    """resizes it and confirms"""
    flavor = cloud.compute.find_flavor("m2.c2m4", ignore_missing=False)
    cloud.compute.resize_server(made["server"], flavor.id)
    settled(cloud, "VERIFY_RESIZE")
    cloud.compute.confirm_server_resize(made["server"])
    server = settled(cloud, "ACTIVE")
    # Since 2.47 an instance has a copy of its flavor, without an id.
    check(server.flavor.original_name == flavor.name, server.flavor)


def makes_a_volume(cloud):
    """makes a volume and lets it grow"""
    made["volume"] = cloud.block_storage.create_volume(size=10, name="sdk-data", availability_zone="nova")
    volume(cloud, "available")
    cloud.block_storage.extend_volume(made["volume"], 20)
    check(volume(cloud, "available").size == 20, "it did not grow")


def attaches_and_detaches(cloud):
    """attaches the volume, sees its device, detaches it"""
    attached = cloud.compute.create_volume_attachment(made["server"], volume_id=made["volume"].id)
    check(attached.device == "/dev/vdb", attached.device)
    volume(cloud, "in-use")
    check(len(list(cloud.compute.volume_attachments(made["server"]))) == 1, "one attachment")
    cloud.compute.delete_volume_attachment(made["server"], made["volume"].id)
    volume(cloud, "available")


def takes_a_snapshot(cloud):
    """takes a snapshot of the volume, is refused to delete the volume, deletes both"""
    from openstack import exceptions

    snapshot = cloud.block_storage.create_snapshot(volume_id=made["volume"].id, name="sdk-snapshot")
    snapshot = cloud.block_storage.wait_for_status(snapshot, "available", interval=0.1, wait=30)
    try:
        cloud.block_storage.delete_volume(made["volume"], ignore_missing=False)
        check(False, "a volume with a snapshot was deleted")
    except exceptions.BadRequestException as refusal:
        check("have snapshots" in str(refusal), refusal)
    cloud.block_storage.delete_snapshot(snapshot)
    cloud.block_storage.wait_for_delete(snapshot, interval=0.1, wait=30)
    cloud.block_storage.delete_volume(made["volume"])
    cloud.block_storage.wait_for_delete(made["volume"], interval=0.1, wait=30)


def makes_an_image(cloud):
    """makes an image of the instance, waits until it is active, deletes it"""
    image = cloud.compute.create_server_image(made["server"], "sdk-image", wait=True, timeout=60)
    image = cloud.image.get_image(image)
    check(image.status == "active", image.status)
    cloud.image.delete_image(image)
    check(cloud.image.find_image("sdk-image") is None, "the image is still there")


def gives_it_an_address(cloud):
    """gives it a floating IP by its port, takes it back"""
    pool = next(cloud.network.networks(is_router_external=True))
    ip = cloud.network.create_ip(floating_network_id=pool.id)
    port = next(cloud.network.ports(device_id=made["server"].id))
    ip = cloud.network.update_ip(ip, port_id=port.id)
    check(ip.port_id == port.id, ip.port_id)
    cloud.network.update_ip(ip, port_id=None)
    cloud.network.delete_ip(ip)


def opens_a_port(cloud):
    """makes a security group with a rule, puts the instance into it and out again, deletes it"""
    group = cloud.network.create_security_group(name="sdk-group")
    rule = cloud.network.create_security_group_rule(
        security_group_id=group.id, direction="ingress", protocol="tcp", port_range_min=22, port_range_max=22,
        remote_ip_prefix="198.51.100.0/24",
    )
    cloud.compute.add_security_group_to_server(made["server"], group)
    names = [one["name"] for one in cloud.compute.get_server(made["server"]).security_groups]
    check("sdk-group" in names, names)
    cloud.compute.remove_security_group_from_server(made["server"], group)
    cloud.network.delete_security_group_rule(rule)
    cloud.network.delete_security_group(group)


def deletes(cloud):
    """deletes the instance and waits until it is gone"""
    cloud.compute.delete_server(made["server"])
    cloud.compute.wait_for_delete(made["server"], interval=0.1, wait=30)
    check(cloud.compute.find_server("sdk") is None, "the instance is still there")


ALL = [
    lists, pages, creates, stops_and_starts, resizes, makes_a_volume, attaches_and_detaches, takes_a_snapshot,
    makes_an_image, gives_it_an_address, opens_a_port, deletes,
]
