//! Filling the sign-in form from a `clouds.yaml` or openrc file. Loaded with the code that reads them.

texts! {
    Imports

    pasted: en "The pasted text", ko "붙여 넣은 내용";
    failed: en "{file} cannot be used", ko "{file}: 사용할 수 없습니다";
    failed_line: en "{file}, line {line}, cannot be used", ko "{file} {line}행: 사용할 수 없습니다";
    unreadable: en "The browser could not read it.", ko "브라우저가 읽지 못했습니다.";
    too_many_files: en "No more than {count} files can be read at once.", ko "한 번에 {count}개까지만 읽을 수 있습니다.";
    too_large: en "It is larger than 1 MB.", ko "1MB보다 큽니다.";
    empty: en "It is empty.", ko "비어 있습니다.";
    unrecognized: en "It is neither a clouds.yaml nor an openrc file.", ko "clouds.yaml도 openrc 파일도 아닙니다.";
    control_character:
        en "It contains a character that does not belong in a text file.",
        ko "텍스트 파일에 있을 수 없는 문자가 있습니다.";
    not_yaml: en "It is not valid YAML: {why}.", ko "올바른 YAML이 아닙니다. {why}";
    several_documents:
        en "A second YAML document begins here. Only one can be read.",
        ko "두 번째 YAML 문서가 시작됩니다. 하나만 읽을 수 있습니다.";
    too_deep: en "Its values are nested too deeply.", ko "값이 너무 깊게 중첩되어 있습니다.";
    too_many_values: en "It has too many values.", ko "값이 너무 많습니다.";
    no_cloud: en "It describes no cloud.", ko "클라우드 설정이 없습니다.";
    not_a_mapping: en "“{key}” must contain settings.", ko "“{key}” 아래에 설정이 있어야 합니다.";
    not_a_text: en "“{key}” must be a single value.", ko "“{key}”에는 값이 하나만 있어야 합니다.";
    open_quote: en "A quotation mark is never closed.", ko "따옴표가 닫히지 않았습니다.";
    choose: en "Which cloud?", ko "사용할 클라우드";
    nameless: en "Unnamed cloud", ko "이름 없는 클라우드";
    filled: en "The form is filled in from {cloud}.", ko "{cloud}의 내용으로 양식을 채웠습니다.";
    secret:
        en "The password in it is used for this sign-in and not stored.",
        ko "파일의 비밀번호는 이번 로그인에만 사용하며 저장하지 않습니다.";
    no_secret: en "It contains no password: enter it below.", ko "비밀번호가 없으므로 아래에 입력하세요.";
    not_here:
        en "This console is not configured for the cloud at {address}. Ask whoever runs it to add that cloud.",
        ko "이 콘솔에는 {address} 클라우드가 등록되어 있지 않습니다. 이 콘솔의 운영자에게 추가를 요청하세요.";
    no_address:
        en "It does not say where the cloud is (auth_url): check that it is for {cloud}.",
        ko "클라우드의 주소(auth_url)가 없습니다. {cloud}용 파일이 맞는지 확인하세요.";
    profile:
        en "Its other settings come from the vendor profile “{profile}”, which this console does not have.",
        ko "나머지 설정은 공급자 프로필 “{profile}”에 있지만, 이 콘솔에는 그 프로필이 없습니다.";
    profile_only:
        en "Its address is in the vendor profile “{profile}”, which this console does not have. Add an auth_url to the file.",
        ko "클라우드의 주소가 공급자 프로필 “{profile}”에 있지만, 이 콘솔에는 그 프로필이 없습니다. 파일에 auth_url을 추가하세요.";
    region: en "Signing in opens region {region}.", ko "로그인하면 {region} 리전이 열립니다.";
    other_method: en "It signs in by “{method}”, which is not supported.", ko "지원하지 않는 로그인 방법입니다: “{method}”";
    user_by_id: en "It has the user's ID. Enter the user's name.", ko "사용자 ID만 있습니다. 사용자 이름을 입력하세요.";
    tenant_by_name: en "It has the tenant's name. Enter the tenant ID.", ko "테넌트 이름만 있습니다. 테넌트 ID를 입력하세요.";
    credential_by_name:
        en "It has the name of the application credential. Enter its ID.",
        ko "애플리케이션 자격 증명의 이름만 있습니다. ID를 입력하세요.";
    other_scope:
        en "It is for a domain or the whole system. Enter a project.",
        ko "도메인 또는 시스템 전체에 대한 설정입니다. 프로젝트를 입력하세요.";
    unknown: en "Unknown settings: {keys}", ko "알 수 없는 설정: {keys}";
    unknown_one: en "{key} (line {line})", ko "{key}({line}행)";
}
