//! Key pairs.

texts! {
    Keypairs

    title: en "Key pairs", ko "키페어";
    search: en "Search key pairs", ko "키페어 검색";
    count(Plural):
        en { one: "{n} key pair", other: "{n} key pairs" },
        ko { one: "키페어 {n}개", other: "키페어 {n}개" };
    create: en "Create key pair", ko "키페어 생성";
    register: en "Register public key", ko "공개 키 등록";
    fingerprint: en "Fingerprint", ko "지문";
    kind: en "Type", ko "유형";
    public_key: en "Public key", ko "공개 키";
    owner: en "User ID", ko "사용자 ID";
    none_title: en "No key pairs yet", ko "아직 키페어가 없습니다";
    none_text:
        en "A key pair lets you log in to an instance. Create one, or register a public key you already use.",
        ko "키페어는 인스턴스에 접속할 때 사용합니다. 새로 생성하거나 사용하던 공개 키를 등록하세요.";
    no_match_text:
        en "The search looks at names, types and fingerprints.",
        ko "이름, 유형, 지문에서 검색합니다.";
    name_hint: en "Cannot be changed later.", ko "나중에 바꿀 수 없습니다.";
    name_empty: en "Enter a name.", ko "이름을 입력하세요.";
    name_taken:
        en "There is a key pair of this name already.",
        ko "같은 이름의 키페어가 이미 있습니다.";
    name_too_long:
        en "At most {max} characters; now {is}.",
        ko "최대 {max}자입니다. 지금은 {is}자입니다.";
    name_slash:
        en "“{character}” is not allowed: a key pair with it in its name cannot be deleted.",
        ko "“{character}” 문자는 사용할 수 없습니다. 이름에 들어가면 키페어를 삭제할 수 없게 됩니다.";
    name_dots:
        en "A name cannot consist of dots only: such a key pair cannot be opened or deleted.",
        ko "점만으로 된 이름은 사용할 수 없습니다. 조회하거나 삭제할 수 없게 됩니다.";
    name_invisible:
        en "Contains an invisible character. Type the name again.",
        ko "보이지 않는 문자가 들어 있습니다. 이름을 다시 입력하세요.";
    exists(Advice):
        en { what: "There is a key pair of this name already", then: "Choose another name, or delete the old key pair first." },
        ko { what: "같은 이름의 키페어가 이미 있습니다", then: "다른 이름을 사용하거나 기존 키페어를 먼저 삭제하세요." };
    create_text:
        en "The cloud creates the key pair and keeps the public key. You get the private key once, right afterwards; nobody can get it again.",
        ko "클라우드가 키페어를 생성하고 공개 키를 보관합니다. 개인 키는 생성 직후 한 번만 받을 수 있으며 다시 조회할 수 없습니다.";
    create_rather:
        en "Already have a key? Register its public key.",
        ko "이미 사용하는 키가 있다면 공개 키를 등록하세요.";
    made: en "Created by", ko "생성 위치";
    made_here: en "This browser", ko "이 브라우저";
    made_here_note:
        en "The private key never leaves this computer. Only the public key is sent.",
        ko "개인 키는 이 컴퓨터를 떠나지 않고 공개 키만 전송합니다.";
    made_by_cloud: en "The cloud", ko "클라우드";
    made_by_cloud_note:
        en "The cloud creates both keys and sends you the private key.",
        ko "클라우드가 키페어를 생성해 개인 키를 보내 줍니다.";
    no_random:
        en "This browser offers no secure random numbers, so it cannot create keys.",
        ko "이 브라우저는 안전한 난수를 제공하지 않아 키를 생성할 수 없습니다.";
    key_type_label: en "Type", ko "키 유형";
    ed25519: en "Ed25519", ko "Ed25519";
    ed25519_note:
        en "Short, secure and created at once. For Linux.",
        ko "짧고 안전하며 바로 생성됩니다. Linux용입니다.";
    rsa: en "RSA, 3072 bits", ko "RSA 3072비트";
    rsa_note:
        en "For Windows, whose first password only RSA can decrypt, and for clouds that accept nothing else. Takes a few seconds.",
        ko "최초 비밀번호를 RSA로만 풀 수 있는 Windows나 다른 유형을 받지 않는 클라우드에 사용합니다. 생성하는 데 몇 초 걸립니다.";
    making:
        en "Creating the key. This takes a few seconds; you can use the page meanwhile. Steps so far: {n}",
        ko "키를 생성하는 중입니다. 몇 초 걸리며 그동안 페이지를 사용할 수 있습니다. 진행 단계: {n}";
    not_made: en "The key could not be created: {words}", ko "키를 생성하지 못했습니다: {words}";
    no_part:
        en "The part of this page that creates keys could not be loaded. Check the connection and try again.",
        ko "키를 생성하는 페이지 일부를 불러오지 못했습니다. 연결을 확인하고 다시 시도하세요.";
    try_rsa:
        en "If the cloud accepts no Ed25519 keys, create an RSA key pair.",
        ko "클라우드가 Ed25519 키를 받지 않으면 RSA 키페어를 생성하세요.";
    here_text:
        en "You get the private key once, right afterwards. This page does not keep it.",
        ko "개인 키는 생성 직후 한 번만 받을 수 있습니다. 이 페이지는 보관하지 않습니다.";
    secret_text_here:
        en "You can save it only now. It was created in this browser and exists nowhere else: without it nobody can log in with this key pair.",
        ko "지금 한 번만 저장할 수 있습니다. 이 브라우저에서 생성되어 다른 곳에는 없으며, 개인 키가 없으면 이 키페어로 접속할 수 없습니다.";
    secret_public: en "Save public key ({file})", ko "공개 키 저장({file})";
    register_text:
        en "The private key stays with you. The cloud gets only the public key and puts it on new instances.",
        ko "개인 키는 내 컴퓨터에 그대로 두고 공개 키만 등록합니다. 새로 생성하는 인스턴스에 이 키를 넣을 수 있습니다.";
    registered: en "Key pair {name} registered", ko "키페어 {name}을(를) 등록했습니다";
    key_hint:
        en "One line, as in ~/.ssh/id_ed25519.pub",
        ko "~/.ssh/id_ed25519.pub 파일처럼 한 줄입니다";
    key_file: en "Choose .pub file", ko ".pub 파일 선택";
    key_drop: en "or drop it on the field", ko "또는 입력란에 끌어다 놓으세요";
    key_ok: en "{kind} public key.", ko "{kind} 공개 키입니다.";
    key_empty:
        en "Paste the public key, or choose its file.",
        ko "공개 키를 붙여 넣거나 파일을 선택하세요.";
    key_several:
        en "Only one key. There is more than one line.",
        ko "키는 하나만 등록할 수 있습니다. 두 줄 이상 입력되었습니다.";
    key_type:
        en "Begins with “{word}”. A public key begins with its type, such as ssh-ed25519 or ssh-rsa.",
        ko "“{word}”(으)로 시작합니다. 공개 키는 ssh-ed25519, ssh-rsa 같은 키 유형으로 시작합니다.";
    key_base64:
        en "The part after the type is incomplete or has other characters in it.",
        ko "키 유형 다음 부분이 온전하지 않습니다. 잘렸거나 다른 문자가 섞였습니다.";
    key_mismatch:
        en "The key does not match the type in front of it. It is incomplete or mixed up.",
        ko "키 내용이 앞에 적힌 유형과 맞지 않습니다. 잘렸거나 뒤섞였습니다.";
    /// `{what}`.
    key_pem:
        en "This is a PEM file ({what}), not a key in OpenSSH’s form. A public key of this kind is converted by: ssh-keygen -i -m PKCS8 -f FILE",
        ko "OpenSSH 형식의 키가 아니라 PEM 파일({what})입니다. 공개 키라면 다음 명령으로 변환하세요: ssh-keygen -i -m PKCS8 -f 파일";
    key_certificate:
        en "This is a certificate for a key. Register the key itself: the .pub file without “-cert” in its name.",
        ko "키가 아니라 키에 대한 인증서입니다. 이름에 “-cert”가 없는 .pub 파일의 키를 등록하세요.";
    key_dsa:
        en "DSA keys (ssh-dss) are no longer accepted by OpenSSH. Use an Ed25519 or RSA key.",
        ko "DSA 키(ssh-dss)는 OpenSSH에서 더 이상 지원하지 않습니다. Ed25519 또는 RSA 키를 사용하세요.";
    odd_invisible: en "It contains invisible characters.", ko "보이지 않는 문자가 들어 있습니다.";
    odd_rfc4716:
        en "It is in the RFC 4716 form, as PuTTY exports keys.",
        ko "PuTTY가 내보내는 RFC 4716 형식입니다.";
    odd_comments: en "There are comment lines around it.", ko "주석 줄이 함께 들어 있습니다.";
    /// `{options}`.
    odd_options:
        en "There are options before it: {options}. The cloud takes none, so they will not apply.",
        ko "키 앞에 옵션이 있습니다: {options}. 클라우드는 옵션을 받지 않으므로 적용되지 않습니다.";
    odd_wrapped: en "It is broken over several lines.", ko "키가 여러 줄로 나뉘어 있습니다.";
    odd_padding: en "The “=” at its end are missing.", ko "끝의 “=”가 빠져 있습니다.";
    odd_use: en "Use the key as one line", ko "한 줄 키로 바꾸기";
    key_too_large:
        en "This file is too large for a public key.",
        ko "공개 키라기에는 파일이 너무 큽니다.";
    key_unreadable: en "The file cannot be read as text.", ko "텍스트로 읽을 수 없는 파일입니다.";
    private_title: en "That was a private key", ko "개인 키를 붙여 넣었습니다";
    private_text:
        en "It was removed from the field and not sent. It may still be on your clipboard: copy something else. Enter the public key here, from the file that ends in .pub.",
        ko "입력란에서 지웠고 전송하지 않았습니다. 클립보드에 남아 있을 수 있으니 다른 내용을 복사하세요. 여기에는 .pub로 끝나는 파일의 공개 키를 입력하세요.";
    secret_title: en "Save the private key of {name}", ko "{name}의 개인 키를 저장하세요";
    secret_text:
        en "You can save it only now. Neither the cloud nor this page keeps it: without it nobody can log in with this key pair.",
        ko "지금 한 번만 저장할 수 있습니다. 클라우드도 이 페이지도 개인 키를 보관하지 않으며, 개인 키가 없으면 이 키페어로 접속할 수 없습니다.";
    secret_save: en "Download {file}", ko "{file} 다운로드";
    secret_copy: en "Copy private key", ko "개인 키 복사";
    secret_by_hand:
        en "The browser does not allow copying here. Select the key and copy it by hand.",
        ko "브라우저가 복사를 막았습니다. 키를 선택해 직접 복사하세요.";
    secret_what: en "Private key", ko "개인 키";
    secret_downloaded:
        en "Downloaded as {file}. Check that it is where you want it.",
        ko "{file} 파일로 다운로드했습니다. 원하는 위치에 저장되었는지 확인하세요.";
    secret_copied:
        en "Private key copied. Paste it into a file now, before the clipboard changes.",
        ko "개인 키를 복사했습니다. 클립보드가 바뀌기 전에 파일에 붙여 넣으세요.";
    secret_use: en "For use with ssh: chmod 600 {file}", ko "ssh에서 사용하려면: chmod 600 {file}";
    secret_done: en "Done", ko "완료";
    secret_leave:
        en "The private key is not saved. If you leave now it is lost, and the key pair is useless.",
        ko "개인 키를 저장하지 않았습니다. 지금 나가면 되찾을 수 없고 이 키페어는 쓸 수 없게 됩니다.";
    secret_stay: en "Go back and save it", ko "돌아가서 저장";
    secret_discard: en "Discard private key", ko "개인 키 버리기";
    secret_missing:
        en "The key pair was created, but no private key was sent",
        ko "키페어는 생성되었지만 개인 키를 받지 못했습니다";
    secret_missing_then:
        en "It cannot be requested again, so nobody can log in with {name}. Delete the key pair and register a public key of your own.",
        ko "다시 요청할 수 없으므로 {name} 키페어로는 접속할 수 없습니다. 이 키페어를 삭제하고 직접 만든 공개 키를 등록하세요.";
    delete: en "Delete", ko "삭제";
    delete_title: en "Delete key pair {name}?", ko "키페어 {name} 삭제";
    delete_text:
        en "The cloud deletes the public key, and new instances cannot use it. This cannot be undone.",
        ko "클라우드에서 공개 키가 삭제되어 새 인스턴스에 사용할 수 없으며 되돌릴 수 없습니다.";
    delete_used(Plural):
        en { one: "{n} instance of this project was created with it:", other: "{n} instances of this project were created with it:" },
        ko { one: "이 프로젝트의 인스턴스 {n}개를 이 키페어로 생성했습니다.", other: "이 프로젝트의 인스턴스 {n}개를 이 키페어로 생성했습니다." };
    delete_keeps:
        en "They are not changed: whoever has the private key can still log in.",
        ko "이 인스턴스에는 영향이 없습니다. 개인 키가 있으면 계속 접속할 수 있습니다.";
    delete_unused:
        en "No instance of this project was created with it.",
        ko "이 프로젝트에 이 키페어로 생성한 인스턴스가 없습니다.";
    delete_unknown:
        en "It is not known at the moment which instances use it.",
        ko "이 키페어를 사용하는 인스턴스를 지금은 확인할 수 없습니다.";
    delete_others:
        en "Key pairs belong to a user. Instances of other projects are not shown here.",
        ko "키페어는 사용자에 속하므로 다른 프로젝트의 인스턴스는 여기에 표시되지 않습니다.";
    and_more(Plural):
        en { one: "and {n} more", other: "and {n} more" },
        ko { one: "외 {n}개", other: "외 {n}개" };
    deleted: en "Key pair {name} deleted", ko "키페어 {name}을(를) 삭제했습니다";
}
