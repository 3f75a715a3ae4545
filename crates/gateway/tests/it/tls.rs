//! TLS towards a cloud: a certificate that no known authority has signed is refused, and the request is not sent.

use std::sync::Arc;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use crate::harness::{config, gateway, get};

/// A TLS server for `localhost` with a certificate of its own making; `None` for a failed handshake, else what it read.
async fn serve_once(listener: TcpListener) -> Option<Vec<u8>> {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["localhost".to_owned()]).expect("a pair");
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(signing_key.serialize_der()));
    let tls = ServerConfig::builder().with_no_client_auth().with_single_cert(vec![cert.der().clone()], key);
    let acceptor = TlsAcceptor::from(Arc::new(tls.expect("a configuration")));
    let (stream, _) = listener.accept().await.expect("a connection");
    let mut stream = acceptor.accept(stream).await.ok()?;
    let mut read = vec![0; 64];
    let length = stream.read(&mut read).await.unwrap_or(0);
    read.truncate(length);
    Some(read)
}

#[tokio::test]
async fn an_unknown_certificate_is_refused() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("its address").port();
    let cloud = tokio::spawn(serve_once(listener));
    let settings = config(&format!("[[cloud]]\nid='c'\nname='C'\nidentity='https://localhost:{port}/v3'\n"));
    let answer =
        get(gateway(settings).await, &format!("/proxy/localhost:{port}/"), &[("x-auth-token", "secret")]).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (502, "cloud-unreachable"));
    let said = String::from_utf8_lossy(&answer.body).to_lowercase();
    assert!(said.contains("certificate"), "{said}");
    assert_eq!(cloud.await.expect("the server").unwrap_or_default(), b"", "no byte of the request was sent");
}
