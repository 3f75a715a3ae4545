//! Failures and what to do about them.

texts! {
    Errors

    no_words: en "The server gave no reason.", ko "서버가 이유를 알려 주지 않았습니다.";
    request_id: en "Request ID", ko "요청 ID";
    method_path: en "Request", ko "요청";
    http_status: en "HTTP status", ko "HTTP 상태";
    raw: en "Original answer", ko "받은 응답 원문";
    none: en "no answer", ko "응답 없음";
    elsewhere: en "The catalog has it in: {regions}.", ko "이 서비스가 있는 리전: {regions}";
    unauthenticated(Advice):
        en { what: "Your session has ended", then: "Sign in again. What you typed is kept." },
        ko { what: "세션이 끝났습니다", then: "다시 로그인하세요. 입력한 내용은 그대로 남아 있습니다." };
    /// A service refuses the session that the others accept; one text for each service.
    not_accepted_compute(Advice):
        en { what: "The compute service does not accept this session", then: "The session goes on: the rest of the cloud accepts it. If this stays, sign in again or tell the operator of the cloud." },
        ko { what: "컴퓨트 서비스가 이 세션을 인증하지 않습니다", then: "다른 서비스에서는 세션이 유효하므로 그대로 쓸 수 있습니다. 계속되면 다시 로그인하거나 클라우드 운영자에게 알려 주세요." };
    not_accepted_image(Advice):
        en { what: "The image service does not accept this session", then: "The session goes on: the rest of the cloud accepts it. If this stays, sign in again or tell the operator of the cloud." },
        ko { what: "이미지 서비스가 이 세션을 인증하지 않습니다", then: "다른 서비스에서는 세션이 유효하므로 그대로 쓸 수 있습니다. 계속되면 다시 로그인하거나 클라우드 운영자에게 알려 주세요." };
    not_accepted_network(Advice):
        en { what: "The network service does not accept this session", then: "The session goes on: the rest of the cloud accepts it. If this stays, sign in again or tell the operator of the cloud." },
        ko { what: "네트워크 서비스가 이 세션을 인증하지 않습니다", then: "다른 서비스에서는 세션이 유효하므로 그대로 쓸 수 있습니다. 계속되면 다시 로그인하거나 클라우드 운영자에게 알려 주세요." };
    not_accepted_volume(Advice):
        en { what: "The block storage service does not accept this session", then: "The session goes on: the rest of the cloud accepts it. If this stays, sign in again or tell the operator of the cloud." },
        ko { what: "블록 스토리지 서비스가 이 세션을 인증하지 않습니다", then: "다른 서비스에서는 세션이 유효하므로 그대로 쓸 수 있습니다. 계속되면 다시 로그인하거나 클라우드 운영자에게 알려 주세요." };
    /// `{when}`: "in 4 minutes". Reads are repeated automatically, changes are not.
    asked_again: en "Asked again {when}.", ko "{when} 다시 요청합니다.";
    wait_until:
        en "The cloud takes requests again {when}.",
        ko "클라우드가 {when}부터 다시 요청을 받습니다.";
    forbidden(Advice):
        en { what: "Your role does not allow this", then: "Ask a project administrator for the role, or sign in to another project." },
        ko { what: "권한이 없습니다", then: "프로젝트 관리자에게 역할을 요청하거나 다른 프로젝트로 로그인하세요." };
    quota(Advice):
        en { what: "Quota exceeded", then: "Delete what you no longer need, request less, or ask for a higher quota." },
        ko { what: "할당량을 초과했습니다", then: "필요 없는 리소스를 삭제하거나 요청량을 줄이거나 할당량 상향을 요청하세요." };
    not_found(Advice):
        en { what: "It no longer exists", then: "Someone may have deleted it. Go back to the list." },
        ko { what: "대상을 찾을 수 없습니다", then: "다른 사람이 삭제했을 수 있습니다. 목록으로 돌아가세요." };
    no_list(Advice):
        en { what: "Nothing is served at this address", then: "The cloud may not have this service, or its catalog names a wrong address or version. Tell whoever runs the cloud." },
        ko { what: "이 주소에서 제공하는 것이 없습니다", then: "클라우드에 이 서비스가 없거나 카탈로그의 주소나 버전이 잘못되었을 수 있습니다. 클라우드 운영자에게 알려 주세요." };
    conflict(Advice):
        en { what: "Not possible in the current state", then: "Wait until the running task has finished, then try again." },
        ko { what: "지금 상태에서는 할 수 없습니다", then: "진행 중인 작업이 끝난 뒤 다시 시도하세요." };
    invalid(Advice):
        en { what: "The cloud refused the input", then: "Correct what the message names and send it again." },
        ko { what: "클라우드가 입력값을 거부했습니다", then: "메시지가 가리키는 값을 고쳐 다시 보내세요." };
    create_conflict(Advice):
        en { what: "Something it needs is taken", then: "The message names it: a port, an address, a volume or a name that is in use. Choose another, then create it again." },
        ko { what: "필요한 리소스를 이미 사용하고 있습니다", then: "메시지가 가리키는 포트, 주소, 블록 스토리지, 이름 대신 다른 것을 선택해 다시 생성하세요." };
    create_not_found(Advice):
        en { what: "Something you chose is gone", then: "Someone may have deleted it since the form was opened. Choose another, then create it again." },
        ko { what: "선택한 리소스가 없습니다", then: "그사이 삭제되었을 수 있습니다. 다른 것을 선택해 다시 생성하세요." };
    create_invalid(Advice):
        en { what: "The cloud refused this combination", then: "Nothing was created. Change what the message names, then create it again." },
        ko { what: "클라우드가 이 조합을 거부했습니다", then: "아무것도 생성하지 않았습니다. 메시지가 가리키는 값을 고쳐 다시 생성하세요." };
    create_server(Advice):
        en { what: "The cloud could not create it", then: "Look at the list first: it may be there. If not, try another zone or flavor, or give the request ID to the support desk." },
        ko { what: "클라우드가 생성하지 못했습니다", then: "목록에 이미 있는지 먼저 확인하세요. 없으면 다른 가용성 영역이나 타입으로 시도하거나 요청 ID를 고객 지원에 알려 주세요." };
    rate_limited(Advice):
        en { what: "Too many requests", then: "Wait a moment, then try again." },
        ko { what: "요청이 너무 많습니다", then: "잠시 기다렸다가 다시 시도하세요." };
    server(Advice):
        en { what: "Internal error in the cloud", then: "Try again in a moment. If it persists, give the request ID to support." },
        ko { what: "클라우드에서 오류가 발생했습니다", then: "잠시 후 다시 시도하세요. 계속되면 요청 ID를 고객 지원에 알려 주세요." };
    network(Advice):
        en { what: "No answer from the cloud", then: "Check your connection. The gateway or the cloud may be down." },
        ko { what: "클라우드가 응답하지 않습니다", then: "네트워크 연결을 확인하세요. 게이트웨이나 클라우드가 멈춰 있을 수 있습니다." };
    gateway(Advice):
        en { what: "The gateway did not forward the request", then: "Tell whoever runs this console; the gateway's own words are in the details." },
        ko { what: "게이트웨이가 요청을 전달하지 않았습니다", then: "이 콘솔의 운영자에게 알려 주세요. 게이트웨이가 보낸 원문은 자세히에 있습니다." };
    no_service(Advice):
        en { what: "This region has no such service", then: "Choose another region, or enter IDs by hand." },
        ko { what: "이 리전에는 해당 서비스가 없습니다", then: "다른 리전을 선택하거나 ID를 직접 입력하세요." };
    timeout(Advice):
        en { what: "The cloud took too long", then: "The request may have been carried out. Check the status before you try again." },
        ko { what: "응답 시간이 초과되었습니다", then: "요청이 처리되었을 수 있습니다. 다시 시도하기 전에 상태를 확인하세요." };
    read_only(Advice):
        en { what: "Read-only is on", then: "Nothing was sent. Turn it off in the account menu to make changes." },
        ko { what: "읽기 전용 모드가 켜져 있습니다", then: "아무것도 전송하지 않았습니다. 변경하려면 계정 메뉴에서 끄세요." };
    unreadable(Advice):
        en { what: "The answer could not be read", then: "Please report it with the details below." },
        ko { what: "응답을 해석할 수 없습니다", then: "아래 내용과 함께 알려 주세요." };
    too_large(Advice):
        en { what: "The answer is too large", then: "It was cut off to keep this page working." },
        ko { what: "응답이 너무 큽니다", then: "페이지가 멈추지 않도록 수신을 중단했습니다." };
    no_project(Advice):
        en { what: "The cloud knows you, but the token is for no project", then: "Name the project: your user has no default one. A token made elsewhere has to be issued for a project." },
        ko { what: "인증되었지만 토큰에 프로젝트가 없습니다", then: "기본 프로젝트가 없는 사용자입니다. 프로젝트를 입력하세요. 다른 곳에서 만든 토큰은 프로젝트를 지정해 발급해야 합니다." };
    second_factor(Advice):
        en { what: "A second factor is required", then: "Maru does not ask for one. Sign in with an application credential, or with a token made elsewhere." },
        ko { what: "2단계 인증이 필요합니다", then: "Maru는 2단계 인증을 지원하지 않습니다. 애플리케이션 인증 정보나 다른 곳에서 만든 토큰으로 로그인하세요." };
    redirected(Advice):
        en { what: "The service answered with a redirect", then: "The address in the configuration or in the cloud's catalog is not the service's own. Tell whoever runs this console." },
        ko { what: "서비스가 다른 주소로 리디렉션했습니다", then: "설정이나 클라우드 카탈로그에 적힌 주소가 서비스의 실제 주소가 아닙니다. 이 콘솔의 운영자에게 알려 주세요." };
    broken_off(Advice):
        en { what: "The answer broke off", then: "The request may have been carried out. Check the status before you try again." },
        ko { what: "응답이 도중에 끊겼습니다", then: "요청은 처리되었을 수 있습니다. 상태를 확인한 뒤 다시 시도하세요." };
    bad_endpoint(Advice):
        en { what: "The cloud's catalog names an address that cannot be used", then: "Nothing was sent. An address begins with https:// or http:// and has no “?”, “#”, “.” or “..” in it. Tell whoever runs the cloud." },
        ko { what: "클라우드 카탈로그의 주소를 사용할 수 없습니다", then: "아무것도 전송하지 않았습니다. 주소는 https:// 또는 http://로 시작하고 “?”, “#”, “.”, “..”이 없어야 합니다. 클라우드 운영자에게 알려 주세요." };
    bad_name(Advice):
        en { what: "This name cannot be sent", then: "Nothing was sent. In an address, “.” and “..” mean another place, so the cloud would change something else." },
        ko { what: "이 이름은 전송할 수 없습니다", then: "아무것도 전송하지 않았습니다. 주소에서 “.”과 “..”은 다른 위치를 뜻하므로 클라우드가 다른 것을 변경하게 됩니다." };
    other(Advice):
        en { what: "Unexpected answer", then: "The details below show what came back." },
        ko { what: "예상하지 못한 응답입니다", then: "받은 응답은 아래에서 볼 수 있습니다." };
}
