//! What mails say, in text and in HTML. Names come from people, so HTML escapes them and subjects hold one line.

use bailiwick_domain::ids::DeliveryId;
use bailiwick_domain::text::Email;
use bailiwick_ports::mail::Mail;

/// A mail's content: paragraphs, and at most one link.
pub(crate) struct Content {
    pub subject: String,
    pub paragraphs: Vec<String>,
    /// What the link does, and where it leads.
    pub link: Option<(&'static str, String)>,
}

/// Puts a mail together.
pub(crate) fn compose(id: DeliveryId, to: Email, content: Content) -> Mail {
    let mut text = content.paragraphs.join("\n\n");
    let mut html = String::new();
    for paragraph in &content.paragraphs {
        html.extend(["<p>", &escape(paragraph), "</p>\n"]);
    }
    if let Some((label, url)) = &content.link {
        text = format!("{text}\n\n{label}:\n{url}\n");
        html = format!(
            "{html}<p><a href=\"{url}\" style=\"display:inline-block;padding:10px 16px;border-radius:6px;background:#1f4fd8;\
             color:#ffffff;text-decoration:none\">{label}</a></p>\n<p style=\"color:#666666\">Or open this address: {url}</p>\n",
            url = escape(url),
            label = escape(label),
        );
    }
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{}</title></head>\n\
         <body style=\"font-family:sans-serif;max-width:36em;margin:2em auto;line-height:1.5\">\n{html}</body>\n</html>\n",
        escape(&content.subject)
    );
    Mail { id, to, subject: content.subject, text: text + "\n", html }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_escapes_what_people_typed() {
        let content = Content {
            subject: "Join <b>".to_owned(),
            paragraphs: vec!["<script>alert(\"1\")</script>".to_owned()],
            link: Some(("Accept", "http://localhost/?a=1&b=2".to_owned())),
        };
        let to = Email::try_from("ada@example.com".to_owned()).unwrap();
        let mail = compose(DeliveryId::new(uuid::Uuid::nil()), to, content);
        assert!(!mail.html.contains("<script") && mail.html.contains("&lt;script&gt;"), "{}", mail.html);
        assert!(mail.html.contains("href=\"http://localhost/?a=1&amp;b=2\""), "{}", mail.html);
        assert!(mail.text.contains("\nhttp://localhost/?a=1&b=2\n"), "{}", mail.text);
    }
}
