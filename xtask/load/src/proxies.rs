//! Starts both proxies with their shipped configuration, with two changes: both allow as many concurrent requests from
//! one client as the load has connections; nginx keeps as many upstream connections and never closes one because of its
//! age, like the gateway.

use crate::Done;
use crate::processes::Processes;
use std::fs::{create_dir_all, read_to_string, write};
use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// More than the load ever has.
const AT_A_TIME: usize = 4096;

/// A running proxy.
pub struct Proxy {
    pub address: SocketAddr,
    pub processes: Processes,
}

/// The gateway with one cloud, the upstream, and an empty site.
pub fn gateway(program: &Path, scratch: &Path, upstream: SocketAddr) -> Done<Proxy> {
    let (site, config) = (scratch.join("site"), scratch.join("gateway.toml"));
    create_dir_all(&site)?;
    write(site.join("index.html"), "<!doctype html>")?;
    write(&config, gateway_toml(upstream))?;
    let mut command = Command::new(program);
    command.arg("--site").arg(site).arg("--config").arg(config).args(["--listen", "127.0.0.1:0"]);
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| format!("{}: {error}", program.display()))?;
    let out = child.stdout.take().ok_or("the gateway has no output")?;
    let processes = Processes(child);
    // Without a simulated cloud it prints a single line with its address.
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line)?;
    let address = line.trim().rsplit_once("//").ok_or("the gateway does not say where it listens")?.1.parse()?;
    Ok(Proxy { address, processes })
}

fn gateway_toml(upstream: SocketAddr) -> String {
    format!(
        "[[cloud]]\nid = \"bench\"\nname = \"Bench\"\nidentity = \"http://{upstream}/v3\"\n\n\
         [server]\nmax_connections = {AT_A_TIME}\nmax_connections_per_client = {AT_A_TIME}\n\
         [proxy]\nmax_concurrent = {AT_A_TIME}\nmax_concurrent_per_client = {AT_A_TIME}\n"
    )
}

/// nginx with the files of deploy/nginx.
pub fn nginx(deploy: &Path, scratch: &Path, upstream: SocketAddr) -> Done<Proxy> {
    let folder = scratch.join("nginx");
    create_dir_all(folder.join("maru"))?;
    let site = read_to_string(deploy.join("maru/site.conf"))?;
    write(folder.join("maru/site.conf"), with_room(&site)?)?;
    for name in ["headers.conf", "headers.js"] {
        write(folder.join("maru").join(name), read_to_string(deploy.join("maru").join(name))?)?;
    }
    write(folder.join("maru.conf"), read_to_string(deploy.join("maru.conf"))?)?;
    write(folder.join("maru/settings.conf"), settings(upstream))?;
    // nginx cannot choose a free port itself.
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let conf = folder.join("nginx.conf");
    write(&conf, main(&folder, address))?;
    let mut command = Command::new("nginx");
    command.arg("-c").arg(&conf).args(["-g", "daemon off;"]);
    let processes = Processes(command.spawn().map_err(|error| format!("nginx cannot be started: {error}"))?);
    wait_for(address)?;
    Ok(Proxy { address, processes })
}

/// Raises the limit for one client.
fn with_room(site: &str) -> Done<String> {
    const AS_SHIPPED: &str = "limit_conn maru_clients 128;";
    if site.contains(AS_SHIPPED) {
        Ok(site.replace(AS_SHIPPED, &format!("limit_conn maru_clients {AT_A_TIME};")))
    } else {
        Err(format!("deploy/nginx/maru/site.conf has no `{AS_SHIPPED}`").into())
    }
}

fn settings(upstream: SocketAddr) -> String {
    format!(
        "map \"\" $maru_root {{ default \"/nowhere\"; }}\nmap \"\" $maru_direct {{ default \"\"; }}\n\
         map $maru_host $maru_cloud {{ default \"\"; \"{upstream}\" \"http://cloud\"; }}\n\
         upstream cloud {{ server {upstream}; keepalive {AT_A_TIME}; keepalive_requests 1000000000; \
         keepalive_timeout 4s; }}\n"
    )
}

/// Replaces Debian's nginx.conf, which uses system folders. As many workers as cores, like the gateway's threads.
fn main(folder: &Path, address: SocketAddr) -> String {
    let folder = folder.display();
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let temporary = temporary.map(|of| format!("  {of}_temp_path {folder}/{of};\n")).concat();
    format!(
        "include /etc/nginx/modules-enabled/*.conf;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\n\
         worker_processes auto;\nevents {{ worker_connections {AT_A_TIME}; }}\nhttp {{\n  access_log off;\n\
         {temporary}  keepalive_requests 1000000000;\n  include maru.conf;\n  server {{\n    listen {address};\n\
         server_tokens off;\n    include maru/site.conf;\n    location / {{ rewrite ^/(.*)$ /-maru/$1 last; }}\n  }}\n}}\n"
    )
}

fn wait_for(address: SocketAddr) -> Done {
    let deadline = Instant::now() + Duration::from_secs(10);
    while TcpStream::connect(address).is_err() {
        if Instant::now() > deadline {
            return Err(format!("nginx does not listen on {address}").into());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}
