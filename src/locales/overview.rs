//! The overview.

texts! {
    Overview

    title: en "Overview", ko "개요";
    attention: en "Needs attention", ko "확인이 필요한 항목";
    calm: en "Nothing needs attention.", ko "지금 확인할 항목이 없습니다.";
    still_loading: en "Still loading: {what}", ko "불러오는 중: {what}";
    unseen:
        en "Not checked, because it could not be loaded: {what}.",
        ko "불러오지 못해 확인하지 않은 항목: {what}";
    more(Plural):
        en { one: "and {n} more", other: "and {n} more" },
        ko { one: "외 {n}개", other: "외 {n}개" };
    nameless: en "(no name)", ko "(이름 없음)";
    in_error(Plural):
        en { one: "{n} instance in error", other: "{n} instances in error" },
        ko { one: "오류 상태 인스턴스 {n}개", other: "오류 상태 인스턴스 {n}개" };
    in_error_act: en "See the cause, reboot or delete", ko "원인 확인, 재부팅 또는 삭제";
    volume_failed(Plural):
        en { one: "{n} volume in error", other: "{n} volumes in error" },
        ko { one: "오류 상태 블록 스토리지 {n}개", other: "오류 상태 블록 스토리지 {n}개" };
    volume_failed_act: en "Inspect or delete", ko "확인 또는 삭제";
    long_build(Plural):
        en { one: "{n} instance is taking long to create", other: "{n} instances are taking long to create" },
        ko { one: "생성이 오래 걸리는 인스턴스 {n}개", other: "생성이 오래 걸리는 인스턴스 {n}개" };
    long_build_act: en "Check progress", ko "진행 상태 확인";
    stuck(Plural):
        en { one: "{n} task is not finishing", other: "{n} tasks are not finishing" },
        ko { one: "끝나지 않는 작업 {n}개", other: "끝나지 않는 작업 {n}개" };
    stuck_act: en "Check progress", ko "진행 상태 확인";
    unconfirmed(Plural):
        en { one: "{n} resize to confirm", other: "{n} resizes to confirm" },
        ko { one: "확정을 기다리는 타입 변경 {n}개", other: "확정을 기다리는 타입 변경 {n}개" };
    unconfirmed_act: en "Confirm or revert", ko "확정 또는 되돌리기";
    open_login(Plural):
        en { one: "{n} security group opens a login port to all addresses", other: "{n} security groups open a login port to all addresses" },
        ko { one: "로그인 포트가 모든 주소에 열려 있는 보안 그룹 {n}개", other: "로그인 포트가 모든 주소에 열려 있는 보안 그룹 {n}개" };
    open_login_act: en "Restrict the rules", ko "허용 범위 줄이기";
    open_ports:
        en "port {ports} open to all addresses",
        ko "{ports}번 포트가 모든 주소에 열려 있음";
    group_users(Plural):
        en { one: "Used by {n} instance", other: "Used by {n} instances" },
        ko { one: "인스턴스 {n}개에서 사용", other: "인스턴스 {n}개에서 사용" };
    free_address(Plural):
        en { one: "{n} unattached floating IP", other: "{n} unattached floating IPs" },
        ko { one: "미연결 플로팅 IP {n}개", other: "미연결 플로팅 IP {n}개" };
    free_address_act: en "Attach or release", ko "연결 또는 해제";
    free_volume(Plural):
        en { one: "{n} unattached volume", other: "{n} unattached volumes" },
        ko { one: "미연결 블록 스토리지 {n}개", other: "미연결 블록 스토리지 {n}개" };
    free_volume_act: en "Attach or delete", ko "연결 또는 삭제";
    by_status: en "Instances by status", ko "상태별 인스턴스";
    by_zone: en "Instances by zone", ko "가용성 영역별 인스턴스";
    by_project: en "Instances by project and region", ko "프로젝트와 리전별 인스턴스";
    this_project: en "This project", ko "이 프로젝트";
    so_far: en "{what} so far", ko "지금까지 {what}";
    no_instances: en "No instances.", ko "인스턴스가 없습니다.";
    no_zone: en "No zone", ko "영역 없음";
    quota: en "Quota", ko "할당량";
    instances: en "Instances", ko "인스턴스";
    vcpus: en "vCPUs", ko "vCPU";
    ram: en "RAM", ko "메모리";
    volume_size: en "Volume size", ko "블록 스토리지 크기";
    tb: en "{n} TB", ko "{n} TB";
    used_of: en "{used} of {limit}", ko "{used} / {limit}";
    used_free: en "{used}, no limit", ko "{used}, 제한 없음";
    at_most: en "at most {limit}", ko "최대 {limit}";
    volumes(Plural):
        en { one: "{n} volume", other: "{n} volumes" },
        ko { one: "블록 스토리지 {n}개", other: "블록 스토리지 {n}개" };
    volumes_of: en "{volumes}, {size}", ko "{volumes}, 총 {size}";
    volumes_failed: en "In error", ko "오류";
    volumes_busy: en "Changing", ko "변경 중";
    volumes_attached: en "Attached", ko "연결됨";
    volumes_free: en "Unattached", ko "미연결";
    volumes_other: en "Other", ko "기타";
    no_storage:
        en "This region has no block storage service.",
        ko "이 리전에는 블록 스토리지 서비스가 없습니다.";
    addresses(Plural):
        en { one: "{n} floating IP", other: "{n} floating IPs" },
        ko { one: "플로팅 IP {n}개", other: "플로팅 IP {n}개" };
    addresses_used: en "In use", ko "사용 중";
    addresses_free: en "Unattached", ko "미연결";
    no_network:
        en "This region has no network service.",
        ko "이 리전에는 네트워크 서비스가 없습니다.";
}
