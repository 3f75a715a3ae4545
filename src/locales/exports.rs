//! Exporting what a list shows.

texts! {
    Exports

    csv: en "CSV file", ko "CSV 파일";
    json: en "JSON file", ko "JSON 파일";
    inventory: en "Ansible inventory", ko "Ansible 인벤토리";
    ssh_config: en "SSH config", ko "SSH 설정 파일";
    copy_ids: en "Copy IDs", ko "ID 복사";
    copy_addresses: en "Copy addresses", ko "IP 주소 복사";
    of_selected: en "{what}: {n}", ko "{what}: {n}";
    nothing: en "There are no rows to export.", ko "내보낼 행이 없습니다.";
    rows(Plural):
        en { one: "{n} row", other: "{n} rows" },
        ko { one: "행 {n}개", other: "행 {n}개" };
    columns(Plural):
        en { one: "{n} column", other: "{n} columns" },
        ko { one: "열 {n}개", other: "열 {n}개" };
    hosts(Plural):
        en { one: "{n} host", other: "{n} hosts" },
        ko { one: "호스트 {n}개", other: "호스트 {n}개" };
    ids(Plural):
        en { one: "{n} ID", other: "{n} IDs" },
        ko { one: "ID {n}개", other: "ID {n}개" };
    addresses(Plural):
        en { one: "{n} address", other: "{n} addresses" },
        ko { one: "IP 주소 {n}개", other: "IP 주소 {n}개" };
    saved: en "Exported {rows}, {columns}: {file}", ko "{rows}, {columns}를 내보냈습니다: {file}";
    saved_hosts: en "Exported {hosts}: {file}", ko "{hosts}를 내보냈습니다: {file}";
    left_out(Plural):
        en { one: "{n} instance that cannot be reached this way is left out.", other: "{n} instances that cannot be reached this way are left out." },
        ko { one: "이 방법으로 접속할 수 없는 인스턴스 {n}개는 제외했습니다.", other: "이 방법으로 접속할 수 없는 인스턴스 {n}개는 제외했습니다." };
    two_sentences: en "{first}. {second}", ko "{first}. {second}";
}
