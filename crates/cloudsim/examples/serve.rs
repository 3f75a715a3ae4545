//! The simulated cloud alone: `cargo run -p maru-cloudsim --example serve -- 127.0.0.1:18100 [instances|- [speed
//! [CORS origin]]]`. For official clients and request scripts (`tests/sdk`) and for hosting without the gateway
//! (`tests/hosting`); the gateway starts it in-process.

use cloudsim::{DEMO_PASSWORD, DEMO_TENANT, DEMO_USER, Options, serve};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut options = Options::default();
    if let Some(address) = arguments.next() {
        options.address = address.parse()?;
    }
    options.instances = arguments.next().filter(|count| count != "-").map(|count| count.parse()).transpose()?;
    if let Some(speed) = arguments.next() {
        options.speed = speed.parse()?;
    }
    options.cors_origin = arguments.next();
    let running = serve(options).await?;
    println!("identity  {}  or  {}", running.identity_v2(), running.identity_v3());
    println!("tenant    {DEMO_TENANT}\nuser      {DEMO_USER}\npassword  {DEMO_PASSWORD}");
    running.wait().await;
    Ok(())
}
