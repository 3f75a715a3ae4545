//! placeholder
/// x
pub fn run() -> crate::shell::Done {
    Ok(())
}
