//! Which instances have a key pair or a security group.

texts! {
    Users

    used_by: en "Used by", ko "사용하는 인스턴스";
    used(Plural):
        en { one: "{n} instance", other: "{n} instances" },
        ko { one: "인스턴스 {n}개", other: "인스턴스 {n}개" };
    unused: en "none", ko "없음";
    counting: en "counting…", ko "세는 중…";
    uncounted: en "unknown", ko "알 수 없음";
}
