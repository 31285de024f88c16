//! A mail server that takes every mail and keeps none, so that a run on real servers mails as those who use them do.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};

use crate::Result;

/// Takes mails on a port of this machine until the process ends.
pub fn serve() -> Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            std::thread::spawn(move || talk(&client));
        }
    });
    Ok(address)
}

/// Agrees to whatever is said (RFC 5321), until the client goes.
fn talk(client: &TcpStream) -> std::io::Result<()> {
    let mut lines = BufReader::new(client);
    let mut answer = client;
    answer.write_all(b"220 bench\r\n")?;
    let mut line = String::new();
    let mut in_mail = false;
    while lines.read_line(&mut line)? > 0 {
        let said = line.trim_end();
        if in_mail {
            if said == "." {
                in_mail = false;
                answer.write_all(b"250 taken\r\n")?;
            }
        } else if said.eq_ignore_ascii_case("DATA") {
            in_mail = true;
            answer.write_all(b"354 go on\r\n")?;
        } else {
            answer.write_all(b"250 fine\r\n")?;
        }
        line.clear();
    }
    Ok(())
}
