//! TLS in both directions. Towards clouds, certificates are always verified.

use std::sync::Arc;

use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig};

use crate::config::{ConfigError, NamedFile, TlsFiles};

/// The ALPN name of HTTP/2.
pub const HTTP_2: &[u8] = b"h2";

/// For connections to clouds: trusts the usual CA certificates and the operator's own.
pub fn client(ca_file: Option<&NamedFile>) -> Result<ClientConfig, ConfigError> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.into() };
    if let Some(file) = ca_file {
        for certificate in certificates(file)? {
            roots.add(certificate).map_err(|error| file.error(error))?;
        }
    }
    Ok(ClientConfig::builder().with_root_certificates(roots).with_no_client_auth())
}

/// For connections from browsers.
pub fn server(files: &TlsFiles) -> Result<Arc<ServerConfig>, ConfigError> {
    let chain = certificates(&files.cert)?;
    let key = PrivateKeyDer::from_pem_slice(&files.key.read()?);
    let key = key.map_err(|error| files.key.error(format!("no private key (PEM): {error}")))?;
    let built = ServerConfig::builder().with_no_client_auth().with_single_cert(chain, key);
    let mut config = built.map_err(|error| files.cert.error(error))?;
    config.alpn_protocols = vec![HTTP_2.to_vec(), b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

fn certificates(file: &NamedFile) -> Result<Vec<CertificateDer<'static>>, ConfigError> {
    let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&file.read()?).collect();
    match read {
        Ok(found) if found.is_empty() => Err(file.error("contains no certificate (PEM)")),
        Ok(found) => Ok(found),
        Err(error) => Err(file.error(error)),
    }
}
