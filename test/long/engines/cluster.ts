/** A Slurm cluster of two nodes on this machine: daemons that listen on loopback alone, ended by their ids. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { hasEnvironment, isRunning, type Running, running, signalAll, until } from '../processes.ts';

type Node = 'n1' | 'n2';
const NODES: readonly Node[] = ['n1', 'n2'];

export class Cluster {
  private readonly folder: string;
  private readonly env: NodeJS.ProcessEnv;
  private mungeIsOurs = false;

  private constructor(folder: string) {
    this.folder = folder;
    this.env = { ...process.env, SLURM_CONF: join(folder, 'slurm.conf') };
  }

  static async start(folder: string): Promise<Cluster> {
    const cluster = new Cluster(folder);
    for (const name of ['state', 'run', 'log', ...NODES.map((node) => `spool.${node}`)]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'slurm.conf'), settings(folder, await freePorts(3)));
    cluster.startMunge();
    cluster.daemon('slurmctld');
    for (const node of NODES) await cluster.startNode(node);
    return cluster;
  }

  async startNode(node: Node): Promise<void> {
    this.daemon('slurmd', '-N', node);
    await until(`node ${node} is idle`, () => this.stateOf(node).startsWith('idle'));
  }

  /** What one of Slurm's programs prints; throws with what it says where it fails. */
  say(program: string, ...words: readonly string[]): string {
    return execFileSync(program, words, { env: this.env, encoding: 'utf8' }).trim();
  }

  stateOf(node: Node): string {
    // The controller needs a moment until it answers.
    return spawnSync('sinfo', ['-h', '-n', node, '-o', '%T'], { env: this.env, encoding: 'utf8' }).stdout.trim();
  }

  /** Lines of the queue, a task a line, in Slurm's format. */
  queue(format: string): string[] {
    return this.say('squeue', '-h', '-r', '-o', format).split('\n').filter(Boolean);
  }

  log(): string {
    return readFileSync(join(this.folder, 'log', 'slurmctld.log'), 'utf8');
  }

  daemonOf(node: Node): number {
    return Number(readFileSync(join(this.folder, 'run', `slurmd-${node}.pid`), 'utf8'));
  }

  /** Programs that run for tasks on a node. */
  programsOn(node: Node): Running[] {
    const mark = [`SLURM_CONF=${this.env.SLURM_CONF}`, `SLURMD_NODENAME=${node}`];
    return running().filter(({ pid }) => hasEnvironment(pid, ...mark));
  }

  /** Those that look after them. */
  keepersOn(node: Node): Running[] {
    const parents = new Set(this.programsOn(node).map(({ parent }) => parent));
    return running().filter(({ pid, name }) => parents.has(pid) && name.startsWith('slurmstepd'));
  }

  /** Tasks of a lost node wait for two minutes before they may start again; nobody has to wait for that here. */
  hasten(): void {
    for (const line of this.queue('%i %r %T')) {
      const [job, reason, state] = line.split(' ');
      if (state === 'PENDING' && reason === 'BeginTime') this.say('scontrol', 'update', `JobId=${job}`, 'StartTime=now');
    }
  }

  async stop(): Promise<void> {
    const files = [...NODES.map((node) => `slurmd-${node}`), 'slurmctld'].map((name) => join(this.folder, 'run', `${name}.pid`));
    const pids = files.filter((file) => existsSync(file)).map((file) => Number(readFileSync(file, 'utf8')));
    if (this.mungeIsOurs) pids.push(Number(readFileSync(MUNGE_PID, 'utf8')));
    signalAll(pids, 'SIGTERM');
    await until('the daemons end', () => !pids.some(isRunning), 20).catch(() => signalAll(pids, 'SIGKILL'));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private daemon(program: string, ...words: readonly string[]): void {
    execFileSync(program, ['-f', join(this.folder, 'slurm.conf'), ...words], { env: this.env, stdio: 'ignore' });
  }

  private startMunge(): void {
    if (existsSync('/run/munge/munge.socket.2') && running().some(({ name }) => name === 'munged')) return;
    execFileSync('install', ['-d', '-o', 'munge', '-g', 'munge', '-m', '755', '/run/munge']);
    execFileSync('runuser', ['-u', 'munge', '--', '/usr/sbin/munged', '--force', `--pid-file=${MUNGE_PID}`]);
    this.mungeIsOurs = true;
  }
}

const MUNGE_PID = '/run/munge/munged.pid';

/** Both of NoInAddrAny and NoCtldInAddrAny are needed for all to listen on loopback alone. */
function settings(folder: string, [controller, ...nodes]: readonly number[]): string {
  const host = hostname().split('.')[0];
  const size = 'CPUs=2 RealMemory=8000';
  return `ClusterName=ci
SlurmctldHost=${host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
SlurmctldPort=${controller}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
SwitchType=switch/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool.%n
SlurmctldPidFile=${folder}/run/slurmctld.pid
SlurmdPidFile=${folder}/run/slurmd-%n.pid
SlurmctldLogFile=${folder}/log/slurmctld.log
SlurmdLogFile=${folder}/log/slurmd-%n.log
ReturnToService=2
SlurmdTimeout=5
KillWait=3
MinJobAge=600
JobRequeue=1
SchedulerParameters=sched_interval=1,batch_sched_delay=1,bf_interval=1
SlurmdParameters=config_overrides
${NODES.map((node, i) => `NodeName=${node} NodeHostname=${host} NodeAddr=127.0.0.1 Port=${nodes[i]} ${size}`).join('\n')}
PartitionName=debug Nodes=${NODES} Default=YES MaxTime=INFINITE State=UP
`;
}

/** Ports of loopback that nobody listens on, different from one another. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((settle) => server.close(settle))));
  return ports;
}
