//! Where journeys happen, as `BAILIWICK_TEST_STORE` says: at one server on SQLite, or at two nodes on PostgreSQL and Redis, and
//! there a browser's steps are taken at one node after the other.

use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};

use tempfile::TempDir;

use crate::browser::{Browser, PUBLIC_URL};
use crate::nodes::Nodes;
use crate::parts::{Disk, Keeps};
use crate::server::Server;

enum At {
    One(Server),
    Two(Box<Nodes>),
}

pub struct Place {
    at: At,
    /// How many browsers there were.
    browsers: AtomicUsize,
    folder: TempDir,
}

impl Place {
    /// With providers for the deployment, as their file has them, and further settings.
    pub async fn start(providers: &str, more: &[(&'static str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("providers.toml");
        std::fs::write(&file, providers).unwrap();
        let mut settings = vec![
            ("BAILIWICK_PROVIDERS_FILE", file.to_str().unwrap()),
            ("BAILIWICK_PUBLIC_URL", PUBLIC_URL),
            ("BAILIWICK_CORS_ORIGINS", "https://app.example.com"),
        ];
        settings.extend(more);
        let at = match std::env::var("BAILIWICK_TEST_STORE").as_deref() {
            Err(_) | Ok("" | "sqlite") => {
                At::One(Server::start_with(folder.path(), &settings, Stdio::inherit()))
            }
            Ok("postgres") => {
                let settings = settings.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
                At::Two(Box::new(Nodes::with(settings, Disk::NotWaited, Keeps::Nothing).await))
            }
            Ok(other) => panic!("BAILIWICK_TEST_STORE must be sqlite or postgres, not {other:?}"),
        };
        Self { at, browsers: AtomicUsize::new(0), folder }
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> u64 {
        match &self.at {
            At::One(_) => 1,
            At::Two(_) => 2,
        }
    }

    /// One of the nodes; any number names one.
    pub fn node(&self, at: usize) -> &Server {
        match &self.at {
            At::One(server) => server,
            At::Two(nodes) => nodes.node(at),
        }
    }

    /// A new browser. Each begins at another node than the one before it.
    pub fn browser(&self) -> Browser {
        let first = self.browsers.fetch_add(1, Ordering::SeqCst);
        Browser::over([first, first + 1].map(|at| self.node(at).url.clone()))
    }

    /// All that the database holds.
    pub fn stored(&self) -> Vec<u8> {
        match &self.at {
            At::One(_) => bytes_in(&self.folder.path().join("data")),
            At::Two(nodes) => nodes.postgres.dump(),
        }
    }
}

/// All that lies in a folder, as bytes.
fn bytes_in(folder: &Path) -> Vec<u8> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.is_file()).flat_map(|path| std::fs::read(path).unwrap()).collect()
}
