//! The five models that come with the product.

/// Their documents: the default first, then those of the products that they are taken from.
pub const BUILTIN: [&str; 5] = [
    include_str!("../../role_models/standard.toml"),
    include_str!("../../role_models/ably.toml"),
    include_str!("../../role_models/arbify.toml"),
    include_str!("../../role_models/pubnub.toml"),
    include_str!("../../role_models/pubnub-classic.toml"),
];
