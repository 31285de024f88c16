//! What nodes share in Redis: copies of sessions, and rate limits.
