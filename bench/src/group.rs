//! Processes that are measured as one: the nodes of a deployment, or a single server.

use crate::Result;
use crate::http::Connection;
use crate::load::connect;
use crate::process::{Cpu, Process};

pub struct Group(Vec<Process>);

impl From<Process> for Group {
    fn from(process: Process) -> Self {
        Self(vec![process])
    }
}

impl Group {
    pub fn of(nodes: Vec<Process>) -> Self {
        Self(nodes)
    }

    /// Connections that have had an answer each, spread evenly over the nodes, in turn.
    pub async fn connect(&self, connections: usize) -> Result<Vec<Connection>> {
        let mut opened = Vec::with_capacity(connections);
        for node in self.0.iter().cycle().take(connections) {
            opened.append(&mut connect(node.address, 1).await?);
        }
        Ok(opened)
    }

    pub fn cpu(&self) -> Result<Vec<Cpu>> {
        self.0.iter().map(Process::cpu).collect()
    }

    /// Microseconds of CPU that all have used since.
    pub fn micros_since(&self, before: &[Cpu]) -> Result<f64> {
        let now = self.cpu()?;
        Ok(now.iter().zip(before).map(|(now, before)| now.micros_since(before)).sum())
    }

    /// Waits until none has anything left to do.
    pub async fn settle(&self) -> Result {
        for node in &self.0 {
            node.settle().await?;
        }
        Ok(())
    }

    /// The memory that all hold, in MiB.
    pub fn resident(&self) -> Result<f64> {
        self.0.iter().map(Process::resident).sum()
    }
}
