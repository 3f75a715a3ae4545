//! The gateway's own errors, by their codes (`ui::gateway_words`).

texts! {
    GatewayWords

    not_listed:
        en "This gateway does not forward requests to this address.",
        ko "이 게이트웨이는 이 주소로 요청을 전달하지 않습니다.";
    path_not_listed:
        en "This gateway does not forward requests to this path of the cloud.",
        ko "이 게이트웨이는 클라우드의 이 경로로 요청을 전달하지 않습니다.";
    unreachable:
        en "The gateway could not reach the cloud.",
        ko "게이트웨이가 클라우드에 연결하지 못했습니다.";
    timeout:
        en "The cloud did not answer the gateway in time. The request may have been carried out.",
        ko "클라우드가 제시간에 게이트웨이에 응답하지 않았습니다. 요청이 처리되었을 수 있습니다.";
    broke_off:
        en "The cloud broke off before its answer was complete.",
        ko "클라우드가 응답을 끝내기 전에 연결을 끊었습니다.";
    untrusted:
        en "The gateway does not trust the cloud's certificate.",
        ko "게이트웨이가 클라우드의 인증서를 신뢰하지 않습니다.";
    redirect:
        en "The cloud answered with a redirect; the details say where to.",
        ko "클라우드가 다른 주소로 리디렉션했습니다. 주소는 자세히에서 볼 수 있습니다.";
    too_large:
        en "The request is larger than the gateway allows.",
        ko "게이트웨이가 허용하는 크기보다 큰 요청입니다.";
    odd_request:
        en "The gateway does not accept requests of this form.",
        ko "게이트웨이가 받지 않는 형식의 요청입니다.";
    busy:
        en "The gateway has too many requests under way.",
        ko "게이트웨이가 처리 중인 요청이 너무 많습니다.";
    sign_ins: en "Too many sign-ins were refused.", ko "거부된 로그인이 너무 많습니다.";
    other_session:
        en "The session does not belong to this cloud. Sign in again.",
        ko "이 클라우드의 세션이 아닙니다. 다시 로그인하세요.";
    other_site:
        en "The gateway does not accept requests from this address of the console.",
        ko "이 콘솔 주소에서 보낸 요청은 게이트웨이가 받지 않습니다.";
    locked:
        en "The session was locked after a while without activity.",
        ko "한동안 사용하지 않아 세션이 잠겼습니다.";
    ended: en "The session has ended.", ko "세션이 끝났습니다.";
    many_sessions:
        en "This browser holds as many sessions as the gateway allows. Sign out of one first.",
        ko "이 브라우저의 세션 수가 게이트웨이의 한도에 도달했습니다. 먼저 다른 세션에서 로그아웃하세요.";
    no_token:
        en "The gateway found no token in the cloud's answer.",
        ko "클라우드의 응답에서 토큰을 찾지 못했습니다.";
    token_too_large:
        en "The cloud's token does not fit into a cookie. Sessions can be turned off in the gateway's configuration.",
        ko "클라우드의 토큰이 쿠키에 담기에 너무 큽니다. 게이트웨이 설정에서 세션을 끌 수 있습니다.";
}
