/** Milliseconds of processor time that something takes in this process: what else the machine does is not its doing. */
export function cpuTime(what: () => void): number {
  const before = process.cpuUsage();
  what();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
