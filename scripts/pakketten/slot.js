// Leaves names, versions and hashes in the lock, and nothing that names a host (where to give money to a maker).
const fs = require("node:fs");

const lock = JSON.parse(fs.readFileSync("package-lock.json", "utf8"));
for (const pakket of Object.values(lock.packages)) {
  delete pakket.funding;
  delete pakket.resolved;
}
fs.writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
