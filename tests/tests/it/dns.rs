//! A name server that answers for TXT records as a test sets them.

use std::collections::HashMap;
use std::net::UdpSocket;
use std::sync::{Arc, Mutex};

type Records = Arc<Mutex<HashMap<String, Vec<String>>>>;

pub struct NameServer {
    pub address: String,
    records: Records,
}

impl NameServer {
    pub fn start() -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        let address = socket.local_addr().unwrap().to_string();
        let records = Records::default();
        let known = Arc::clone(&records);
        std::thread::spawn(move || {
            let mut query = [0; 512];
            while let Ok((length, from)) = socket.recv_from(&mut query) {
                let answer = answer(&query[..length], &known);
                let _ = socket.send_to(&answer, from);
            }
        });
        Self { address, records }
    }

    /// Adds a record.
    pub fn say(&self, name: &str, text: &str) {
        self.records.lock().unwrap().entry(name.to_owned()).or_default().push(text.to_owned());
    }

    /// Takes a record away.
    pub fn forget(&self, name: &str, text: &str) {
        self.records.lock().unwrap().entry(name.to_owned()).or_default().retain(|known| known != text);
    }
}

/// RFC 1035, section 4: the header, the question as it came, and the records, or that there is no such name.
fn answer(query: &[u8], records: &Records) -> Vec<u8> {
    let (mut at, mut labels) = (12, Vec::new());
    while query[at] > 0 {
        let end = at + 1 + usize::from(query[at]);
        labels.push(String::from_utf8_lossy(&query[at + 1..end]).to_lowercase());
        at = end;
    }
    let question = &query[12..at + 5];
    let texts = records.lock().unwrap().get(&labels.join(".")).cloned().unwrap_or_default();
    let (code, count) = if texts.is_empty() { (0x83, 0) } else { (0x80, u8::try_from(texts.len()).unwrap()) };
    let mut answer = vec![query[0], query[1], 0x81, code, 0, 1, 0, count, 0, 0, 0, 0];
    answer.extend_from_slice(question);
    for text in texts {
        let length = u8::try_from(text.len()).unwrap();
        answer.extend([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 0, 0, length + 1, length]);
        answer.extend(text.into_bytes());
    }
    answer
}
