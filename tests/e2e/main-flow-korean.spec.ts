// The main flow again in Korean: the words stand here as a person reads them.
import { MainFlow } from "./support/main-flow";
import { expect, test } from "./support/test";

test.use({ locale: "ko-KR" });

test("S04 S06–S08 S10–S13 S16–S18 S23–S25 the main flow in Korean", async ({ page, maru, sent, watch }) => {
  test.slow();
  watch.allowGoneServer();
  await maru.open();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  const fold = page.getByText("다른 인증 정보로 로그인");
  const user = page.getByLabel("사용자", { exact: true });
  await fold.or(user).first().waitFor();
  if (!(await user.isVisible())) await fold.click();
  await maru.signInIn({
    "Tenant ID": "테넌트 ID",
    User: "사용자",
    "API password": "API 비밀번호",
    Password: "비밀번호",
    Domain: "도메인",
    Project: "프로젝트",
    "Sign in": "로그인",
  });
  await new MainFlow(page, maru, sent, {
    instances: "인스턴스",
    keypairs: "키페어",
    createKey: "키페어 생성",
    registerKey: "공개 키 등록",
    name: "이름",
    publicKey: "공개 키",
    download: / 다운로드$/,
    done: "완료",
    createInstance: "인스턴스 생성",
    image: "이미지",
    flavor: "인스턴스 타입",
    rootDisk: "루트 블록 스토리지",
    deleteDisk: "루트 블록 스토리지도 삭제",
    zone: "가용성 영역",
    network: /^(서브넷|네트워크)$/,
    key: "키페어",
    count: "인스턴스 수",
    openInstance: "인스턴스 열기",
    running: "실행 중",
    stopped: "중지됨",
    actionsOf: (name) => `${name} 작업`,
    stop: "중지",
    start: "시작",
    reboot: "재부팅",
    soft: "소프트 재부팅",
    hard: "강제 재부팅",
    rename: "이름 변경",
    save: "저장",
    delete: "삭제",
    typeName: (name) => `확인을 위해 이름 입력: ${name}`,
    notice: {
      stopped: (name) => `${name} 인스턴스가 중지되었습니다`,
      started: (name) => `${name} 인스턴스가 실행되었습니다`,
      rebooted: (name) => `${name} 인스턴스를 재부팅했습니다`,
      deleted: (name) => `${name} 인스턴스를 삭제했습니다`,
    },
  }).run();
});
