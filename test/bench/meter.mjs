// What a page costs its main thread: script, style, layout, paint, garbage, and all else that runs there.

const taskMs = ({metrics}) => metrics.find(({name}) => name === 'TaskDuration').value * 1000;

/**
 * @param {import('playwright-core').Page} page
 * @param {object} [options]
 * @param {number} [options.slowdown] how many times slower the CPU seems
 * @param {'timeTicks' | 'threadTicks'} [options.timeDomain] with `threadTicks` only the thread's own CPU counts, not what it waits for when other
 *   programs run
 */
export async function createMeter(page, {slowdown = 1, timeDomain = 'timeTicks'} = {}) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', {timeDomain});
  if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', {rate: slowdown});
  return {
    session,
    /** Milliseconds of all tasks of the main thread until now. */
    read: async () => taskMs(await session.send('Performance.getMetrics')),
    /** The same until the page calls `console.timeStamp(label)`, which tells the metrics of that very moment. */
    until: (label) =>
      new Promise((resolve) => {
        session.on('Performance.metrics', (event) => event.title === label && resolve(taskMs(event)));
      }),
  };
}
