//! Warnings at the start about a configuration that is valid but probably not intended.

use std::net::SocketAddr;

use super::Config;
use crate::origin::Scheme;

impl Config {
    /// Warnings for a gateway that listens at `listen`.
    pub fn remarks(&self, listen: SocketAddr) -> Vec<&'static str> {
        let server = &self.server;
        let (others_reach_it, named) = (!listen.ip().is_loopback(), !server.public.is_empty());
        let https = server.public.iter().any(|public| public.scheme == Scheme::Https);
        let remarks = [
            (
                others_reach_it && server.tls.is_none() && !named,
                "reachable from other machines without TLS: set `tls_cert` and `tls_key`, or put a server with TLS in front of it",
            ),
            (
                others_reach_it && !named,
                "`public` is not set: the site is served by IP address only. List the addresses that people use",
            ),
            (
                https && server.tls.is_none() && server.trusted_proxies.is_empty(),
                "`trusted_proxies` is empty although `public` has TLS and the gateway has none: all people behind the server in \
                 front count as one client, so one person's wrong passwords lock out everybody. List that server",
            ),
            (
                self.page.write_timeout >= self.proxy.read_timeout,
                "`write_timeout_s` of [page] is not below `read_timeout_s` of [proxy]: the gateway times out a write before \
                 the page does, so its outcome remains unknown",
            ),
        ];
        remarks.into_iter().filter(|(holds, _)| *holds).map(|(_, remark)| remark).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_be_meant_is_told_at_the_start() {
        let check = |server: &str, listen: &str, expect: &[&str]| {
            let config = Config::from_toml(&format!("[server]\n{server}\n")).expect("a configuration");
            let remarks = config.remarks(listen.parse().expect("an address"));
            assert_eq!(remarks.len(), expect.len(), "{server} {listen}: {remarks:?}");
            assert!(remarks.iter().zip(expect).all(|(remark, part)| remark.contains(part)), "{server}: {remarks:?}");
        };
        let (here, everywhere) = ("127.0.0.1:8080", "0.0.0.0:8080");
        let public = "public='https://console.example'";
        let tls = "tls_cert='a'\ntls_key='b'";
        check("", here, &[]);
        check("", everywhere, &["without TLS", "`public` is not set"]);
        check(tls, everywhere, &["`public` is not set"]);
        check(&format!("{tls}\n{public}"), everywhere, &[]);
        check(public, here, &["`trusted_proxies` is empty"]);
        check(public, everywhere, &["`trusted_proxies` is empty"]);
        check("[page]\nwrite_timeout_s=150", here, &["`write_timeout_s` of [page]"]);
        check("[page]\nwrite_timeout_s=299\n[proxy]\nread_timeout_s=300", here, &[]);
        check(&format!("{public}\ntrusted_proxies=['127.0.0.1']"), everywhere, &[]);
    }
}
