// The simulated cloud in a process of its own.
import { started, stop } from "./process";

const program = process.env.MARU_CLOUDSIM ?? "../target/debug/examples/serve";

/** `cors`: the one origin that gets CORS headers. */
export async function startCloud(cors?: string) {
  const { child, line } = await started(
    program,
    ["127.0.0.1:0", "-", "1", ...(cors ? [cors] : [])],
    {},
    /^identity +http/,
  );
  const identity = line.split(/\s+/)[1];
  return { origin: new URL(identity).origin, stop: () => stop(child) };
}
