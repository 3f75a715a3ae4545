//! Getting into an instance: SSH, Remote Desktop, its first password, its console.

texts! {
    WaysIn

    title: en "Connect", ko "접속 방법";
    ssh_command: en "SSH command", ko "SSH 명령";
    ssh_config: en "SSH configuration", ko "SSH 설정";
    ssh_config_where:
        en "For ~/.ssh/config. You can then connect by name.",
        ko "~/.ssh/config에 넣으면 이름만으로 접속할 수 있습니다.";
    rdp_command: en "Remote Desktop command", ko "원격 데스크톱 명령";
    rdp_address: en "Remote Desktop address", ko "원격 데스크톱 주소";
    user_told: en "User is {user} (from the image).", ko "사용자는 {user}입니다(이미지 정보).";
    user_guessed:
        en "User is probably {user} (usual for this OS).",
        ko "사용자는 {user}일 수 있습니다(이 운영체제의 일반적인 이름).";
    open_to:
        en "Port {port} is open to {networks}.",
        ko "{port}번 포트는 {networks}에 열려 있습니다.";
    open_everywhere:
        en "Port {port} is open to all addresses.",
        ko "{port}번 포트가 모든 주소에 열려 있습니다.";
    in_the_way: en "Possible obstacles", ko "접속을 막을 수 있는 요인";
    nothing_in_the_way: en "No known obstacles.", ko "알려진 문제가 없습니다.";
    not_running:
        en "Not running: {status}. Start it with the buttons at the top of the page.",
        ko "실행 중이 아닙니다({status}). 페이지 위쪽 버튼으로 시작하세요.";
    no_address:
        en "No address. Add a network interface.",
        ko "IP 주소가 없습니다. 네트워크 인터페이스를 추가하세요.";
    only_inside:
        en "It has private addresses only, reachable from inside the network or over a VPN.",
        ko "사설 IP 주소만 있어서 같은 네트워크나 VPN에서만 접속할 수 있습니다.";
    only_inside_do: en "Attach a floating IP", ko "플로팅 IP 연결";
    port_closed:
        en "No security group allows port {port} from outside.",
        ko "외부에서 {port}번 포트로 들어오는 트래픽을 허용하는 보안 그룹이 없습니다.";
    port_closed_do: en "Add a rule to a security group", ko "보안 그룹에 규칙 추가";
    no_key:
        en "Created without a key pair. Log in with a password set by the image, or through the console.",
        ko "키페어 없이 생성한 인스턴스입니다. 이미지에 정해 둔 비밀번호나 콘솔로만 접속할 수 있습니다.";
    key_unknown:
        en "Its key pair {key} is not one of yours. Whoever has the private key can log in.",
        ko "키페어 {key}이(가) 내 키페어 목록에 없습니다. 개인 키를 가진 사람은 접속할 수 있습니다.";
    key_unknown_do: en "Go to key pairs", ko "내 키페어 보기";
    login_unknown:
        en "User unknown. Ask whoever made the image.",
        ko "사용자 이름을 알 수 없습니다. 이미지를 만든 사람에게 문의하세요.";
    password_ask: en "Get the Windows password", ko "Windows 비밀번호 확인";
    password_title: en "Windows password of {name}", ko "{name}의 Windows 비밀번호";
    password_text:
        en "The instance encrypted its first password with its key pair. It is decrypted here in the browser with your private key. The key is neither sent nor kept.",
        ko "인스턴스가 키페어로 암호화한 최초 비밀번호를 이 브라우저에서 개인 키로 풉니다. 개인 키는 전송하지도 보관하지도 않습니다.";
    password_asking: en "Asking for the password…", ko "비밀번호를 요청하는 중…";
    password_none:
        en "There is no password yet. Windows creates it a few minutes after its first start. Checking every 10 seconds.",
        ko "아직 비밀번호가 없습니다. Windows가 처음 부팅하고 몇 분 뒤에 생성합니다. 10초마다 확인합니다.";
    password_no_key:
        en "Created without a key pair, so Windows cannot encrypt a password.",
        ko "키페어 없이 생성한 인스턴스라서 Windows가 비밀번호를 암호화할 수 없습니다.";
    password_again: en "Check now", ko "지금 확인";
    password_not_offered:
        en "This cloud does not provide first passwords.",
        ko "이 클라우드는 최초 비밀번호를 제공하지 않습니다.";
    password_key: en "Private key", ko "개인 키";
    password_key_hint:
        en "The RSA private key of {key} (PEM or OpenSSH file)",
        ko "키페어 {key}의 RSA 개인 키(PEM 또는 OpenSSH 파일)";
    password_file: en "Choose key file", ko "키 파일 선택";
    password_show: en "Show password", ko "비밀번호 보기";
    password_shown: en "Password", ko "비밀번호";
    password_once:
        en "Shown only once. Whoever has the private key can get it again, so change it after you log in.",
        ko "지금 한 번만 표시됩니다. 개인 키가 있으면 다시 확인할 수 있으니 접속한 뒤 변경하세요.";
    password_done: en "Done", ko "완료";
    key_empty:
        en "Paste the private key, or choose its file.",
        ko "개인 키를 붙여 넣거나 파일을 선택하세요.";
    key_public:
        en "This is the public key. The private key is needed.",
        ko "공개 키입니다. 개인 키를 입력하세요.";
    key_encrypted:
        en "This key has a passphrase. Use a copy without one (ssh-keygen -p) and delete it afterwards.",
        ko "암호가 걸린 개인 키입니다. 암호 없는 사본(ssh-keygen -p)을 만들어 사용하고, 끝나면 사본을 삭제하세요.";
    key_not_rsa:
        en "Not an RSA key. Only the RSA key of the key pair can decrypt the password.",
        ko "RSA 키가 아닙니다. 비밀번호는 키페어의 RSA 키로만 풀 수 있습니다.";
    key_unreadable:
        en "Not a private key file, or incomplete.",
        ko "개인 키 파일이 아니거나 일부가 빠졌습니다.";
    key_too_large:
        en "This file is too large for a private key.",
        ko "개인 키라기에는 파일이 너무 큽니다.";
    key_wrong:
        en "This is not the key that the password was encrypted for.",
        ko "이 비밀번호를 암호화한 키가 아닙니다.";
    not_base64:
        en "The cloud sent something that is not an encrypted password.",
        ko "클라우드가 보낸 값이 암호화된 비밀번호가 아닙니다.";
    not_text: en "The decrypted password is not text.", ko "풀어 낸 비밀번호가 텍스트가 아닙니다.";
    no_random:
        en "This browser offers no secure random numbers, so keys cannot be used here. Use a current browser.",
        ko "이 브라우저는 안전한 난수를 제공하지 않아 키를 사용할 수 없습니다. 최신 브라우저를 사용하세요.";
    no_part:
        en "A part of this page could not be loaded. Check the connection and try again.",
        ko "페이지 일부를 불러오지 못했습니다. 연결을 확인하고 다시 시도하세요.";
    console: en "Console", ko "콘솔";
    console_text:
        en "Boot output of the system, and its screen.",
        ko "부팅할 때 시스템이 남기는 출력과 화면입니다.";
    log: en "Console log", ko "콘솔 로그";
    log_lines: en "Lines", ko "줄 수";
    log_last: en "Last {n}", ko "마지막 {n}줄";
    log_all: en "All", ko "전체";
    log_empty: en "No output yet.", ko "아직 출력이 없습니다.";
    log_not_offered:
        en "This cloud does not provide console logs.",
        ko "이 클라우드는 콘솔 로그를 제공하지 않습니다.";
    screen_ask: en "Open console", ko "콘솔 열기";
    screen_open: en "Open console (new tab)", ko "콘솔 열기(새 탭)";
    screen_text:
        en "The link works for a short time, for anyone who has it.",
        ko "링크는 잠시 동안만 유효하며, 링크를 가진 누구나 열 수 있습니다.";
    screen_not_offered:
        en "This cloud does not provide a console link.",
        ko "이 클라우드는 콘솔 링크를 제공하지 않습니다.";
    conflict(Advice):
        en { what: "No console at the moment", then: "The instance may not have started yet. Try again when it is running." },
        ko { what: "지금은 콘솔을 사용할 수 없습니다", then: "인스턴스가 아직 시작되지 않았을 수 있습니다. 실행된 뒤 다시 시도하세요." };
    never_ran:
        en "It never ran: there is nothing to sign in to.",
        ko "한 번도 실행되지 않아 접속할 수 없습니다.";
}
