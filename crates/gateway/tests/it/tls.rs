//! TLS in both directions: a cloud's certificate is always verified; towards browsers the gateway may have a certificate of
//! its own.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use gateway::config::Config;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig};
use tokio_rustls::{TlsAcceptor, TlsConnector};

use crate::harness::{config, gateway, get, site};

/// A self-signed certificate for `localhost`, as PEM files and for a TLS library.
pub struct Own {
    pub cert: PathBuf,
    pub key: PathBuf,
    der: CertificateDer<'static>,
    secret: PrivatePkcs8KeyDer<'static>,
}

/// DER as PEM.
fn pem(label: &str, der: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for part in der.chunks(3) {
        let bits = part.iter().fold(0, |bits, byte| bits << 8 | usize::from(*byte)) << (8 * (3 - part.len()));
        for place in 0..4 {
            let digit = char::from(DIGITS[bits >> (18 - 6 * place) & 63]);
            text.push(if place <= part.len() { digit } else { '=' });
        }
    }
    format!("-----BEGIN {label}-----\n{text}\n-----END {label}-----\n")
}

pub fn own(name: &str) -> Own {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["localhost".to_owned()]).expect("a pair");
    let files =
        [("cert.pem", pem("CERTIFICATE", cert.der())), ("key.pem", pem("PRIVATE KEY", &signing_key.serialize_der()))];
    let folder = site(name, &files.each_ref().map(|(name, text)| (*name, text.as_bytes())));
    let secret = PrivatePkcs8KeyDer::from(signing_key.serialize_der());
    Own { cert: folder.join("cert.pem"), key: folder.join("key.pem"), der: cert.der().clone(), secret }
}

/// A TLS server that answers `{}`; returns what it read, or `None` after a failed handshake.
async fn serve_once(listener: TcpListener, own: Own) -> Option<Vec<u8>> {
    let tls =
        ServerConfig::builder().with_no_client_auth().with_single_cert(vec![own.der], PrivateKeyDer::Pkcs8(own.secret));
    let acceptor = TlsAcceptor::from(Arc::new(tls.expect("a configuration")));
    let (stream, _) = listener.accept().await.expect("a connection");
    let mut stream = acceptor.accept(stream).await.ok()?;
    let mut read = vec![0; 1000];
    let length = stream.read(&mut read).await.unwrap_or(0);
    read.truncate(length);
    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").await.expect("someone reads");
    stream.flush().await.expect("someone reads");
    Some(read)
}

async fn cloud(own: Own) -> (SocketAddr, tokio::task::JoinHandle<Option<Vec<u8>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    (address, tokio::spawn(serve_once(listener, own)))
}

fn settings(port: u16, more: &str) -> Config {
    let text = format!("identity='https://localhost:{port}/v3'\n[proxy]\nprivate=['127.0.0.1', '::1']\n{more}");
    config(&format!("[[cloud]]\nid='c'\nname='C'\n{text}"))
}

#[tokio::test]
async fn an_unknown_certificate_is_refused() {
    let (cloud, served) = cloud(own("tls-unknown")).await;
    let port = cloud.port();
    let gateway = gateway(settings(port, "")).await;
    let answer = get(gateway, &format!("/proxy/localhost:{port}/"), &[("x-auth-token", "secret")]).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (502, "cloud-untrusted"));
    let said = String::from_utf8_lossy(&answer.body).to_lowercase();
    assert!(said.contains("certificate"), "{said}");
    assert_eq!(served.await.expect("the server").unwrap_or_default(), b"", "no byte of the request was sent");
}

#[tokio::test]
async fn an_authority_of_ones_own_can_be_trusted() {
    let own = own("tls-ca");
    let ca = own.cert.display().to_string();
    let (cloud, served) = cloud(own).await;
    let port = cloud.port();
    let gateway = gateway(settings(port, &format!("ca_file='{ca}'\n"))).await;
    let answer = get(gateway, &format!("/proxy/localhost:{port}/v3"), &[]).await;
    assert_eq!((answer.status.as_u16(), &answer.body[..]), (200, &b"{}"[..]));
    let request = served.await.expect("the server").expect("a handshake");
    assert!(request.starts_with(b"GET /v3 HTTP/1.1\r\n"));
}

/// A configuration with TLS, and more of `[server]`.
pub fn with_tls(own: &Own, more: &str) -> String {
    format!("[server]\ntls_cert='{}'\ntls_key='{}'\n{more}", own.cert.display(), own.key.display())
}

/// A TLS connection that offers `protocols`.
pub async fn connect(gateway: SocketAddr, own: &Own, protocols: &[&[u8]]) -> TlsStream<TcpStream> {
    try_to_connect(gateway, own, protocols).await.expect("a handshake")
}

/// The same, for a gateway that may have another certificate.
pub async fn try_to_connect(
    gateway: SocketAddr,
    own: &Own,
    protocols: &[&[u8]],
) -> std::io::Result<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add(own.der.clone()).expect("a certificate");
    let mut client = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    client.alpn_protocols = protocols.iter().map(|name| name.to_vec()).collect();
    let name = ServerName::try_from("localhost").expect("a name");
    let stream = TcpStream::connect(gateway).await.expect("it listens");
    TlsConnector::from(Arc::new(client)).connect(name, stream).await
}

#[tokio::test]
async fn the_gateway_can_speak_tls_itself() {
    let own = own("tls-server");
    let gateway = gateway(config(&with_tls(&own, ""))).await;
    let mut stream = connect(gateway, &own, &[]).await;
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").await.expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("ok\n"), "{answer}");
    assert_eq!(
        crate::harness::raw(gateway, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").await.find("HTTP"),
        None,
        "only TLS"
    );
}

#[tokio::test]
async fn browsers_are_told_to_come_over_tls_only_when_the_gateway_speaks_it() {
    let own = own("tls-hsts");
    let check = async |text: &str, expect: Option<&str>| {
        let gateway = gateway(config(text)).await;
        for path in ["/", "/proxy/nowhere.example/"] {
            let mut stream = connect(gateway, &own, &[b"http/1.1"]).await;
            let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            stream.write_all(request.as_bytes()).await.expect("sent");
            let mut read = Vec::new();
            // Whole: what is left of one answer is not taken for the next. Its end may come without a close of TLS.
            let _ = stream.read_to_end(&mut read).await;
            let head = String::from_utf8_lossy(&read).to_lowercase();
            let found = head.lines().find_map(|line| line.strip_prefix("strict-transport-security: "));
            assert_eq!(found, expect, "{path} {head}");
        }
    };
    check(&with_tls(&own, ""), Some("max-age=31536000")).await;
    check(&with_tls(&own, "hsts_days=1\n"), Some("max-age=86400")).await;
    check(&with_tls(&own, "hsts_days=0\n"), None).await;
    let plain = gateway(config("")).await;
    assert_eq!(get(plain, "/", &[]).await.header("strict-transport-security"), None);
}

#[test]
fn files_that_cannot_be_used_are_told_with_line_and_field() {
    let own = own("tls-files");
    let (cert, key, none) = (own.cert.display(), own.key.display(), own.cert.with_file_name("no.pem"));
    let none = none.display();
    let check = |text: String, parts: &[&str]| {
        let config = config(&text);
        let lookup = gateway::by_system();
        let options = gateway::Options {
            site: Some(crate::harness::plain_site()),
            config: config.clone(),
            verbose: false,
            lookup,
            session_keys: None,
        };
        let served = gateway::serve::Settings::new(&config.server).err().map(|error| error.to_string());
        let routed = gateway::router(options).err().map(|error| error.to_string());
        let said = served.or(routed).unwrap_or_else(|| panic!("{text}"));
        assert!(parts.iter().all(|part| said.contains(part)), "{said}");
    };
    check(format!("[proxy]\nca_file='{none}'\n"), &["line 2, `ca_file` of [proxy]", "no.pem: No such file"]);
    check(format!("[proxy]\nca_file='{key}'\n"), &["line 2, `ca_file` of [proxy]", "no certificate"]);
    check(
        format!("[server]\ntls_cert='{cert}'\ntls_key='{none}'\n"),
        &["line 3, `tls_key` of [server]", "No such file"],
    );
    check(
        format!("[server]\ntls_cert='{cert}'\ntls_key='{cert}'\n"),
        &["line 3, `tls_key` of [server]", "no private key"],
    );
    check(
        format!("[server]\ntls_cert='{none}'\ntls_key='{key}'\n"),
        &["line 2, `tls_cert` of [server]", "No such file"],
    );
    let other = self::own("tls-other");
    let other = other.key.display();
    check(format!("[server]\ntls_cert='{cert}'\ntls_key='{other}'\n"), &["line 2, `tls_cert` of [server]"]);
}
