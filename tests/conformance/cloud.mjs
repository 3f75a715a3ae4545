// One cloud for the request script: signed in, with the endpoints of the catalog and one method for each request.

export class Cloud {
  /** `file` is a file of clouds/, `identity` the address of its Keystone v3; `advance(ms)` moves a simulated clock. */
  constructor(file, identity, advance) {
    Object.assign(this, { file, identity, advance });
    this.endpoints = {};
  }

  /** The body that signs in as described in the file. */
  credentials(password = this.file.signIn.fields["sign_in.password"]) {
    const typed = (field) => this.file.signIn.fields[`sign_in.${field}`];
    const [name, domain] = [typed("user"), { id: typed("domain") }];
    return {
      auth: {
        identity: { methods: ["password"], password: { user: { name, domain, password } } },
        scope: { project: { name: typed("project"), domain } },
      },
    };
  }

  /** `compute` is the older API if both exist: the one that the console uses. */
  async signIn() {
    const answer = await this.ask("POST", `${this.identity}/auth/tokens`, this.credentials());
    if (answer.status !== 201) throw new Error(`${this.file.name}: sign-in is ${answer.status}`);
    this.token = answer.headers.get("x-subject-token");
    for (const { type, endpoints } of answer.body.token.catalog) {
      const open = endpoints.find((endpoint) => endpoint.interface === "public");
      if (open) this.endpoints[type] = open.url.replace(/\/$/, "");
    }
    this.endpoints.compute = this.endpoints.compute_legacy ?? this.endpoints.compute;
  }

  compute(method, path, body, token) {
    return this.ask(method, this.endpoints.compute + path, body, token);
  }

  async ask(method, url, body, token = this.token) {
    const headers = { accept: "application/json" };
    if (token) headers["x-auth-token"] = token;
    if (body !== undefined) headers["content-type"] = "application/json";
    const response = await fetch(url, { method, headers, body: body && JSON.stringify(body), redirect: "manual" });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parse(text) };
  }

  /** Lets time pass between two polls. */
  async pass(ms) {
    if (this.advance) await this.advance(ms);
    else await new Promise((done) => setTimeout(done, ms));
  }
}

function parse(text) {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return "not JSON";
  }
}
