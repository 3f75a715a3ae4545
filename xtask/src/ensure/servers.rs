//! The web servers of docs/hosting.md, and what checks the other files of deploy/, as Debian has them.

use crate::shell::{self, Done};

/// Debian's name of a package and a file or program that is there with it.
type Package = (&'static str, &'static str);

/// What deploy/nginx is for.
const NGINX: [Package; 3] = [
    ("nginx", "/usr/sbin/nginx"),
    ("libnginx-mod-http-brotli-static", "/usr/share/nginx/modules-available/mod-http-brotli-static.conf"),
    ("libnginx-mod-http-js", "/usr/share/nginx/modules-available/mod-http-js.conf"),
];

const OTHERS: [Package; 3] =
    [("caddy", "/usr/bin/caddy"), ("openssl", "/usr/bin/openssl"), ("systemd", "/usr/bin/systemd-analyze")];

/// Whether this system has packages as the files of deploy/ expect them.
pub fn possible() -> bool {
    shell::which("apt-get").is_some()
}

/// Installs from the system's packages what is missing. The tests start servers of their own; where the system started
/// one that it installed, it goes on running.
pub fn ensure() -> Done {
    install(&NGINX, "the ways of docs/hosting.md are tested behind it")?;
    install(&OTHERS, "the ways of docs/hosting.md are tested behind it")
}

/// nginx alone.
pub fn ensure_nginx() -> Done {
    install(&NGINX, "the gateway is measured next to it")
}

fn install(packages: &[Package], why: &str) -> Done {
    for (package, file) in packages {
        if std::path::Path::new(file).is_file() {
            continue;
        }
        shell::step(&format!("apt-get install {package}"), why, "10 s");
        super::apt_install(package)?;
    }
    Ok(())
}
