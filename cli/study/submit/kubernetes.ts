/** An Indexed Job for Kubernetes: an index a shard. */
import { stringify } from 'yaml';
import { type Engine, type Job, workWords } from './engine.ts';

/** Where the study folder is seen in the container. */
const MOUNT = '/study';
/** Exit codes that running again does not mend: bad input, another plan's folder, another arithmetic. */
const FINAL = [2, 3, 5];

export const kubernetes: Engine = {
  name: 'kubernetes',
  about: 'an Indexed Job for kubectl, Kubernetes 1.33 or newer; needs --image and --claim',
  refusal: ({ image, claim }) => {
    if (image === undefined) return { file: '--image', path: '', message: 'expected the container image that holds the program' };
    if (claim === undefined)
      return { file: '--claim', path: '', message: 'expected the volume claim whose root is the study folder' };
    return undefined;
  },
  text,
};

function text(job: Job): string {
  const { program, shards, only, minutes, memory, image, claim } = job;
  const completions = only?.length ?? shards;
  // An Indexed Job counts from 0 without holes: the index says which of the chosen shards it is.
  const choose = only ? `set -- ${only.join(' ')}; shift "$JOB_COMPLETION_INDEX"; ` : '';
  const shard = only ? '$1' : '$JOB_COMPLETION_INDEX';
  const shell = `${choose}exec ${program} ${workWords(MOUNT, job)} "${shard}/${shards}"`;
  return `# Shards of a study. kubectl create -f THIS_FILE; afterwards "taking-root status" and "taking-root collect" on the same folder.
${stringify({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { generateName: 'taking-root-' },
  spec: {
    completionMode: 'Indexed',
    completions,
    parallelism: Math.min(job.atOnce ?? completions, completions),
    backoffLimitPerIndex: 3,
    podFailurePolicy: {
      rules: [
        { action: 'FailIndex', onExitCodes: { containerName: 'work', operator: 'In', values: FINAL } },
        { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] },
      ],
    },
    template: {
      spec: {
        restartPolicy: 'Never',
        activeDeadlineSeconds: minutes * 60,
        containers: [
          {
            name: 'work',
            image,
            command: ['/bin/sh', '-c', shell],
            resources: { requests: { cpu: '1', memory: `${memory}Mi` }, limits: { memory: `${memory}Mi` } },
            volumeMounts: [{ name: 'study', mountPath: MOUNT }],
          },
        ],
        volumes: [{ name: 'study', persistentVolumeClaim: { claimName: claim } }],
      },
    },
  },
})}`;
}
