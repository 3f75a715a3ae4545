//! Images.

texts! {
    Images

    title: en "Images", ko "이미지";
    search: en "Search images", ko "이미지 검색";
    count(Plural):
        en { one: "{n} image", other: "{n} images" },
        ko { one: "이미지 {n}개", other: "이미지 {n}개" };
    os: en "Operating system", ko "운영체제";
    visibility: en "Visibility", ko "공개 범위";
    min_disk: en "Min. disk", ko "최소 디스크";
    min_ram: en "Min. RAM", ko "최소 메모리";
    size: en "Size", ko "크기";
    age: en "Age", ko "생성 시점";
    login: en "Login user", ko "로그인 사용자";
    protected: en "Protected from deletion", ko "삭제 보호됨";
    is_protected: en "Deletion protection", ko "삭제 보호";
    public: en "Public", ko "공용";
    private: en "Private", ko "개인";
    shared: en "Shared", ko "공유";
    community: en "Community", ko "커뮤니티";
    queued: en "Waiting", ko "대기 중";
    saving: en "Saving", ko "저장 중";
    uploading: en "Uploading", ko "업로드 중";
    importing: en "Importing", ko "가져오는 중";
    active: en "Active", ko "사용 가능";
    deactivated: en "Deactivated", ko "비활성화됨";
    failed: en "Failed", ko "실패";
    gone: en "Deleted", ko "삭제됨";
    going: en "Being deleted", ko "삭제 중";
    percent: en "{n} %", ko "{n} %";
    b: en "{n} B", ko "{n} B";
    kb: en "{n} KB", ko "{n} KB";
    tb: en "{n} TB", ko "{n} TB";
    create_instance: en "Create instance", ko "인스턴스 생성";
    copy_id: en "Copy ID", ko "ID 복사";
    delete: en "Delete", ko "삭제";
    delete_ask: en "Delete…", ko "삭제…";
    delete_title: en "Delete image {name}?", ko "이미지 {name} 삭제";
    delete_text:
        en "No more instances can be created from it. This cannot be undone.",
        ko "더 이상 이 이미지로 인스턴스를 생성할 수 없으며 되돌릴 수 없습니다.";
    delete_then:
        en "Instances created from it keep running.",
        ko "이 이미지로 만든 인스턴스는 계속 실행됩니다.";
    deleted: en "Image {name} deleted", ko "이미지 {name}을(를) 삭제했습니다";
    why_public:
        en "Public images belong to the cloud and cannot be deleted.",
        ko "공용 이미지는 클라우드가 제공하므로 삭제할 수 없습니다.";
    why_protected: en "Protected from deletion.", ko "삭제 보호가 설정되어 있습니다.";
    why_gone: en "Already being deleted.", ko "이미 삭제 중입니다.";
    why_unready: en "Not active.", ko "사용 가능한 상태가 아닙니다.";
    gone_title: en "This image no longer exists", ko "이 이미지는 더 이상 없습니다";
    gone_text:
        en "It was deleted, or is no longer shared with this project.",
        ko "삭제되었거나 이 프로젝트와 더 이상 공유되지 않습니다.";
    none_title: en "No images", ko "이미지가 없습니다";
    none_text:
        en "Images of the cloud, and images you create from instances and volumes, are listed here.",
        ko "클라우드가 제공하는 이미지와 인스턴스나 블록 스토리지로 만든 이미지가 여기에 표시됩니다.";
    no_match_text:
        en "The search looks at names, IDs and operating systems.",
        ko "이름, ID, 운영체제에서 검색합니다.";
}
