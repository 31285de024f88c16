//! Clients that begin a request and do not end it.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use crate::server::Server;

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_whose_request_never_ends_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let settings = [("BAILIWICK_REQUEST_TIMEOUT_SECONDS", "1")];
    let server = Server::start_with(folder.path(), &settings, Stdio::inherit());
    let address = server.url.trim_start_matches("http://");
    let (mut silent, mut slow) =
        (TcpStream::connect(address).await.unwrap(), TcpStream::connect(address).await.unwrap());
    slow.write_all(b"GET /healthz HTTP/1.1\r\nHost: here\r\nX-Slow: ").await.unwrap();
    let (mut reads, mut writes) = slow.split();
    let dribbles = async {
        while writes.write_all(b"a").await.is_ok() {
            sleep(Duration::from_millis(200)).await;
        }
    };
    let mut answers = (Vec::new(), Vec::new());
    // 11 s and a quarter more, and what this machine needs.
    let both = timeout(Duration::from_secs(20), async {
        tokio::select! {
            both = async { tokio::join!(reads.read_to_end(&mut answers.0), silent.read_to_end(&mut answers.1)) } => both,
            () = async { dribbles.await; std::future::pending().await } => unreachable!(),
        }
    });
    let _ = both.await.expect("both were closed");
    assert!(!String::from_utf8_lossy(&answers.0).contains("200 OK"));
    assert!(answers.1.is_empty());
}
