import type { ClusterFault, ClusterNote, WorkerNote } from '../execution/index.ts';
import { expectedInChinese, expectedInEnglish } from './expected.ts';

/** What the command line says of where studies run in one language. */
export interface WhereWords {
  readonly describe: {
    readonly redis: string;
    readonly shard: string;
    readonly progress: string;
    readonly out: string;
    /** The command `worker`, its operands, and its own options. */
    readonly worker: string;
    readonly operands: string;
    readonly workerRedis: string;
    readonly workerThreads: string;
  };
  readonly wrong: {
    readonly redis: (found: string | null) => string;
    readonly secret: string;
    readonly noRedis: string;
    readonly shard: (most: number, found: string | null) => string;
    readonly shardStore: string;
    readonly shardGoesOn: string;
    readonly out: (found: string) => string;
    readonly more: (found: string | null) => string;
  };
  /** Why a cluster can't be used, a sentence without its full stop. */
  readonly cluster: (fault: ClusterFault, address: string, detail: string) => string;
  /** What a study waits for. */
  readonly note: (note: ClusterNote) => string;
  /** What a worker tells of itself. */
  readonly worker: (note: WorkerNote) => string;
  readonly interrupted: (done: number, count: number, store: string | null) => string;
  readonly shardDone: (part: number, of: number, tasks: number, all: number, store: string) => string;
  /** Between the progress and how precise it is. */
  readonly separator: string;
  /** After the progress: how precise it is, and what was asked. */
  readonly precision: (measure: string, halfWidth: string, allowed: string) => string;
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);

export const whereInEnglish: WhereWords = {
  describe: {
    redis: 'run on the cluster whose Redis is at this address',
    shard: 'run one part of several only, such as 2/8, and keep it in the store',
    progress: 'how progress is told',
    out: 'folder for the answer and a record of the run',
    worker: 'Serve studies that run on a cluster, until Ctrl-C.',
    operands: '--redis URL [--threads N]',
    workerRedis: 'redis://HOST:PORT, rediss:// for TLS; else ZHIZHUANG_REDIS; password: ZHIZHUANG_REDIS_PASSWORD',
    workerThreads: 'pieces that are worked on side by side, 1 to 64',
  },
  wrong: {
    redis: (found) =>
      `expected an address such as redis://10.0.0.5:6379 or rediss://redis.example/2${found === null ? '' : `, found "${found}"`}`,
    secret:
      'expected no user or password on the command line, which everybody on the machine can read: put it into ZHIZHUANG_REDIS_PASSWORD',
    noRedis: 'expected the address of a Redis: --redis redis://HOST:PORT, or ZHIZHUANG_REDIS',
    shard: (most, found) => expectedInEnglish(`a part and their number such as 2/8, at most ${most} parts`, found),
    shardStore: 'expected a store of this part’s own with it: --store FILE',
    shardGoesOn: 'expected no --precision, --variance or --laytime with it: what those run is not known beforehand',
    out: (found) => `expected a folder, found a file ("${found}")`,
    more: (found) => `expected nothing more, found "${found}"`,
  },
  cluster(fault, address, detail) {
    const said: Readonly<Record<ClusterFault, string>> = {
      unreachable: `nothing answers there (${detail})`,
      refused: `it refuses the password or user; set ZHIZHUANG_REDIS_PASSWORD (it said: ${detail})`,
      notRedis: `what answers is no Redis that can hold queues (${detail})`,
      tls: `no safe connection can be made (${detail}); rediss:// asks for TLS, NODE_EXTRA_CA_CERTS names an authority of your own`,
      lost: `it has not answered for ${detail}; what was finished is kept, and the same command goes on from there`,
      noWorkers: `no worker that can do the work came within ${detail}; what was finished is kept, and the same command goes on from there`,
      failed: `a worker could not do its work: ${detail}`,
    };
    return `${address}: the cluster cannot be used: ${said[fault]}`;
  },
  note(note) {
    if (note.is === 'noWorkers')
      return 'Waiting for workers: none is there; start one with zhizhuang worker --redis URL';
    if (note.is === 'lost') return 'Redis does not answer; waiting for it';
    if (note.is === 'back') return 'Redis answers again';
    const others = note.workers.map(({ host, pid, resultVersion }) => `${host} process ${pid} has ${resultVersion}`);
    return `Waiting for workers of result version ${note.resultVersion}: those that are there refuse (${others.join(', ')}); install the same program on them`;
  },
  worker(note) {
    switch (note.is) {
      case 'ready':
        return `Worker at ${note.address}: ${note.card.threads} threads, result version ${note.card.resultVersion}, process ${note.card.pid}`;
      case 'serving':
        return `Serving ${note.queue}`;
      case 'left':
        return `${note.queue} has ended`;
      case 'done':
        return `${note.queue}: ${note.tasks} tasks in ${seconds(note.ms)} s`;
      case 'refused':
        return note.why === 'version'
          ? `${note.queue} refused: it is of result version ${note.detail}, this worker is of another; install the same program`
          : `${note.queue} refused: ${note.detail}`;
      case 'draining':
        return 'Finishing what is in hand, then leaving; once more leaves at once';
      case 'lost':
        return 'Redis does not answer; waiting for it';
      case 'back':
        return 'Redis answers again';
    }
  },
  interrupted: (done, count, store) =>
    `Interrupted: ${done} of ${count} done; ${store === null ? 'nothing is kept without a store' : `what is finished is kept in ${store}, and the same command goes on from there`}`,
  shardDone: (part, of, tasks, all, store) =>
    `Part ${part} of ${of} is done: ${tasks} of ${all} tasks, kept in ${store}. When all parts are: zhizhuang results import PART… --store FILE, then the same command with --store FILE instead of --shard.`,
  separator: ', ',
  precision: (measure, halfWidth, allowed) => `${measure} ±${halfWidth}, asked ±${allowed}`,
};

export const whereInChinese: WhereWords = {
  describe: {
    redis: '改在集群上运行：其任务队列（Redis）的地址',
    shard: '只运行其中一份，如 2/8，结果存入结果库',
    progress: '报告进度的方式',
    out: '存放结果与运行记录的文件夹',
    worker: '作为集群的工作进程，直到 Ctrl-C：做完手头的任务后退出。',
    operands: '--redis URL [--threads N]',
    workerRedis: 'redis://主机:端口，TLS 用 rediss://；否则取 ZHIZHUANG_REDIS；密码：ZHIZHUANG_REDIS_PASSWORD',
    workerThreads: '同时处理的任务份数，1 至 64',
  },
  wrong: {
    redis: (found) =>
      `应为地址，如 redis://10.0.0.5:6379 或 rediss://redis.example/2${found === null ? '' : `，实为“${found}”`}`,
    secret: '命令行上不得有用户名或密码（同机其他人可见），请放入 ZHIZHUANG_REDIS_PASSWORD',
    noRedis: '缺少 Redis 地址：--redis redis://主机:端口，或 ZHIZHUANG_REDIS',
    shard: (most, found) => expectedInChinese(`份号与份数，如 2/8，最多 ${most} 份`, found),
    shardStore: '须同时指定本份自己的结果库：--store 文件',
    shardGoesOn: '不能与 --precision、--variance、--laytime 同用：其任务无法预先确定',
    out: (found) => `应为文件夹，实为文件（“${found}”）`,
    more: (found) => `多出“${found}”`,
  },
  cluster(fault, address, detail) {
    const said: Readonly<Record<ClusterFault, string>> = {
      unreachable: `该地址无应答（${detail}）`,
      refused: `密码或用户名被拒绝，请设置 ZHIZHUANG_REDIS_PASSWORD（对方答复：${detail}）`,
      notRedis: `对方不是可用的 Redis（${detail}）`,
      tls: `无法建立安全连接（${detail}）；rediss:// 表示 TLS，自有证书机构由 NODE_EXTRA_CA_CERTS 指定`,
      lost: `已 ${detail} 无应答；已完成的已保存，再次运行同一命令即可继续`,
      noWorkers: `${detail} 内没有可用的工作进程；已完成的已保存，再次运行同一命令即可继续`,
      failed: `工作进程未能完成任务：${detail}`,
    };
    return `${address}：集群无法使用：${said[fault]}`;
  },
  note(note) {
    if (note.is === 'noWorkers') return '等待工作进程：目前没有；请用 zhizhuang worker --redis URL 启动';
    if (note.is === 'lost') return 'Redis 无应答，等待恢复';
    if (note.is === 'back') return 'Redis 已恢复应答';
    const others = note.workers.map(({ host, pid, resultVersion }) => `${host} 进程 ${pid} 为 ${resultVersion}`);
    return `等待结果版本为 ${note.resultVersion} 的工作进程：现有的拒绝受理（${others.join('，')}）；请在其上安装同一程序`;
  },
  worker(note) {
    switch (note.is) {
      case 'ready':
        return `工作进程已连接 ${note.address}：${note.card.threads} 线程，结果版本 ${note.card.resultVersion}，进程 ${note.card.pid}`;
      case 'serving':
        return `开始受理 ${note.queue}`;
      case 'left':
        return `${note.queue} 已结束`;
      case 'done':
        return `${note.queue}：${note.tasks} 个任务，用时 ${seconds(note.ms)} 秒`;
      case 'refused':
        return note.why === 'version'
          ? `${note.queue} 未受理：其结果版本为 ${note.detail}，与本工作进程不同；请安装同一程序`
          : `${note.queue} 未受理：${note.detail}`;
      case 'draining':
        return '做完手头的任务后退出；再按一次立即退出';
      case 'lost':
        return 'Redis 无应答，等待恢复';
      case 'back':
        return 'Redis 已恢复应答';
    }
  },
  interrupted: (done, count, store) =>
    `已中断：完成 ${done}/${count}；${store === null ? '未使用结果库，未保存' : `已完成的保存在 ${store}，再次运行同一命令即可继续`}`,
  shardDone: (part, of, tasks, all, store) =>
    `第 ${part}/${of} 份已完成：${all} 个任务中的 ${tasks} 个，保存在 ${store}。各份都完成后：zhizhuang results import 各份… --store 文件，再以 --store 文件 代替 --shard 运行同一命令。`,
  separator: '，',
  precision: (measure, halfWidth, allowed) => `${measure} ±${halfWidth}，要求 ±${allowed}`,
};
