//! "About this cloud".

use cloud::rules::offers::Feature;

texts! {
    About

    title: en "About this cloud", ko "이 클라우드 정보";
    place: en "Cloud", ko "클라우드";
    region: en "Region", ko "리전";
    project_id: en "Project ID", ko "프로젝트 ID";
    rules: en "Rules", ko "적용 규칙";
    rules_nhn: en "NHN Cloud's guide", ko "NHN Cloud 가이드";
    rules_openstack:
        en "OpenStack, as reported by the cloud",
        ko "OpenStack, 클라우드의 응답에 따름";
    way: en "Connection", ko "연결 방식";
    direct: en "direct to the cloud", ko "클라우드에 직접 연결";
    proxied: en "via this gateway", ko "이 게이트웨이를 거쳐 연결";
    services: en "Services", ko "서비스";
    services_text:
        en "From the catalog of your token.",
        ko "토큰의 서비스 카탈로그에 있는 주소입니다.";
    absent: en "not in this region", ko "이 리전에 없음";
    identity: en "Identity", ko "인증";
    compute: en "Instances", ko "인스턴스";
    image: en "Images", ko "이미지";
    network: en "Network", ko "네트워크";
    volume: en "Block storage", ko "블록 스토리지";
    offers: en "Optional features", ko "선택 기능";
    offers_text:
        en "Features that are missing are hidden where they would be used.",
        ko "제공하지 않는 기능은 해당 화면에서 숨깁니다.";
    feature: en "Feature", ko "기능";
    offered: en "Offered", ko "제공 여부";
    source: en "Source", ko "확인 방법";
    yes: en "Yes", ko "제공";
    no: en "No", ko "제공하지 않음";
    unasked: en "Not checked yet", ko "아직 확인하지 않음";
    by_rules: en "from the provider's guide", ko "제공자 가이드";
    by_answer: en "reported by the cloud", ko "클라우드의 응답";
    by_nobody: en "known after first use", ko "처음 사용할 때 확인됩니다";
    f_limits: en "Quota", ko "할당량";
    f_volume_limits: en "Volume quota", ko "블록 스토리지 할당량";
    f_console_log: en "Console log", ko "콘솔 로그";
    f_metadata: en "Instance metadata", ko "인스턴스 메타데이터";
    f_server_groups: en "Placement policies", ko "배치 정책";
    f_shelve: en "Shelve and unshelve", ko "보관 및 보관 해제";
    f_shelve_offload:
        en "Offload a shelved instance from its host",
        ko "보관한 인스턴스의 호스트 해제";
    f_confirm_resize: en "Confirm or revert a resize", ko "타입 변경 확정 및 되돌리기";
    f_image_from_volume: en "Image from a volume", ko "블록 스토리지로 이미지 생성";
    f_pause: en "Pause and unpause", ko "일시 정지 및 해제";
    f_suspend: en "Suspend and resume", ko "일시 중단 및 재개";
    f_rescue: en "Rescue and unrescue", ko "복구 모드";
    f_lock: en "Lock and unlock", ko "잠금 및 해제";
    f_rebuild: en "Rebuild", ko "재구축";
    f_set_password: en "Set the administrator password", ko "관리자 비밀번호 설정";
    f_interfaces: en "Network interfaces of an instance", ko "인스턴스의 네트워크 인터페이스";
    f_console: en "Console link", ko "콘솔 링크";
    f_password: en "First password of Windows", ko "Windows 초기 비밀번호";
    limits: en "Limits", ko "제한 값";
    limits_text:
        en "Checked by the forms before anything is sent. Images, flavors and the quota can restrict more.",
        ko "요청을 보내기 전에 입력 화면이 확인하는 값입니다. 이미지, 인스턴스 타입, 할당량에 따라 더 제한될 수 있습니다.";
    limit: en "Limit", ko "제한";
    value: en "Value", ko "값";
    undecided: en "decided by the cloud", ko "클라우드가 정함";
    holds: en "applies", ko "적용";
    characters: en "{n} characters", ko "{n}자";
    bytes: en "{n} bytes", ko "{n}바이트";
    instances: en "{n} instances", ko "인스턴스 {n}개";
    l_name: en "Instance name, maximum length", ko "인스턴스 이름 최대 길이";
    l_windows_name:
        en "Windows instance name, maximum length",
        ko "Windows 인스턴스 이름 최대 길이";
    l_windows_ram: en "Minimum RAM for Windows", ko "Windows 최소 메모리";
    l_windows_disk: en "Minimum root disk for Windows", ko "Windows 최소 루트 블록 스토리지";
    l_windows_u2: en "Windows does not run on U2", ko "Windows는 U2 타입에서 사용할 수 없음";
    l_linux_disk: en "Minimum root disk for Linux", ko "Linux 최소 루트 블록 스토리지";
    l_disk: en "Maximum disk size", ko "블록 스토리지 최대 크기";
    l_count: en "Maximum instances per request", ko "한 번에 생성할 수 있는 인스턴스 수";
    l_metadata: en "Metadata key and value, maximum length", ko "메타데이터 키와 값의 최대 길이";
    l_user_data:
        en "User data, maximum size after base64",
        ko "사용자 스크립트 최대 크기(base64 인코딩 후)";
    l_boot:
        en "U2 boots from a local disk, all others from a volume",
        ko "U2는 로컬 디스크로, 나머지 타입은 블록 스토리지로 부팅";
    l_subnet: en "A network interface needs a subnet", ko "네트워크 인터페이스에 서브넷 지정";
    l_key: en "A key pair is required", ko "키페어 필수 선택";
    l_appliance:
        en "Copies of WAF, MS-SQL and MySQL images cannot be booted",
        ko "WAF, MS-SQL, MySQL 이미지의 사본으로 부팅할 수 없음";
    l_source_zone:
        en "A boot volume or snapshot determines the zone",
        ko "부팅할 블록 스토리지나 스냅숏의 가용성 영역을 따라야 함";
    l_one:
        en "One instance at a time from a volume or snapshot",
        ko "스냅숏과 블록 스토리지에서는 한 번에 한 대만 생성";
    l_disk_kind: en "New disks can have a volume type", ko "새 블록 스토리지의 종류 지정 가능";
    l_key_name: en "Key pair name, maximum length", ko "키페어 이름 최대 길이";
    l_image_name: en "Image name, maximum length", ko "이미지 이름 최대 길이";
    l_volume_text:
        en "Volume and snapshot name and description, maximum length",
        ko "블록 스토리지와 스냅숏의 이름과 설명 최대 길이";
    l_group_text:
        en "Security group and rule texts, maximum length",
        ko "보안 그룹과 규칙의 이름, 설명, 메모 최대 길이";
    l_policy_name: en "Placement policy name, maximum length", ko "배치 정책 이름 최대 길이";
}

impl About {
    /// The name of an optional feature.
    pub fn feature(&self, feature: Feature) -> &'static str {
        match feature {
            Feature::Limits => self.f_limits,
            Feature::VolumeLimits => self.f_volume_limits,
            Feature::ConsoleLog => self.f_console_log,
            Feature::Metadata => self.f_metadata,
            Feature::ServerGroups => self.f_server_groups,
            Feature::Shelve => self.f_shelve,
            Feature::ShelveOffload => self.f_shelve_offload,
            Feature::ConfirmResize => self.f_confirm_resize,
            Feature::ImageFromVolume => self.f_image_from_volume,
            Feature::Pause => self.f_pause,
            Feature::Suspend => self.f_suspend,
            Feature::Rescue => self.f_rescue,
            Feature::Lock => self.f_lock,
            Feature::Rebuild => self.f_rebuild,
            Feature::SetPassword => self.f_set_password,
            Feature::Interfaces => self.f_interfaces,
            Feature::Console => self.f_console,
            Feature::Password => self.f_password,
        }
    }
}
