use super::*;
use crate::actions::Action;
use crate::calls::{keypairs, metadata, server_groups, servers};
use crate::exchange::Reply;

#[test]
fn what_is_assumed_of_each_rule_set() {
    let of = |rules: RuleSet, offer: Offer| -> Vec<Feature> {
        let offers = Offers::assumed(rules);
        offers.list().filter(|(_, is)| *is == offer).map(|(feature, _)| feature).collect()
    };
    use Feature::*;
    let asked = [Limits, VolumeLimits, ConsoleLog, Console, Password];
    assert_eq!(of(RuleSet::Nhn, Offer::Unasked), asked);
    assert_eq!(of(RuleSet::OpenStack, Offer::Unasked), asked);
    assert_eq!(of(RuleSet::Nhn, Offer::Yes), [Metadata, ServerGroups, Shelve, ImageFromVolume]);
    assert_eq!(of(RuleSet::OpenStack, Offer::No), [ImageFromVolume]);
}

#[test]
fn what_was_seen_replaces_what_was_assumed() {
    let mut offers = Offers::assumed(RuleSet::Nhn);
    offers.learn(Feature::Password, Offer::No);
    offers.learn(Feature::Limits, Offer::Yes);
    assert_eq!((offers.of(Feature::Password), offers.of(Feature::Limits)), (Offer::No, Offer::Yes));
    assert_eq!(offers.of(Feature::ConsoleLog), Offer::Unasked);
}

#[test]
fn only_a_call_that_nobody_knows_hides_a_feature() {
    #[track_caller]
    fn check(status: u16, body: &str, expect: Option<Offer>) {
        let reply = Reply { status, headers: Vec::new(), body: body.to_owned() };
        let failure = Failure::from_reply(&Action::Pause.call(&"s".into()).expect("a call").request, &reply);
        assert_eq!(told_by(&failure), expect, "{status} {body}");
    }
    let no = Some(Offer::No);
    check(404, "<html><h1>404 Not Found</h1>The resource could not be found.<br /></html>", no);
    check(404, "", no);
    check(404, r#"{"itemNotFound": {"code": 404, "message": "Instance s could not be found."}}"#, None);
    check(400, r#"{"badRequest": {"code": 400, "message": "There is no such action: pause"}}"#, no);
    check(400, r#"{"badRequest": {"code": 400, "message": "Unavailable console type novnc."}}"#, no);
    check(400, r#"{"badRequest": {"code": 400, "message": "Bad length"}}"#, None);
    check(403, r#"{"forbidden": {"code": 403, "message": "Policy doesn't allow os_compute_api:limits"}}"#, no);
    check(405, "", no);
    check(501, "", no);
    check(503, "", None);
    check(401, "", None);
    check(409, r#"{"conflictingRequest": {"code": 409, "message": "not ready"}}"#, None);
}

/// A missing key, or one that the path cannot contain, says nothing about key pairs in general.
#[test]
fn a_404_for_one_item_never_hides_a_feature() {
    let check = |request: &crate::Request, expect: Option<Offer>| {
        for body in ["", "<html><h1>404 Not Found</h1>The resource could not be found.</html>", r#"{"message": "No"}"#]
        {
            let reply = Reply { status: 404, headers: Vec::new(), body: body.to_owned() };
            assert_eq!(told_by(&Failure::from_reply(request, &reply)), expect, "{} {body}", request.path);
        }
    };
    let server = "s".into();
    check(&metadata::remove(&server, "a key").request, None);
    check(&metadata::set(&server, "a/key", "v").request, None);
    check(&keypairs::get(&"k".into()).request, None);
    check(&server_groups::delete(&"g".into()).request, None);
    check(&servers::get(&server).request, None);
    check(&metadata::list(&server).request, Some(Offer::No));
    check(&server_groups::list().request, Some(Offer::No));
}

#[test]
fn how_it_is_known() {
    let mut offers = Offers::assumed(RuleSet::Nhn);
    let check = |offers: &Offers, feature, expect| assert_eq!(offers.source(feature, RuleSet::Nhn), expect);
    check(&offers, Feature::Limits, Source::Nobody);
    check(&offers, Feature::Shelve, Source::Rules);
    check(&offers, Feature::Pause, Source::Rules);
    offers.learn(Feature::Limits, Offer::No);
    offers.learn(Feature::Shelve, Offer::No);
    check(&offers, Feature::Limits, Source::Answer);
    check(&offers, Feature::Shelve, Source::Answer);
}
