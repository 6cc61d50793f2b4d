// A reporter of `node --test` for scripts/test/node-tests.mjs: sends each test to the process that started this file, and at the end how
// many there were.
import {inspect} from 'node:util';

const isEnd = ({type, data}) => type === 'test:diagnostic' && data.nesting === 0 && /^tests \d+$/.test(data.message);

/** What came of a test, or of a suite that was skipped or whose hook failed; undefined for what is neither. */
function outcomeOf({type, data: {details, skip, todo}}) {
  const isSuite = details?.type === 'suite';
  if (type === 'test:fail') {
    const {cause = details.error, failureType} = details.error;
    if (isSuite && failureType !== 'hookFailed') return undefined;
    return {outcome: 'failed', isSuite, reason: String(cause?.message ?? cause), details: inspect(cause)};
  }
  if (type !== 'test:pass') return undefined;
  if (skip === undefined && todo === undefined) return isSuite ? undefined : {outcome: 'passed'};
  return {outcome: 'skipped', isSuite, ...(typeof skip === 'string' && {reason: skip})};
}

/** @returns {AsyncGenerator<string>} nothing to print */
export default async function* report(events) {
  const path = [];
  for await (const event of events) {
    const {name, nesting, message} = event.data;
    if (event.type === 'test:start') path.splice(nesting, Infinity, name);
    const outcome = outcomeOf(event);
    if (outcome) process.send({path: [...path.slice(0, nesting), name], ...outcome});
    if (isEnd(event)) process.send({count: Number(message.slice('tests '.length))});
    yield '';
  }
}
