/** A cluster over TLS: a real Redis with a certificate of an authority of its own. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownFolder, zhizhuang } from '../cli/command.ts';
import { describeNeeding } from '../needs.ts';
import { smallText } from '../report/small-study.ts';
import { credentials } from './certificates.ts';
import { launched } from './launched.ts';
import { type OwnRedis, ownRedis, PASSWORD } from './redis.ts';

const folder = ownFolder();
const small = folder.file('small.yaml', smallText());
const study = ['compare', small, '--replications', '6', '--json', '--store', 'none'];
const MINUTES = 60_000;

describeNeeding('openssl', 'with certificates', () => {
  describeNeeding('redis', 'a cluster over TLS', () => {
    let redis: OwnRedis;
    let stranger = '';

    beforeAll(async () => {
      redis = await ownRedis(folder.path, [], credentials(folder.path, 'own'));
      stranger = credentials(folder.path, 'stranger').authority;
      await redis.start();
    }, MINUTES);
    afterAll(() => redis.stop());

    test(
      'gives the bytes of a run here, its authority and password from the environment',
      async () => {
        const worker = launched(['worker', '--redis', redis.url, '--threads', '1'], redis.env);
        const one = launched([...study, '--redis', redis.url], redis.env);
        expect([await one.ended(), one.text.stdout]).toEqual([0, zhizhuang([...study, '--threads', '1']).stdout]);
        worker.child.kill('SIGTERM');
        expect(await worker.ended()).toBe(0);
        expect(worker.text.stderr).toMatch(/tasks in/);
      },
      2 * MINUTES,
    );

    test.each([
      ['an authority that did not sign', () => ({ env: { NODE_EXTRA_CA_CERTS: stranger }, says: /certificate/ })],
      ['no authority', () => ({ env: { NODE_EXTRA_CA_CERTS: '' }, says: /certificate/ })],
      ['a wrong password', () => ({ env: { ZHIZHUANG_REDIS_PASSWORD: 'not-it' }, says: /password/ })],
      ['no TLS', () => ({ env: {}, says: /./, url: redis.url.replace('rediss:', 'redis:') })],
    ])(
      'is refused in a sentence with %s, by who asks and who works',
      async (_, of) => {
        const { env, says, url = redis.url } = { url: undefined, ...of() };
        for (const args of [study, ['worker']]) {
          const one = launched([...args, '--redis', url ?? redis.url], { ...redis.env, ...env });
          expect([await one.ended(), one.text.stdout]).toEqual([2, '']);
          const { stderr } = one.text;
          expect(stderr.trim().split('\n')).toHaveLength(1);
          expect(stderr).toMatch(says);
          expect(stderr).toContain(url ?? redis.url);
          expect(stderr).not.toMatch(new RegExp(`${PASSWORD}|not-it|\\bat .*:\\d+:\\d+`));
        }
      },
      MINUTES,
    );
  });
});
