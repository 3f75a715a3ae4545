use proptest::prelude::*;

use super::ScriptOddity::*;
use super::*;

/// User data, its first warning, and the correction.
#[track_caller]
fn check(bytes: &[u8], windows: bool, expect: Option<(ScriptOddity, Option<&str>)>) {
    let first = remarks(bytes, windows).into_iter().next();
    let got =
        first.map(|remark| (remark.what, remark.mended.map(|bytes| String::from_utf8_lossy(&bytes).into_owned())));
    let expect = expect.map(|(what, mended)| (what, mended.map(str::to_owned)));
    assert_eq!(got, expect, "{:?}", String::from_utf8_lossy(bytes));
}

fn utf16(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

#[test]
fn scripts_as_people_drop_them() {
    let config = "#cloud-config\npackages: [htop]\n";
    check(format!("\u{feff}{config}").as_bytes(), false, Some((ByteOrderMark, Some(config))));
    check(
        &utf16("#ps1_sysnative\r\nWrite-Host hi\r\n"),
        true,
        Some((Utf16, Some("#ps1_sysnative\r\nWrite-Host hi\r\n"))),
    );
    check(b"#!/bin/bash\r\necho hi\r\n", false, Some((CarriageReturns, Some("#!/bin/bash\necho hi\n"))));
    check(format!("\n{config}").as_bytes(), false, Some((BlankFirst, Some(config))));
    check(b"#!/bin/sh\necho caf\xe9\n", false, Some((NotUtf8, Some("#!/bin/sh\necho caf\u{e9}\n"))));
    check(b"#cloud-config\nusers:\n\t- name: a\n", false, Some((Tabs, Some("#cloud-config\nusers:\n  - name: a\n"))));
    check(b"IyEvYmluL3NoCmVjaG8gaGkK\n", false, Some((Base64, Some("#!/bin/sh\necho hi\n"))));
    check(b"IyEvYmluL3NoC\nmVjaG8gaGkK", false, Some((Base64, Some("#!/bin/sh\necho hi\n"))));
    check(b"packages: [htop]\n", false, Some((NoFirstLine, Some("#cloud-config\npackages: [htop]\n"))));
    check(b"apt-get install -y htop\n", false, Some((NoFirstLine, Some("#!/bin/sh\napt-get install -y htop\n"))));
    check(b"Write-Host hi", true, Some((NoFirstLine, Some("#ps1_sysnative\nWrite-Host hi"))));
    check(b"# only a comment\n", false, Some((NoFirstLine, None)));
    // A directive of cloudbase-init, which means nothing on Linux.
    check(b"#ps1\nx", false, Some((NoFirstLine, Some("#!/bin/sh\n#ps1\nx"))));
}

#[test]
fn scripts_that_are_read_as_they_are_get_no_remark() {
    for text in [
        "",
        "\n \n",
        "#!/bin/sh\necho hi\n",
        "#cloud-config\npackages: [htop]\r\n",
        "#cloud-config\nruncmd:\n  - echo 'a\tb'\n",
        "#include\nhttps://example.com/x\n",
        "## template: jinja\n#cloud-config\n",
        "Content-Type: multipart/mixed; boundary=\"==B==\"\r\nMIME-Version: 1.0\r\n\r\n",
        "#cloud-boothook\n#!/bin/sh\n",
    ] {
        check(text.as_bytes(), false, None);
    }
    for text in [
        "#ps1_sysnative\r\nWrite-Host hi\r\n",
        "rem cmd\r\ndir\r\n",
        "<powershell>\nx\n</powershell>",
        "#cloud-config\na: b\n",
    ] {
        check(text.as_bytes(), true, None);
    }
    check(b"\x1f\x8b\x08\0\0", false, None);
    check(b"\x7fELF\x02\x01\x01\0\0\xff", false, None);
}

#[test]
fn two_things_at_once_are_two_remarks() {
    let all = remarks(b"\n#!/bin/sh\r\necho\r\n", false);
    assert_eq!(all.iter().map(|remark| remark.what).collect::<Vec<_>>(), [BlankFirst, CarriageReturns]);
}

proptest! {
    /// Each correction removes its own warning, so that applying one after another ends.
    #[test]
    fn a_mend_mends(bytes in any::<Vec<u8>>(), text in "[#!a-z:\t\r\n =A-Z+/\u{feff}]{0,40}", windows: bool) {
        for bytes in [bytes, text.into_bytes()] {
            for remark in remarks(&bytes, windows) {
                if let Some(mended) = remark.mended {
                    prop_assert!(remarks(&mended, windows).iter().all(|again| again.what != remark.what || again.mended.as_deref() != Some(&mended)));
                    prop_assert_ne!(&mended, &bytes);
                }
            }
        }
    }
}
