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
    request_with(method, path, &authorization, body)
}

/// The same with any header lines, each with its line end.
pub fn request_with(method: &str, path: &str, headers: &str, body: Option<&Value>) -> Vec<u8> {
    let body = body.map(Value::to_string).unwrap_or_default();
    let content = match body.len() {
        0 => String::new(),
        length => format!("Content-Type: application/json\r\nContent-Length: {length}\r\n"),
    };
    format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n{headers}{content}\r\n{body}").into_bytes()
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
        let mut end = None;
        while !end.as_ref().is_some_and(|end| self.is_whole(end)) {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err("the server closed the connection".into());
            }
            if end.is_none()
                && let Some(head) = self.buffer.windows(4).position(|bytes| bytes == HEAD_END)
            {
                self.body = head + HEAD_END.len();
                end = Some(End::of(&self.buffer[..head])?);
            }
        }
        Ok(std::str::from_utf8(&self.buffer[9..12])?.parse()?)
    }

    fn is_whole(&self, end: &End) -> bool {
        let body = &self.buffer[self.body..];
        match end {
            End::Length(length) => body.len() >= *length,
            End::LastChunk => body == b"0\r\n\r\n" || body.ends_with(b"\r\n0\r\n\r\n"),
        }
    }

    /// The body of the last answer, as it came: chunks are not put together.
    pub fn body(&self) -> &[u8] {
        &self.buffer[self.body..]
    }
}

/// Where an answer ends.
enum End {
    Length(usize),
    /// JSON has no line end of its own kind before a zero, so this is found without reading the chunks.
    LastChunk,
}

impl End {
    /// As a head tells; an answer without a body may do without it.
    fn of(head: &[u8]) -> Result<Self> {
        if let Some(length) = field(head, b"content-length:") {
            return Ok(Self::Length(std::str::from_utf8(length)?.trim().parse()?));
        }
        match field(head, b"transfer-encoding:") {
            Some(_) => Ok(Self::LastChunk),
            None if head.starts_with(b"HTTP/1.1 204") => Ok(Self::Length(0)),
            None => Err("an answer without a Content-Length".into()),
        }
    }
}

fn field<'a>(head: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let mut lines = head.split(|byte| *byte == b'\n');
    let found =
        lines.find(|line| line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)));
    found.map(|line| &line[name.len()..])
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
