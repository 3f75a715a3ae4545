use super::*;

fn draft(pairs: &[(Field, &str)]) -> Draft {
    let mut draft = Draft::default();
    for (field, text) in pairs {
        let place = match field {
            Field::Tenant => &mut draft.tenant,
            Field::User => &mut draft.user,
            Field::Password => &mut draft.password,
            Field::Domain => &mut draft.domain,
            Field::Project => &mut draft.project,
            Field::ProjectDomain => &mut draft.project_domain,
            Field::CredentialId => &mut draft.credential_id,
            Field::Secret => &mut draft.secret,
            Field::Token => &mut draft.token,
            Field::Compute => &mut draft.compute,
        };
        *place = (*text).to_owned();
    }
    draft
}

#[track_caller]
fn good(method: Method, pairs: &[(Field, &str)], expect: SignIn) {
    assert!(check(method, &draft(pairs)).is_ok_and(|valid| valid == expect), "{method:?} {pairs:?}");
}

#[track_caller]
fn bad(method: Method, pairs: &[(Field, &str)], expect: &[(Field, Problem)]) {
    assert_eq!(check(method, &draft(pairs)).err().as_deref(), Some(expect), "{method:?} {pairs:?}");
}

use Field::*;
use Problem::*;

#[test]
fn names_are_trimmed_and_passwords_are_not() {
    let v2 = |password: &str| {
        SignIn::With(Credentials::V2 { tenant: "abc".to_owned(), user: "me".to_owned(), password: password.to_owned() })
    };
    good(Method::PasswordV2, &[(Tenant, " abc\n"), (User, "me "), (Password, " p ")], v2(" p "));
    good(Method::PasswordV2, &[(Tenant, "abc"), (User, "me"), (Password, " ")], v2(" "));
}

#[test]
fn every_missing_field_is_named_in_order() {
    bad(Method::PasswordV2, &[], &[(Tenant, Missing), (User, Missing), (Password, Missing)]);
    bad(Method::PasswordV2, &[(Tenant, "  "), (User, "me"), (Password, "p")], &[(Tenant, Missing)]);
    bad(Method::PasswordV3, &[], &[(User, Missing), (Password, Missing)]);
    bad(Method::AppCredential, &[(CredentialId, "x")], &[(Secret, Missing)]);
    bad(Method::Token { v3: false }, &[], &[(Token, Missing), (Tenant, Missing), (Compute, Missing)]);
    bad(Method::Token { v3: true }, &[], &[(Token, Missing)]);
}

#[test]
fn a_v3_user_needs_neither_domain_nor_project() {
    let expect = SignIn::With(Credentials::V3 {
        user: "me".to_owned(),
        password: "p".to_owned(),
        domain: String::new(),
        project: String::new(),
        project_domain: String::new(),
    });
    good(Method::PasswordV3, &[(User, "me"), (Password, "p")], expect);
}

#[test]
fn user_and_project_may_be_in_different_domains() {
    let check = |typed: &[(Field, &str)], domain: &str, project_domain: &str| {
        let expect = SignIn::With(Credentials::V3 {
            user: "me".to_owned(),
            password: "p".to_owned(),
            domain: domain.to_owned(),
            project: "web".to_owned(),
            project_domain: project_domain.to_owned(),
        });
        good(Method::PasswordV3, &[&[(User, "me"), (Password, "p"), (Project, "web")], typed].concat(), expect);
    };
    check(&[], "", "");
    check(&[(Domain, "CORP")], "CORP", "CORP");
    check(&[(Domain, "CORP"), (ProjectDomain, " Default ")], "CORP", "Default");
    check(&[(ProjectDomain, "Default")], "", "Default");
}

#[test]
fn an_identity_address_without_a_version_is_known() {
    for (identity, expect) in [
        ("http://h/identity", false),
        ("http://h:5000", false),
        ("http://h/v3", true),
        ("http://h/identity/v2.0/", true),
        ("http://v3.example/identity", false),
    ] {
        assert_eq!(names_version(identity), expect, "{identity}");
    }
}

#[test]
fn a_token_is_one_word_and_its_endpoint_an_address() {
    let token = Method::Token { v3: true };
    for text in ["two words", "한글", "line\nbreak"] {
        bad(token, &[(Token, text)], &[(Token, NotAToken)]);
    }
    for text in ["cloud.example", "ftp://x", "https://me:pw@cloud.example"] {
        bad(token, &[(Token, "t"), (Compute, text)], &[(Compute, NotAnEndpoint)]);
    }
    let compute = "https://cloud.example/v2/abc";
    let expect = SignIn::Token { token: "gAAAA-_".to_owned(), tenant: String::new(), compute: compute.to_owned() };
    good(token, &[(Token, " gAAAA-_\n"), (Compute, compute)], expect);
}

#[test]
fn the_endpoint_tells_the_ways() {
    assert_eq!(Method::offered("https://id.example/v2.0").first(), Some(&Method::PasswordV2));
    assert_eq!(Method::offered("https://id.example/identity/v3/").first(), Some(&Method::PasswordV3));
}

#[test]
fn a_demo_is_signed_in_to_by_the_version_of_its_identity_service() {
    let login = DemoLogin { tenant: "5a3c".to_owned(), user: "u".to_owned(), password: "p".to_owned() };
    for (identity, expect) in
        [("https://a.example/v2.0", Method::PasswordV2), ("https://a.example/v3/", Method::PasswordV3)]
    {
        let (method, draft) = of_demo(identity, login.clone());
        assert_eq!(method, expect);
        let SignIn::With(credentials) = check(method, &draft).unwrap_or_else(|_| panic!("{identity} lacks a field"))
        else {
            panic!("{identity}: no credentials")
        };
        let body = crate::calls::identity::issue(&credentials).request.body.unwrap_or_default();
        assert!(body.contains("5a3c") && body.contains("\"p\""), "{body}");
    }
}

#[test]
fn credentials_fit_the_other_version() {
    let id = "5a3c0f1e9b7d4c2a8e6f0d1b2c3a4e5f";
    for (method, project, identity, expect) in [
        (Method::PasswordV2, id, "https://a.example/v2.0", (Method::PasswordV2, id, "")),
        (Method::PasswordV2, id, "https://a.example/v3", (Method::PasswordV3, id, id)),
        (Method::PasswordV3, id, "https://a.example/v2.0", (Method::PasswordV2, id, id)),
        (Method::PasswordV3, "shop", "https://a.example/v2.0", (Method::PasswordV2, "", "shop")),
        (Method::Token { v3: true }, id, "https://a.example/v2.0", (Method::Token { v3: false }, id, "")),
        (Method::AppCredential, "", "https://a.example/v2.0", (Method::PasswordV2, "", "")),
    ] {
        let mut draft = Draft { user: "u".to_owned(), ..Draft::default() };
        match method {
            Method::PasswordV3 => draft.project = project.to_owned(),
            _ => draft.tenant = project.to_owned(),
        }
        let (fitted, draft) = fit(method, draft, identity);
        assert_eq!((fitted, draft.tenant.as_str(), draft.project.as_str()), expect, "{identity}");
        assert_eq!(draft.user, "u");
    }
}

#[test]
fn what_is_remembered_holds_no_secret() {
    let all = draft(&[(Tenant, "t"), (User, "u"), (Password, "1"), (Secret, "2"), (Token, "3")]);
    assert!(all.without_secrets() == draft(&[(Tenant, "t"), (User, "u")]));
}

#[test]
fn a_kept_form_comes_back() {
    let draft = Draft {
        tenant: "t".into(),
        user: "u".into(),
        password: "p\"\n".into(),
        domain: "d".into(),
        project: "j".into(),
        project_domain: "e".into(),
        credential_id: "i".into(),
        secret: "s".into(),
        token: "k".into(),
        compute: "c".into(),
    };
    let ways = Method::offered("https://h/v2.0").iter().chain(Method::offered("https://h/v3"));
    for method in ways {
        assert_eq!(Method::parse(method.as_str()), Some(*method));
    }
    assert_eq!(Method::parse("retina"), None);
    let kept = draft.to_json().write();
    assert!(Draft::of_json(&crate::json::parse(&kept).expect("JSON")) == draft, "{kept}");
}
