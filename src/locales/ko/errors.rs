//! Korean: `errors`.

use crate::locales::texts::*;

const NOT_ACCEPTED: &str = "다른 서비스에서는 세션이 유효하므로 그대로 쓸 수 있습니다. 계속되면 다시 로그인하거나 클라우드 운영자에게 알려 주세요.";

/// See [`crate::locales::texts::Errors`].
pub static ERRORS: Errors = Errors {
    no_words: "서버가 이유를 알려 주지 않았습니다.",
    request_id: "요청 ID",
    method_path: "요청",
    http_status: "HTTP 상태",
    raw: "받은 응답 원문",
    none: "응답 없음",
    elsewhere: "이 서비스가 있는 리전: {regions}",
    unauthenticated: Advice {
        what: "세션이 끝났습니다",
        then: "다시 로그인하세요. 입력한 내용은 그대로 남아 있습니다.",
    },
    not_accepted_compute: Advice {
        what: "컴퓨트 서비스가 이 세션을 인증하지 않습니다", then: NOT_ACCEPTED
    },
    not_accepted_image: Advice {
        what: "이미지 서비스가 이 세션을 인증하지 않습니다", then: NOT_ACCEPTED
    },
    not_accepted_network: Advice {
        what: "네트워크 서비스가 이 세션을 인증하지 않습니다", then: NOT_ACCEPTED
    },
    not_accepted_volume: Advice {
        what: "블록 스토리지 서비스가 이 세션을 인증하지 않습니다", then: NOT_ACCEPTED
    },
    asked_again: "{when} 다시 요청합니다.",
    wait_until: "클라우드가 {when}부터 다시 요청을 받습니다.",
    forbidden: Advice {
        what: "권한이 없습니다",
        then: "프로젝트 관리자에게 역할을 요청하거나 다른 프로젝트로 로그인하세요.",
    },
    quota: Advice {
        what: "할당량을 초과했습니다",
        then: "필요 없는 리소스를 삭제하거나 요청량을 줄이거나 할당량 상향을 요청하세요.",
    },
    not_found: Advice {
        what: "대상을 찾을 수 없습니다",
        then: "다른 사람이 삭제했을 수 있습니다. 목록으로 돌아가세요.",
    },
    no_list: Advice {
        what: "이 주소에서 제공하는 것이 없습니다",
        then: "클라우드에 이 서비스가 없거나 카탈로그의 주소나 버전이 잘못되었을 수 있습니다. 클라우드 운영자에게 알려 주세요.",
    },
    conflict: Advice {
        what: "지금 상태에서는 할 수 없습니다", then: "진행 중인 작업이 끝난 뒤 다시 시도하세요."
    },
    invalid: Advice {
        what: "클라우드가 입력값을 거부했습니다", then: "메시지가 가리키는 값을 고쳐 다시 보내세요."
    },
    create_conflict: Advice {
        what: "필요한 리소스를 이미 사용하고 있습니다",
        then: "메시지가 가리키는 포트, 주소, 블록 스토리지, 이름 대신 다른 것을 선택해 다시 생성하세요.",
    },
    create_not_found: Advice {
        what: "선택한 리소스가 없습니다",
        then: "그사이 삭제되었을 수 있습니다. 다른 것을 선택해 다시 생성하세요.",
    },
    create_invalid: Advice {
        what: "클라우드가 이 조합을 거부했습니다",
        then: "아무것도 생성하지 않았습니다. 메시지가 가리키는 값을 고쳐 다시 생성하세요.",
    },
    create_server: Advice {
        what: "클라우드가 생성하지 못했습니다",
        then: "목록에 이미 있는지 먼저 확인하세요. 없으면 다른 가용성 영역이나 타입으로 시도하거나 요청 ID를 고객 지원에 알려 주세요.",
    },
    rate_limited: Advice {
        what: "요청이 너무 많습니다", then: "잠시 기다렸다가 다시 시도하세요."
    },
    server: Advice {
        what: "클라우드에서 오류가 발생했습니다",
        then: "잠시 후 다시 시도하세요. 계속되면 요청 ID를 고객 지원에 알려 주세요.",
    },
    network: Advice {
        what: "클라우드가 응답하지 않습니다",
        then: "네트워크 연결을 확인하세요. 게이트웨이나 클라우드가 멈춰 있을 수 있습니다.",
    },
    gateway: Advice {
        what: "게이트웨이가 요청을 전달하지 않았습니다",
        then: "이 콘솔의 운영자에게 알려 주세요. 게이트웨이가 보낸 원문은 자세히에 있습니다.",
    },
    no_service: Advice {
        what: "이 리전에는 해당 서비스가 없습니다",
        then: "다른 리전을 선택하거나 ID를 직접 입력하세요.",
    },
    timeout: Advice {
        what: "응답 시간이 초과되었습니다",
        then: "요청이 처리되었을 수 있습니다. 다시 시도하기 전에 상태를 확인하세요.",
    },
    read_only: Advice {
        what: "읽기 전용 모드가 켜져 있습니다",
        then: "아무것도 전송하지 않았습니다. 변경하려면 계정 메뉴에서 끄세요.",
    },
    unreadable: Advice {
        what: "응답을 해석할 수 없습니다", then: "아래 내용과 함께 알려 주세요."
    },
    too_large: Advice {
        what: "응답이 너무 큽니다", then: "페이지가 멈추지 않도록 수신을 중단했습니다."
    },
    no_project: Advice {
        what: "인증되었지만 토큰에 프로젝트가 없습니다",
        then: "기본 프로젝트가 없는 사용자입니다. 프로젝트를 입력하세요. 다른 곳에서 만든 토큰은 프로젝트를 지정해 발급해야 합니다.",
    },
    second_factor: Advice {
        what: "2단계 인증이 필요합니다",
        then: "Maru는 2단계 인증을 지원하지 않습니다. 애플리케이션 인증 정보나 다른 곳에서 만든 토큰으로 로그인하세요.",
    },
    redirected: Advice {
        what: "서비스가 다른 주소로 리디렉션했습니다",
        then: "설정이나 클라우드 카탈로그에 적힌 주소가 서비스의 실제 주소가 아닙니다. 이 콘솔의 운영자에게 알려 주세요.",
    },
    broken_off: Advice {
        what: "응답이 도중에 끊겼습니다",
        then: "요청은 처리되었을 수 있습니다. 상태를 확인한 뒤 다시 시도하세요.",
    },
    bad_endpoint: Advice {
        what: "클라우드 카탈로그의 주소를 사용할 수 없습니다",
        then: "아무것도 전송하지 않았습니다. 주소는 https:// 또는 http://로 시작하고 “?”, “#”, “.”, “..”이 없어야 합니다. 클라우드 운영자에게 알려 주세요.",
    },
    bad_name: Advice {
        what: "이 이름은 전송할 수 없습니다",
        then: "아무것도 전송하지 않았습니다. 주소에서 “.”과 “..”은 다른 위치를 뜻하므로 클라우드가 다른 것을 변경하게 됩니다.",
    },
    other: Advice {
        what: "예상하지 못한 응답입니다", then: "받은 응답은 아래에서 볼 수 있습니다."
    },
    gateway_says: GatewayWords {
        not_listed: "이 게이트웨이는 이 주소로 요청을 전달하지 않습니다.",
        path_not_listed: "이 게이트웨이는 클라우드의 이 경로로 요청을 전달하지 않습니다.",
        unreachable: "게이트웨이가 클라우드에 연결하지 못했습니다.",
        timeout: "클라우드가 제시간에 게이트웨이에 응답하지 않았습니다. 요청이 처리되었을 수 있습니다.",
        broke_off: "클라우드가 응답을 끝내기 전에 연결을 끊었습니다.",
        untrusted: "게이트웨이가 클라우드의 인증서를 신뢰하지 않습니다.",
        redirect: "클라우드가 다른 주소로 리디렉션했습니다. 주소는 자세히에서 볼 수 있습니다.",
        too_large: "게이트웨이가 허용하는 크기보다 큰 요청입니다.",
        odd_request: "게이트웨이가 받지 않는 형식의 요청입니다.",
        busy: "게이트웨이가 처리 중인 요청이 너무 많습니다.",
        sign_ins: "거부된 로그인이 너무 많습니다.",
        other_session: "이 클라우드의 세션이 아닙니다. 다시 로그인하세요.",
        other_site: "이 콘솔 주소에서 보낸 요청은 게이트웨이가 받지 않습니다.",
        locked: "한동안 사용하지 않아 세션이 잠겼습니다.",
        ended: "세션이 끝났습니다.",
        no_token: "클라우드의 응답에서 토큰을 찾지 못했습니다.",
        token_too_large: "클라우드의 토큰이 쿠키에 담기에 너무 큽니다. 게이트웨이 설정에서 세션을 끌 수 있습니다.",
    },
};
