//! Without a network, and new releases.

texts! {
    Offline

    new_release: en "A new version of Maru is ready.", ko "Maru의 새 버전이 준비되었습니다.";
    start_title: en "There is no network", ko "네트워크에 연결되어 있지 않습니다";
    start_text:
        en "This browser has no network connection. Maru continues when it is back.",
        ko "이 브라우저가 네트워크에 연결되어 있지 않습니다. 다시 연결되면 Maru가 계속 시작됩니다.";
}
