//! A request or two to a server on this machine, nearly all over plain HTTP; a client library would be the heaviest
//! dependency here.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

pub struct Response {
    pub status: u16,
    pub body: String,
}

pub fn get(address: &str, path: &str) -> Result<Response, String> {
    exchange(address, &format!("GET {path} HTTP/1.0\r\nHost: {address}\r\n\r\n"))
}

pub fn post_json(address: &str, path: &str, body: &str) -> Result<Response, String> {
    let length = body.len();
    let head = format!("POST {path} HTTP/1.0\r\nHost: {address}\r\nContent-Type: application/json");
    exchange(address, &format!("{head}\r\nContent-Length: {length}\r\n\r\n{body}"))
}

/// HTTP/1.0: the server closes when it is done and never sends chunks, so the answer is all there is to read.
fn exchange(address: &str, request: &str) -> Result<Response, String> {
    let limit = Some(Duration::from_secs(20));
    let mut answer = String::new();
    TcpStream::connect(address)
        .and_then(|mut stream| {
            stream.set_read_timeout(limit)?;
            stream.write_all(request.as_bytes())?;
            stream.read_to_string(&mut answer)
        })
        .map_err(|error| format!("{address}: {error}"))?;
    parse(&answer).ok_or_else(|| format!("{address}: no HTTP in its answer"))
}

/// Whether a Redis answers at an address.
pub fn redis_answers(address: &str) -> bool {
    let mut answer = [0; 5];
    let asked = TcpStream::connect(address).and_then(|mut stream| {
        stream.set_read_timeout(Some(Duration::from_secs(1)))?;
        stream.write_all(b"PING\r\n")?;
        stream.read_exact(&mut answer)
    });
    asked.is_ok() && answer == *b"+PONG"
}

fn parse(answer: &str) -> Option<Response> {
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split_whitespace().nth(1)?.parse().ok()?;
    Some(Response { status, body: body.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn status_and_body_are_read() {
        let response = parse("HTTP/1.0 201 Created\r\nContent-Length: 2\r\n\r\n{}").unwrap();
        assert_eq!((response.status, response.body.as_str()), (201, "{}"));
    }

    #[test]
    fn what_is_no_http_is_refused() {
        assert!(parse("hello").is_none());
    }
}
