//! Serves the built site: precompressed files, cache headers by file name, and `index.html` for paths that only the app
//! knows.

use std::fmt;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT, CACHE_CONTROL, HeaderValue};
use http::{Method, StatusCode};
use tower::ServiceExt as _;
use tower_http::services::{ServeDir, ServeFile};

const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

/// The minimum number of hex digits of a content hash in a name; Trunk writes 16.
const HASH_DIGITS: usize = 16;

/// The folder does not contain a site.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SiteError {
    folder: PathBuf,
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let folder = self.folder.display();
        write!(
            f,
            "--site {folder}: there is no {folder}/index.html. Build it with `cargo xtask dist`, or name another folder"
        )
    }
}

/// How many bytes of a file are read at a time.
pub const CHUNK: usize = 32 * 1024;

#[derive(Clone)]
struct Site {
    files: ServeDir,
    index: ServeFile,
}

/// Serves `folder` for every path that nothing else handles.
pub fn routes(folder: &Path) -> Result<Router, SiteError> {
    let index = folder.join("index.html");
    if !index.is_file() {
        return Err(SiteError { folder: folder.to_owned() });
    }
    let site = Site {
        // A redirect for folders would come before the app's own paths.
        files: ServeDir::new(folder)
            .redirect_to_trailing_slash(false)
            .with_buf_chunk_size(CHUNK)
            .precompressed_br()
            .precompressed_gzip(),
        index: ServeFile::new(index).with_buf_chunk_size(CHUNK).precompressed_br().precompressed_gzip(),
    };
    Ok(Router::new().fallback(serve).with_state(site))
}

async fn serve(State(site): State<Site>, request: Request) -> Response {
    let caching = if is_content_hashed(request.uri().path()) { FOREVER } else { ASK_AGAIN };
    let page = is_navigation(&request).then(|| copy_without_body(&request));
    let Ok(answer) = site.files.oneshot(request).await;
    let (mut response, caching) = match page {
        Some(request) if answer.status() == StatusCode::NOT_FOUND => {
            let Ok(answer) = site.index.oneshot(request).await;
            (answer.into_response(), ASK_AGAIN)
        }
        _ => (answer.into_response(), caching),
    };
    // A missing file may exist after the next deployment.
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    response.headers_mut().insert(CACHE_CONTROL, if found { caching } else { ASK_AGAIN });
    response
}

/// Whether a person opens the address, as opposed to a page that loads one of its files. A missing file must be a 404:
/// with HTML, an old page would fail with "module has MIME type text/html" after a deployment.
fn is_navigation(request: &Request) -> bool {
    let accept = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    matches!(*request.method(), Method::GET | Method::HEAD) && accept.contains("text/html")
}

fn copy_without_body(request: &Request) -> Request {
    let mut copy = Request::new(Body::empty());
    *copy.method_mut() = request.method().clone();
    *copy.uri_mut() = request.uri().clone();
    *copy.headers_mut() = request.headers().clone();
    copy
}

/// Matches `name-0123456789abcdef.css` and `…_bg.wasm`: content under such a name never changes.
fn is_content_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, _extension)) = name.rsplit_once('.') else { return false };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let Some((_, hash)) = stem.rsplit_once('-') else { return false };
    hash.len() >= HASH_DIGITS && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::is_content_hashed;

    #[test]
    fn only_hashed_names_are_kept_forever() {
        let check = |path: &str, expect: bool| assert_eq!(is_content_hashed(path), expect, "{path}");
        check("/maru-0123456789abcdef.js", true);
        check("/maru-0123456789abcdef_bg.wasm", true);
        check("/assets/style-0123456789abcdef01234567.css", true);
        check("/maru-0123456789abcde.js", false);
        check("/maru-0123456789ABCDEF.js", false);
        check("/maru-0123456789abcdeg.js", false);
        check("/maru.js", false);
        check("/0123456789abcdef.js", false);
        check("/maru-0123456789abcdef", false);
        check("/maru-0123456789abcdef.js.br", false);
        check("/maru-0123456789abcdef/index.html", false);
        check("/instances/8f0a-0123456789abcdef", false);
        check("/", false);
        check("", false);
    }
}
