/** Ends the process with the reason why there is no release. */
export function refuse(reason) {
  console.error(`No release: ${reason}`);
  process.exit(1);
}
