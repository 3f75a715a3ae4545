//! Templates for user data. They are code and therefore not translated.

use crate::locales::Words;

pub struct Template {
    pub id: &'static str,
    pub label: Words,
    /// For Windows; the others are for cloud-init.
    pub windows: bool,
    text: &'static str,
}

/// The placeholder for the public key of the selected key pair.
const KEY: &str = "{key}";
/// The example key that is used while no key pair is selected.
const NO_KEY: &str = "ssh-ed25519 AAAA... you@example";

pub const ALL: [Template; 5] = [
    Template { id: "packages", label: |t| t.create_more().template_packages, windows: false, text: PACKAGES },
    Template { id: "user", label: |t| t.create_more().template_user, windows: false, text: USER },
    Template { id: "mount", label: |t| t.create_more().template_mount, windows: false, text: MOUNT },
    Template { id: "shell", label: |t| t.create_more().template_shell, windows: false, text: SHELL },
    Template { id: "powershell", label: |t| t.create_more().template_powershell, windows: true, text: POWERSHELL },
];

/// The template with the public key filled in.
pub fn text(template: &Template, public_key: &str) -> String {
    template.text.replace(KEY, if public_key.is_empty() { NO_KEY } else { public_key })
}

const PACKAGES: &str = "#cloud-config
package_update: true
packages:
  - nginx
runcmd:
  - systemctl enable --now nginx
";

const USER: &str = "#cloud-config
users:
  - default
  - name: deploy
    groups: [sudo]
    shell: /bin/bash
    sudo: \"ALL=(ALL) NOPASSWD:ALL\"
    ssh_authorized_keys:
      - {key}
";

const MOUNT: &str = "#cloud-config
# The first further disk: formatted only when nothing is on it.
fs_setup:
  - device: /dev/vdb
    filesystem: ext4
    label: data
    overwrite: false
mounts:
  - [LABEL=data, /data, auto, \"defaults,nofail\", \"0\", \"2\"]
";

const SHELL: &str = "#!/bin/bash
set -eu
echo \"started $(date)\" >> /var/log/first-start.log
";

const POWERSHELL: &str = "#ps1_sysnative
Install-WindowsFeature -Name Web-Server -IncludeManagementTools
";
