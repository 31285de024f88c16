//! End to end: the real binary over HTTP and its commands, killed and started again.

mod crash;
mod lifecycle;
mod server;
mod ten_steps;
