import {expect} from '@open-wc/testing';
import fc from '../../support/fast-check.mjs';
import {runSliced, runSync, sortSliced, type Sliced} from '../../../src/core/time-slicing.js';

/** Rests so often, and keeps the thread for so many milliseconds between. */
function* work(times: number, milliseconds: number): Sliced<number> {
  let sum = 0;
  for (let i = 0; i < times; i++) {
    for (const end = performance.now() + milliseconds; performance.now() < end;);
    sum += i;
    yield;
  }
  return sum;
}

describe('runSync', () => {
  it('runs at once', () => expect(runSync(work(5, 0))).to.equal(10));
});

describe('runSliced', () => {
  it('pauses for other work', async () => {
    let others = 0;
    const timer = setInterval(() => others++);
    expect(await runSliced(work(30, 3))).to.equal(435);
    clearInterval(timer);
    expect(others).to.be.above(2);
  });

  it('begins at once', async () => {
    let begun = 0;
    function* begin(): Sliced<void> {
      begun++;
      yield;
    }
    const work = runSliced(begin());
    expect(begun).to.equal(1);
    await work;
  });

  it('stops by its signal, with its reason', async () => {
    const controller = new AbortController();
    const promise = runSliced(work(1e6, 1), controller.signal);
    controller.abort(new Error('enough'));
    const error = await promise.then(
      () => null,
      (reason: Error) => reason,
    );
    expect(error?.message).to.equal('enough');
  });

  it('rejects if the computation throws', async () => {
    // oxlint-disable-next-line require-yield -- it does not come to that
    function* fail(): Sliced<void> {
      throw new Error('broken');
    }
    const error = await runSliced(fail()).catch((reason: Error) => reason);
    expect(error?.message).to.equal('broken');
  });
});

describe('sortSliced', () => {
  it('sorts like the platform, and is stable', () => {
    const compare = (a: {key: number}, b: {key: number}) => a.key - b.key;
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 20}), {minLength: 0, maxLength: 5000, size: 'max'}), (keys) => {
        const items = keys.map((key, i) => ({key, i}));
        expect(runSync(sortSliced(items, compare))).to.deep.equal([...items].sort(compare));
      }),
      {numRuns: 30},
    );
  });
});
