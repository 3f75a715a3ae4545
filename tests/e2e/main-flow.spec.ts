// The main flow in English, on every cloud (rows S04–S08, S10–S18, S23–S25).
import { MainFlow } from "./support/main-flow";
import { test } from "./support/test";

test("S04 S06–S08 S10–S13 S16–S18 S23–S25 the main flow", async ({ page, maru, sent, watch }) => {
  test.slow();
  watch.allowGoneServer();
  await maru.signIn();
  await new MainFlow(page, maru, sent, {
    instances: "Instances",
    keypairs: "Key pairs",
    createKey: "Create key pair",
    registerKey: "Register public key",
    name: "Name",
    publicKey: "Public key",
    download: /^Download /,
    done: "Done",
    createInstance: "Create instance",
    image: "Image",
    flavor: "Flavor",
    rootDisk: "Root disk",
    deleteDisk: "Delete the root disk too",
    zone: "Availability zone",
    network: /^(Subnet|Network)$/,
    key: "Key pair",
    count: "Number of instances",
    openInstance: "Open instance",
    running: "Running",
    stopped: "Stopped",
    actionsOf: (name) => `Actions for ${name}`,
    stop: "Stop",
    start: "Start",
    reboot: "Reboot",
    soft: "Soft reboot",
    hard: "Hard reboot",
    rename: "Rename",
    save: "Save",
    delete: "Delete",
    typeName: (name) => `Type ${name} to confirm`,
    notice: {
      stopped: (name) => `${name} is stopped`,
      started: (name) => `${name} is running`,
      rebooted: (name) => `${name} has been rebooted`,
      deleted: (name) => `${name} has been deleted`,
    },
  }).run();
});
