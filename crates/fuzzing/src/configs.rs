//! Files written by operators: `gateway.toml` and `config.json`.

use cloud::config::AppConfig;
use gateway::config::Config;

/// `gateway.toml`. Errors must name an existing line; a valid file must be readable by the page.
pub fn gateway(data: &[u8]) {
    let text = crate::text(data);
    match Config::from_toml(&text) {
        Ok(config) => {
            let told = config.app_config();
            let json = serde_json::to_string(&told).unwrap_or_default();
            assert_eq!(AppConfig::parse(&json), Ok(told), "the page reads what the gateway tells");
        }
        Err(error) => {
            let lines = text.matches('\n').count() + 1;
            assert!(error.line.is_none_or(|line| (1..=lines).contains(&line)), "{error} of {lines} lines");
            assert!(!error.message.is_empty());
        }
    }
}

/// `config.json`. A valid file must not be empty where the page relies on it.
pub fn page(data: &[u8]) {
    if let Err(mistake) = AppConfig::parse(&crate::text(data)) {
        assert!(!mistake.is_empty(), "a mistake is named");
    }
}
