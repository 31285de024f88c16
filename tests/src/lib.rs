//! End to end: the real binary, as its users run it. All of it is in the tests.
