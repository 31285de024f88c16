//! How long a connection may keep the server waiting. Whoever opens one, or begins a request on it, must have an answer
//! begun in time, or it is closed: then nobody holds connections by never ending a request. How long a request may take
//! once it is there is not decided here.

use std::io::{Error, ErrorKind, IoSlice, Result};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use poem::http::uri::Scheme;
use poem::listener::Acceptor;
use poem::web::{LocalAddr, RemoteAddr};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// The time is counted in such shares of it, so that a request costs no look at the clock.
const SHARES: u32 = 4;
/// A connection between two requests may rest so much longer than one in a request: longer than proxies keep theirs.
const REST: u32 = 3;

/// Accepts what another acceptor does, and closes connections that keep it waiting.
pub struct Patience<A> {
    acceptor: A,
    most: Duration,
}

impl<A> Patience<A> {
    /// From a request's first byte, or the opening of the connection, to its answer's first byte it takes `most` at most.
    pub fn new(acceptor: A, most: Duration) -> Self {
        Self { acceptor, most }
    }
}

impl<A: Acceptor> Acceptor for Patience<A> {
    type Io = Watched<A::Io>;

    fn local_addr(&self) -> Vec<LocalAddr> {
        self.acceptor.local_addr()
    }

    async fn accept(&mut self) -> Result<(Self::Io, LocalAddr, RemoteAddr, Scheme)> {
        let (io, local, remote, scheme) = self.acceptor.accept().await?;
        Ok((Watched::new(io, self.most), local, remote, scheme))
    }
}

/// A connection that ends when it is waited for too long.
pub struct Watched<T> {
    io: T,
    share: Duration,
    alarm: Pin<Box<Sleep>>,
    /// How many shares went by since a request began, or since something was last answered.
    passed: u32,
    is_answered: bool,
}

impl<T> Watched<T> {
    fn new(io: T, most: Duration) -> Self {
        let share = most / SHARES;
        Self { io, share, alarm: Box::pin(sleep(share)), passed: 0, is_answered: false }
    }

    fn goes_on(&mut self, is_answered: bool) {
        (self.is_answered, self.passed) = (is_answered, 0);
    }

    /// Ready when it was waited for too long.
    fn poll_patience(&mut self, cx: &mut Context<'_>) -> Poll<Error> {
        loop {
            ready!(self.alarm.as_mut().poll(cx));
            self.passed += 1;
            if self.passed > if self.is_answered { SHARES * REST } else { SHARES } {
                return Poll::Ready(Error::new(ErrorKind::TimedOut, "the request does not end"));
            }
            let next = self.alarm.deadline() + self.share;
            self.alarm.as_mut().reset(next);
        }
    }
}

impl<T: AsyncRead + Unpin> AsyncRead for Watched<T> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        let this = self.get_mut();
        let before = buf.filled().len();
        if let Poll::Ready(read) = Pin::new(&mut this.io).poll_read(cx, buf) {
            // What follows a request's first byte gives it no more time.
            if this.is_answered && buf.filled().len() > before {
                this.goes_on(false);
            }
            return Poll::Ready(read);
        }
        this.poll_patience(cx).map(Err)
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Watched<T> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        let this = self.get_mut();
        let written = ready!(Pin::new(&mut this.io).poll_write(cx, bytes));
        this.goes_on(true);
        Poll::Ready(written)
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.get_mut().io).poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.get_mut().io).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        let this = self.get_mut();
        let written = ready!(Pin::new(&mut this.io).poll_write_vectored(cx, bytes));
        this.goes_on(true);
        Poll::Ready(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
    use tokio::time::timeout;

    use super::*;

    const MOST: Duration = Duration::from_millis(200);

    fn watched() -> (Watched<DuplexStream>, DuplexStream) {
        let (here, there) = duplex(64);
        (Watched::new(here, MOST), there)
    }

    #[tokio::test]
    async fn who_says_nothing_is_not_waited_for() {
        let (mut watched, _there) = watched();
        assert_eq!(watched.read_u8().await.unwrap_err().kind(), ErrorKind::TimedOut);
    }

    #[tokio::test]
    async fn who_dribbles_a_request_has_no_more_time_for_it() {
        let (mut watched, mut there) = watched();
        let dribbles = tokio::spawn(async move {
            while there.write_u8(b'a').await.is_ok() {
                sleep(MOST / 20).await;
            }
        });
        let ended = timeout(MOST * 20, async { while watched.read_u8().await.is_ok() {} }).await;
        assert!(ended.is_ok(), "it reads on");
        drop(watched);
        dribbles.await.unwrap();
    }

    #[tokio::test]
    async fn between_two_requests_a_connection_rests_longer() {
        let (mut watched, mut there) = watched();
        there.write_u8(b'a').await.unwrap();
        watched.read_u8().await.unwrap();
        watched.write_u8(b'b').await.unwrap();
        assert!(timeout(MOST * 2, watched.read_u8()).await.is_err(), "it rests");
        assert_eq!(watched.read_u8().await.unwrap_err().kind(), ErrorKind::TimedOut);
    }
}
