//! The web servers of docs/hosting.md and the checkers of other files in deploy/, from Debian.

use crate::shell::{self, Done};

/// A Debian package, and a file or program that it contains.
type Package = (&'static str, &'static str);

/// For deploy/nginx.
const NGINX: [Package; 3] = [
    ("nginx", "/usr/sbin/nginx"),
    ("libnginx-mod-http-brotli-static", "/usr/share/nginx/modules-available/mod-http-brotli-static.conf"),
    ("libnginx-mod-http-js", "/usr/share/nginx/modules-available/mod-http-js.conf"),
];

const OTHERS: [Package; 3] =
    [("caddy", "/usr/bin/caddy"), ("openssl", "/usr/bin/openssl"), ("systemd", "/usr/bin/systemd-analyze")];

/// Whether this system has packages like Debian's, as the files of deploy/ expect.
pub fn possible() -> bool {
    shell::which("apt-get").is_some()
}

/// Installs what is missing. The tests start their own servers; a server that the system started during installation
/// keeps running.
pub fn ensure() -> Done {
    install(&NGINX, "the tests of docs/hosting.md need it")?;
    install(&OTHERS, "the tests of docs/hosting.md need it")
}

/// Installs nginx only.
pub fn ensure_nginx() -> Done {
    install(&NGINX, "the gateway is compared with it")
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
