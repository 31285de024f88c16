//! Single sign-on as a client sees it of a server that was built without SAML, and which fields belong together.

use poem::http::Method;
use serde_json::json;

use crate::support::Server;

#[tokio::test]
async fn a_server_without_saml_says_so() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let sso = format!("/v1/accounts/{}/sso", ada.account);
    let body = json!({
        "kind": "saml", "issuer": "urn:idp", "sso_url": "https://id.example/", "certificates": ["x"],
    });
    let refused = server.put(&sso, &ada.token, body).await.problem(422, "invalid_field");
    assert_eq!(refused.pointers(), ["/kind"]);
    assert!(refused.body["detail"].as_str().unwrap().contains("built without SAML"), "{}", refused.text);
    let path = format!("/v1/sso/accounts/{}", ada.account);
    server.get(&format!("{path}/metadata"), "").await.problem(404, "not_found");
    server.get(&format!("{path}/start"), "").await.problem(404, "not_found");
}

#[tokio::test]
async fn each_kind_of_provider_has_its_own_fields() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let sso = format!("/v1/accounts/{}/sso", ada.account);
    for (body, pointer) in [
        (json!({}), "/issuer"),
        (json!({ "issuer": "https://id.example" }), "/client_id"),
        (json!({ "issuer": "https://id.example", "client_id": "a", "metadata": "<a/>" }), "/metadata"),
        (json!({ "kind": "oidc", "certificates": ["a"] }), "/certificates"),
        (json!({ "kind": "saml", "client_secret": "a" }), "/client_secret"),
        (json!({ "kind": "saml", "metadata": "<a/>", "sso_url": "https://id.example" }), "/sso_url"),
        (json!({ "kind": "saml", "issuer": "a", "certificates": ["a"] }), "/sso_url"),
        (json!({ "kind": "saml", "issuer": "a", "sso_url": "https://id.example" }), "/certificates"),
    ] {
        let refused = server.put(&sso, &ada.token, body.clone()).await.problem(422, "invalid_field");
        assert_eq!(refused.pointers(), [pointer], "{body}: {}", refused.text);
    }
}

#[tokio::test]
async fn an_answer_is_a_form() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "standard").await;
    let acs = format!("/v1/sso/accounts/{}/acs", ada.account);
    let post = async |kind: &str, body: &str| {
        server.send(Method::POST, &acs, &[("content-type", kind)], Some(body.as_bytes().to_vec())).await
    };
    let wrong = post("application/json", "{}").await.problem(415, "unsupported_media_type");
    assert!(wrong.body["detail"].as_str().unwrap().contains("application/x-www-form-urlencoded"));
    let form = "application/x-www-form-urlencoded; charset=utf-8";
    post(form, "SAMLResponse=a&SAMLResponse=a").await.problem(400, "malformed_body");
    post(form, "RelayState=a").await.problem(422, "invalid_field");
    post(form, "SAMLResponse=a&RelayState=a&other=b").await.problem(400, "sso_state_invalid");
}

#[tokio::test]
async fn by_the_ably_model_the_owner_alone_configures_it() {
    let server = Server::start().await;
    let ada = server.sign_up("ada", "ably").await;
    let sso = format!("/v1/accounts/{}/sso", ada.account);
    for role in ["developer", "billing", "admin"] {
        let member = server.join(&ada, role, json!([{ "role": role }])).await;
        let body = json!({ "issuer": "https://id.example", "client_id": "a", "client_secret": "b" });
        let put = server.put(&sso, &member.token, body).await.problem(403, "permission_denied");
        let get = server.get(&sso, &member.token).await.problem(403, "permission_denied");
        assert_eq!(
            (&put.body["permission"], &get.body["permission"]),
            (&json!("sso.configure"), &json!("sso.configure"))
        );
    }
    server.get(&sso, &ada.token).await.problem(404, "not_found");
}
