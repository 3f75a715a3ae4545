use super::*;
use crate::calls::servers;
use crate::exchange::Reply;

#[test]
fn a_refusal_for_a_lock_is_known_by_novas_words() {
    #[track_caller]
    fn check(status: u16, message: &str, expect: bool) {
        let body = format!(r#"{{"conflictingRequest": {{"code": {status}, "message": "{message}"}}}}"#);
        let reply = Reply { status, headers: Vec::new(), body };
        let failure = Failure::from_reply(&servers::get(&"s".into()).request, &reply);
        assert_eq!(says_locked(&failure), expect, "{status} {message}");
    }
    check(409, "Instance 5a3c0f1e is locked", true);
    check(409, "Cannot 'stop' instance 5a3c0f1e while it is in vm_state stopped", false);
    check(403, "The door is locked", false);
}
