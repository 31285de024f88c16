fn main() {
    print!("{}", bailiwick_adapter_http::spec_json());
}
