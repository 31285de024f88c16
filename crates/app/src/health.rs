//! `bailiwick health`: whether the server of these settings answers, for the health check of a container that has no
//! other program to ask with. Whether its database does is `/readyz`'s to tell.

use std::io::{self, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::time::Duration;

use crate::commands::Failure;

/// How long each of connecting, asking and reading may take.
const PATIENCE: Duration = Duration::from_secs(3);

/// Asks `GET /healthz` of the server that listens at an address.
pub fn check(listen: SocketAddr) -> Result<(), Failure> {
    let address = SocketAddr::new(reachable(listen.ip()), listen.port());
    match ask(address) {
        Ok(answer) if answer.split(' ').nth(1) == Some("200") => Ok(()),
        Ok(answer) => {
            let status = answer.lines().next().unwrap_or_default();
            Err(Failure::new(&format!("{address} does not answer /healthz with 200, but: {status}")))
        }
        Err(error) => Err(Failure::new(&format!("{address} does not answer: {error}"))),
    }
}

/// Who listens on every address is reached on this machine's own.
fn reachable(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    }
}

fn ask(address: SocketAddr) -> io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    // The server closes a connection of HTTP/1.0 when it is done.
    write!(stream, "GET /healthz HTTP/1.0\r\nHost: {address}\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::net::TcpListener;
    use std::thread;

    use super::*;

    /// What the check says of a server that gives this answer to `/healthz`, and listens on every address.
    fn said_of(answer: &'static str) -> Result<(), String> {
        let listener = TcpListener::bind("0.0.0.0:0").unwrap();
        let address = listener.local_addr().unwrap();
        let server = thread::spawn(move || {
            let (stream, _) = listener.accept().unwrap();
            let asked: Vec<String> = BufReader::new(&stream).lines().map_while(Result::ok).take(3).collect();
            assert_eq!(asked[0], "GET /healthz HTTP/1.0");
            (&stream).write_all(answer.as_bytes()).unwrap();
        });
        let said = check(address).map_err(|failure| failure.to_string());
        server.join().unwrap();
        said
    }

    #[test]
    fn a_server_that_answers_is_healthy() {
        assert_eq!(said_of("HTTP/1.0 200 OK\r\n\r\nok"), Ok(()));
    }

    #[test]
    fn another_status_is_told() {
        let said = said_of("HTTP/1.0 503 Service Unavailable\r\n\r\n200").unwrap_err();
        assert!(said.ends_with("HTTP/1.0 503 Service Unavailable"), "{said}");
    }

    #[test]
    fn no_server_is_told() {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let said = check(address).unwrap_err().to_string();
        assert!(said.starts_with(&format!("{address} does not answer")), "{said}");
    }
}
