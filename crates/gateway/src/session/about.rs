//! What a new tab needs to continue a session: its user, its project and its services, never the token
//! (docs/decisions/0008). It is made from the cloud's answer to the sign-in and sealed into a cookie of its own, which the
//! browser sends only with requests for `/sessions`.

use cloud::calls::identity;
use cloud::exchange::Reply;
use cloud::wire::Token;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::cookie::{Kind, Name};
use super::ended::{ID_BYTES, SignInId};
use super::handle::Handle;
use super::seal::Keys;

/// The best compression: it is done once for each sign-in.
const LEVEL: u8 = 10;

/// The most bytes that a cookie may unpack to.
const UNPACKED: usize = 16 * 1024;

/// Facts about a session. In the cookie, fields have short names.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct About {
    /// Whether identity speaks v3, else v2.0.
    #[serde(rename = "v")]
    pub v3: bool,
    #[serde(rename = "u")]
    pub user: Named,
    #[serde(rename = "p")]
    pub project: Named,
    /// When the token ends, milliseconds since 1970.
    #[serde(rename = "e")]
    pub expires: Option<i64>,
    /// Type, region and public address of the services that the page uses. `None`: they did not fit into the cookie.
    #[serde(rename = "c")]
    pub catalog: Option<Vec<(String, String, String)>>,
}

/// A user or a project.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Named {
    #[serde(rename = "i")]
    pub id: String,
    #[serde(rename = "n")]
    pub name: String,
    /// Id and name of its domain (v3).
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<(String, String)>,
}

impl About {
    /// Reads the cloud's answer to a sign-in: `text`, and the same already parsed.
    pub fn of(said: &Value, text: &str) -> Option<About> {
        let reply = Reply { status: 200, headers: Vec::new(), body: text.to_owned() };
        let Token { expires, catalog, .. } = identity::inspect().finish(&reply).ok()?;
        let v3 = said.get("token").is_some();
        let [user, project] =
            if v3 { ["/token/user", "/token/project"] } else { ["/access/user", "/access/token/tenant"] };
        let entries = catalog.needed().entries.into_iter();
        Some(About {
            v3,
            user: Named::at(said, user),
            project: Named::at(said, project),
            expires: expires.map(|expires| expires.0),
            catalog: Some(entries.map(|entry| (entry.kind, entry.region.0, entry.url)).collect()),
        })
    }

    /// The same with the user's name as it was typed, if it is known.
    pub fn of_user(mut self, typed: Option<String>) -> About {
        self.user.name = typed.unwrap_or(self.user.name);
        self
    }

    /// The value of a cookie of at most `most` bytes: without the catalog if that is too large, `None` if it still is.
    pub fn seal(mut self, keys: &Keys, name: &Name, handle: &Handle, sign_in: SignInId, most: usize) -> Option<String> {
        let sealed = |about: &About| {
            let packed = compress_to_vec(&serde_json::to_vec(about).ok()?, LEVEL);
            let sealed = keys.seal_bytes(Kind::About, handle, [&sign_in.0[..], &packed].concat())?;
            (name.sent(&sealed) <= most).then_some(sealed)
        };
        sealed(&self).or_else(|| {
            self.catalog = None;
            sealed(&self)
        })
    }

    /// Opens a cookie. `None` also if it belongs to another sign-in than the session.
    pub fn open(keys: &Keys, handle: &Handle, sign_in: SignInId, text: &str) -> Option<About> {
        let plain = keys.open_bytes(Kind::About, handle, text)?;
        let (id, packed) = plain.split_first_chunk::<ID_BYTES>()?;
        if *id != sign_in.0 {
            return None;
        }
        serde_json::from_slice(&decompress_to_vec_with_limit(packed, UNPACKED).ok()?).ok()
    }

    /// As the page reads it.
    pub fn to_json(&self) -> Value {
        let entry =
            |(kind, region, url): &(String, String, String)| json!({ "type": kind, "region": region, "url": url });
        let catalog = self.catalog.as_ref().map(|entries| entries.iter().map(entry).collect::<Value>());
        json!({
            "identity": if self.v3 { "v3" } else { "v2.0" },
            "user": self.user.to_json(),
            "project": self.project.to_json(),
            "expires": self.expires,
            "catalog": catalog,
        })
    }
}

impl Named {
    fn at(said: &Value, place: &str) -> Named {
        let text = |name: &str| {
            Some(said.pointer(&format!("{place}/{name}"))?.as_str()?.to_owned()).filter(|text| !text.is_empty())
        };
        let domain = text("domain/id").map(|id| (id, text("domain/name").unwrap_or_default()));
        // The old API has both, or either.
        let name = text("name").or_else(|| text("username")).unwrap_or_default();
        Named { id: text("id").unwrap_or_default(), name, domain }
    }

    fn to_json(&self) -> Value {
        let domain = self.domain.as_ref().map(|(id, name)| json!({ "id": id, "name": name }));
        json!({ "id": self.id, "name": self.name, "domain": domain })
    }
}

#[cfg(test)]
mod tests {
    use super::super::in_browser::CookieLimits;
    use super::*;
    use cloud::held;
    use cloud::sign_in::Method;

    const OPENSTACK: &str = include_str!("../../../../tests/fixtures/openstack/001-keystone-POST-auth-tokens.json");
    const SIGN_IN: SignInId = SignInId([7; ID_BYTES]);
    /// The default.
    const MAX_HEADER_BYTES: usize = 32 * 1024;

    fn keys() -> Keys {
        Keys::new(&[[1; 32]]).expect("a key")
    }

    fn of(text: &str) -> About {
        About::of(&serde_json::from_str(text).expect("JSON"), text).expect("an answer with a token")
    }

    /// As NHN answers, with so many regions; its addresses name region and project.
    fn nhn(regions: usize) -> String {
        let project = "53699ecf4ecf4465a84b6fb21daccf23";
        let service = |(kind, host, path): (&str, &str, String)| {
            let endpoint = |region| {
                let url = format!("https://kr{region}-api-{host}-infrastructure.nhncloudservice.com{path}");
                json!({ "region": format!("KR{region}"), "publicURL": url })
            };
            json!({ "type": kind, "name": kind, "endpoints": (1..=regions).map(endpoint).collect::<Vec<_>>() })
        };
        let services = [
            ("compute", "instance", format!("/v2/{project}")),
            ("image", "image", String::new()),
            ("network", "network", String::new()),
            ("volumev2", "block-storage", format!("/v2/{project}")),
            ("key-manager", "key-manager", String::new()),
            ("object-store", "object-storage", format!("/v1/AUTH_{project}")),
        ];
        let tenant = json!({ "id": project, "name": "a project of ours" });
        let token = json!({ "id": "maru:nhn.0", "expires": "2026-11-30T12:00:00Z", "tenant": tenant });
        let user = json!({ "id": "b5efed2e8f244a3d9e131f2f9edcb9c6", "username": "somebody@example.com", "name": "" });
        json!({ "access": { "token": token, "user": user, "serviceCatalog": services.map(service) } }).to_string()
    }

    fn sealed(about: About, limit: usize) -> Option<(usize, About)> {
        let handle = Handle::new("a-cloud", "u", "p");
        let name = Name::new(Kind::About, &handle, true);
        let text = about.seal(&keys(), &name, &handle, SIGN_IN, limit)?;
        Some((name.sent(&text), About::open(&keys(), &handle, SIGN_IN, &text).expect("it opens")))
    }

    #[test]
    fn an_answer_of_either_version_is_read() {
        let v3 = of(OPENSTACK).to_json();
        let at = |place: &str| v3.pointer(place).cloned().unwrap_or_default();
        assert_eq!((at("/identity"), at("/expires")), (json!("v3"), json!(1_795_438_630_000_i64)));
        let domain = json!({ "id": "default", "name": "Default" });
        let project = json!({ "id": "53699ecf4ecf4465a84b6fb21daccf23", "name": "demo", "domain": domain });
        assert_eq!((at("/project"), at("/user/name"), at("/user/domain")), (project, json!("demo"), domain));
        let catalog = at("/catalog");
        let kinds: Vec<_> = catalog.as_array().expect("entries").iter().map(|entry| entry["type"].clone()).collect();
        assert_eq!(kinds, ["image", "compute_legacy", "volumev3", "network", "identity"].map(Value::from));
        let url = "http://127.0.0.1:8774/v2/53699ecf4ecf4465a84b6fb21daccf23";
        let compute = json!({ "type": "compute_legacy", "region": "RegionOne", "url": url });
        assert!(catalog.as_array().expect("entries").contains(&compute), "{catalog}");

        let v2 = of(&nhn(1)).to_json();
        let at = |place: &str| v2.pointer(place).cloned().unwrap_or_default();
        assert_eq!((at("/identity"), at("/expires")), (json!("v2.0"), json!(1_796_040_000_000_i64)));
        assert_eq!((at("/user/name"), at("/user/domain")), (json!("somebody@example.com"), Value::Null));
        assert_eq!(at("/project/name"), json!("a project of ours"));
        assert_eq!(at("/catalog").as_array().map(Vec::len), Some(4), "the services that the page asks");
    }

    /// It was read as a text, so that signing in again went to the default domain.
    #[test]
    fn the_page_signs_in_again_to_the_domains_of_user_and_project() {
        let mut about = of(OPENSTACK);
        about.user.domain = Some(("9a1f7c2e".repeat(4), "CORP".to_owned()));
        let mut told = about.to_json();
        told["handle"] = "maru:a.0".into();
        told["cloud"] = "a".into();
        let read = held::read(&json!({ "sessions": [told] }).to_string());
        let (method, draft) = read.first().expect("a session").typed();
        let expect = (Method::PasswordV3, "demo", "9a1f7c2e".repeat(4), "default");
        assert_eq!((method, draft.user.as_str(), draft.domain, draft.project_domain.as_str()), expect);
        assert_eq!(read[0].catalog.as_ref().map(|catalog| catalog.entries.len()), Some(5));
    }

    #[test]
    fn the_clouds_of_today_fit_into_their_cookie_with_their_catalog() {
        let limit = CookieLimits::new(MAX_HEADER_BYTES).about;
        for (about, most) in [(of(OPENSTACK), 450), (of(&nhn(1)), 490), (of(&nhn(4)), 580), (of(&nhn(12)), limit)] {
            let (bytes, opened) = sealed(about.clone(), limit).expect("it fits");
            assert!(bytes <= most, "{bytes} bytes of {most}");
            assert_eq!(opened, about, "and it comes back");
        }
    }

    #[test]
    fn what_does_not_fit_goes_without_its_catalog_or_not_at_all() {
        let limit = CookieLimits::new(MAX_HEADER_BYTES).about;
        let mut large = of(&nhn(1));
        let entry = |id: u32| {
            ("compute".to_owned(), format!("R{id}"), format!("https://{:x}.example", id.wrapping_mul(2_654_435_761)))
        };
        large.catalog = Some((0..200).map(entry).collect());
        let (bytes, opened) = sealed(large.clone(), limit).expect("it fits");
        assert!(bytes <= limit);
        assert_eq!(opened, About { catalog: None, ..large.clone() });
        assert_eq!(opened.to_json()["catalog"], Value::Null);
        large.user.name = (0..400_u32).map(|at| format!("{:x}", at.wrapping_mul(2_654_435_761))).collect();
        assert!(sealed(large, limit).is_none());
    }

    #[test]
    fn it_opens_only_for_its_own_session() {
        let (handle, other) = (Handle::new("a", "u", "p"), Handle::new("a", "u", "q"));
        let name = Name::new(Kind::About, &handle, true);
        let text = of(OPENSTACK).seal(&keys(), &name, &handle, SIGN_IN, MAX_HEADER_BYTES).expect("sealed");
        let another_key = Keys::new(&[[2; 32]]).expect("a key");
        assert!(About::open(&keys(), &handle, SIGN_IN, &text).is_some());
        assert!(About::open(&keys(), &other, SIGN_IN, &text).is_none(), "another project");
        assert!(About::open(&keys(), &handle, SignInId([8; ID_BYTES]), &text).is_none(), "an earlier sign-in");
        assert!(About::open(&another_key, &handle, SIGN_IN, &text).is_none());
    }

    #[test]
    fn what_unpacks_to_more_than_it_may_does_not_open() {
        let handle = Handle::new("a", "u", "p");
        let open = |length: usize| {
            let text = serde_json::to_vec(&About {
                user: Named { name: "a".repeat(length), ..Named::default() },
                ..About::default()
            });
            let plain = [&SIGN_IN.0[..], &compress_to_vec(&text.expect("JSON"), LEVEL)].concat();
            let sealed = keys().seal_bytes(Kind::About, &handle, plain).expect("sealed");
            About::open(&keys(), &handle, SIGN_IN, &sealed).is_some()
        };
        assert!(open(UNPACKED / 2));
        assert!(!open(UNPACKED));
        assert!(!open(50_000_000), "however little it takes packed");
    }
}
