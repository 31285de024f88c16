//! HTTP/1.1 over one connection that is kept: as little work as a client can do.

use std::net::SocketAddr;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::Result;

const HEAD_END: &[u8] = b"\r\n\r\n";

/// A request as it is sent.
pub fn request(method: &str, path: &str, token: Option<&str>, body: Option<&Value>) -> Vec<u8> {
    let authorization = token.map(|token| format!("Authorization: Bearer {token}\r\n")).unwrap_or_default();
    let body = body.map(Value::to_string).unwrap_or_default();
    let content = match body.len() {
        0 => String::new(),
        length => format!("Content-Type: application/json\r\nContent-Length: {length}\r\n"),
    };
    format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n{authorization}{content}\r\n{body}").into_bytes()
}

/// A connection with the last answer.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
    body: usize,
}

impl Connection {
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(16 * 1024), body: 0 })
    }

    /// Sends a request and reads the whole answer; its status.
    pub async fn exchange(&mut self, request: &[u8]) -> Result<u16> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let mut wanted = usize::MAX;
        while self.buffer.len() < wanted {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err("the server closed the connection".into());
            }
            if wanted == usize::MAX
                && let Some(end) = self.buffer.windows(4).position(|bytes| bytes == HEAD_END)
            {
                self.body = end + HEAD_END.len();
                wanted = self.body + length(&self.buffer[..end])?;
            }
        }
        Ok(std::str::from_utf8(&self.buffer[9..12])?.parse()?)
    }

    /// The body of the last answer.
    pub fn body(&self) -> &[u8] {
        &self.buffer[self.body..]
    }
}

/// The Content-Length that a head tells; an answer without a body may do without it.
fn length(head: &[u8]) -> Result<usize> {
    const NAME: &[u8] = b"content-length:";
    let mut lines = head.split(|byte| *byte == b'\n');
    let found = lines.find(|line| line.get(..NAME.len()).is_some_and(|name| name.eq_ignore_ascii_case(NAME)));
    match found {
        Some(line) => Ok(std::str::from_utf8(&line[NAME.len()..])?.trim().parse()?),
        None if head.starts_with(b"HTTP/1.1 204") => Ok(0),
        None => Err("an answer without a Content-Length".into()),
    }
}

/// A client for what is done once: it wants success and reads JSON.
pub struct Client {
    connection: Connection,
    pub token: Option<String>,
}

impl Client {
    pub async fn open(address: SocketAddr, token: Option<&str>) -> Result<Self> {
        Ok(Self { connection: Connection::open(address).await?, token: token.map(str::to_owned) })
    }

    pub async fn send(&mut self, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
        let status = self.connection.exchange(&request(method, path, self.token.as_deref(), body)).await?;
        let answer = self.connection.body();
        if !(200..300).contains(&status) {
            return Err(format!("{method} {path}: {status} {}", String::from_utf8_lossy(answer)).into());
        }
        Ok(serde_json::from_slice(answer).unwrap_or_default())
    }

    pub async fn get(&mut self, path: &str) -> Result<Value> {
        self.send("GET", path, None).await
    }

    pub async fn post(&mut self, path: &str, body: &Value) -> Result<Value> {
        self.send("POST", path, Some(body)).await
    }
}

/// A text somewhere in an answer.
pub fn text(answer: &Value, pointer: &str) -> Result<String> {
    let found = answer.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    found.ok_or_else(|| format!("an answer without {pointer}: {answer}").into())
}
