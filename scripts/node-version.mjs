// The floor is what the libraries need; the recommendation is what still gets security fixes.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

export function refuseOldNode() {
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Ghostdesk needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (major < 22)
    console.error(`Node.js ${process.versions.node} works but gets no security fixes any more; 24 is recommended.`);
}
