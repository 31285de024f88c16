//! A client of Bailiwick's API, generated from its OpenAPI document.
