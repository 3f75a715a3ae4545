//! The actions of an instance: the menu entry, the notices at the beginning and the end, and the confirmation if there is
//! one.

texts! {
    Actions

    start(ActionTexts):
        en { menu: "Start", begun: "Starting {name}…", done: "{name} is running" },
        ko { menu: "시작", begun: "{name} 시작하는 중…", done: "{name} 인스턴스가 실행되었습니다" };
    stop(ActionTexts):
        en { menu: "Stop", begun: "Stopping {name}…", done: "{name} is stopped" },
        ko { menu: "중지", begun: "{name} 중지하는 중…", done: "{name} 인스턴스가 중지되었습니다" };
    stop_question(QuestionTexts):
        en {
            title: "Stop {name}?",
            text: "The guest system shuts down. Disks, addresses and key pair are kept, and it can be started again.",
            confirm: "Stop",
        },
        ko {
            title: "{name} 인스턴스를 중지할까요?",
            text: "게스트 운영체제를 종료합니다. 디스크, IP 주소, 키페어는 유지되며 다시 시작할 수 있습니다.",
            confirm: "중지",
        };
    reboot(ActionTexts):
        en { menu: "Reboot…", begun: "Rebooting {name}…", done: "{name} has been rebooted" },
        ko { menu: "재부팅…", begun: "{name} 재부팅하는 중…", done: "{name} 인스턴스를 재부팅했습니다" };
    pause(ActionTexts):
        en { menu: "Pause…", begun: "Pausing {name}…", done: "{name} is paused" },
        ko { menu: "일시 정지…", begun: "{name} 일시 정지하는 중…", done: "{name} 인스턴스를 일시 정지했습니다" };
    pause_question(QuestionTexts):
        en {
            title: "Pause {name}?",
            text: "It stops and stays in the memory of its host. It does not respond until it is unpaused, and it is still billed.",
            confirm: "Pause",
        },
        ko {
            title: "{name} 인스턴스를 일시 정지할까요?",
            text: "실행 중인 상태 그대로 멈추며 호스트 메모리에 남습니다. 해제할 때까지 응답하지 않으며 계속 과금됩니다.",
            confirm: "일시 정지",
        };
    unpause(ActionTexts):
        en { menu: "Unpause", begun: "Unpausing {name}…", done: "{name} is running again" },
        ko { menu: "일시 정지 해제", begun: "{name} 일시 정지 해제하는 중…", done: "{name} 인스턴스의 일시 정지를 해제했습니다" };
    suspend(ActionTexts):
        en { menu: "Suspend…", begun: "Suspending {name}…", done: "{name} is suspended" },
        ko { menu: "일시 중단…", begun: "{name} 일시 중단하는 중…", done: "{name} 인스턴스를 일시 중단했습니다" };
    suspend_question(QuestionTexts):
        en {
            title: "Suspend {name}?",
            text: "Its memory is saved to the disk of its host, and it is powered off. Resume continues where it stopped.",
            confirm: "Suspend",
        },
        ko {
            title: "{name} 인스턴스를 일시 중단할까요?",
            text: "메모리를 호스트 디스크에 저장하고 전원을 끕니다. 재개하면 중단한 시점부터 이어서 실행됩니다.",
            confirm: "일시 중단",
        };
    resume(ActionTexts):
        en { menu: "Resume", begun: "Resuming {name}…", done: "{name} has resumed" },
        ko { menu: "재개", begun: "{name} 재개하는 중…", done: "{name} 인스턴스를 재개했습니다" };
    shelve(ActionTexts):
        en { menu: "Shelve…", begun: "Shelving {name}…", done: "{name} is shelved" },
        ko { menu: "보관…", begun: "{name} 보관하는 중…", done: "{name} 인스턴스를 보관했습니다" };
    shelve_question(QuestionTexts):
        en {
            title: "Shelve {name}?",
            text: "The guest system shuts down and the instance leaves its host. Disks, addresses and settings are kept. Unshelving starts it again, perhaps on another host.",
            confirm: "Shelve",
        },
        ko {
            title: "{name} 인스턴스를 보관할까요?",
            text: "게스트 운영체제를 종료하고 호스트에서 분리합니다. 디스크, IP 주소, 설정은 유지됩니다. 보관을 해제하면 다시 시작되며 다른 호스트에서 실행될 수 있습니다.",
            confirm: "보관",
        };
    unshelve(ActionTexts):
        en { menu: "Unshelve", begun: "Unshelving {name}…", done: "{name} is running again" },
        ko { menu: "보관 해제", begun: "{name} 보관 해제하는 중…", done: "{name} 인스턴스의 보관을 해제했습니다" };
    shelve_offload(ActionTexts):
        en { menu: "Offload from host…", begun: "Shelving {name}…", done: "{name} is shelved" },
        ko { menu: "호스트 해제…", begun: "{name} 보관하는 중…", done: "{name} 인스턴스를 보관했습니다" };
    shelve_offload_question(QuestionTexts):
        en {
            title: "Offload {name} from its host?",
            text: "It is shelved. Offloading also gives up its place on the host, so that unshelving takes longer.",
            confirm: "Offload from host",
        },
        ko {
            title: "{name} 인스턴스의 호스트를 해제할까요?",
            text: "보관된 인스턴스가 차지하던 호스트 자원까지 해제합니다. 이후 보관을 해제할 때 시간이 더 걸립니다.",
            confirm: "호스트 해제",
        };
    resize(ActionTexts):
        en { menu: "Resize…", begun: "Resizing {name}…", done: "{name} has its new flavor" },
        ko { menu: "타입 변경…", begun: "{name} 타입 변경하는 중…", done: "{name} 인스턴스 타입을 변경했습니다" };
    confirm_resize(ActionTexts):
        en {
            menu: "Confirm resize",
            begun: "Confirming the resize of {name}…",
            done: "Resize of {name} confirmed",
        },
        ko {
            menu: "타입 변경 확정",
            begun: "{name} 타입 변경 확정하는 중…",
            done: "{name} 타입 변경을 확정했습니다",
        };
    revert_resize(ActionTexts):
        en {
            menu: "Revert resize…",
            begun: "Reverting the resize of {name}…",
            done: "{name} is back on its old flavor",
        },
        ko {
            menu: "이전 타입으로 되돌리기…",
            begun: "{name} 이전 타입으로 되돌리는 중…",
            done: "{name} 인스턴스를 이전 타입으로 되돌렸습니다",
        };
    revert_resize_question(QuestionTexts):
        en {
            title: "Revert {name} to its old flavor?",
            text: "It restarts as it was before the resize. Data written since then is kept on volumes, but lost on local disks.",
            confirm: "Revert resize",
        },
        ko {
            title: "{name} 인스턴스를 이전 타입으로 되돌릴까요?",
            text: "타입을 변경하기 전 상태로 중지했다가 다시 시작합니다. 그 뒤에 기록한 데이터는 블록 스토리지에는 남지만 호스트의 로컬 디스크에서는 사라집니다.",
            confirm: "되돌리기",
        };
    create_image(ActionTexts):
        en {
            menu: "Create image…",
            begun: "Creating an image of {name}…",
            done: "An image of {name} has been created",
        },
        ko {
            menu: "이미지 생성…",
            begun: "{name} 이미지 생성하는 중…",
            done: "{name}의 이미지를 생성했습니다",
        };
    rescue(ActionTexts):
        en { menu: "Rescue…", begun: "Starting {name} in rescue mode…", done: "{name} is in rescue mode" },
        ko { menu: "복구 모드…", begun: "{name} 복구 모드 시작하는 중…", done: "{name} 인스턴스가 복구 모드로 실행되었습니다" };
    unrescue(ActionTexts):
        en {
            menu: "Leave rescue mode…",
            begun: "{name} is leaving rescue mode…",
            done: "{name} has left rescue mode",
        },
        ko {
            menu: "복구 모드 종료…",
            begun: "{name} 복구 모드에서 나오는 중…",
            done: "{name} 인스턴스의 복구 모드를 종료했습니다",
        };
    unrescue_question(QuestionTexts):
        en {
            title: "End rescue mode of {name}?",
            text: "The rescue system shuts down, and the instance starts from its own disk again.",
            confirm: "Leave rescue mode",
        },
        ko {
            title: "{name} 인스턴스의 복구 모드를 종료할까요?",
            text: "복구용 시스템을 종료하고 인스턴스를 원래 디스크로 다시 시작합니다.",
            confirm: "복구 모드 종료",
        };
    rebuild(ActionTexts):
        en { menu: "Rebuild…", begun: "Rebuilding {name}…", done: "{name} has been rebuilt" },
        ko { menu: "재구축…", begun: "{name} 재구축하는 중…", done: "{name} 인스턴스를 재구축했습니다" };
    set_password(ActionTexts):
        en {
            menu: "Set password…",
            begun: "Setting the password of {name}…",
            done: "{name} has its new password",
        },
        ko {
            menu: "비밀번호 설정…",
            begun: "{name} 비밀번호 설정하는 중…",
            done: "{name} 인스턴스의 비밀번호를 설정했습니다",
        };
    lock(ActionTexts):
        en { menu: "Lock…", begun: "Locking {name}…", done: "{name} is locked" },
        ko { menu: "잠금…", begun: "{name} 잠그는 중…", done: "{name} 인스턴스를 잠갔습니다" };
    lock_question(QuestionTexts):
        en {
            title: "Lock {name}?",
            text: "Until it is unlocked, the cloud refuses to stop, change or delete it. It keeps running.",
            confirm: "Lock",
        },
        ko {
            title: "{name} 인스턴스를 잠글까요?",
            text: "잠금을 해제할 때까지 중지, 변경, 삭제 요청이 거부됩니다. 실행은 계속됩니다.",
            confirm: "잠금",
        };
    unlock(ActionTexts):
        en { menu: "Unlock", begun: "Unlocking {name}…", done: "{name} is unlocked" },
        ko { menu: "잠금 해제", begun: "{name} 잠금 해제하는 중…", done: "{name} 인스턴스의 잠금을 해제했습니다" };
    rename(ActionTexts):
        en { menu: "Rename…", begun: "Renaming {name}…", done: "Renamed to {name}" },
        ko { menu: "이름 변경…", begun: "{name} 이름 변경하는 중…", done: "이름을 {name}(으)로 변경했습니다" };
    delete(ActionTexts):
        en { menu: "Delete…", begun: "Deleting {name}…", done: "{name} has been deleted" },
        ko { menu: "삭제…", begun: "{name} 삭제하는 중…", done: "{name} 인스턴스를 삭제했습니다" };
    restore(ActionTexts):
        en { menu: "Restore", begun: "Restoring {name}…", done: "{name} is restored and running" },
        ko { menu: "복원", begun: "{name} 복원하는 중…", done: "{name} 인스턴스를 복원했습니다" };
    delete_for_good(ActionTexts):
        en { menu: "Delete permanently…", begun: "Deleting {name}…", done: "{name} has been deleted" },
        ko { menu: "영구 삭제…", begun: "{name} 삭제하는 중…", done: "{name} 인스턴스를 삭제했습니다" };
    more: en "More", ko "기타 작업";
    copy_id: en "Copy ID", ko "ID 복사";
    copy_address: en "Copy address", ko "IP 주소 복사";
}
