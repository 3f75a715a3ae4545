//! Connections that are never established: each is aborted after `connect_timeout_s`. The other limits would answer
//! differently: `read_timeout_s` with 504 and `cloud-timeout`.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use gateway::Lookup;
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::harness::{config, gateway_with, get, plain_site};

/// Sends a request to the cloud at `identity` and expects the answer that it cannot be connected to.
async fn check(identity: &str, lookup: Lookup) {
    let text =
        format!("[[cloud]]\nid='c'\nname='C'\nidentity='{identity}/v3'\n[proxy]\nprivate=['127.0.0.1', '::1']\n");
    let mut config = config(&text);
    config.proxy.connect_timeout = Duration::from_millis(50);
    let (gateway, _) = gateway_with(plain_site(), config, lookup, std::future::pending()).await;
    let host = identity.split("//").last().unwrap_or_default();
    let answer = get(gateway, &format!("/proxy/{host}/v3"), &[]).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (502, "cloud-unreachable"), "{identity}");
    let said = String::from_utf8_lossy(&answer.body);
    assert!(said.contains(&format!("cannot connect to {identity}")), "{said}");
}

/// An address that neither accepts nor refuses connections, because its queue is full as long as the returned values exist.
#[cfg(target_os = "linux")]
async fn full() -> (SocketAddr, TcpListener, TcpStream) {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).expect("a free port");
    // Linux queues one more than asked for.
    let listener = socket.listen(0).expect("it listens");
    let address = listener.local_addr().expect("its address");
    let first = TcpStream::connect(address).await.expect("the only place");
    (address, listener, first)
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn an_address_that_never_accepts_is_given_up_in_connect_time() {
    let (address, _listener, _first) = full().await;
    check(&format!("http://{address}"), gateway::by_system()).await;
}

#[tokio::test]
async fn a_server_that_never_speaks_tls_is_given_up_in_connect_time() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("its address");
    check(&format!("https://{address}"), gateway::by_system()).await;
}

#[tokio::test]
async fn a_name_that_leads_nowhere_is_given_up_in_connect_time() {
    check("http://cloud.example", Arc::new(|_| Box::pin(std::future::pending()))).await;
}
