//! Files of Horizon, DevStack, installers and providers.

use crate::show::{files, lines, unknown};

fn check(given: &[(&str, &str)], clouds: &[&str], odd: &[&str]) {
    let import = files(given).unwrap_or_else(|mistake| panic!("{mistake:?}"));
    assert_eq!((lines(&import), unknown(&import)), (strings(clouds), strings(odd)));
}

fn strings(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

#[test]
fn openrc_files() {
    for (text, cloud, odd) in [
        (
            include_str!("files/horizon-v3-openrc.sh"),
            "web shop: https://keystone.cloud.example:5000/v3 v3 minji@Default #53699ecf4ecf4465a84b6fb21daccf23@#default \
             [RegionOne]",
            &[][..],
        ),
        (
            include_str!("files/horizon-v2-openrc.sh"),
            "old-shop: http://192.0.2.10:5000/v2.0 v2 minji@- #aa11bb22cc33dd44ee55ff6600778899@- [RegionOne]",
            &[],
        ),
        (
            include_str!("files/horizon-application-credential-openrc.sh"),
            ": https://keystone.cloud.example/identity credential #139e14b6210f41059c54f9fb128d05c1 -@- -@- [RegionOne] \
             <made-up_secret-of-a-credential>",
            &[],
        ),
        (
            include_str!("files/devstack-openrc"),
            "demo: http://192.0.2.20/identity v3 demo@#default demo@#default [RegionOne] <secret>",
            &[],
        ),
        (
            include_str!("files/nhn-openrc.sh"),
            ": https://api-identity-infrastructure.nhncloudservice.com/v2.0 v2 dev@example.test@- \
             #aa11bb22cc33dd44ee55ff6600778899@- [KR1] <a \"quoted\" $password>",
            &[],
        ),
        (
            include_str!("files/ovh-openrc.sh"),
            "5821381607123456: https://auth.cloud.ovh.example/v3 v3 user-aBcDeFgHiJkL@Default \
             #0123456789abcdef0123456789abcdef@Default [GRA11]",
            &[],
        ),
        (
            include_str!("files/packstack-keystonerc"),
            "admin: http://192.0.2.30:5000/v3 v3 admin@Default admin@Default [RegionOne] <4d1b9b0c>",
            &[],
        ),
        (
            include_str!("files/kolla-admin-openrc.sh"),
            "admin: http://192.0.2.40:5000 v3 admin@Default admin@Default [RegionOne] <Zm9v+/==>",
            &[],
        ),
    ] {
        check(&[("", text)], &[cloud], odd);
        // As Windows saves it, with a byte order mark.
        check(&[("openrc.sh", &format!("\u{feff}{}", text.replace('\n', "\r\n")))], &[cloud], odd);
    }
}

#[test]
fn clouds_files() {
    let credential = "openstack: https://keystone.cloud.example/identity credential #139e14b6210f41059c54f9fb128d05c1 \
                      -@- -@- [RegionOne] <made-up_secret-of-a-credential>";
    let text = include_str!("files/horizon-application-credential-clouds.yaml");
    check(&[("clouds.yaml", text)], &[credential], &[]);
    check(&[("", &text.replace('\n', "\r\n"))], &[credential], &[]);
    check(
        &[("", include_str!("files/horizon-clouds.yaml"))],
        &["openstack: https://keystone.cloud.example:5000 v3 minji@Default #53699ecf4ecf4465a84b6fb21daccf23@- \
           [RegionOne RegionTwo]"],
        &[],
    );
    check(
        &[("", include_str!("files/devstack-clouds.yaml"))],
        &[
            "devstack: http://192.0.2.20/identity v3 demo@#default demo@#default [RegionOne] <secretadmin>",
            "devstack-admin: http://192.0.2.20/identity v3 admin@#default admin@#default [RegionOne] <secretadmin>",
            "devstack-system-admin: http://192.0.2.20/identity v3 admin@#default -@- [RegionOne] <secretadmin> !OtherScope",
        ],
        &["0:34 functional"],
    );
}

#[test]
fn secrets_of_a_second_file_are_merged_and_vendor_profiles_are_named() {
    let (open, secure) = (include_str!("files/sdk-clouds.yaml"), include_str!("files/sdk-secure.yaml"));
    let clouds = [
        "mtvexx: v3 mordred@example.test@- mordred@example.test@- [ca-ymq-1] !Profile(\"vexxhost\")",
        "mordred: https://montytaylor-sjc.openstack.example:5001/v2.0 v2 mordred@- shade@- [RegionOne] <XXXXXXXXX> \
         !TenantByName",
        "infra: v3 openstackci@- #610275@- [DFW ORD] <0123> !Profile(\"rackspace\")",
        "token: https://keystone.cloud.example/v3 token -@- #53699ecf4ecf4465a84b6fb21daccf23@- [] <gAAAAAB-made-up>",
        "websso: https://keystone.cloud.example/v3 other v3websso -@- -@- [] !OtherMethod(\"v3websso\")",
    ];
    let odd = ["0:40 auth.identity_provider websso", "0:41 auth.protocol websso"];
    check(&[("clouds.yaml", open), ("secure.yaml", secure)], &clouds, &odd);
    // In either order.
    let odd = odd.map(|line| line.replacen('0', "1", 1));
    check(&[("secure.yaml", secure), ("clouds.yaml", open)], &clouds, &[&odd[0], &odd[1]]);
}

#[test]
fn anchors_and_merge_keys_are_followed_and_typos_are_named() {
    check(
        &[("", include_str!("files/anchors-clouds.yaml"))],
        &[
            "shop: https://keystone.cloud.example/v3 v3 minji@Default shop@Default []",
            "pay: https://keystone.cloud.example/v3 v3 other@Default pay@Default [KR1]",
        ],
        &["0:16 auth.pasword pay"],
    );
}

#[test]
fn several_files_of_both_kinds() {
    let import = files(&[
        ("a.sh", "export OS_AUTH_URL=https://a.example/v3 OS_PROJECT_NAME=a OS_PASWORD=b"),
        ("clouds.yaml", "clouds: {b: {auth: {auth_url: 'https://b.example/v3'}, color: red}}"),
        ("c.sh", "OS_AUTH_URL=https://c.example/v3"),
    ]);
    let import = import.expect("all are read");
    let addresses: Vec<_> = import.clouds.iter().map(|cloud| cloud.identity.as_str()).collect();
    assert_eq!(addresses, ["https://b.example/v3", "https://a.example/v3", "https://c.example/v3"]);
    assert_eq!(unknown(&import), ["1:1 color b", "0:1 OS_PASWORD"]);
}
