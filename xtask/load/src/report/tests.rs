use super::*;

fn run(p99: f64) -> Run {
    Run { rate: 1e6 / p99, p50: p99 / 2.0, p99, errors: 0 }
}

fn proxied(p99: &[f64], memory: &[u64]) -> Vec<Proxied> {
    let one = |(p99, memory): (&f64, &u64)| Proxied {
        run: run(*p99),
        processor: Duration::from_millis(64),
        memory: memory * 1024 * 1024,
    };
    p99.iter().zip(memory).map(one).collect()
}

fn level(connections: usize, nginx: &[f64], gateway: &[f64]) -> Level {
    let memory = [10, 11, 12];
    Level {
        bare: nginx.iter().map(|_| run(100.0)).collect(),
        nginx: proxied(nginx, &memory),
        gateway: proxied(gateway, &memory),
        ..Level::new(connections, 6400)
    }
}

#[test]
fn the_goal_is_met_only_where_what_is_added_meets_it_too() {
    for (nginx, gateway, expect) in [
        ([300.0, 200.0, 400.0], [320.0, 330.0, 310.0], "1.07 × of the whole, 1.10 × of what is added; met."),
        ([300.0, 200.0, 400.0], [340.0, 350.0, 300.0], "1.13 × of the whole, 1.20 × of what is added; met."),
        ([300.0, 300.0, 300.0], [350.0, 350.0, 350.0], "1.17 × of the whole, 1.25 × of what is added; **not met**."),
        ([300.0, 300.0, 300.0], [150.0, 150.0, 150.0], "0.50 × of the whole, 0.25 × of what is added; met."),
    ] {
        let told = p99_goal(&level(64, &nginx, &gateway));
        assert!(told.ends_with(expect), "{told}");
    }
}

#[test]
fn every_number_of_connections_has_its_rows_and_the_goals_follow() {
    let levels = [1, 64, 512].map(|connections| level(connections, &[300.0, 200.0, 400.0], &[320.0, 330.0, 310.0]));
    let text = Report { levels }.to_string();
    for line in [
        "| **1 connection, 6,400 requests a run** | | | | |",
        "| **512 connections, 6,144 requests a run** | | | | |",
        "| p99 | 100 µs (100 µs–100 µs) | 300 µs (200 µs–400 µs) | 320 µs (310 µs–330 µs) | 1.07× |",
        "| added to the p99 |  | 200 µs (100 µs–300 µs) | 220 µs (210 µs–230 µs) | 1.10× |",
        "| processor time a request |  | 10 µs (10 µs–10 µs) | 10 µs (10 µs–10 µs) | 1.00× |",
        "| memory |  | 11.0 MiB (10.0 MiB–12.0 MiB) | 11.0 MiB (10.0 MiB–12.0 MiB) | 1.00× |",
        "| errors, all runs | 0 | 0 | 0 | |",
    ] {
        assert!(text.lines().any(|told| told == line), "{line}\n{text}");
    }
    let end = "no error and flat memory: 0 errors in 18,432 requests; memory after the last run 1.20 × that after the first \
               (10.0 MiB → 12.0 MiB).";
    assert!(text.ends_with(end), "{text}");
}

#[test]
fn numbers_as_people_read_them() {
    for (value, expect) in [(0.0, "0"), (999.0, "999"), (1000.4, "1,000"), (1_234_567.0, "1,234,567")] {
        assert_eq!(count(value), expect);
    }
    for (value, expect) in [(12.4, "12 µs"), (-3.0, "-3 µs"), (999.0, "999 µs"), (1234.0, "1.23 ms")] {
        assert_eq!(micros(value), expect);
    }
}
