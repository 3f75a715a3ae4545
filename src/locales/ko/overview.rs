//! Korean: `overview`.

use crate::locales::texts::*;

/// See [`crate::locales::texts::Overview`].
pub static OVERVIEW: Overview = Overview {
    title: "개요",
    attention: "확인이 필요한 항목",
    calm: "지금 확인할 항목이 없습니다.",
    still_loading: "불러오는 중: {what}",
    unseen: "불러오지 못해 확인하지 않은 항목: {what}",
    more: Plural { one: "외 {n}개", other: "외 {n}개" },
    nameless: "(이름 없음)",
    in_error: Plural { one: "오류 상태 인스턴스 {n}개", other: "오류 상태 인스턴스 {n}개" },
    in_error_act: "원인 확인, 재부팅 또는 삭제",
    volume_failed: Plural {
        one: "오류 상태 블록 스토리지 {n}개", other: "오류 상태 블록 스토리지 {n}개"
    },
    volume_failed_act: "확인 또는 삭제",
    long_build: Plural {
        one: "생성이 오래 걸리는 인스턴스 {n}개", other: "생성이 오래 걸리는 인스턴스 {n}개"
    },
    long_build_act: "진행 상태 확인",
    stuck: Plural { one: "끝나지 않는 작업 {n}개", other: "끝나지 않는 작업 {n}개" },
    stuck_act: "진행 상태 확인",
    unconfirmed: Plural {
        one: "확정을 기다리는 타입 변경 {n}개", other: "확정을 기다리는 타입 변경 {n}개"
    },
    unconfirmed_act: "확정 또는 되돌리기",
    open_login: Plural {
        one: "로그인 포트가 모든 주소에 열려 있는 보안 그룹 {n}개",
        other: "로그인 포트가 모든 주소에 열려 있는 보안 그룹 {n}개",
    },
    open_login_act: "허용 범위 줄이기",
    open_ports: "{ports}번 포트가 모든 주소에 열려 있음",
    group_users: Plural { one: "인스턴스 {n}개에서 사용", other: "인스턴스 {n}개에서 사용" },
    free_address: Plural { one: "미연결 플로팅 IP {n}개", other: "미연결 플로팅 IP {n}개" },
    free_address_act: "연결 또는 해제",
    free_volume: Plural { one: "미연결 블록 스토리지 {n}개", other: "미연결 블록 스토리지 {n}개" },
    free_volume_act: "연결 또는 삭제",
    by_status: "상태별 인스턴스",
    by_zone: "가용성 영역별 인스턴스",
    so_far: "지금까지 {what}",
    no_instances: "인스턴스가 없습니다.",
    no_zone: "영역 없음",
    quota: "할당량",
    instances: "인스턴스",
    vcpus: "vCPU",
    ram: "메모리",
    volume_size: "블록 스토리지 크기",
    tb: "{n} TB",
    used_of: "{used} / {limit}",
    used_free: "{used}, 제한 없음",
    at_most: "최대 {limit}",
    volumes: Plural { one: "블록 스토리지 {n}개", other: "블록 스토리지 {n}개" },
    volumes_of: "{volumes}, 총 {size}",
    volumes_failed: "오류",
    volumes_busy: "변경 중",
    volumes_attached: "연결됨",
    volumes_free: "미연결",
    volumes_other: "기타",
    no_storage: "이 리전에는 블록 스토리지 서비스가 없습니다.",
    addresses: Plural { one: "플로팅 IP {n}개", other: "플로팅 IP {n}개" },
    addresses_used: "사용 중",
    addresses_free: "미연결",
    no_network: "이 리전에는 네트워크 서비스가 없습니다.",
};
