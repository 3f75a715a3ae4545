use proptest::prelude::*;

use super::*;

fn catalog(entries: &[(&str, &str, &str)]) -> Catalog {
    let entries = entries.iter().map(|(kind, region, url)| CatalogEntry {
        kind: (*kind).to_owned(),
        region: (*region).into(),
        url: (*url).to_owned(),
    });
    Catalog { entries: entries.collect() }
}

/// Row N01: the endpoint for a service in region `R` of tenant `t`.
fn check(entries: &[(&str, &str, &str)], service: Service, expect: Option<&str>) {
    let endpoints = catalog(entries).endpoints(&"R".into(), &"t".into());
    assert_eq!(endpoints.base(service), expect, "{entries:?}");
}

#[test]
fn compute_is_taken_as_it_stands_and_legacy_first() {
    check(&[("compute", "R", "https://h/v2/t")], Service::Compute, Some("https://h/v2/t"));
    check(&[("compute", "R", "http://h:8774/v2.1")], Service::Compute, Some("http://h:8774/v2.1"));
    check(
        &[("compute", "R", "http://h/v2.1"), ("compute_legacy", "R", "http://h/v2/t")],
        Service::Compute,
        Some("http://h/v2/t"),
    );
    check(
        &[("compute", "R", "http://h/v2.1/"), ("compute_legacy", "X", "http://x/v2/t")],
        Service::Compute,
        Some("http://h/v2.1"),
    );
    check(&[("compute", "R", "http://h/v2/%(tenant_id)s")], Service::Compute, Some("http://h/v2/t"));
    check(&[("compute", "R", "http://h/v2/$(project_id)s")], Service::Compute, Some("http://h/v2/t"));
    check(&[("compute", "r", "http://h/v2/t")], Service::Compute, Some("http://h/v2/t"));
    check(&[("compute", "X", "http://h/v2/t")], Service::Compute, None);
    check(&[("computer", "R", "http://h/v2/t")], Service::Compute, None);
}

#[test]
fn image_and_network_get_a_version_where_they_lack_one() {
    check(&[("image", "R", "https://h")], Service::Image, Some("https://h/v2"));
    check(&[("image", "R", "https://h/")], Service::Image, Some("https://h/v2"));
    check(&[("image", "R", "https://h/image")], Service::Image, Some("https://h/image/v2"));
    check(&[("image", "R", "https://h:9292/v2")], Service::Image, Some("https://h:9292/v2"));
    check(&[("image", "R", "https://h/v2/")], Service::Image, Some("https://h/v2"));
    check(&[("network", "R", "http://h:9696")], Service::Network, Some("http://h:9696/v2.0"));
    check(&[("network", "R", "http://h:9696/v2.0/")], Service::Network, Some("http://h:9696/v2.0"));
    check(&[("network", "R", "http://v2.example/net")], Service::Network, Some("http://v2.example/net/v2.0"));
    check(&[("network", "R", "http://h/vpc")], Service::Network, Some("http://h/vpc/v2.0"));
}

#[test]
fn a_service_of_every_region_or_of_one_other_region_only_is_found() {
    let (compute, image) = (("compute", "R", "http://h/v2.1"), Some("http://i/v2"));
    check(&[compute, ("image", "*", "http://i")], Service::Image, image);
    check(&[compute, ("image", "", "http://i")], Service::Image, image);
    check(&[compute, ("image", "*", "http://x"), ("image", "R", "http://i")], Service::Image, image);
    check(&[compute, ("image", "global", "http://i")], Service::Image, image);
    // With two regions it could belong to the other one.
    check(&[compute, ("compute", "S", "http://s/v2.1"), ("image", "S", "http://i")], Service::Image, None);
    check(&[compute, ("image", "S", "http://i"), ("image", "T", "http://t")], Service::Image, None);
    let two = catalog(&[compute, ("compute", "S", "http://s/v2.1"), ("image", "S", "http://i")]);
    assert_eq!(two.elsewhere(Service::Image), ["S".into()]);
}

#[test]
fn compute_of_every_region_is_offered_in_those_of_the_others() {
    let regions = |entries: &[(&str, &str, &str)]| catalog(entries).regions();
    let everywhere = ("compute", "*", "http://h/v2.1");
    assert_eq!(
        regions(&[everywhere, ("image", "R", "http://i"), ("network", "S", "http://n")]),
        ["R".into(), "S".into()]
    );
    assert_eq!(regions(&[everywhere, ("compute", "R", "http://r/v2.1")]), ["R".into()]);
    assert_eq!(regions(&[everywhere]), ["*".into()]);
    assert_eq!(regions(&[("image", "R", "http://i")]), []);
    check(&[everywhere, ("image", "R", "http://i")], Service::Compute, Some("http://h/v2.1"));
}

#[test]
fn a_version_that_is_not_spoken_comes_after_one_that_is() {
    let (old, new) = (("compute", "R", "http://h/v1.0"), ("compute", "R", "http://h/v2.1"));
    check(&[old, new], Service::Compute, Some("http://h/v2.1"));
    check(&[("compute_legacy", "R", "http://h/v1.1/t"), new], Service::Compute, Some("http://h/v2.1"));
    check(&[old], Service::Compute, Some("http://h/v1.0"));
    check(&[("image", "R", "http://h/v1"), ("image", "R", "http://h/v2")], Service::Image, Some("http://h/v2"));
    check(
        &[("volume", "R", "http://h/v1/t"), ("block-storage", "R", "http://h/v3/t")],
        Service::Volume,
        Some("http://h/v3/t"),
    );
}

#[test]
fn an_endpoint_without_a_version_gets_the_one_its_root_tells() {
    check(&[("compute", "R", "http://h/compute/")], Service::Compute, Some("http://h/compute/v2.1"));
    check(&[("volumev3", "R", "http://h/volume")], Service::Volume, Some("http://h/volume/v3/t"));
    check(&[("volumev2", "R", "http://h/volume")], Service::Volume, Some("http://h/volume/v2/t"));
    let mut open = catalog(&[
        ("compute", "R", "http://h/compute/"),
        ("image", "R", "http://h/image"),
        ("volumev3", "R", "http://h/volume"),
        ("network", "R", "http://h/network"),
    ]);
    let urls = [(Service::Compute, "http://h/compute/".to_owned()), (Service::Volume, "http://h/volume".to_owned())];
    assert_eq!(open.unversioned(&"R".into()), urls);
    open.settle("http://h/compute/", "v2");
    open.settle("http://h/volume", "v3");
    assert_eq!(open.unversioned(&"R".into()), []);
    let endpoints = open.endpoints(&"R".into(), &"t".into());
    assert_eq!(endpoints.base(Service::Compute), Some("http://h/compute/v2"));
    assert_eq!(endpoints.base(Service::Volume), Some("http://h/volume/v3/t"));
}

#[test]
fn volumes_of_every_age() {
    let (v3, v2, seed) =
        (("volumev3", "R", "http://h/v3/t"), ("volumev2", "R", "http://h/v2/t"), ("volume", "R", "http://h/v1/t"));
    check(&[seed, v2, v3], Service::Volume, Some("http://h/v3/t"));
    check(&[seed, v2], Service::Volume, Some("http://h/v2/t"));
    check(&[seed], Service::Volume, Some("http://h/v1/t"));
    check(&[("block-storage", "R", "http://h/v3/t")], Service::Volume, Some("http://h/v3/t"));
    check(&[], Service::Volume, None);
}

/// The whole of NHN's catalog (nhn-api.md §1.2), with a second region that has no compute.
#[test]
fn nhn() {
    let nhn = catalog(&[
        ("compute", "KR1", "https://kr1-api-instance-infrastructure.nhncloudservice.com/v2/aa11"),
        ("compute", "JP1", "https://jp1-api-instance-infrastructure.nhncloudservice.com/v2/aa11"),
        ("image", "KR1", "https://kr1-api-image-infrastructure.nhncloudservice.com"),
        ("network", "KR1", "https://kr1-api-network-infrastructure.nhncloudservice.com"),
        ("volumev2", "KR1", "https://kr1-api-block-storage-infrastructure.nhncloudservice.com/v2/aa11"),
        ("key-manager", "KR1", "https://kr1-api-key-manager-infrastructure.nhncloudservice.com"),
        ("object-store", "KR2", "https://kr2-api-object-storage.nhncloudservice.com/v1/AUTH_aa11"),
        ("compute", "KR1", "https://kr1-again.nhncloudservice.com/v2/aa11"),
        ("identity", "KR1", "https://api-identity-infrastructure.nhncloudservice.com/v2.0"),
    ]);
    assert_eq!(nhn.regions(), ["KR1".into(), "JP1".into()]);
    let kr1 = nhn.endpoints(&"kr1".into(), &"aa11".into());
    assert_eq!(kr1.base(Service::Compute), Some("https://kr1-api-instance-infrastructure.nhncloudservice.com/v2/aa11"));
    assert_eq!(kr1.base(Service::Image), Some("https://kr1-api-image-infrastructure.nhncloudservice.com/v2"));
    assert_eq!(kr1.base(Service::Network), Some("https://kr1-api-network-infrastructure.nhncloudservice.com/v2.0"));
    assert_eq!(
        kr1.base(Service::Volume),
        Some("https://kr1-api-block-storage-infrastructure.nhncloudservice.com/v2/aa11")
    );
    assert_eq!(kr1.base(Service::Identity), Some("https://api-identity-infrastructure.nhncloudservice.com/v2.0"));
    let jp1 = nhn.endpoints(&"JP1".into(), &"aa11".into());
    assert_eq!((jp1.base(Service::Image), jp1.base(Service::Compute).is_some()), (None, true));
}

#[test]
fn a_pasted_token_has_compute_only() {
    let endpoints = Endpoints::compute_only("https://h/v2/t/");
    assert_eq!((endpoints.base(Service::Compute), endpoints.base(Service::Image)), (Some("https://h/v2/t"), None));
}

#[test]
fn what_is_needed_of_a_catalog_is_the_first_and_the_best_of_each_service_and_region() {
    let check = |entries: &[(&str, &str, &str)], expect: &[usize]| {
        let expect: Vec<_> = expect.iter().map(|at| catalog(entries).entries[*at].clone()).collect();
        assert_eq!(catalog(entries).needed().entries, expect, "{entries:?}");
    };
    let (compute, image) = (("compute", "R", "http://h/v2.1"), ("image", "R", "http://i"));
    check(&[], &[]);
    check(&[("object-store", "R", "http://o"), compute, ("metering", "R", "http://m"), image], &[1, 3]);
    check(&[compute, compute, ("compute", "S", "http://s/v2.1")], &[0, 2]);
    check(&[compute, ("compute_legacy", "R", "http://h/v2/t")], &[0, 1]);
    check(
        &[("volume", "R", "http://h/v1"), ("volumev2", "R", "http://h/v2"), ("volumev3", "R", "http://h/v3")],
        &[0, 2],
    );
}

proptest! {
    #[test]
    fn what_is_needed_of_a_catalog_says_the_same_as_all_of_it(
        entries in prop::collection::vec((0_usize..9, 0_usize..5, 0_usize..6), 0..12),
    ) {
        let kinds = ["compute", "compute_legacy", "image", "network", "volume", "volumev2", "volumev3", "identity", "metric"];
        let regions = ["R", "r", "S", "*", ""];
        let urls = ["http://h", "http://h/v1", "http://h/v2/", "http://h/v2.1", "http://h/v3/%(tenant_id)s", "http://x/v9"];
        let entries: Vec<_> = entries.into_iter().map(|(kind, region, url)| (kinds[kind], regions[region], urls[url])).collect();
        let (all, needed) = (catalog(&entries), catalog(&entries).needed());
        prop_assert_eq!(all.regions(), needed.regions());
        for region in ["R", "r", "S", "*", "X"].map(RegionName::from) {
            prop_assert_eq!(all.endpoints(&region, &"t".into()), needed.endpoints(&region, &"t".into()));
            prop_assert_eq!(all.unversioned(&region), needed.unversioned(&region));
        }
        for service in Service::ALL {
            prop_assert_eq!(all.elsewhere(service), needed.elsewhere(service));
        }
    }
}
