// The Kubernetes manifest: parsed strictly, checked against the schema of the parts of the API that it uses, and for
// consistency. It is not run, because that needs a cluster.
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parseAllDocuments } from "yaml";

import { freePort, program, site } from "../e2e/support/gateway";
import { deploy } from "./deploy";
import { listening, stop } from "./process";

const MANIFEST = join(deploy, "kubernetes/maru.yaml");
const schema = JSON.parse(readFileSync(join(import.meta.dirname, "kubernetes.schema.json"), "utf8"));
const isValid = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(schema);

/** The parts, by kind. A duplicate key or an alias is an error. */
function parts(text = readFileSync(MANIFEST, "utf8")): Record<string, any> {
  const documents = parseAllDocuments(text, { strict: true, uniqueKeys: true });
  if (!Array.isArray(documents)) throw new Error("the manifest is empty");
  for (const document of documents) expect([...document.errors, ...document.warnings]).toEqual([]);
  return Object.fromEntries(
    documents.map((document) => document.toJS({ maxAliasCount: 0 })).map((part) => [part.kind, part]),
  );
}

test("every part of the manifest is what the Kubernetes API takes, without a misspelt field", () => {
  const all = parts();
  expect(Object.keys(all).sort()).toEqual([
    "ConfigMap",
    "Deployment",
    "Ingress",
    "NetworkPolicy",
    "PodDisruptionBudget",
    "Service",
  ]);
  for (const [kind, part] of Object.entries(all)) {
    expect(isValid(part), `${kind}: ${JSON.stringify(isValid.errors, null, 1)}`).toBe(true);
  }
});

test("the container is not root, cannot write, has no capability and is probed; weakening any of it is found", () => {
  const text = readFileSync(MANIFEST, "utf8");
  const changes: [string, string][] = [
    ["runAsNonRoot: true", "runAsNonRoot: false"],
    ["runAsUser: 65532", "runAsUser: 0"],
    ["readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false"],
    ["allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true"],
    ["drop: [ALL]", "drop: [NET_RAW]"],
    ["type: RuntimeDefault", "type: Unconfined"],
    ["replicas: 3", "replicas: 1"],
    ["readinessProbe:", "readynessProbe:"],
    ["path: /healthz", "path: /"],
    ["automountServiceAccountToken: false", "automountServiceAccountToken: true"],
    ["readOnly: true", "readOnly: false"],
  ];
  for (const [from, to] of changes) {
    expect(text, from).toContain(from);
    expect(isValid(parts(text.replace(from, to)).Deployment), to).toBe(false);
  }
});

test("the parts of the manifest name each other", () => {
  const { ConfigMap, Deployment, Ingress, NetworkPolicy, PodDisruptionBudget, Service } = parts();
  const pod = Deployment.spec.template;
  const [container] = pod.spec.containers;
  for (const selected of [
    Deployment.spec.selector.matchLabels,
    NetworkPolicy.spec.podSelector.matchLabels,
    PodDisruptionBudget.spec.selector.matchLabels,
    Service.spec.selector,
  ]) {
    expect(pod.metadata.labels).toMatchObject(selected);
  }
  const [port] = container.ports;
  // Strangers who occupy every connection must not cause a restart of the pod.
  expect(container.livenessProbe).toBeUndefined();
  for (const probe of ["startupProbe", "readinessProbe"])
    expect(container[probe].httpGet.port).toBe(port.name);
  expect(Service.spec.ports[0].targetPort).toBe(port.name);
  expect(NetworkPolicy.spec.ingress.map(({ ports }: any) => ports)).toEqual([[{ protocol: "TCP", port: port.name }]]);
  // The ports of all clouds in the configuration must be allowed.
  const outwards = NetworkPolicy.spec.egress.flatMap(({ ports }: any) => ports.map(({ port }: any) => port));
  const clouds = [...ConfigMap.data["gateway.toml"].matchAll(/https:\/\/openstack\.example:(\d+)/g)];
  expect(clouds.length).toBeGreaterThan(3);
  for (const [, wanted] of clouds) expect(outwards).toContain(Number(wanted));
  const { service } = Ingress.spec.rules[0].http.paths[0].backend;
  expect([service.name, service.port.name]).toEqual([Service.metadata.name, Service.spec.ports[0].name]);
  expect(pod.spec.volumes[0].configMap.name).toBe(ConfigMap.metadata.name);
  expect(container.volumeMounts[0].name).toBe(pod.spec.volumes[0].name);
  expect(container.args).toContain(`0.0.0.0:${port.containerPort}`);
  expect(container.args).toContain(`${container.volumeMounts[0].mountPath}/gateway.toml`);
  expect(PodDisruptionBudget.spec.minAvailable).toBeLessThan(Deployment.spec.replicas);
  const shutdown = /shutdown_s = (\d+)/.exec(ConfigMap.data["gateway.toml"])?.[1];
  expect(Number(shutdown)).toBeLessThan(pod.spec.terminationGracePeriodSeconds);
});

test("the image is named by its digest, and only single addresses are trusted to name the client or read metrics", () => {
  const { ConfigMap, Deployment } = parts();
  expect(Deployment.spec.template.spec.containers[0].image).toMatch(/@sha256:[0-9a-f]{64}$/);
  for (const key of ["trusted_proxies", "metrics_from"]) {
    const listed = new RegExp(`^${key} = (\\[.*\\])$`, "m").exec(ConfigMap.data["gateway.toml"])?.[1] ?? "[]";
    const ranges: string[] = JSON.parse(listed);
    expect(ranges.length, key).toBeGreaterThan(0);
    for (const range of ranges) expect(range, key).toMatch(/\/(32|128)$/);
  }
});

test("the gateway starts with the manifest's arguments and configuration, and answers its probes", async () => {
  const { ConfigMap, Deployment } = parts();
  const [container] = Deployment.spec.template.spec.containers;
  const folder = mkdtempSync(join(tmpdir(), "maru-pod-"));
  const config = join(folder, "gateway.toml");
  writeFileSync(config, ConfigMap.data["gateway.toml"]);
  const origin = `127.0.0.1:${await freePort()}`;
  const here: Record<string, string> = { "/etc/maru/gateway.toml": config, "/srv/maru": site, "0.0.0.0:8080": origin };
  const env = Object.fromEntries(container.env.map(({ name }: { name: string }) => [name, "5a".repeat(32)]));
  try {
    const args = container.args.map((word: string) => here[word] ?? word);
    const child = await listening(program, args, env, `http://${origin}/`);
    expect((await fetch(`http://${origin}${container.readinessProbe.httpGet.path}`)).status).toBe(200);
    await stop(child);
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
