//! The rules of grants, each over its whole space: random models, grants, places and moments, against the oracle.

mod decisions;
mod integrations;
mod judgements;
mod preview;
mod sequences;
