// The files that ship.
import { resolve } from "node:path";

/** deploy/. */
export const deploy = resolve(import.meta.dirname, "../../deploy");
