//! Looking for secrets in heaps of bytes: as they are, and as people and programs write them.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

/// Shorter ones stand anywhere by chance.
const LEAST: usize = 8;

/// Texts that must be nowhere, each by its name.
#[derive(Default)]
pub struct Secrets {
    texts: Vec<(String, String)>,
    codes: Vec<String>,
}

impl Secrets {
    pub fn add(&mut self, name: &str, text: &str) {
        assert!(text.len() >= LEAST, "{name} is too short to be looked for: {text:?}");
        self.texts.push((name.to_owned(), text.to_owned()));
    }

    /// A code of six digits. They stand in longer numbers by chance, so they are looked for by themselves alone.
    pub fn add_code(&mut self, code: &str) {
        self.codes.push(code.to_owned());
    }

    /// The names of those that are in a heap, with how they are written there.
    pub fn found_in(&self, heap: &[u8]) -> Vec<String> {
        let mut needles: BTreeMap<Vec<u8>, String> = BTreeMap::new();
        for (name, text) in &self.texts {
            needles.extend(forms(text).into_iter().map(|(form, bytes)| (bytes, format!("{name}, {form}"))));
        }
        let mut found = among(&needles, heap);
        found.extend(
            self.codes.iter().filter(|code| stands_alone(code, heap)).map(|code| format!("code {code}")),
        );
        found
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|(name, _)| name.as_str())
    }
}

/// A text as it is, in hexadecimal, and in base64 at each place where it can begin there; the same of the random bytes
/// that a token or an app's secret is made of.
fn forms(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let mut all = vec![("in clear", text.as_bytes().to_vec())];
    all.extend(written(text.as_bytes()));
    let token = text.rsplit('_').next().unwrap_or(text);
    // What comes before the last bytes may be an id, which is no secret.
    if let Some(bytes) = URL_SAFE_NO_PAD.decode(token).ok().filter(|bytes| bytes.len() >= 24) {
        let tail = &bytes[bytes.len() - 24..];
        all.push(("its bytes", tail.to_vec()));
        all.extend(written(tail));
    }
    if let Some(bytes) = base32(text) {
        all.extend(written(&bytes));
        all.push(("its bytes", bytes));
    }
    // An API key's own secret.
    let key = ["bwt_", "bwl_"].iter().find_map(|prefix| text.strip_prefix(prefix));
    if let Some(digits) = key.and_then(|key| key.split('_').nth(1)) {
        let bytes = [&digits[..26], &digits[26..]].map(digits_of_ids).concat();
        all.extend([("its digits", digits.as_bytes().to_vec()), ("its bytes", bytes.clone())]);
        all.extend(written(&bytes));
    }
    all
}

/// The bytes of an app's secret (RFC 4648), which is longer than anything else that could be read so.
fn base32(text: &str) -> Option<Vec<u8>> {
    let digit = |c| b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".iter().position(|digit| *digit == c);
    let digits: Vec<usize> = text.bytes().map(digit).collect::<Option<_>>()?;
    let bits: Vec<usize> =
        digits.iter().flat_map(|digit| (0..5).rev().map(move |at| digit >> at & 1)).collect();
    let byte = |bits: &[usize]| bits.iter().fold(0, |byte, bit| byte << 1 | u8::from(*bit == 1));
    (digits.len() == 32).then(|| bits.chunks_exact(8).map(byte).collect())
}

/// The 128 bits of 26 digits of the ids' base32.
fn digits_of_ids(digits: &str) -> [u8; 16] {
    let value = |digit| "0123456789abcdefghjkmnpqrstvwxyz".find(digit).unwrap() as u128;
    digits.chars().fold(0, |all, digit| all << 5 | value(digit)).to_be_bytes()
}

fn written(bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let hex = |digits: &[u8; 16]| {
        let digit = |half: u8| digits[usize::from(half)];
        bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect::<Vec<u8>>()
    };
    let mut all = vec![("in hex", hex(b"0123456789abcdef")), ("in HEX", hex(b"0123456789ABCDEF"))];
    for before in 0..3 {
        let shifted = [vec![0; before], bytes.to_vec()].concat();
        for engine in [&STANDARD_NO_PAD, &URL_SAFE_NO_PAD] {
            let text = engine.encode(&shifted);
            // The edges depend on what stands beside it.
            all.push(("in base64", text.as_bytes()[(before * 8).div_ceil(6)..text.len() - 1].to_vec()));
        }
    }
    all
}

/// Goes through the heap once, whatever the number of needles.
fn among(needles: &BTreeMap<Vec<u8>, String>, heap: &[u8]) -> Vec<String> {
    const STARTS: usize = 1 << 16;
    let start = |bytes: &[u8]| usize::from(bytes[0]) << 8 | usize::from(bytes[1]);
    let mut by_start: Vec<Vec<&Vec<u8>>> = vec![Vec::new(); STARTS];
    for needle in needles.keys() {
        by_start[start(needle)].push(needle);
    }
    let mut found = Vec::new();
    for at in 0..heap.len().saturating_sub(1) {
        for needle in by_start[start(&heap[at..])].iter().filter(|needle| heap[at..].starts_with(needle)) {
            found.push(needles[*needle].clone());
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Whether a code stands by itself, and is no part of a number or of the fraction of a second.
fn stands_alone(code: &str, heap: &[u8]) -> bool {
    heap.windows(code.len()).enumerate().any(|(at, window)| {
        let before = at.checked_sub(1).map_or(b' ', |at| heap[at]);
        let after = heap.get(at + code.len()).copied().unwrap_or(b' ');
        let part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.' || !byte.is_ascii();
        window == code.as_bytes() && !part(before) && !part(after)
    })
}

#[test]
fn a_secret_is_found_however_it_is_written() {
    let mut secrets = Secrets::default();
    secrets.add("password", "correct horse");
    let token: Vec<u8> = (100..132).collect();
    secrets.add("token", &format!("bws_{}", URL_SAFE_NO_PAD.encode(&token)));
    secrets.add("app", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    secrets
        .add("key", &format!("bwt_{}_{}_0000000", "0".repeat(26), format!("{}5", "0".repeat(25)).repeat(2)));
    secrets.add_code("287082");
    let padded = |before: &str| STANDARD_NO_PAD.encode(format!("{before}correct horse after")).into_bytes();
    for (heap, name) in [
        (b"it is 'correct horse'".to_vec(), "password, in clear"),
        (b"636f727265637420686f727365".to_vec(), "password, in hex"),
        (padded(""), "password, in base64"),
        (padded("a"), "password, in base64"),
        (padded("ab"), "password, in base64"),
        (token, "token, its bytes"),
        (b"12345678901234567890".to_vec(), "app, its bytes"),
        (b"code=287082&".to_vec(), "code 287082"),
        ([[0; 15].as_slice(), &[5], &[0; 15], &[5]].concat(), "key, its bytes"),
    ] {
        assert_eq!(secrets.found_in(&heap), [name], "{heap:?}");
    }
    for none in [&b"correct hors"[..], b"12:00:00.287082Z", b"1287082", b""] {
        assert_eq!(secrets.found_in(none), [""; 0]);
    }
}
