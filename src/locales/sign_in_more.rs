//! Problems when signing in, and the end of a session; loaded after the first load.

texts! {
    SignInMore

    renew_lead:
        en "Your session at {cloud} ends soon. Signing in again renews it; everything on the page stays.",
        ko "{cloud} 세션이 곧 끝납니다. 다시 로그인하면 세션이 연장되고 화면의 내용은 그대로 유지됩니다.";
    again_lead:
        en "The session on {cloud} has ended. Sign in again; the page and what you typed are kept.",
        ko "{cloud} 세션이 만료되었습니다. 다시 로그인하세요. 페이지와 입력한 내용은 그대로 남습니다.";
    again_idle:
        en "The session on {cloud} was locked after a while without activity. Sign in again; the page and what you typed are kept.",
        ko "한동안 사용하지 않아 {cloud} 세션이 잠겼습니다. 다시 로그인하세요. 페이지와 입력한 내용은 그대로 남습니다.";
    again_as: en "{user}, project {project}", ko "{user}, 프로젝트 {project}";
    leave: en "Sign out instead", ko "로그아웃";
    config_title:
        en "The console's configuration could not be loaded",
        ko "콘솔 설정을 불러오지 못했습니다";
    config_no_answer:
        en "config.json could not be loaded.",
        ko "config.json을 불러오지 못했습니다.";
    config_status:
        en "config.json could not be loaded: the server answered HTTP {status}.",
        ko "config.json을 불러오지 못했습니다. 서버 응답: HTTP {status}";
    config_broken: en "config.json is not valid.", ko "config.json의 내용이 올바르지 않습니다.";
    config_no_clouds: en "config.json lists no clouds.", ko "config.json에 클라우드가 없습니다.";
    config_then:
        en "Check your connection and try again. If it persists, tell whoever runs this console.",
        ko "연결을 확인하고 다시 시도하세요. 계속되면 이 콘솔의 운영자에게 알려 주세요.";
    wrong(Advice):
        en { what: "The cloud did not accept these credentials", then: "Check every field. NHN Cloud takes the API password, not the login password; the user is the e-mail address or the IAM member ID." },
        ko { what: "인증 정보가 올바르지 않습니다", then: "입력한 값을 모두 확인하세요. NHN Cloud에서는 로그인 비밀번호가 아닌 API 비밀번호를, 사용자에는 이메일 주소 또는 IAM 멤버 ID를 사용합니다." };
    expired(Advice):
        en { what: "Your password has expired", then: "Change it at the cloud, then sign in with the new one." },
        ko { what: "비밀번호가 만료되었습니다", then: "클라우드에서 비밀번호를 변경한 뒤 새 비밀번호로 로그인하세요." };
    wrong_token(Advice):
        en { what: "The cloud did not accept this token", then: "It may have expired, or belong to another cloud. Issue a new one." },
        ko { what: "토큰이 올바르지 않습니다", then: "만료되었거나 다른 클라우드의 토큰일 수 있습니다. 새로 발급하세요." };
    no_identity(Advice):
        en { what: "No identity service at this address", then: "The identity address or its version in this console's configuration may be wrong. Tell whoever runs this console." },
        ko { what: "이 주소에서 인증 서비스를 찾을 수 없습니다", then: "콘솔 설정의 인증 서비스 주소나 버전이 잘못되었을 수 있습니다. 이 콘솔의 운영자에게 알려 주세요." };
    no_compute(Advice):
        en { what: "Signed in, but this project has no compute service", then: "Check the project. The compute service may have to be enabled for it in the provider's console." },
        ko { what: "로그인했지만 이 프로젝트에 컴퓨트 서비스가 없습니다", then: "프로젝트를 확인하세요. 제공자 콘솔에서 컴퓨트 서비스를 활성화해야 할 수 있습니다." };
}
