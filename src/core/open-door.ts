/** What a further file leaves at its door: its version, and what starts it. */
type Caller<Kit> = readonly [version: string, start: (kit: Kit) => void];

/**
 * Lets a further file of ours in, whichever of the two ran first, and gives it what it would else bring twice. Any script of the page may knock,
 * and gets nothing by it: whoever runs on the page may as well hand a template of its own to any property that we draw.
 */
export function openDoor<Kit>(file: string, version: string, kit: Kit): void {
  // of the page, not only of this script; and not enumerable, unlike a name
  const door = Symbol.for(`good-practice-browser ${file}`);
  const letIn = (...[itsVersion, start]: Caller<Kit>) => {
    if (itsVersion === version) start(kit);
    else console.warn(`good-practice-browser ${version}: the ${file} file is of version ${itsVersion}, and not used.`);
  };
  const waiting = Reflect.get(globalThis, door) as Caller<Kit> | undefined;
  Object.defineProperty(globalThis, door, {value: letIn, configurable: true});
  if (waiting) letIn(...waiting);
}
