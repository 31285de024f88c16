//! A name server that answers for TXT records as a test sets them.

use std::collections::HashMap;
use std::net::UdpSocket;
use std::sync::{Arc, Mutex};

type Records = Arc<Mutex<HashMap<String, String>>>;

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
        self.records.lock().unwrap().insert(name.to_owned(), text.to_owned());
    }
}

/// RFC 1035, section 4: the header, the question as it came, and the record, or that there is no such name.
fn answer(query: &[u8], records: &Records) -> Vec<u8> {
    let (mut at, mut labels) = (12, Vec::new());
    while query[at] > 0 {
        let end = at + 1 + usize::from(query[at]);
        labels.push(String::from_utf8_lossy(&query[at + 1..end]).to_lowercase());
        at = end;
    }
    let question = &query[12..at + 5];
    let text = records.lock().unwrap().get(&labels.join(".")).cloned();
    let (code, count) = if text.is_some() { (0x80, 1) } else { (0x83, 0) };
    let mut answer = vec![query[0], query[1], 0x81, code, 0, 1, 0, count, 0, 0, 0, 0];
    answer.extend_from_slice(question);
    if let Some(text) = text {
        let length = u8::try_from(text.len()).unwrap();
        answer.extend([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 0, 0, length + 1, length]);
        answer.extend(text.into_bytes());
    }
    answer
}
