//! `cargo xtask serve`: the built page on this machine, under the headers that it is meant to be served with.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::JoinHandle;

use anyhow::{Result, anyhow, bail};
use axum::Router;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::map_response;
use axum::response::Response;
use clap::Args;
use tokio::runtime::Builder;
use tower_http::services::ServeDir;

use crate::tool::root;
use crate::{build, npm};

/// Nothing but the page's own files: no other server is spoken to, no script but its own runs.
const HEADERS: [(&str, &str); 5] = [
    (
        "content-security-policy",
        "default-src 'self'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
         style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'self'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cache-control", "no-cache"),
];

/// The port that is tried first.
const PORT: u16 = 4173;

// The build's options have the same name, and are a group of their own.
#[derive(Args)]
#[group(id = "serve")]
pub struct Options {
    #[command(flatten)]
    build: build::Options,
    /// Port to serve at; another one is taken if it is busy
    #[arg(long, default_value_t = PORT)]
    port: u16,
    /// Serve what was built before
    #[arg(long)]
    no_build: bool,
    /// Do not open the browser
    #[arg(long)]
    no_open: bool,
    /// Serve the npm package's folder instead, for its tests
    #[arg(long)]
    package: bool,
}

/// Builds and serves until it is interrupted.
pub fn run(options: &Options) -> Result<()> {
    if !options.no_build {
        build::run(&options.build)?;
    }
    let folder = if options.package { npm::package_folder() } else { npm::page_folder() };
    let site = Site::start(&folder, options.port)?;
    println!("Tender Check is at {}  (Ctrl-C ends it)", site.address());
    if !options.no_open && !options.package {
        open(&site.address());
    }
    Ok(site.thread.join().map_err(|_| anyhow!("the server broke down"))??)
}

/// A folder being served.
pub struct Site {
    socket: SocketAddr,
    thread: JoinHandle<io::Result<()>>,
}

impl Site {
    /// Serves a folder on 127.0.0.1, at the port or, if it is busy, at a free one.
    pub fn start(folder: &Path, port: u16) -> Result<Self> {
        if !folder.is_dir() {
            bail!("{} is not there: run cargo xtask build", folder.strip_prefix(root()).unwrap_or(folder).display());
        }
        let free = |port| TcpListener::bind(("127.0.0.1", port)).ok();
        let Some(listener) = [port, 0].into_iter().find_map(free) else { bail!("no port of 127.0.0.1 is free") };
        let socket = listener.local_addr()?;
        listener.set_nonblocking(true)?;
        let files = Router::new().fallback_service(ServeDir::new(folder)).layer(map_response(with_headers));
        let runtime = Builder::new_current_thread().enable_io().build()?;
        let serve = async move { axum::serve(tokio::net::TcpListener::from_std(listener)?, files).await };
        Ok(Self { socket, thread: std::thread::spawn(move || runtime.block_on(serve)) })
    }

    /// The address to open.
    pub fn address(&self) -> String {
        format!("http://{}/", self.socket)
    }
}

async fn with_headers(mut response: Response) -> Response {
    for (name, value) in HEADERS {
        response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response
}

/// Opens the browser where there is one; the address stands on the screen anyway.
fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let _ = Command::new(opener).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}
