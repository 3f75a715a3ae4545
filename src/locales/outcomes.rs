//! Why an action is not possible, and the outcome of actions.

texts! {
    Outcomes

    busy: en "Busy: {task}", ko "진행 중인 작업 있음: {task}";
    gone: en "Being deleted", ko "삭제하는 중입니다";
    needs: en "Only when {states}; now {is}", ko "{states} 상태에서만 가능합니다. 현재: {is}";
    or: en "{one} or {two}", ko "{one} 또는 {two}";
    locked: en "Locked. Unlock it first.", ko "잠긴 인스턴스입니다. 먼저 잠금을 해제하세요.";
    not_locked: en "Not locked", ko "잠겨 있지 않습니다";
    only_u2:
        en "Only on U2. Create the image from the root volume instead.",
        ko "U2 타입에서만 가능합니다. 루트 블록 스토리지로 이미지를 생성하세요.";
    never_u2: en "Not on U2, whose root disk is local", ko "U2 타입은 로컬 디스크를 사용하므로 지원하지 않습니다";
    never_gpu: en "Not on GPU flavors", ko "GPU 타입은 지원하지 않습니다";
    not_offered: en "Not offered by this cloud", ko "이 클라우드에서 제공하지 않는 기능입니다";
    read_only: en "Read-only is on", ko "읽기 전용 모드가 켜져 있습니다";
    creating: en "Creating {name}…", ko "{name} 생성하는 중…";
    changing: en "Changing {name}…", ko "{name} 변경하는 중…";
    created: en "{name} is running", ko "{name} 인스턴스가 생성되어 실행 중입니다";
    restore_first: en "Deleted. Restore it first.", ko "삭제된 인스턴스입니다. 먼저 복원하세요.";
    changed: en "{name} has been changed", ko "{name} 인스턴스를 변경했습니다";
    unsure:
        en "{name}: no answer. The request may have been carried out; check its status.",
        ko "{name}: 응답이 없습니다. 요청이 처리되었을 수 있으니 상태를 확인하세요.";
    refused: en "{name}: the request was not carried out", ko "{name}: 요청이 처리되지 않았습니다";
    session_was_over:
        en "{name}: not carried out, because the session had ended",
        ko "{name}: 세션이 끝나 요청이 처리되지 않았습니다";
    failed:
        en "{name}: the task did not finish. Check its status.",
        ko "{name}: 작업이 끝나지 않았습니다. 상태를 확인하세요.";
    failed_with: en "{name} is in error: {reason}", ko "{name} 인스턴스에 오류가 발생했습니다: {reason}";
    vanished:
        en "{name} no longer exists. Someone else may have deleted it.",
        ko "{name} 인스턴스가 더 이상 없습니다. 다른 사람이 삭제했을 수 있습니다.";
    late:
        en "{name}: this is taking unusually long. Still watching it.",
        ko "{name}: 평소보다 오래 걸립니다. 계속 확인하고 있습니다.";
    given_up:
        en "{name}: not finished yet, and no longer watched closely. Check its status.",
        ko "{name}: 아직 끝나지 않았습니다. 더 이상 자주 확인하지 않으므로 상태를 확인하세요.";
    resize_failed:
        en "{name} could not be resized and keeps its old flavor",
        ko "{name} 인스턴스의 타입을 변경하지 못했습니다. 이전 타입을 그대로 사용합니다";
    saving_image:
        en "Saving image {image} of {name}: {progress}",
        ko "{name}의 이미지 {image} 저장하는 중: {progress}";
    image_saved: en "Image {image} of {name} is ready", ko "{name}의 이미지 {image}을(를) 생성했습니다";
    image_failed:
        en "Image {image} of {name} could not be saved ({status})",
        ko "{name}의 이미지 {image}을(를) 저장하지 못했습니다({status})";
    image_gone:
        en "Image {image} of {name} no longer exists: the cloud gave up, or someone deleted it",
        ko "{name}의 이미지 {image}이(가) 사라졌습니다. 클라우드가 저장을 포기했거나 다른 사람이 삭제했습니다";
    image_given_up:
        en "Image {image} of {name} is not ready yet, and no longer watched. Check the list of images",
        ko "{name}의 이미지 {image}이(가) 아직 준비되지 않았습니다. 더 이상 확인하지 않으므로 이미지 목록에서 상태를 확인하세요";
    image_waits: en "waiting", ko "대기 중";
    image_unknown:
        en "{name}: the cloud did not say which image it makes, and more than one new image is called {image}. Look at the list.",
        ko "{name}: 클라우드가 어떤 이미지를 만드는지 알려 주지 않았고, 새 이미지 {image}이(가) 둘 이상입니다. 목록을 확인하세요.";
    never_ran: en "It never ran: no host took it", ko "한 번도 실행되지 않아 할 수 없습니다";
}
