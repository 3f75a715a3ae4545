// The shipped files.
import { resolve } from "node:path";

/** deploy/. */
export const deploy = resolve(import.meta.dirname, "../../deploy");
