// The headers of a cloud's answer that reach the browser: those of crates/gateway/src/proxy/headers.rs (a test compares
// them). Any other one could steer the browser on the console's own origin.
const LISTED = [
    "content-encoding",
    "content-language",
    "content-length",
    "content-type",
    "date",
    "location",
    "openstack-api-version",
    "retry-after",
    "x-compute-request-id",
    "x-openstack-nova-api-version",
    "x-openstack-request-id",
    "x-subject-token",
];

function only_listed(r) {
    for (const name in r.headersOut) {
        if (!LISTED.includes(name.toLowerCase())) {
            delete r.headersOut[name];
        }
    }
}

export default { only_listed };
