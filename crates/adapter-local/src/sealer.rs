//! Sealing with XChaCha20-Poly1305 under keys that come from the deployment's. Its nonces are long enough to be drawn at
//! random (<https://datatracker.ietf.org/doc/html/draft-irtf-cfrg-xchacha-03>).

use std::sync::Arc;

use bailiwick_ports::system::{IdSource, Sealer, Signer};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};

/// Which key a sealed text is under, and its nonce, stand before it.
const KEY: usize = 4;
const NONCE: usize = 24;

struct Key {
    id: [u8; KEY],
    cipher: XChaCha20Poly1305,
}

impl Key {
    fn new(key: [u8; 32], id: [u8; 32]) -> Self {
        let [a, b, c, d, ..] = id;
        Self { id: [a, b, c, d], cipher: XChaCha20Poly1305::new(&key.into()) }
    }
}

/// Seals under the deployment's key, and opens what was sealed under the one that is accepted beside it, too.
pub struct AeadSealer {
    present: Key,
    other: Option<Key>,
    ids: Arc<dyn IdSource>,
}

impl AeadSealer {
    /// Under keys that come from the signer's.
    pub fn new(signer: &dyn Signer, ids: Arc<dyn IdSource>) -> Self {
        const OF_KEY: &str = "sealing";
        const OF_ID: &str = "sealing key id";
        let other = signer.other_mac(OF_KEY, b"").zip(signer.other_mac(OF_ID, b""));
        Self {
            present: Key::new(signer.mac(OF_KEY, b""), signer.mac(OF_ID, b"")),
            other: other.map(|(key, id)| Key::new(key, id)),
            ids,
        }
    }
}

impl Sealer for AeadSealer {
    fn seal(&self, purpose: &str, plain: &[u8]) -> Vec<u8> {
        let mut nonce = [0; NONCE];
        nonce.copy_from_slice(&self.ids.secret()[..NONCE]);
        let payload = Payload { msg: plain, aad: purpose.as_bytes() };
        // It fails for texts of 256 GiB alone.
        let sealed = self.present.cipher.encrypt(&nonce.into(), payload).unwrap_or_default();
        [self.present.id.as_slice(), &nonce, &sealed].concat()
    }

    fn open(&self, purpose: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (id, rest) = sealed.split_at_checked(KEY)?;
        let (nonce, text) = rest.split_at_checked(NONCE)?;
        let key =
            [Some(&self.present), self.other.as_ref()].into_iter().flatten().find(|key| key.id == id)?;
        let payload = Payload { msg: text, aad: purpose.as_bytes() };
        key.cipher.decrypt(nonce.try_into().ok()?, payload).ok()
    }

    fn is_present(&self, sealed: &[u8]) -> bool {
        sealed.starts_with(&self.present.id)
    }

    fn under(&self, key: [u8; 32]) -> Box<dyn Sealer> {
        // Such a key is never changed for another, so it needs no id to be told by.
        Box::new(Self { present: Key::new(key, [0; 32]), other: None, ids: Arc::clone(&self.ids) })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU8, Ordering};

    use super::*;

    /// Signs by two keys of one byte.
    struct Keys(u8, Option<u8>);

    fn mac(key: u8, purpose: &str) -> [u8; 32] {
        let mut mac = [key; 32];
        mac[1] = u8::try_from(purpose.len()).unwrap();
        mac
    }

    impl Signer for Keys {
        fn mac(&self, purpose: &str, _: &[u8]) -> [u8; 32] {
            mac(self.0, purpose)
        }
        fn other_mac(&self, purpose: &str, _: &[u8]) -> Option<[u8; 32]> {
            self.1.map(|key| mac(key, purpose))
        }
    }

    struct Counted(AtomicU8);

    impl IdSource for Counted {
        fn uuid(&self) -> uuid::Uuid {
            uuid::Uuid::nil()
        }
        fn secret(&self) -> [u8; 32] {
            [self.0.fetch_add(1, Ordering::Relaxed); 32]
        }
    }

    fn sealer(key: u8, other: Option<u8>) -> AeadSealer {
        AeadSealer::new(&Keys(key, other), Arc::new(Counted(AtomicU8::new(0))))
    }

    #[test]
    fn what_was_sealed_is_opened_for_its_purpose_alone() {
        let sealer = sealer(1, None);
        let sealed = sealer.seal("totp", b"the secret");
        assert_eq!(sealer.open("totp", &sealed).as_deref(), Some(b"the secret".as_slice()));
        assert_eq!(sealer.open("challenge", &sealed), None);
        assert_ne!(sealer.seal("totp", b"the secret"), sealed, "never twice the same");
        assert!(!sealed.windows(10).any(|part| part == b"the secret"));
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(sealer.open("totp", &changed), None, "byte {at}");
            assert_eq!(sealer.open("totp", &sealed[..at]), None, "cut at {at}");
        }
    }

    #[test]
    fn what_a_key_of_its_own_sealed_is_opened_by_that_key_alone() {
        let sealer = sealer(1, None);
        let sealed = sealer.under([5; 32]).seal("value", b"the secret");
        assert_eq!(sealer.under([5; 32]).open("value", &sealed).as_deref(), Some(b"the secret".as_slice()));
        assert_eq!(sealer.under([5; 32]).open("another", &sealed), None);
        assert_eq!(sealer.under([6; 32]).open("value", &sealed), None);
        assert_eq!(sealer.open("value", &sealed), None);
    }

    #[test]
    fn what_an_older_key_sealed_is_opened_while_the_key_is_changed() {
        let old = sealer(1, None).seal("totp", b"the secret");
        let both = sealer(2, Some(1));
        assert_eq!(both.open("totp", &old).as_deref(), Some(b"the secret".as_slice()));
        assert!(!both.is_present(&old) && both.is_present(&both.seal("totp", b"")));
        assert_eq!(sealer(2, None).open("totp", &old), None, "and no longer");
    }
}
