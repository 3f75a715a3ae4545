//! `cargo xtask …`: the commands for developers and CI (CONTRIBUTING.md).

mod args;
mod bench;
mod budget;
mod build;
mod check;
mod coverage;
mod dev;
mod dist;
mod ensure;
mod fuzz;
mod gateway;
mod page;
mod paths;
mod reproduce;
mod run;
mod sbom;
mod shell;
mod ship;
mod style;
mod test;
mod tidy;

use std::process::ExitCode;

fn main() -> ExitCode {
    let typed: Vec<String> = std::env::args().skip(1).collect();
    let done = match args::parse(&typed) {
        Ok(command) => dispatch(command),
        Err(usage) => Err(shell::Failure::new(usage)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: args::Command) -> shell::Done {
    use args::Command;
    match command {
        Command::Run(options) => run::run(&options),
        Command::Test(options) => test::run(&options),
        Command::Dist { base, verify: false } => dist::run(&base),
        Command::Dist { base, verify: true } => reproduce::run(&base),
        Command::Fuzz(options) => fuzz::run(&options),
        Command::Dev(options) => dev::run(&options),
        Command::Bench(rest) => bench::run(&rest),
        Command::Check => check::run(),
        Command::Styles => style::join(),
        Command::Tidy => tidy::run(),
        Command::Coverage => coverage::run(),
        Command::Help => {
            println!("{}", args::USAGE);
            Ok(())
        }
    }
}
