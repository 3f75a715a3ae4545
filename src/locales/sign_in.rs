//! The sign-in page.

texts! {
    SignIn

    link:
        en "This address is in project {project}, region {region}, of {cloud}. Sign in there to go on.",
        ko "이 주소는 {cloud}의 {region} 리전, 프로젝트 {project}에 속합니다. 계속하려면 그 프로젝트에 로그인하세요.";
    link_unknown:
        en "This address is in a cloud called {cloud}, which this console does not know.",
        ko "이 주소는 이 콘솔에 등록되지 않은 클라우드 {cloud}에 속합니다.";
    link_no_region:
        en "This address is in region {region}, which your project {project} does not have.",
        ko "이 주소는 {region} 리전에 속하지만, 프로젝트 {project}에는 그 리전이 없습니다.";
    link_refused:
        en "You are signed in to {cloud}, but it did not give access to this project: {why}",
        ko "{cloud}에 로그인되어 있지만 이 프로젝트에 접근할 수 없습니다: {why}";
    open_in: en "Open in {project}, {region}", ko "{project}, {region}에서 열기";
    open_now: en "You are signed in to", ko "로그인된 프로젝트";
    look: en "Look for it in my projects", ko "내 프로젝트에서 찾기";
    look_none:
        en "It is in none of your open projects. Searched, counting each region: {count}.",
        ko "로그인된 프로젝트 어디에도 없습니다. 리전별로 세어 {count}곳을 검색했습니다.";
    look_silent:
        en "It was not found where the cloud answered. Regions that did not answer: {count}.",
        ko "응답한 곳에는 없습니다. 응답하지 않은 리전: {count}곳.";
    lead:
        en "Your credentials are sent only to your cloud. Its token is kept in this tab's memory, unless you choose to stay signed in.",
        ko "인증 정보는 클라우드에만 전송합니다. 로그인 유지를 선택하지 않으면 발급받은 토큰은 이 탭의 메모리에만 보관합니다.";
    lead_sealed:
        en "Your credentials are sent only to your cloud. Its token is kept in an encrypted cookie that only this console's gateway can open.",
        ko "인증 정보는 클라우드에만 전송합니다. 발급받은 토큰은 이 콘솔의 게이트웨이만 열 수 있는 암호화된 쿠키에 보관합니다.";
    cloud: en "Cloud", ko "클라우드";
    language: en "Language", ko "언어";
    import: en "Use a clouds.yaml or openrc file", ko "clouds.yaml 또는 openrc 파일 사용";
    import_drop: en "Or drop it on this page, or paste its text.", ko "파일을 끌어다 놓거나 내용을 붙여 넣어도 됩니다.";
    method: en "Sign in with", ko "로그인 방법";
    method_v2: en "User and API password", ko "사용자와 API 비밀번호";
    method_v3: en "User and password", ko "사용자와 비밀번호";
    method_app: en "Application credential", ko "애플리케이션 자격 증명";
    method_token: en "Existing token", ko "이미 발급한 토큰";
    tenant: en "Tenant ID", ko "테넌트 ID";
    tenant_hint:
        en "In the provider's console: Compute > Instance > Management > API endpoint settings.",
        ko "제공자 콘솔의 Compute > Instance > 관리 > API 엔드포인트 설정에서 확인할 수 있습니다.";
    tenant_odd:
        en "A tenant ID usually has 32 hexadecimal digits.",
        ko "테넌트 ID는 보통 16진수 32자리입니다.";
    user: en "User", ko "사용자";
    user_hint:
        en "E-mail address of the account, or IAM member ID.",
        ko "계정의 이메일 주소 또는 IAM 멤버 ID입니다.";
    api_password: en "API password", ko "API 비밀번호";
    api_password_hint:
        en "Not the login password. Set it where the tenant ID is shown.",
        ko "로그인 비밀번호가 아닙니다. 테넌트 ID가 표시되는 화면에서 설정합니다.";
    password: en "Password", ko "비밀번호";
    domain: en "Domain", ko "도메인";
    domain_hint:
        en "Name or ID. Empty: “default”.",
        ko "이름 또는 ID입니다. 비워 두면 “default”를 사용합니다.";
    project: en "Project", ko "프로젝트";
    project_hint:
        en "Name or ID. Empty: your default project.",
        ko "이름 또는 ID입니다. 비워 두면 기본 프로젝트를 사용합니다.";
    project_domain: en "Project domain", ko "프로젝트 도메인";
    project_domain_hint:
        en "Name or ID. Empty: the user's domain.",
        ko "이름 또는 ID입니다. 비워 두면 사용자의 도메인을 사용합니다.";
    credential_id: en "Credential ID", ko "자격 증명 ID";
    secret: en "Secret", ko "시크릿";
    token: en "Token", ko "토큰";
    token_hint:
        en "As issued by the identity service. It is not shown again.",
        ko "인증 서비스가 발급한 그대로 붙여 넣으세요. 다시 표시되지 않습니다.";
    compute: en "Compute endpoint", ko "Compute 엔드포인트";
    compute_hint:
        en "With version and tenant, such as https://host/v2/TENANT. Images, networks and volumes are not available this way.",
        ko "https://host/v2/테넌트ID처럼 버전과 테넌트가 들어 있는 주소입니다. 이 방법으로는 이미지, 네트워크, 블록 스토리지를 사용할 수 없습니다.";
    compute_hint_v3:
        en "Empty: taken from the token's catalog, with all other services.",
        ko "비워 두면 토큰의 서비스 카탈로그에서 다른 서비스와 함께 가져옵니다.";
    missing: en "{field} is missing.", ko "{field}: 값을 입력하세요.";
    not_a_token:
        en "A token has no blanks or line breaks.",
        ko "토큰에는 공백이나 줄바꿈이 없어야 합니다.";
    not_an_endpoint:
        en "Enter an address that begins with https://.",
        ko "https://로 시작하는 주소를 입력하세요.";
    keep: en "Stay signed in in this browser's open tabs", ko "이 브라우저의 열린 탭에서 로그인 유지";
    keep_hint:
        en "The token is handed to other open tabs of this site. Each tab keeps it in its session storage until the tab is closed; it is never in local storage.",
        ko "토큰을 열려 있는 이 사이트의 다른 탭에도 전달합니다. 각 탭은 닫힐 때까지 토큰을 세션 스토리지에 보관하며, 로컬 스토리지에는 저장하지 않습니다.";
    no_region:
        en "The project has no region {region}, which the file names. This is {here}.",
        ko "파일에 적힌 리전 {region}이(가) 이 프로젝트에 없어 {here} 리전을 표시합니다.";
    submit: en "Sign in", ko "로그인";
    demo_text:
        en "A small simulated cloud. Nothing in it is real and nothing is billed: try everything.",
        ko "작은 가상 클라우드입니다. 실제 자원이 아니며 과금되지 않으니 무엇이든 시험해 보세요.";
    demo_open: en "Open the demo", ko "데모 열기";
    other_way: en "Sign in with other credentials", ko "다른 인증 정보로 로그인";
}
